"""What is printed as understood."""

from datetime import date

import pytest

from factcheck.models import Law, Money, Name, Number, Percent, Quantity, Quote, Text, Time, Value, Vote
from factcheck.wording import describe, number


def count(value: Number | None, low: Number | None, high: Number | None, **more: str) -> Quantity:
    return Quantity(number=value, low=low, high=high, **more)


def time(edtf: str | None, earliest: str | None, latest: str | None) -> Time:
    first, last = (day and date.fromisoformat(day) for day in (earliest, latest))
    return Time(edtf=edtf, earliest=first or None, latest=last or None, resolved=True)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (count(99, 99, 99, noun="soldiers"), "99 soldiers"),
        (count(100, 90, 110, noun="servicemen"), "100 (90 to 110) servicemen"),
        (count(35, 31.75, 35, unit="t", noun="cargo"), "35 t (31.75 to 35) cargo"),
        (count(1200, 1200, None, noun="people"), "1,200 or more people"),
        (count(200, None, 200), "200 or less"),
        (count(None, 100, 150, noun="tents"), "100 to 150 tents"),
        (count(90, 90, 90, unit="d"), "90 days"),
        (count(1, 1, 1, unit="h"), "1 hour"),
        (count(60, 60, 60, unit="km", per="h"), "60 km per hour"),
        (Money(number=2_400_000, low=2_400_000, high=2_400_000, currency="USD"), "USD 2.4 million"),
        (Money(number=5, low=5, high=5), "5, currency open"),
        (Percent(number=15, low=15, high=15), "15%"),
        (Percent(number=2, low=2, high=2, unit="points"), "2 points"),
        (time("2019-03-23", "2019-03-23", "2019-03-23"), "Sat 2019-03-23"),
        (time("2019-03-23/2019-03-24", "2019-03-23", "2019-03-24"), "Sat 2019-03-23 to Sun 2019-03-24"),
        (time("2018", "2018-01-01", "2018-12-31"), "2018"),
        (time("2018-12", "2018-12-01", "2018-12-31"), "2018-12"),
        (time("2018-23", "2018-09-01", "2018-11-30"), "2018-23 (2018-09-01 to 2018-11-30)"),
        (time("2015/..", "2015-01-01", None), "from Thu 2015-01-01"),
        (time("../2025-01", None, "2025-01-31"), "until Fri 2025-01-31"),
        (Time(edtf="XXXX-03-25", resolved=False, reason="no year"), "open: XXXX-03-25"),
        (Time(edtf=None, resolved=False, reason="no date of publication"), "open"),
        (Law(name="Clean Rivers Act", number="H.R. 12"), "Clean Rivers Act (H.R. 12)"),
        (Law(name=None, number="H.R. 12"), "H.R. 12"),
        (Vote(method="roll call", yeas=7, nays=2), "roll call 7 to 2"),
        (Vote(method="roll call", yeas=7, nays=2, abstentions=1), "roll call 7 to 2, 1 abstaining"),
        (Name(name="Ann Lee", role="mayor"), "Ann Lee, mayor"),
        (Quote(words="we will stay"), "3 words, verbatim"),
        (Text(words="the largest"), "“the largest”"),
    ],
)
def test_a_value_in_words(value: Value, words: str) -> None:
    assert describe(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (7, "7"),
        (-5, "-5"),
        (12000, "12,000"),
        (0.25, "0.25"),
        (907.18474, "907.2"),
        (1_234_567, "1,234,567"),
        (1_700_000, "1.7 million"),
        (2_000_000_000, "2 billion"),
    ],
)
def test_numbers(value: Number, words: str) -> None:
    assert number(value) == words
