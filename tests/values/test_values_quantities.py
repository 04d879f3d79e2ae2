"""Quantities: units, counted nouns, ages, rates; money; shares; and numbers that are none of these."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from factcheck.models import Mention, Money, Percent, Quantity
from factcheck.values import quantities

NLP = spacy.blank("en")


def read(text: str, kind: str) -> list[tuple[str, Mention]]:
    return [(text[one.start : one.end], one) for one in quantities.find(NLP(text)) if one.kind == kind]


def quantity(text: str) -> tuple[str, Quantity]:
    ((words, found),) = read(text, "quantity")
    assert isinstance(found.value, Quantity)
    return words, found.value


@pytest.mark.parametrize(
    ("text", "words", "noun"),
    [
        ("They sent about 100 servicemen home.", "about 100 servicemen", "servicemen"),
        ("Around 100 Russian military forces left.", "Around 100 Russian military forces", "military forces"),
        ("She met 12 of the striking nurses on Friday.", "12 of the striking nurses", "striking nurses"),
        ("He is one of the people responsible for it.", "one of the people", "people"),
        ("It is one of the five pillars of the plan.", "five pillars", "pillars"),
        ("Dozens of shops closed.", "Dozens of shops", "shops"),
        ("Several dozen other nations agreed.", "Several dozen other nations", "nations"),
        ("One proposal asks the board to stop.", "One proposal", "proposal"),
        (
            "It sold 2.7m digital and physical copies.",
            "2.7m digital and physical copies",
            "digital and physical copies",
        ),
        ("It shipped 35m of its loudspeakers.", "35m of its loudspeakers", "loudspeakers"),
        ("At least 23 killed, officials say", "At least 23 killed", "killed"),
        ("A 20-man crew sailed.", "20-man", "man"),
        ("Nine out of 10 dentists agree.", "Nine out of 10 dentists", "dentists"),
        ("They won 19 games that it hosted.", "19 games", "games"),
        ("She waited 30 working days.", "30 working days", "working days"),
        ("It took 12 of the “volunteer fighters” home.", "12 of the “volunteer fighters”", "volunteer fighters"),
        ("It carried 35 tonnes of 'building material' there.", "35 tonnes of 'building material'", "building material"),
        ("By the end of the week 16 people were dead.", "16 people", "people"),
        ("A survey of 1709 schoolchildren was done.", "1709 schoolchildren", "schoolchildren"),
        ("Half the houses burned down.", "Half the houses", "houses"),
        ("It brings to six the number of sailors who died.", None, None),
        ("The cup 2018 day five was long.", None, None),
        ("It fell near posts 250 and 251.", None, None),
        ("In week 16 people stayed at home.", None, None),
        ("It rose more than sixfold.", None, None),
    ],
)
def test_the_counted_noun(text: str, words: str | None, noun: str | None) -> None:
    found = read(text, "quantity")
    if words is None:
        assert found == []
        return
    ((span, mention),) = found
    assert isinstance(mention.value, Quantity)
    assert (span, mention.value.noun) == (words, noun)


def test_number_and_quantity_share_one_value() -> None:
    number, whole = quantities.find(NLP("about 100 servicemen"))
    assert (number.kind, number.end, whole.kind, whole.end) == ("number", 9, "quantity", 20)
    assert number.value == whole.value == Quantity(number=100, low=90, high=110, hedge="about", noun="servicemen")


@pytest.mark.parametrize(
    ("text", "words", "number", "unit"),
    [
        ("40 kilometres", "40 kilometres", 40, "km"),
        ("40 kilometers", "40 kilometers", 40, "km"),
        ("40km", "40km", 40, "km"),
        ("a 300-mile march", "300-mile", 300, "mi"),
        ("5 km²", "5 km²", 5, "km2"),
        ("5 sq km", "5 sq km", 5, "km2"),
        ("five square kilometres", "five square kilometres", 5, "km2"),
        ("200 cubic feet", "200 cubic feet", 200, "ft3"),
        ("12 ft 6 in", "12 ft 6 in", 12.5, "ft"),
        ("6 feet 3 inches", "6 feet 3 inches", 6.25, "ft"),
        ("60 kilometres an hour", "60 kilometres an hour", 60, "km/h"),
        ("60 mph", "60 mph", 60, "mph"),
        ("-5 degrees Fahrenheit", "-5 degrees Fahrenheit", -5, "degF"),
        ("40°C", "40°C", 40, "Cel"),
        ("16 GB", "16 GB", 16, "GB"),
        ("2.5 gigawatt-hours", "2.5 gigawatt-hours", 2.5, "GWh"),
        ("80,000 barrels a day", "80,000 barrels a day", 80000, "bpd"),
        ("half a mile", "half a mile", 0.5, "mi"),
        ("a quarter of an hour", "a quarter of an hour", 0.25, "h"),
        ("two weeks", "two weeks", 2, "wk"),
        ("a three-day trip", "three-day", 3, "d"),
        ("30 tonnes of grain", "30 tonnes of grain", 30, "t"),
        ("2.5m tonnes", "2.5m tonnes", 2500000, "t"),
        ("a 100m race", "100m", 100, "m"),
        ("1,200 parts per million", "1,200 parts per million", 1200, "ppm"),
    ],
)
def test_units(text: str, words: str, number: float, unit: str) -> None:
    span, value = quantity(text)
    assert (span, value.number, value.unit) == (words, pytest.approx(number), unit)


def test_an_unclear_ton_keeps_both_readings() -> None:
    span, value = quantity("35 tons of cargo")
    assert span == "35 tons of cargo"
    assert (value.number, value.low, value.high, value.unit, value.noun) == (35, 31.75, 35, "t", "cargo")
    assert value.reason is not None and "0.907" in value.reason


@pytest.mark.parametrize(
    "text",
    [
        "a 34-year-old man",
        "He is 34 years old.",
        "a man aged 34",
        "at the age of 34",
        "Ann Lee, 34, a nurse",
        "34 years of age",
    ],
)
def test_ages(text: str) -> None:
    _, value = quantity(text)
    assert (value.number, value.unit, value.noun) == (34, "a", "age")


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Two men aged 34 and 61 died.", [34, 61]),
        ("Three sisters aged 34, 61 and 70 died.", [34, 61, 70]),
        ("The dead were aged 5, 12, and 40.", [5, 12, 40]),
        ("A man aged 34 and 61 others died.", [34]),
        ("A man aged 34, 12 children and a dog lived there.", [34]),
        ("Ann Lee, 34, and 61 others died.", [34]),
        ("A man aged 34 and 2,000 more.", [34]),
    ],
)
def test_a_list_of_ages(text: str, ages: list[int]) -> None:
    values = [mention.value for _, mention in read(text, "quantity")]
    assert [one.number for one in values if isinstance(one, Quantity) and one.noun == "age"] == ages


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens of ships", 24, 100),
        ("hundreds of ships", 200, 1000),
        ("thousands of ships", 2000, 10**5),
        ("tens of thousands of ships", 20_000, 10**5),
        ("hundreds of thousands of ships", 200_000, 10**6),
        ("millions of ships", 2 * 10**6, 10**9),
        ("tens of millions of ships", 2 * 10**7, 10**8),
        ("billions of ships", 2 * 10**9, 10**12),
    ],
)
def test_a_vague_count_reaches_to_the_next_word(text: str, low: int, high: int) -> None:
    _, value = quantity(text)
    assert (value.number, value.low, value.high) == (None, low, high)


def test_an_age_range() -> None:
    span, value = quantity("children aged 8–10 years")
    assert (span, value.low, value.high, value.noun) == ("aged 8–10 years", 8, 10, "age")


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("40 hours a week", "wk"),
        ("20 cases per day", "d"),
        ("12 deaths per hospital", "hospital"),
        ("20 J/m2 per year", "m2.a"),
        ("It beat at 70 min-1.", "min"),
        ("5 cm−3 were left", "cm3"),
    ],
)
def test_rates(text: str, per: str) -> None:
    assert quantity(text)[1].per == per


def test_a_week_ago_is_no_rate() -> None:
    ((span, _),) = read("It cost $5 a week ago.", "money")
    assert span == "$5"


@pytest.mark.parametrize(
    ("text", "words", "number", "currency"),
    [
        ("US$58.24 per barrel", "US$58.24 per barrel", 58.24, "USD"),
        ("C$20", "C$20", 20, "CAD"),
        ("A$3.5 million", "A$3.5 million", 3500000, "AUD"),
        ("a fee of €5bn", "€5bn", 5000000000, "EUR"),
        ("£2,000", "£2,000", 2000, "GBP"),
        ("¥500", "¥500", 500, None),
        ("$75", "$75", 75, None),
        ("A $75 fee", "$75", 75, None),
        ("-$75", "-$75", -75, None),
        ("Rs 500 crore", "Rs 500 crore", 5000000000, None),
        ("EUR50m", "EUR50m", 50000000, "EUR"),
        ("50 USD", "50 USD", 50, "USD"),
        ("MUSD 60", "MUSD 60", 60000000, "USD"),
        ("RM23.50", "RM23.50", 23.5, "MYR"),
        ("10.5 million Australian dollars", "10.5 million Australian dollars", 10500000, "AUD"),
        ("800 yuan", "800 yuan", 800, "CNY"),
        ("20 million pounds", "20 million pounds", 20000000, "GBP"),
        ("a loan of 195,000 pounds from a friend", "195,000 pounds", 195000, "GBP"),
        ("NKr 60m", "NKr 60m", 60000000, "NOK"),
        ("19 US cents", "19 US cents", 0.19, "USD"),
        ("68p", "68p", 0.68, "GBP"),
        ("3 dollars 50 cents", "3 dollars 50 cents", 3.5, None),
        ("billions of euros", "billions of euros", None, "EUR"),
    ],
)
def test_money(text: str, words: str, number: float | None, currency: str | None) -> None:
    ((span, mention),) = read(text, "money")
    assert isinstance(mention.value, Money)
    assert (span, mention.value.number, mention.value.currency) == (words, number, currency)
    assert (mention.value.reason is None) == (currency is not None)


def test_a_tagger_tells_verbs_from_nouns() -> None:
    words = ["Two", "sales", "falls", "."]
    doc = Doc(NLP.vocab, words=words, spaces=[True, True, False, False], tags=["CD", "NNS", "VBZ", "."])
    assert [mention.end for mention in quantities.find(doc) if mention.kind == "quantity"] == [len("Two sales")]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("$3–4 billion", 3e9, 4e9),
        ("between $62 and $68 per share", 62, 68),
        ("$10-$20", 10, 20),
        ("5 to 10 euros", 5, 10),
    ],
)
def test_ranges_of_money(text: str, low: float, high: float) -> None:
    ((span, mention),) = read(text, "money")
    assert isinstance(mention.value, Money)
    assert (span, mention.value.low, mention.value.high) == (text, low, high)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rate fell from 5 percent to 3 percent.", [5, 3]),
        ("The force grew from 3,000 to 5,000 soldiers.", [3000, 5000]),
        ("Sales rose in May from 45 to 55 million euros.", [45_000_000, 55_000_000]),
        ("Profit rose to $1.2 billion from 900 million.", [1_200_000_000, 900_000_000]),
        ("They worked from 5 to 7 days.", [None]),
        ("They paid $5 million to 3 million people.", [5_000_000, 3_000_000]),
    ],
)
def test_a_change_has_two_ends_and_a_range_is_one(text: str, expected: list[float | None]) -> None:
    values = [value for kind in ("money", "percent", "quantity") for _, value in read(text, kind)]
    assert [getattr(value.value, "number", None) for value in values] == expected


def test_a_change_and_where_it_led_is_no_range() -> None:
    assert [span for span, _ in read("Shares rose 18 cents to 95 cents.", "money")] == ["18 cents", "95 cents"]
    assert [span for span, _ in read("It increased by $4 to $9.", "money")] == ["$4", "$9"]


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("5%", "%", 5, 5),
        ("5 per cent", "%", 5, 5),
        ("5-7 percent", "%", 5, 7),
        ("between 5% and 7%", "%", 5, 7),
        ("0.5 percentage points", "points", 0.5, 0.5),
        ("60 basis points", "basis points", 60, 60),
        ("more than 60 percent", "%", 60, None),
    ],
)
def test_shares(text: str, unit: str, low: float, high: float | None) -> None:
    ((span, mention),) = read(text, "percent")
    assert isinstance(mention.value, Percent)
    assert (span, mention.value.unit, mention.value.low, mention.value.high) == (text, unit, low, high)


@pytest.mark.parametrize(
    "text",
    [
        "a Tu-160 and two",
        "the F-35",
        "COVID-19",
        "after 9/11",
        "a Boeing 737 landed",
        "Article 5",
        "Route 66",
        "Section 427, Row 21",
        "see page 12",
        "pp. 12-15",
        "category 4",
        "call 800-555-0199",
        "call 555-0199",
        "They won 2-1.",
        "They won 2 – 1 and left.",
        "in 2014",
        "the 2014-15 season",
        "from 1995 to 1998",
        "at 2 p.m.",
        "at 7 p. m.",
        "at 12 Main Street",
        "of 4 Old Mill Lane",
        "at 10.45pm",
        "the S&P 500 rose",
        "12:30",
        "192.168.0.1",
        "No. 10",
        "#4",
        "1) first",
        "the 1990s",
        "on 3/25",
        "no one",
        "another one",
        "that one",
        "the first half",
        "flags at half-staff",
        "the iPhone 14 Pro",
        "a 5G network",
        "ZIP code 90049",
    ],
)
def test_no_quantity(text: str) -> None:
    found = [span for span, _ in read(text, "quantity") if span != "two"]
    assert found == []
    assert [span for span, _ in read(text, "number") if span != "two"] == []


def test_what_may_look_like_a_label_and_counts() -> None:
    assert quantity("In Texas 300 people died.")[0] == "300 people"
    assert quantity("drive 2000 km")[1].number == 2000


def test_odd_input_is_read() -> None:
    assert quantities.find(NLP("")) == []
    assert quantities.find(NLP("a" * 100_000)) == []
    assert len(quantities.find(NLP("1" * 100_000))) == 0
    assert quantities.find(NLP("“” ‘’ «» \N{ZERO WIDTH SPACE} \ufeff")) == []


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("He took $3 from the fund over six years.", None),
        ("Over six years, prices doubled.", None),
        ("The war lasted over six years.", "over"),
        ("She lived there for over six years.", "over"),
        ("She has over six years of experience.", "over"),
        ("It was over 40 years old.", "over"),
        ("The fence is over two metres high.", "over"),
    ],
)
def test_over_a_length_of_time_is_mostly_during_it(text: str, hedge: str | None) -> None:
    assert quantity(text)[1].hedge == hedge


@pytest.mark.parametrize(
    ("text", "unit"),
    [('He carried a 9" knife.', "in"), ('The wrench is 8"', "in"), ('"We won in 9" he said.', None)],
)
def test_a_lone_mark_is_inches_and_one_of_two_closes_a_quotation(text: str, unit: str | None) -> None:
    assert [one.value.unit for _, one in read(text, "number")] == [unit]  # type: ignore[union-attr]
