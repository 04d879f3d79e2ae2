"""Measured numbers as mentions: ``number`` and ``quantity``, ``money``, ``percent``.

A number that counts or measures something is two mentions with one value: the number alone ("about 100") and all of it
("about 100 servicemen").
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from factcheck.models import Article, Mention, Quantity
from factcheck.values import amounts, money, nouns, percents, units
from factcheck.values.lexemes import Lexemes
from factcheck.values.numerals import Numeral


def find(doc: Doc, article: Article | None = None) -> list[Mention]:
    """The mentions of kind number, quantity, money and percent in ``doc``, in reading order.

    ``article``, if given, leaves its furniture out, and the address where it appeared tells what a bare "$" means.
    """
    if article is None:
        lex, home = Lexemes(doc.text, verbs=_finite_verbs(doc)), None
    else:
        read = [(one.start, one.end) for one in article.paragraphs if one.kind != "furniture"]
        lex, home = Lexemes(article.text, read, verbs=_finite_verbs(doc)), money.at_home(article)
    found = amounts.find(lex, home=home)
    limits = [numeral.first for numeral in found[1:]] + [len(lex)]
    return [
        mention for numeral, limit in zip(found, limits, strict=False) for mention in _mentions(lex, numeral, limit)
    ]


def _finite_verbs(doc: Doc) -> frozenset[int]:
    """The offsets of finite verbs (Penn Treebank tags), if ``doc`` is tagged."""
    if not (len(doc) and doc[0].tag):
        return frozenset()
    tags = {doc.vocab.strings[tag] for tag in ("VBD", "VBZ", "VBP", "MD")}
    return frozenset(offset for offset, tag in doc.to_array(["IDX", "TAG"]).tolist() if tag in tags)


def _mentions(lex: Lexemes, numeral: Numeral, limit: int) -> Iterator[Mention]:
    """The mentions of ``numeral``; none reaches lexeme ``limit``, where the next number begins."""
    measure = numeral.measure
    if measure is None or measure.kind == "unit":
        yield from _quantity(lex, numeral, limit)
    elif measure.kind == "money":
        yield money.mention(numeral)
    else:
        yield percents.mention(numeral)


def _quantity(lex: Lexemes, numeral: Numeral, limit: int) -> Iterator[Mention]:
    measure = numeral.measure
    low, number, high = numeral.low, numeral.number, numeral.high
    if measure is not None:
        low, number, high = measure.scaled(low, number, high)
    noun = _noun(lex, numeral)
    last = noun.end if noun else numeral.last
    per = measure.per if measure else None
    if measure is None:
        rate = units.per(lex, last)
        if rate is not None:
            last, per = rate
    value = Quantity(
        number=number,
        low=low,
        high=high,
        hedge=numeral.hedge,
        unit=measure.symbol if measure else None,
        noun=measure.noun if measure and measure.noun else _text(lex, noun),
        per=per,
        reason=measure.reason if measure else _negated(lex, numeral),
    )
    yield Mention("number", numeral.start, numeral.number_end, value)
    if last > limit:  # "one of the five pillars"
        last = numeral.last
    if last > numeral.last or measure is not None:
        yield Mention("quantity", numeral.start, lex.ends[last - 1], value)


def _noun(lex: Lexemes, numeral: Numeral) -> nouns.Noun | None:
    """What is counted; after a unit, what it is a measure of ("35 tons of cargo")."""
    if numeral.measure is None:
        return nouns.find(lex, numeral)
    if numeral.measure.noun is None and numeral.measure.per is None and lex.words[numeral.last] == "of":
        return nouns.after(lex, numeral.last)
    return None


def _negated(lex: Lexemes, numeral: Numeral) -> str | None:
    before = lex.words[numeral.first - 1] if numeral.first else ""
    return 'the text says "not"' if before in nouns.negations() else None


def _text(lex: Lexemes, noun: nouns.Noun | None) -> str | None:
    return None if noun is None else lex.text[lex.starts[noun.first] : lex.ends[noun.last - 1]]
