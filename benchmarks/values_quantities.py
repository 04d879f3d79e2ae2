"""Runs the quantities of factcheck over benchmarks in the neutral format and writes predictions for their scorer.

    python benchmarks/values_quantities.py DATA --bench newsquant --out build/newsquant.jsonl

DATA is the folder that holds one folder per benchmark with its ``docs.jsonl``. What the corpora annotate otherwise than
a newsroom reads it is translated here: NewsQuant writes "millions" as 1 to 10 million, counts cents as cents and any
noun as a unit; Recognizers-Text and quantulum3 know no counted nouns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import spacy
from spacy.tokens import Doc

from benchmarks.adapter import main
from factcheck.models import Mention, Money, Percent, Quantity
from factcheck.values import numbers, quantities, times, units

CURRENCIES = {
    "USD": "dollar",
    "CAD": "canadian dollar",
    "AUD": "australian dollar",
    "NZD": "new zealand dollar",
    "HKD": "hong kong dollar",
    "SGD": "singapore dollar",
    "EUR": "euro",
    "GBP": "pound sterling",
    "JPY": "japanese yen",
    "CNY": "chinese yuan",
    "INR": "indian rupee",
    "RUB": "russian ruble",
    "UAH": "ukrainian hryvnia",
    "CHF": "swiss franc",
    "ILS": "shekel",
    "TRY": "turkish lira",
    "KRW": "south korean won",
    "MXN": "mexican peso",
    "BRL": "brazilian real",
    "ZAR": "south african rand",
    "SEK": "swedish krona",
    "NOK": "norwegian krone",
    "DKK": "danish krone",
    "MYR": "malaysian ringgit",
    "XBT": "bitcoin",
    "FIM": "finnish markka",
    "DEM": "german mark",
    "THB": "thai baht",
    "IDR": "indonesian rupiah",
    "PLN": "polish zloty",
    "HUF": "hungarian forint",
    "SAR": "saudi riyal",
    "AED": "uae dirham",
    "KWD": "kuwaiti dinar",
    "EGP": "egyptian pound",
    "IRR": "iranian rial",
    "PHP": "philippine peso",
    "ESP": "peseta",
    "NLG": "netherlands guilder",
    "CRC": "costa rican colón",
    "GEL": "georgian lari",
    "LAK": "lao kip",
    "GRD": "drachma",
    "TWD": "new taiwan dollar",
    "VND": "vietnamese dong",
    "PKR": "pakistani rupee",
}
SHARES = {"%": "percentage", "points": "percentage point", "basis points": "basis point"}
PLURALS = ("tens ", "dozens", "hundreds", "thousands", "millions", "billions", "trillions")
VAGUE = ("several", "a few", "a couple")  # no quantity to these corpora unless a scale word follows
CENTS = ("cent", "cents", "¢", "pence", "penny", "pennies", "sen", "p")
NUMBERS_ONLY = ("rt-number", "rt-numberrange", "rt-ordinal")
WITH_NOUNS = ("newsquant", "cqe-")


def rows(doc: Doc, bench: str) -> Iterator[dict[str, Any]]:
    """The predictions for one document."""
    if bench in NUMBERS_ONLY:
        yield from _numbers(doc, bench)
        return
    calendar = [(one.start, one.end) for one in times.find(doc, published=None)] if bench.startswith(WITH_NOUNS) else []
    if bench == "quantulum3-tests":
        yield from _uncounted(doc)
        yield from _articles(doc)
    seen: set[int] = set()
    for mention in reversed(quantities.find(doc)):  # a quantity comes after its number
        value = mention.value
        assert isinstance(value, Quantity | Money | Percent)
        if id(value) in seen or (
            _lasts(value) is False and any(a < mention.end and mention.start < b for a, b in calendar)
        ):
            continue
        seen.add(id(value))
        if (
            value.number is None
            and value.high is not None
            and value.high < 10
            and doc.text[mention.start :].lower().startswith(VAGUE)
        ):
            continue
        yield _row(doc.text, mention, value, bench)


def _lasts(value: Quantity | Money | Percent) -> bool:
    """Whether ``value`` is a length of time or an age: a quantity even within a date ("two years ago")."""
    return isinstance(value, Quantity) and value.unit in (
        "a",
        "mo",
        "wk",
        "d",
        "h",
        "min",
        "s",
        "decade",
        "quarter",
        "century",
    )


def _numbers(doc: Doc, bench: str) -> Iterator[dict[str, Any]]:
    for one in numbers.find(doc):
        if bench == "rt-number" and one.ordinal:
            continue
        yield {
            "kind": "quantity",
            "start": one.start,
            "end": one.end,
            "text": doc.text[one.start : one.end],
            "value": one.number,
            "lo": one.low,
            "hi": one.high,
            "unit": None,
        }


def _uncounted(doc: Doc) -> Iterator[dict[str, Any]]:
    """Numbers that count nothing, such as years, which quantulum3 gives without a unit."""
    found = quantities.find(doc)
    for one in numbers.find(doc):
        if (
            not one.ordinal
            and not _within_a_sign(doc.text, one.start, one.end)
            and doc.text[one.start : one.end].lower() != "one"
            and one.number is not None
            and not any(mention.start < one.end and one.start < mention.end for mention in found)
        ):
            yield {"kind": "quantity", "start": one.start, "end": one.end, "text": doc.text[one.start : one.end],
                   "value": one.number, "lo": one.low, "hi": one.high, "unit": "-"}  # fmt: skip


def _within_a_sign(text: str, start: int, end: int) -> bool:
    """Whether a number is part of a name, a season, a fraction or a time of the clock ("2013-14", "2 pm")."""
    before, after = text[max(start - 1, 0) : start], text[end : end + 2]
    if before.isalnum() or before in tuple("-/+"):
        return True
    if after[:1].isalnum():
        return after[0] != "s"  # "the 1960s"
    return (after[:1] in tuple("-/") and after[1:].isdigit()) or text[end:].lstrip().startswith(("am", "pm"))


def _articles(doc: Doc) -> Iterator[dict[str, Any]]:
    """What quantulum3 counts as one: "a gallon of beer"."""
    for token in doc[:-1]:
        if token.lower_ != "a" or (token.i and doc[token.i - 1].like_num):
            continue
        rest = Doc(doc.vocab, words=["1", *(after.text for after in doc[token.i + 1 :])])
        one = next(iter(quantities.find(rest)), None)
        value = one.value if one is not None and one.start == 0 else None
        unit = doc[token.i + 1]
        cents = isinstance(value, Money) and unit.lower_ in CENTS
        volume = isinstance(value, Quantity) and value.unit is not None and value.number == 1 and value.per is None
        if cents or (volume and isinstance(value, Quantity) and not _lasts(value) and value.noun != "age"):
            words = doc[token.i : token.i + 2]
            name = unit.lower_ if cents else units.name(getattr(value, "unit", "") or "")
            yield {"kind": "quantity", "start": words.start_char, "end": words.end_char, "text": words.text,
                   "value": 1, "unit": name}  # fmt: skip


def _row(text: str, mention: Mention, value: Quantity | Money | Percent, bench: str) -> dict[str, Any]:
    words = text[mention.start : mention.end]
    with_noun = bench.startswith(WITH_NOUNS)
    bounds = [value.number, value.low, value.high]
    unit, factor = _unit(value, words.lower(), with_noun=with_noun)
    if bench == "rt-unit":  # knows no rates of money, no ages, and writes sterling as "Pound"
        unit = (
            unit.split(" per ")[0]
            if isinstance(value, Money) or unit == "barrel per day"
            else unit.removesuffix(" of age")
        )
        unit = "ton" if unit == "metric ton" and "metric" not in words.lower() else unit
        unit = "pound" if "£" in words or words.endswith("pounds") else unit
    if bench == "quantulum3-tests":
        unit, factor = _quantulum(unit, words, factor)
    number, low, high = (None if bound is None else round(bound * factor, 9) for bound in bounds)
    start, end = mention.start, mention.end
    if not with_noun:
        start, end = _bare(value, words, start)
    if with_noun and value.number is None and low is not None and words.lower().startswith(PLURALS):
        low = low / 2
        high = min(high or 10 * low, 10 * low)
    return {
        "kind": "quantity",
        "start": start,
        "end": end,
        "text": text[start:end],
        "value": [low, high] if number is None else number,
        "hedge": _hedge(value),
        "unit": unit,
    }


def _quantulum(unit: str, words: str, factor: float) -> tuple[str, float]:
    """Units as quantulum3 names them: a dozen is one, a litre's thousandth a cubic centimetre."""
    if unit == "-" and words.lower().endswith("dozen"):
        return "dozen", factor / 12
    name = unit.replace("millilitre", "cubic centimetre").replace("per second squared", "per square second")
    return ("count" + name[5:] if name.startswith("times") else name), factor


def _bare(value: Quantity | Money | Percent, words: str, start: int) -> tuple[int, int]:
    """The span without the counted noun and the hedge."""
    if isinstance(value, Quantity) and value.noun and value.noun != "age" and value.noun in words:
        words = words[: words.rindex(value.noun)].removesuffix(" of ").rstrip()
    cut = 0
    if value.hedge and words.lower().startswith(value.hedge):
        cut = len(value.hedge) + 1
    return start + cut, start + len(words)


def _hedge(value: Quantity | Money | Percent) -> str:
    if value.number is None:
        return "~" if value.hedge else "="
    if value.low is None:
        return "<"
    if value.high is None:
        return ">"
    return "~" if value.hedge else "="


def _unit(value: Quantity | Money | Percent, words: str, *, with_noun: bool) -> tuple[str, float]:
    """The unit as the corpora spell it, and what the number must be multiplied by for it."""
    factor = 1.0
    match value:
        case Percent():
            unit = SHARES[value.unit]
        case Money():
            unit = _currency(value, words)
            cents = [word for word in words.replace("-", " ").split() if word in CENTS] + ["cent"] * ("¢" in words)
            if cents and not any(whole in words for whole in ("$", "dollar", "euro")):
                unit, factor = cents[0], 100.0
        case Quantity(noun="age", unit="a" | "mo" | "wk" | "d"):
            unit = f"{units.name(value.unit or '')} of age"
        case Quantity(unit=None):
            unit = (value.noun or "-") if with_noun or value.noun == "times" else "-"
        case _:
            unit = "ton" if value.unit == "t" and value.reason else units.name(value.unit or "")
    per = getattr(value, "per", None)
    if per and unit == "-" and not with_noun:
        return f"inverse {units.name(per)}", factor
    return (f"{unit} per {units.name(per)}" if per else unit), factor


def _currency(value: Money, words: str) -> str:
    if value.currency:
        return CURRENCIES.get(value.currency, value.currency.lower())
    if "$" in words or "dollar" in words:
        return "dollar"
    if "¥" in words:
        return "japanese yen"
    words = words.split(" a ", maxsplit=1)[0]
    return next(
        (word.rstrip("s") for word in reversed(words.split()) if word.isalpha() and word not in ("million", "billion")),
        "-",
    )


def reader(bench: str) -> Callable[[dict[str, Any]], Iterable[dict[str, Any]]]:
    """What reads a document of the set."""
    nlp = spacy.blank("en")
    return lambda doc: rows(nlp(doc["text"]), bench)


if __name__ == "__main__":
    main(__doc__, reader)
