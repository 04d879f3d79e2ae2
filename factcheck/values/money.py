"""Amounts of money: the currency from a sign, a code, a word or the place of publication.

A sign or word that several countries use stays open (``currency`` is ``None``, ``reason`` lists the candidates)
unless the address of the publication decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from factcheck.models import Article, Mention, Money
from factcheck.resources import word_table
from factcheck.values import number_words, numerals, units
from factcheck.values.lexemes import Lexemes, Phrases
from factcheck.values.measures import Measure
from factcheck.values.numerals import Numeral

_MINUS = frozenset("-−–")
_STOPS = frozenset(".;!?\n")
_NEAR = 12  # words
_BESIDE = 3  # words


@dataclass(frozen=True, slots=True)
class Currency:
    """What a sign, code or word says: the codes (ISO 4217) it can mean.

    ``share`` is the part of a whole unit ("cent": 0.01; "MUSD": a million); ``least`` is the least number that it is
    money after.
    """

    codes: tuple[str, ...]
    share: float = 1.0
    least: float = 0.0


def at_home(article: Article) -> str | None:
    """The currency of the country where the article appeared, from the end of its address; ``None`` if unknown."""
    host = urlsplit(article.url or "").hostname or ""
    code = _table()["publication"].get(host.rsplit(".", 1)[-1])
    return None if code is None else str(code)


def attach(lex: Lexemes, numeral: Numeral, *, home: str | None, start: int = 0) -> Numeral | None:
    """``numeral`` with the sign, code or word that makes it money; ``None`` if there is none.

    ``start`` is the first lexeme that a sign may stand at: what is before belongs to another number.
    """
    before, after = sign_before(lex, numeral, start=start), _after(lex, numeral)
    first, last = numeral.first, numeral.last
    if before is not None:
        first, currency = before
        if after is not None and after[1].share == 1.0 and _agree(currency, after[1]):
            last = after[0]
            currency = after[1] if len(currency.codes) > 1 else currency
        if first > start and lex.words[first - 1] in _MINUS and lex.touches(first) and not lex.touches(first - 1):
            first, numeral = first - 1, numerals.negative(numeral)
    elif after is not None:
        last, currency = after
    else:
        return None
    if after is not None and (scale := number_words.scale(lex.words[last])) > 1:  # "75 USD million"
        currency, last = replace(currency, share=currency.share * scale), last + 1
    last, money = units.rate(lex, last, _measure(currency, home=home))
    return replace(numeral, start=lex.starts[first], end=lex.ends[last - 1], first=first, last=last, measure=money)


def sign_before(lex: Lexemes, numeral: Numeral, *, start: int = 0) -> tuple[int, Currency] | None:
    """The sign or code before ``numeral``: its first lexeme, and what it can mean."""
    found = _signs().before(lex, numeral.first, start=start)
    if found is None:
        return None
    first, _ = found
    letters = lex.shapes[first]
    if not letters.isalpha():
        return found
    if len(letters) == 1 and letters.isupper() and not lex.touches(first + 1):  # "A $5 fee" is no A$5
        return _signs().before(lex, numeral.first, start=first + 1)
    return None if lex.touches(first) and lex.words[first - 1][0].isalnum() else found


def _after(lex: Lexemes, numeral: Numeral) -> tuple[int, Currency] | None:
    """The word, code or sign after ``numeral``: the lexeme after it, and what it can mean."""
    index = lex.after(numeral.last)
    named = _words().at(lex, index)
    if named is not None:
        if len(lex.words[index]) == 1 and not lex.touches(index):
            return None  # "68p", but "7 p. m."
        size = numeral.number if numeral.number is not None else numeral.low
        small = size is None or abs(size) < named[1].least
        return None if small and not _is_spent(lex, numeral.first, named[0]) else named
    found = _codes().at(lex, numeral.last)
    if found is not None and lex.words[found[0]][0].isdecimal() and not lex.touches(numeral.last):
        return None  # the sign is that of the next number
    return found


def _is_spent(lex: Lexemes, first: int, last: int) -> bool:
    """Whether words around an amount say that it is money: "a loan of 900 pounds", "900 pounds ($1,200)"."""
    before = lex.words[max(0, first - _BESIDE) : first]
    spent = any(word in _words_of_spending() for word in before) and _STOPS.isdisjoint(before)
    return spent or (lex.words[last] == "(" and _signs().at(lex, last + 1) is not None)


def compares(words: list[str]) -> bool:
    """Whether what stands between two amounts of a sentence compares them: the last of ``words`` says so."""
    table = _table()
    return words[-1:] != [] and words[-1] in table["compared"] and _STOPS.isdisjoint(words) and len(words) <= _NEAR


def _agree(before: Currency, after: Currency) -> bool:
    return bool(set(before.codes) & set(after.codes))


def _measure(currency: Currency, *, home: str | None) -> Measure:
    codes, share = currency.codes, currency.share
    code = codes[0] if len(codes) == 1 else home if home in codes else None
    reason = None if code else "the text does not say which currency: " + ", ".join(codes)
    return Measure("money", code, reason=reason, factors=(share, share, share))


def mention(numeral: Numeral) -> Mention:
    """The mention for a number that is measured in money."""
    money = numeral.measure
    assert money is not None
    low, number, high = money.scaled(numeral.low, numeral.number, numeral.high)
    value = Money(
        number=number,
        low=low,
        high=high,
        hedge=numeral.hedge,
        currency=money.symbol,
        per=money.per,
        reason=money.reason,
    )
    return Mention("money", numeral.start, numeral.end, value)


# --- the table ------------------------------------------------------------------------------------


def _table() -> Any:
    return word_table("values/data/currencies.yaml")


@cache
def _words_of_spending() -> frozenset[str]:
    return frozenset(_table()["spent"])


@cache
def _signs() -> Phrases[Currency]:
    """Signs and codes before the number."""
    entries = [(sign, Currency(tuple(codes))) for sign, codes in _table()["signs"].items()]
    entries += [(f"{form}$", currency) for code, currency in _plain_codes() for form in (code, code.lower())]
    return Phrases((*entries, *_plain_codes(), *_million_codes()), case=True)


@cache
def _codes() -> Phrases[Currency]:
    """Codes and signs after the number."""
    signs = [
        (sign, Currency(tuple(codes)))
        for sign, codes in _table()["signs"].items()
        if not (sign.isascii() and sign.isalpha())
    ]
    return Phrases((*_plain_codes(), *_million_codes(), *signs), case=True)


def _plain_codes() -> Iterator[tuple[str, Currency]]:
    table = _table()
    yield from ((code, Currency((code,))) for code in table["codes"])
    yield from ((code.lower(), Currency((code,))) for code in table["codes_in_lower_case"])


def _million_codes() -> Iterator[tuple[str, Currency]]:
    """As in "MUSD 60": millions, as in the reports of companies."""
    return ((f"M{code}", Currency((code,), share=1e6)) for code in _table()["codes"])


@cache
def _words() -> Phrases[Currency]:
    """Words after the number, with and without the adjective that says whose they are."""
    return Phrases(_word_entries())


def _word_entries() -> Iterator[tuple[str, Currency]]:
    table = _table()
    for key, share in (("words", 1.0), ("cents", 0.01)):
        for word, codes in table[key].items():
            least = float(table["at_least"].get(word, 0))
            yield from ((form, Currency(tuple(codes), share, least)) for form in (word, word + "s"))
    for word, adjectives in table["adjectives"].items():
        share = 0.01 if word in table["cents"] else 1.0
        for adjective, code in adjectives.items():
            yield from ((f"{adjective} {form}", Currency((code,), share)) for form in (word, word + "s"))
