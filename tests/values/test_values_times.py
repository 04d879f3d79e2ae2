"""What an article says about time, put on the calendar.

The article of most tables appeared on Thursday, 28 March 2019.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from factcheck.models import Mention, Paragraph, Time
from factcheck.values import times
from factcheck.values.times import nodes

THURSDAY = date(2019, 3, 28)


@pytest.fixture(scope="module")
def nlp() -> spacy.language.Language:
    return spacy.blank("en")


def found(nlp: spacy.language.Language, text: str, published: date | None = THURSDAY) -> list[tuple[str, Time]]:
    mentions = times.find(nlp(text), published=published)
    assert all(mention.kind == "time" for mention in mentions)
    return [(text[mention.start : mention.end], mention.value) for mention in mentions]  # type: ignore[misc]


def the_one(nlp: spacy.language.Language, text: str, published: date | None = THURSDAY) -> tuple[str, Time]:
    (one,) = found(nlp, text, published)
    return one


ABSOLUTE = [
    ("The deal was signed on March 25, 2019.", "March 25, 2019", "2019-03-25"),
    ("The deal was signed on 25 March 2019.", "25 March 2019", "2019-03-25"),
    ("The deal was signed on the 25th of March, 2019.", "the 25th of March, 2019", "2019-03-25"),
    ("The deal was signed on Sept. 11, 2001.", "Sept. 11, 2001", "2001-09-11"),
    ("The deal was signed on 2019-03-25.", "2019-03-25", "2019-03-25"),
    ("The deal was signed on 25.03.2019.", "25.03.2019", "2019-03-25"),
    ("The deal was signed on 25-Mar-2019.", "25-Mar-2019", "2019-03-25"),
    ("The deal was signed on 3/25/19.", "3/25/19", "2019-03-25"),
    ("It follows a 2001 bilateral agreement.", "2001", "2001"),
    ("It was agreed in 2001, she said.", "2001", "2001"),
    ("It was agreed in March 2001.", "March 2001", "2001-03"),
    ("It was agreed in '98.", "'98", "1998"),
    ("It was agreed in nineteen ninety-six.", "nineteen ninety-six", "1996"),
    ("Prices rose in the 1990s.", "the 1990s", "199X"),
    ("Prices rose in the '90s.", "the '90s", "199X"),
    ("Prices rose in the early 2000s.", "early 2000s", "2000/2002"),
    ("Prices rose in the 20th century.", "the 20th century", "19XX"),
    ("Prices rose in mid-2018.", "mid-2018", "2018-05/2018-08"),
    ("Prices rose in the summer of 2016.", "the summer of 2016", "2016-22"),
    ("Prices rose in the third quarter of 2017.", "the third quarter of 2017", "2017-07/2017-09"),
    ("Prices rose in Q3 2017.", "Q3 2017", "2017-07/2017-09"),
    ("Prices rose in the first half of 2017.", "the first half of 2017", "2017-01/2017-06"),
    ("The budget for FY 2020 is larger.", "FY 2020", "2019-10/2020-09"),
    ("The city fell in 264 BC.", "264 BC", "-0263"),
    ("They met on Thanksgiving 2018.", "Thanksgiving 2018", "2018-11-22"),
    ("They met on Good Friday 2018.", "Good Friday 2018", "2018-03-30"),
    ("It lasted from 3 to 7 May 2018.", "from 3 to 7 May 2018", "2018-05-03/2018-05-07"),
    ("It lasted from January to April 2018.", "from January to April 2018", "2018-01/2018-04"),
    ("It lasted 5 and 6 March 2018.", "5 and 6 March 2018", "2018-03-05/2018-03-06"),
    ("It lasted two weeks starting May 20, 2018.", "two weeks starting May 20, 2018", "2018-05-20/2018-06-02"),
    ("It was filed as 20180302, they said.", "20180302", "2018-03-02"),
    ("She came on twenty five January nineteen ninety.", "twenty five January nineteen ninety", "1990-01-25"),
    ("It grew between 2010 and 2015.", "between 2010 and 2015", "2010/2015"),
    ("In 2018 residents objected.", "2018", "2018"),
    ("It has run since January 1, 2010 or so.", "since January 1, 2010", "2010-01-01/.."),
    ("It grew in the 2017-18 season.", "2017-18", "2017/2018"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), ABSOLUTE)
def test_a_date_in_full_needs_no_publication_date(
    nlp: spacy.language.Language, text: str, words: str, edtf: str
) -> None:
    for published in (THURSDAY, None) if "'9" not in text and "/19." not in text else (THURSDAY,):
        shown, time = the_one(nlp, text, published)
        assert (shown, time.edtf, time.resolved) == (words, edtf, True)


RELATIVE = [
    ("The planes landed last Saturday.", "last Saturday", "2019-03-23"),
    ("On Wednesday, the president called for a withdrawal.", "Wednesday", "2019-03-27"),
    ("She said in a statement late Tuesday that it was legal.", "late Tuesday", "2019-03-26"),
    ("In January, both countries held exercises.", "January", "2019-01"),
    ("He made a pledge last fall.", "last fall", "2018-23"),
    ("On March 25, House members passed the act.", "March 25", "2019-03-25"),
    ("Supporters came to a March 27 rally.", "March 27", "2019-03-27"),
    ("He was reelected last year.", "last year", "2018"),
    ("The two sides met over the weekend.", "over the weekend", "2019-03-23/2019-03-24"),
    ("The talks will resume over the weekend.", "over the weekend", "2019-03-30/2019-03-31"),
    ("It was announced yesterday.", "yesterday", "2019-03-27"),
    ("They did it last week.", "last week", "2019-03-18/2019-03-24"),
    ("It was announced the day before yesterday.", "the day before yesterday", "2019-03-26"),
    ("They met two weeks ago.", "two weeks ago", "2019-03-11/2019-03-17"),
    ("They met 11 days ago.", "11 days ago", "2019-03-17"),
    ("They met 50 years ago.", "50 years ago", "1969"),
    ("They met a few months ago.", "a few months ago", "../2019-03"),
    ("They will meet in three days.", "in three days", "2019-03-31"),
    ("They will meet next month.", "next month", "2019-04"),
    ("They will meet next Friday.", "next Friday", "2019-04-05"),
    ("They will meet this coming Friday.", "this coming Friday", "2019-03-29"),
    ("They will meet the week after next.", "the week after next", "2019-04-08/2019-04-14"),
    ("They met on Tuesday of last week.", "Tuesday of last week", "2019-03-19"),
    ("They will meet next week on Tuesday.", "next week on Tuesday", "2019-04-02"),
    ("They met in early December.", "early December", "2018-12-01/2018-12-10"),
    ("They met earlier this month.", "earlier this month", "2019-03-01/2019-03-28"),
    ("They met in the first week of March.", "the first week of March", "2019-03-04/2019-03-10"),
    ("They will meet on the first Monday in April.", "the first Monday in April", "2019-04-01"),
    ("It rained in the week of March 4.", "the week of March 4", "2019-03-04/2019-03-10"),
    ("It rained over the past three days.", "the past three days", "2019-03-25/2019-03-28"),
    ("It rained from Monday to Wednesday.", "from Monday to Wednesday", "2019-03-25/2019-03-27"),
    ("It rained March 25-27.", "March 25-27", "2019-03-25/2019-03-27"),
    ("Profits will rise in Q3.", "Q3", "2019-07/2019-09"),
    ("They met on Christmas Eve.", "Christmas Eve", "2018-12-24"),
    ("They met two days before Christmas.", "two days before Christmas", "2018-12-23"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), RELATIVE)
def test_a_relative_date_counts_from_publication(
    nlp: spacy.language.Language, text: str, words: str, edtf: str
) -> None:
    shown, time = the_one(nlp, text, date(2019, 3, 28))
    assert (shown, time.edtf, time.resolved, time.anchor is not None) == (words, edtf, True, True)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The minister said Tuesday that talks had failed.", -2),
        ("The council will meet Tuesday.", 5),
        ("The council is to vote Tuesday on the plan.", 5),
        ("A vote is expected Tuesday.", 5),
        ("The council met Thursday.", 0),
        ("The council will meet Thursday.", 0),
        ("The council has until Monday to decide.", 4),
        ("The road had been cleared by Monday.", -3),
        ("The match has been postponed since Tuesday.", -2),
        ("The road will have been cleared by Monday.", 4),
        ("They have to leave by Monday.", 4),
        ("The mayor criticised Monday's vote.", -3),
    ],
)
def test_tense_and_preposition_say_which_way_a_weekday_looks(
    nlp: spacy.language.Language, text: str, days: int
) -> None:
    _, time = the_one(nlp, text)
    assert time.earliest == time.latest or None in (time.earliest, time.latest)
    assert (time.latest or time.earliest) == THURSDAY + timedelta(days)


@pytest.mark.parametrize(
    ("text", "words", "timex"),
    [
        ("The quake struck at 4:20 a.m. Wednesday.", "4:20 a.m. Wednesday", "2019-03-27T04:20"),
        ("The quake struck on Wednesday at 4:20 a.m.", "Wednesday at 4:20 a.m.", "2019-03-27T04:20"),
        ("The quake struck at 10:35 a.m. (0735 GMT) Friday.", "10:35 a.m. (0735 GMT) Friday", "2019-03-22T10:35"),
        ("The quake struck at noon on March 5.", "noon on March 5", "2019-03-05T12:00"),
        ("The quake struck on Sunday night.", "Sunday night", "2019-03-24TNI"),
        ("The quake struck this morning.", "this morning", "2019-03-28TMO"),
        ("The quake struck last night at 8.", "last night at 8", "2019-03-27T20:00"),
        ("The quake struck on the night of 20 March.", "the night of 20 March", "2019-03-20TNI"),
    ],
)
def test_times_of_day_stay_with_their_day(nlp: spacy.language.Language, text: str, words: str, timex: str) -> None:
    shown, time = the_one(nlp, text)
    assert (shown, time.timex, time.edtf) == (words, timex, timex[:10])


def test_a_stretch_of_the_clock_has_both_ends(nlp: spacy.language.Language) -> None:
    (expression,) = times.expressions(nlp("Doors are open Monday from 8 to 9:30 a.m. only."), published=THURSDAY)
    assert [part.time.timex for part in expression.parts if part.time] == ["2019-03-25T08:00", "2019-03-25T09:30"]


@pytest.mark.parametrize(
    ("text", "words", "edtf", "earliest", "latest"),
    [
        ("It has been shut since 2014.", "since 2014", "2014/..", date(2014, 1, 1), None),
        ("It is shut until June.", "until June", "../2019-06", None, date(2019, 6, 30)),
        ("It must close by the end of the year.", "by the end of the year", "../2019-12", None, date(2019, 12, 31)),
        ("It was shut before 2010.", "before 2010", "../2009-12-31", None, date(2009, 12, 31)),
        ("It opened after March 5.", "after March 5", "2019-03-06/..", date(2019, 3, 6), None),
        ("It had 40 members as of Monday.", "as of Monday", "2019-03-25", date(2019, 3, 25), date(2019, 3, 25)),
    ],
)
def test_open_intervals(
    nlp: spacy.language.Language, text: str, words: str, edtf: str, earliest: date | None, latest: date | None
) -> None:
    shown, time = the_one(nlp, text)
    assert (shown, time.edtf, time.earliest, time.latest) == (words, edtf, earliest, latest)


def test_seasons_have_months(nlp: spacy.language.Language) -> None:
    _, fall = the_one(nlp, "He made a pledge last fall.")
    assert (fall.earliest, fall.latest) == (date(2018, 9, 1), date(2018, 11, 30))


@pytest.mark.parametrize(
    ("text", "edtfs"),
    [
        ("The siege began on 5 May 1789. The next day the king spoke.", ["1789-05-05", "1789-05-06"]),
        ("The siege began on 5 May 1789. Two days later it ended.", ["1789-05-05", "1789-05-07"]),
        ("The siege began on 5 May 1789 and ended on 17 June.", ["1789-05-05", "1789-06-17"]),
        ("The siege began on 5 May 1789 and ended that year.", ["1789-05-05", "1789"]),
        ("The siege began in December 1916. In February, help came.", ["1916-12", "1917-02"]),
        ("It began on 5 May 1789 under a 1776 law. The next day it ended.", ["1789-05-05", "1776", "1789-05-06"]),
        ("It fell in May 1950. The charter of 1812 was lost. In June, it rained.", ["1950-05", "1812", "1950-06"]),
        ("The truce held in January and February 1937.", ["1937-01", "1937-02"]),
        ("Two were paid in June 1950: one on June 5, one on June 7.", ["1950-06", "1950-06-05", "1950-06-07"]),
        ("It was shut between 1914 and 1919. It opens in May.", ["1914/1919", "XXXX-05"]),
        ("The summit was on April 24 and 25, 1999.", ["1999-04-24", "1999-04-25"]),
    ],
)
def test_a_story_is_counted_from_the_last_date_named(nlp: spacy.language.Language, text: str, edtfs: list[str]) -> None:
    assert [time.edtf for _, time in found(nlp, text, None)] == edtfs


@pytest.mark.parametrize(
    ("text", "edtf", "reason"),
    [
        ("They met on March 25.", "XXXX-03-25", "give a publication date"),
        ("They met in March.", "XXXX-03", "give a publication date"),
        ("They met last Saturday.", None, "give a publication date"),
        ("They met two weeks ago.", None, "give a publication date"),
        ("They met in '98.", None, "give a publication date"),
        ("The next day, they met.", None, "not named before"),
        ("They met on Feb. 30, 2019.", None, "there is no day 30 in 2019-02"),
    ],
)
def test_what_stays_open_says_why_and_how_to_mend_it(
    nlp: spacy.language.Language, text: str, edtf: str | None, reason: str
) -> None:
    _, time = the_one(nlp, text, None)
    assert (time.resolved, time.edtf, time.earliest) == (False, edtf, None)
    assert reason in (time.reason or "")


def test_figures_that_can_be_read_in_two_ways_keep_both(nlp: spacy.language.Language) -> None:
    _, time = the_one(nlp, "The deal was signed on 3/4/19.")
    assert (time.resolved, time.edtf, time.earliest, time.latest) == (False, None, date(2019, 3, 4), date(2019, 4, 3))
    assert "2019-03-04" in (time.reason or "") and "2019-04-03" in (time.reason or "")


def test_a_weekday_that_does_not_go_with_its_date_is_flagged(nlp: spacy.language.Language) -> None:
    assert the_one(nlp, "They met on Monday, March 25, 2019.")[1].reason is None
    assert the_one(nlp, "They met on Friday, March 25, 2019.")[1].reason == "2019-03-25 is a Monday, not a Friday"


@pytest.mark.parametrize(
    "text",
    [
        "Ties fell to post-Cold War lows.",
        "He may march in the spring of the box, a second time.",
        "They march. The sun rose. He sat down. She wed.",
        "Some 2001 people and 1,200 soldiers came.",
        "It cost $2001, or 1998 dollars.",
        "He flew on Boeing 2019 and Flight 1549.",
        "The attacks of 9/11 changed it, 24/7.",
        "It was the worst since the Sept. 11 attacks.",
        "The fall of Saigon was a shock.",
        "Theresa May said so; April Jones agreed.",
        "It ended 3-2, and 19-30.",
        "Call 202-555-0100 or 555-0199.",
        "She stayed for two years on a three-day pass.",
        "They meet every Monday and twice a week.",
    ],
)
def test_what_is_no_time(nlp: spacy.language.Language, text: str) -> None:
    assert found(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("She stayed for two years.", "P2Y"),
        ("It was a three-day visit.", "P3D"),
        ("It took an hour and a half.", "PT1.5H"),
        ("It took several weeks.", "PXW"),
        ("It took a decade.", "P10Y"),
        ("It will last two weeks.", "P2W"),
        ("They meet every Monday.", "XXXX-WXX-1"),
        ("They meet twice a week.", "P1W"),
        ("They meet daily.", "P1D"),
        ("It is safe now.", "PRESENT_REF"),
    ],
)
def test_durations_and_sets_are_expressions_but_no_mentions(
    nlp: spacy.language.Language, text: str, timex: str
) -> None:
    (expression,) = times.expressions(nlp(text), published=THURSDAY)
    assert isinstance(expression.node, nodes.Length | nodes.Repeated | nodes.Reference)
    assert (expression.node.timex, expression.time) == (timex, None)
    assert found(nlp, text) == []


def test_furniture_is_left_out(nlp: spacy.language.Language) -> None:
    text = "They met on March 25.\n\nCopyright in 2019, posted on April 2."
    paragraphs = [Paragraph(0, 21, "body"), Paragraph(23, len(text), "furniture")]
    (mention,) = times.find(nlp(text), published=THURSDAY, paragraphs=paragraphs)
    assert text[mention.start : mention.end] == "March 25"


def test_a_paragraph_ends_an_expression(nlp: spacy.language.Language) -> None:
    assert [words for words, _ in found(nlp, "They met in March\n\n2019 was warm.")] == ["March", "2019"]


WORDS = [
    *(
        "March",
        "25",
        "2019",
        "Monday",
        "last",
        "next",
        "the",
        "of",
        "week",
        "early",
        "-",
        "/",
        ",",
        ".",
        "'",
        "’",
        "98",
    ),
    *(
        "s",
        "two",
        "days",
        "ago",
        "later",
        "from",
        "to",
        "at",
        "4",
        ":",
        "30",
        "a.m.",
        "BC",
        "Feb",
        "fall",
        "in",
        "every",
    ),
    *("second", "half", "year", "9999", "0001", "decade", "before", "Easter", "99999999999999999999"),
]


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(["", " ", "\n\n"])), max_size=25), st.none() | st.dates()
)
def test_any_words_give_slices_in_order(pairs: list[tuple[str, str]], published: date | None) -> None:
    text = "".join(word + space for word, space in pairs)
    mentions: list[Mention] = times.find(_doc(text), published=published)
    assert mentions == times.find(_doc(text), published=published)
    end = 0
    for mention in mentions:
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        value = mention.value
        assert isinstance(value, Time)
        assert value.resolved or value.reason
        if value.earliest and value.latest:
            assert value.earliest <= value.latest
        if value.edtf and value.resolved:
            assert set(value.edtf) <= set("0123456789-/X.")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    times.find(_doc(text), published=THURSDAY)


_NLP = spacy.blank("en")


def _doc(text: str) -> Doc:
    return _NLP.make_doc(text)


REPEATED = (
    "March ",
    "1-",
    "'",
    "early ",
    "at 4:20 ",
    "in the year ",
    "two days before ",
    "from March to ",
    "the first day of ",
)


@pytest.mark.parametrize("text", ["", " ", "x" * 100_000, "1" * 100_000, *(words * 5_000 for words in REPEATED)])
def test_odd_and_long_text_is_read_in_linear_time(text: str) -> None:
    times.find(Doc(_NLP.vocab, words=[text] if text.strip() else []), published=THURSDAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It met on 5 and 12 March 2018.", [("5", "2018-03-05"), ("12 March 2018", "2018-03-12")]),
        (
            "It met on 5, 12 and 19 March 2018.",
            [("5", "2018-03-05"), ("12", "2018-03-12"), ("19 March 2018", "2018-03-19")],
        ),
        ("It met on the 5th and 12th of March.", [("the 5th", "2019-03-05"), ("12th of March", "2019-03-12")]),
        ("The fair starts Monday and ends Friday.", [("Monday", "2019-04-01"), ("Friday", "2019-04-05")]),
        ("The fair opens on Monday and closes on Friday.", [("Monday", "2019-04-01"), ("Friday", "2019-04-05")]),
        ("She beat him Monday and will play on Sunday.", [("Monday", "2019-03-25"), ("Sunday", "2019-03-31")]),
        ("They met Monday. The fair ends Friday.", [("Monday", "2019-03-25"), ("Friday", "2019-03-29")]),
    ],
)
def test_days_that_belong_together(nlp: spacy.language.Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(words, value.edtf) for words, value in found(nlp, text)] == expected


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("In April's vote it lost.", "April", "2018-04"),
        ("The party lost the vote in April.", "April", "2018-04"),
        ("The party has decided to vote in April.", "April", "2019-04"),
        ("The vote is in April.", "April", "2019-04"),
        ("Growth is expected in next year's first quarter.", "next year's first quarter", "2020-01/2020-03"),
        ("The season runs May to October.", "May to October", "2019-05/2019-10"),
        ("The pool is closed for three days from tomorrow.", "three days from tomorrow", "2019-03-29/2019-03-31"),
        ("Plans change in the next four business days.", "the next four business days", "2019-03-29/2019-04-03"),
        ("They quit five working days ago.", "five working days ago", "2019-03-21"),
        ("They quit a year and three months ago.", "a year and three months ago", "2017-12"),
        ("It saves 40 million euros a year from 2021.", "2021", "2021"),
        ("The road will open by EOY.", "by EOY", "../2019-12"),
        ("Enrolment fell this school year.", "this school year", "2018-08/2019-07"),
        ("Doors open at seven thirty tomorrow evening.", "seven thirty tomorrow evening", "2019-03-29"),
        ("They paid from the end of March to mid-June.", "from the end of March to mid-June", "2019-03-27/2019-06-20"),
    ],
)
def test_what_a_newsroom_says(nlp: spacy.language.Language, text: str, words: str, edtf: str) -> None:
    span, value = the_one(nlp, text)
    assert (span, value.edtf) == (words, edtf)


@pytest.mark.parametrize("text", ["He sold five thirty-seat buses.", "In all, 5 and 12 people came.", "Dial 20189999."])
def test_numbers_that_are_no_times(nlp: spacy.language.Language, text: str) -> None:
    assert found(nlp, text) == []
