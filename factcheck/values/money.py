"""Amounts of money: the currency from a sign, a code, a word or the place of publication.

A sign or word that several countries use stays open (``currency`` is ``None``, ``reason`` lists the candidates)
unless the address of the publication decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from factcheck.models import Article, Mention, Money
from factcheck.resources import word_table
from factcheck.values import units
from factcheck.values.lexemes import Lexemes, Phrases
from factcheck.values.measures import Measure
from factcheck.values.numerals import Numeral, tidy

Codes = tuple[str, ...]


def _table() -> Any:
    return word_table("values/data/currencies.yaml")


def at_home(article: Article) -> str | None:
    """The currency of the country where the article appeared, from the end of its address; ``None`` if unknown."""
    host = urlsplit(article.url or "").hostname or ""
    code = _table()["publication"].get(host.rsplit(".", 1)[-1])
    return None if code is None else str(code)


@cache
def _signs() -> Phrases[Codes]:
    table = _table()
    signs = ((sign, tuple(codes)) for sign, codes in table["signs"].items())
    return Phrases((*signs, *_plain_codes(), *((f"{code}$", codes) for code, codes in _plain_codes())), case=True)


def _plain_codes() -> Iterator[tuple[str, Codes]]:
    table = _table()
    yield from ((code, (code,)) for code in table["codes"])
    yield from ((code.lower(), (code,)) for code in table["codes_in_lower_case"])


@cache
def _codes() -> Phrases[Codes]:
    return Phrases(_code_entries(), case=True)


def _code_entries() -> Iterator[tuple[str, Codes]]:
    table = _table()
    yield from _plain_codes()
    yield from (
        (sign, tuple(codes)) for sign, codes in table["signs"].items() if not sign[0].isascii() or not sign[0].isalpha()
    )


@cache
def _words() -> Phrases[tuple[Codes, float, float]]:
    """Words after the number: the codes, the share of the whole unit, and the least number that may stand before."""
    return Phrases(_word_entries())


def _word_entries() -> Iterator[tuple[str, tuple[Codes, float, float]]]:
    table = _table()
    for key, share in (("words", 1.0), ("cents", 0.01)):
        for word, codes in table[key].items():
            least = float(table["at_least"].get(word, 0))
            for form in (word, word + "s"):
                yield form, (tuple(codes), share, least)
                for adjective, code in table["adjectives"].get(word, {}).items():
                    yield f"{adjective} {form}", ((code,), share, 0)
    for word, adjectives in table["adjectives"].items():
        if word not in table["words"] and word not in table["cents"]:
            for adjective, code in adjectives.items():
                yield from ((f"{adjective} {form}", ((code,), 1.0, 0.0)) for form in (word, word + "s"))


def sign_before(lex: Lexemes, numeral: Numeral) -> tuple[int, Codes] | None:
    """The sign or code before ``numeral``: its first lexeme, and the currencies it can mean."""
    found = _signs().before(lex, numeral.first)
    if found is None:
        return None
    first, _ = found
    letters = lex.shapes[first]
    if not letters.isalpha():
        return found
    if len(letters) == 1 and letters.isupper() and not lex.touches(first + 1):  # "A $5 fee" is no A$5
        return _signs().before(lex, numeral.first, start=first + 1)
    return None if lex.touches(first) else found


def word_after(lex: Lexemes, numeral: Numeral) -> tuple[int, Codes, float] | None:
    """The word, code or sign after ``numeral``: the lexeme after it, the currencies, and the share of the unit."""
    index = lex.after(numeral.last)
    named = _words().at(lex, index)
    if named is not None:
        last, (codes, share, least) = named
        size = numeral.number if numeral.number is not None else numeral.low
        return None if size is None or abs(size) < least else (last, codes, share)
    found = _codes().at(lex, index)
    return None if found is None else (*found, 1.0)


def measure(codes: Codes, share: float, *, home: str | None) -> Measure:
    """The measure for an amount whose sign or word can mean ``codes``."""
    code = codes[0] if len(codes) == 1 else home if home in codes else None
    reason = None if code else "the text does not say which currency: " + ", ".join(codes)
    return Measure("money", code, reason=reason, factors=(share, share, share))


def attach(lex: Lexemes, numeral: Numeral, *, home: str | None) -> tuple[int, int, Measure] | None:
    """The money ``numeral`` stands for: its first lexeme with the sign, the lexeme after its words, the measure."""
    before, after = sign_before(lex, numeral), word_after(lex, numeral)
    if before is None and after is None:
        return None
    first, last = numeral.first, numeral.last
    codes: Codes
    share = 1.0
    if before is not None:
        first, codes = before
        if after is not None and (len(after[1]) == 1 or set(after[1]) & set(codes)) and after[2] == 1.0:
            last, codes = after[0], after[1] if len(codes) > 1 else codes
    else:
        assert after is not None
        last, codes, share = after
    last, money = units.rate(lex, last, measure(codes, share, home=home))
    return first, last, money


def mention(numeral: Numeral) -> Mention:
    """The mention for a number that is measured in money."""
    money = numeral.measure
    assert money is not None
    low, number, high = (
        None if bound is None else tidy(bound * factor)
        for bound, factor in zip((numeral.low, numeral.number, numeral.high), money.factors, strict=True)
    )
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
