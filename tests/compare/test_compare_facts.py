"""Which assertions meet, on small invented stories."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import count, permutations

import pytest

from factcheck.compare import compare
from factcheck.models import Assertion, Law, Money, Name, Note, Quantity, Quote, Statement, Time, Value, Vote


def number(value: float, noun: str, *, about: bool = False) -> Quantity:
    low, high = (value * 0.9, value * 1.1) if about else (value, value)
    return Quantity(number=value, low=low, high=high, noun=noun)


def day(iso: str, last: str | None = None) -> Time:
    return Time(edtf=iso, earliest=date.fromisoformat(iso), latest=date.fromisoformat(last or iso), resolved=True)


GENERAL = ("quantity", "date", "sum")

Fact = tuple[str, str, Value]
Story = Sequence[tuple[str, Sequence[Fact]]]
"""Statements, each with its facts: (type, words, value)."""


def assertions(stories: Sequence[Story]) -> list[Assertion]:
    """The stories as S1, S2, ... in the order given."""
    made = []
    for article, story in enumerate(stories, 1):
        numbers, at = count(1), 0
        for text, facts in story:
            statement = Statement(text, at, at + len(text))
            for kind, words, value in facts:
                start = at + text.index(words)
                ident, article_id = f"S{article}-{next(numbers):02}", f"S{article}"
                place = (start, start + len(words))
                made.append(
                    Assertion(
                        ident, article_id, kind, words, *place, statement, 1, 1, value, {}, None, False, "normal", kind
                    )
                )  # fmt: skip
            at += len(text) + 1
    return made


def notes(*stories: Story, published: Mapping[str, date] | None = None) -> dict[tuple[str, ...], str]:
    """Relation of every note on two or more articles, by the words of its assertions."""
    found = assertions(stories)
    words = {assertion.id: assertion.text for assertion in found}
    return {
        tuple(words[ident] for ident in note.assertions): note.relation
        for note in compare(found, general=GENERAL, published=published)
        if note.relation != "single"
    }


ABOUT_90 = number(90, "soldiers", about=True)
LANDING = (
    "Around 90 northern soldiers and their tents landed at Port Ellen last Saturday.",
    [("troops", "Around 90 northern soldiers", ABOUT_90), ("date", "last Saturday", day("2021-05-08"))],
)
LANDED = (
    "Two northern ships put about 90 troops ashore at Port Ellen over the weekend, residents said.",
    [
        ("quantity", "Two northern ships", number(2, "ships")),
        ("troops", "about 90 troops", number(90, "troops", about=True)),
        ("date", "over the weekend", day("2021-05-08", "2021-05-09")),
    ],
)
EXERCISE = (
    "Two northern bombers flew over Port Ellen in January for an exercise.",
    [
        ("quantity", "Two northern bombers", number(2, "bombers")),
        ("date", "in January", day("2021-01-01", "2021-01-31")),
    ],
)
HARVEST = (
    "The barley harvest fell by 90 tons.",
    [("quantity", "90 tons", Quantity(number=90, low=90, high=90, unit="t"))],
)


def test_a_shared_count_brings_the_dates_of_its_sentences_together() -> None:
    assert notes([LANDING], [LANDED]) == {
        ("Around 90 northern soldiers", "about 90 troops"): "agrees",
        ("last Saturday", "over the weekend"): "compatible",
    }


def test_two_events_are_not_one_fact() -> None:
    assert notes([EXERCISE], [LANDED]) == {}
    assert notes([HARVEST], [LANDED]) == {}


BOMBERS = (
    "In January two northern bombers flew to Port Ellen.",
    [
        ("aircraft", "two northern bombers", number(2, "bombers")),
        ("date", "In January", day("2021-01-01", "2021-01-31")),
    ],
)
PLANES = (
    "The two northern planes that flew to Port Ellen on Saturday were the first since two bombers came in January.",
    [
        ("aircraft", "two northern planes", number(2, "planes")),
        ("date", "Saturday", day("2021-05-08")),
        ("aircraft", "two bombers", number(2, "bombers")),
        ("date", "January", day("2021-01-01", "2021-01-31")),
    ],
)


def test_the_date_beside_a_figure_says_which_event_it_is_of() -> None:
    assert notes([BOMBERS], [PLANES]) == {
        ("two northern bombers", "two bombers"): "agrees",
        ("In January", "January"): "agrees",
    }


def test_a_date_holds_for_the_rest_of_its_paragraph() -> None:
    held = ("In January both held exercises at Port Ellen.", [("date", "In January", day("2021-01-01", "2021-01-31"))])
    came = ("Two northern bombers flew to Port Ellen.", [("aircraft", "Two northern bombers", number(2, "bombers"))])
    assert notes([held, came], [LANDED, PLANES]) == {
        ("Two northern bombers", "two bombers"): "agrees",
        ("In January", "January"): "agrees",
    }


def test_figures_that_differ_meet_where_the_sentences_are_about_the_same() -> None:
    one = ("The council voted to spend $2 on the Port Ellen sea wall.", [("money", "$2", number(2, ""))])
    two = ("Port Ellen's council will spend $3 on the sea wall.", [("money", "$3", number(3, ""))])
    assert notes([one], [two]) == {("$2", "$3"): "differs"}


FLOODED: Story = [
    (
        "A flood at Port Ellen has shut 14 public schools.",
        [("quantity", "14 public schools", number(14, "public schools"))],
    )
]
CLOSED: Story = [
    (
        "Sixteen schools at Port Ellen were closed after heavy rain.",
        [("quantity", "Sixteen schools", number(16, "schools"))],
    ),
    ("Officials hoped to open them on Monday.", []),
]


def test_the_only_count_of_a_thing_in_either_account_of_an_event_is_one_fact() -> None:
    assert notes(FLOODED, CLOSED) == {("14 public schools", "Sixteen schools"): "differs"}
    twice = (
        "Port Ellen has 40 schools, three of which stayed open.",
        [("quantity", "40 schools", number(40, "schools"))],
    )
    assert notes(FLOODED, [*CLOSED, twice]) == {("14 public schools", "Sixteen schools"): "differs"}


def test_a_tally_of_an_event_is_one_fact_whatever_the_sentences_say() -> None:
    one = (
        "Councillors backed the sea wall by 97 votes to 62 on Monday.",
        [("sum", "97 votes to 62", Vote(method=None, yeas=97, nays=62))],
    )
    two = (
        "The council of Port Ellen agreed 97 to 63 to build the wall.",
        [("sum", "97 to 63", Vote(method=None, yeas=97, nays=63))],
    )
    assert notes([one], [two]) == {("97 votes to 62", "97 to 63"): "differs"}


def test_a_figure_that_only_rises_cannot_fall() -> None:
    before = ("Boats saved 141 people at Port Ellen.", [("rescue_count", "saved 141 people", number(141, "people"))])
    after = ("At Port Ellen 140 people were saved.", [("rescue_count", "140 people were saved", number(140, "people"))])
    found = ("saved 141 people", "140 people were saved")
    assert notes([before], [after], published=THE_DAYS) == {found: "differs"}
    assert notes([after], [before], published=THE_DAYS) == {found[::-1]: "incomparable"}


def test_a_memory_of_another_year_meets_its_own_figure() -> None:
    one = (
        "It was the worst flood in Port Ellen since 79 people drowned.",
        [("death_toll", "79 people", number(79, "people"))],
    )
    two = (
        "In 1998 a flood in Port Ellen killed 79 people.",
        [("date", "In 1998", day("1998-01-01", "1998-12-31")), ("death_toll", "79 people", number(79, "people"))],
    )
    assert notes([one], [two], published=THE_DAYS) == {("79 people", "79 people"): "agrees"}


def test_figures_without_a_noun_meet_in_sentences_that_are_plainly_alike() -> None:
    def found(text: str, value: int) -> Story:
        return [(text, [("quantity", str(value), number(value, ""))])]

    one = found("A report by the harbour board found that 11 of the ferries were overloaded.", 11)
    two = found("A report of the harbour board says 12 of the ferries were overloaded.", 12)
    assert notes(one, two) == {("11", "12"): "differs"}
    assert notes(one, found("The harbour has 12 in the morning.", 12)) == {}


def test_one_large_sum_in_two_currencies_meets() -> None:
    def asked(text: str, words: str, currency: str) -> Story:
        return [(text, [("sum", words, Money(number=12e6, low=12e6, high=12e6, currency=currency))])]

    one = asked("Hackers want a ransom of 12 million euros from Port Ellen.", "12 million euros", "EUR")
    two = asked("Port Ellen's hackers demanded 12 million dollars on Monday.", "12 million dollars", "USD")
    assert notes(one, two) == {("12 million euros", "12 million dollars"): "incomparable"}


TWELVE = ("The flood in Port Ellen killed 12 people.", [("death_toll", "killed 12 people", number(12, "people"))])
MORE = (
    "Divers found three more bodies after the flood in Port Ellen.",
    [("death_toll", "three more bodies", number(3, "bodies"))],
)
FIFTEEN = (
    "The number of people killed by the flood in Port Ellen rose to 15.",
    [("death_toll", "rose to 15", number(15, "people"))],
)
THE_DAYS = {"S1": date(2021, 5, 8), "S2": date(2021, 5, 10)}


def test_a_toll_of_another_day_may_have_risen() -> None:
    found = ("killed 12 people", "rose to 15")
    assert notes([TWELVE], [MORE, FIFTEEN], published=THE_DAYS) == {found: "incomparable"}
    assert notes([TWELVE], [FIFTEEN], published={"S1": THE_DAYS["S1"], "S2": THE_DAYS["S1"]}) == {found: "differs"}
    (note,) = compare(assertions([[TWELVE], [FIFTEEN]]), general=GENERAL, published=THE_DAYS)
    assert "from 12 to 15" in note.why and "2021-05-08" in note.why and "2021-05-10" in note.why


def test_what_comes_on_top_is_not_the_whole() -> None:
    assert notes([TWELVE], [MORE]) == {}


def test_of_several_figures_of_a_type_the_first_of_each_article_meet() -> None:
    before = ("In 1954 a flood killed 90 people here.", [("death_toll", "killed 90 people", number(90, "people"))])
    buses = ("Two drivers died at Port Ellen.", [("death_toll", "Two drivers died", number(2, "drivers"))])
    found = notes([TWELVE, before], [FIFTEEN, buses], published=THE_DAYS)
    assert ("killed 12 people", "rose to 15") in found and len(found) == 1


def toll(text: str, words: str, value: float, noun: str = "people") -> tuple[str, list[Fact]]:
    return (text, [("death_toll", words, number(value, noun))])


def test_of_several_figures_of_a_type_those_nearest_to_each_other_meet() -> None:
    one = [
        toll("A flood at Port Ellen killed 31 people.", "killed 31 people", 31),
        toll("In a home 14 people died.", "14 people died", 14),
    ]
    two = [
        toll("Fifteen old people drowned here.", "Fifteen old people drowned", 15),
        toll("The flood at Port Ellen has claimed 36 lives.", "claimed 36 lives", 36),
    ]
    assert notes(one, two) == {
        ("killed 31 people", "claimed 36 lives"): "differs",
        ("14 people died", "Fifteen old people drowned"): "differs",
    }


def test_a_sum_without_a_type_meets_one_with_a_type_in_a_sentence_that_is_plainly_alike() -> None:
    pounds = [Money(number=each, low=each, high=each, currency="GBP") for each in (185_000, 195_000)]
    one = ("Port Ellen's mayor resigned after a builder paid £185,000 for it.", [("sum", "£185,000", pounds[0])])
    two = ("Port Ellen's mayor resigned over a builder's loan of £195,000.", [("aid", "loan of £195,000", pounds[1])])
    far = ("A fund gave Port Ellen a loan of £195,000 in spring.", [("aid", "loan of £195,000", pounds[1])])
    assert notes([one], [two]) == {("£185,000", "loan of £195,000"): "differs"}
    assert notes([one], [far]) == {}


def test_long_figures_with_their_digits_in_another_order_meet() -> None:
    one = ("A driver at Port Ellen earns 31,400 a year.", [("quantity", "31,400", number(31_400, ""))])
    two = ("At Port Ellen drivers make 34,100, Roe said on a visit.", [("quantity", "34,100", number(34_100, ""))])
    assert notes([one], [two]) == {("31,400", "34,100"): "differs"}


THREE, SEVEN = number(3, "members"), number(7, "members")


def test_votes_for_and_against_are_two_facts() -> None:
    no = ("Three members of the club voted against it.", [("margin", "Three members of the club voted against", THREE)])
    yes = ("Seven members of the club voted for it.", [("margin", "Seven members of the club voted for", SEVEN)])
    assert notes([no], [yes]) == {}


def test_how_a_vote_was_held_is_not_how_it_ended() -> None:
    ended = ("A change at Port Ellen was rejected, 82-69.", [("ballot", "82-69", Vote(method=None, yeas=82, nays=69))])
    called = ("It was passed in a roll-call vote.", [("ballot", "roll-call vote", Vote(method="roll call"))])
    hands = Vote(method="show of hands")
    shown = ("The vote at Port Ellen was by show of hands.", [("ballot", "show of hands", hands)])
    assert notes([ended], [shown]) == {}
    assert notes([called, ended], [shown]) == {("roll-call vote", "show of hands"): "differs"}


def test_a_large_figure_that_is_not_round_is_known_again() -> None:
    one = (
        "It hopes to sell 92,000 vans this year, down from 104,300.",
        [("vehicles", "92,000 vans", number(92_000, "vans")), ("quantity", "104,300", number(104_300, ""))],
    )
    two = (
        "The firm sold 104,300 vans last year and hopes for 92,000.",
        [("vehicles", "104,300 vans", number(104_300, "vans")), ("quantity", "92,000", number(92_000, ""))],
    )
    assert notes([one], [two]) == {("104,300", "104,300 vans"): "agrees", ("92,000 vans", "92,000"): "agrees"}


def test_two_words_for_one_thing() -> None:
    one = ("Three carriages derailed at Port Ellen.", [("quantity", "Three carriages", number(3, "carriages"))])
    two = ("At Port Ellen four cars derailed.", [("quantity", "four cars", number(4, "cars"))])
    assert notes([one], [two]) == {("Three carriages", "four cars"): "differs"}


def test_types_that_only_measure_need_the_noun() -> None:
    people = ("Port Ellen is a town of 9,000.", [("demographic", "town of 9,000", number(9000, "people"))])
    council = ("Port Ellen has a 9,130-member guild.", [("demographic", "9,130-member", number(9130, "member"))])
    assert notes([people], [council]) == {}


def test_an_end_without_a_beginning_is_no_day() -> None:
    by = Time(edtf="../2021-12-25", latest=date(2021, 12, 25), resolved=True)
    one = ("The minister of Port Ellen spoke on Saturday.", [("date", "Saturday", day("2021-05-08"))])
    two = ("The minister of Port Ellen wants it by Christmas.", [("date", "by Christmas", by)])
    assert notes([one], [two]) == {}


def test_a_type_that_says_what_is_counted_meets_one_that_does_not() -> None:
    load = Quantity(number=900, low=900, high=900, unit="t", noun="gravel")
    ship = ("A barge carrying 900 tons of gravel sank at Port Ellen.", [("cargo", "carrying 900 tons of gravel", load)])
    bare = ("The barge with 900 tons of gravel had left Port Ellen.", [("quantity", "900 tons of gravel", load)])
    crew = ("The barge carrying nine people sank at Port Ellen.", [("quantity", "nine people", number(9, "people"))])
    assert notes([ship], [bare, crew]) == {("carrying 900 tons of gravel", "900 tons of gravel"): "agrees"}


def test_ages_meet_by_the_person() -> None:
    def aged(name: str, years: float) -> list[Assertion]:
        value = Quantity(number=years, low=years, high=years, unit="a", noun="age")
        story = [(f"{name}, {years:.0f}, left Port Ellen.", [("age", f"{name}, {years:.0f}", value)])]
        return [replace(each, fields={"person": name}) for each in assertions([story])]

    def relation(one: Sequence[Assertion], other: Sequence[Assertion]) -> list[str]:
        found = compare([*one, *(replace(each, id="S2-1", article="S2") for each in other)], general=GENERAL)
        return [note.relation for note in found if note.relation != "single"]

    assert relation(aged("Ann Lee", 52), aged("Lee", 53)) == ["differs"]
    assert relation(aged("Ann Lee", 52), aged("Bob Roe", 53)) == []


def test_a_crew_is_people() -> None:
    crew = ("The ship with 34 crew sank off Port Ellen.", [("quantity", "34 crew", number(34, "crew"))])
    people = ("The ship that sank had 34 people on board.", [("quantity", "34 people", number(34, "people"))])
    fewer = ("The ship that sank had 31 people on board.", [("quantity", "31 people", number(31, "people"))])
    assert notes([crew], [people]) == {("34 crew", "34 people"): "agrees"}
    assert notes([crew], [fewer]) == {}


def test_years_that_are_facts_of_their_own_are_set_side_by_side() -> None:
    one = ("The ship, built in 1987, sank off Port Ellen.", [("history", "built in 1987", day("1987-01-01"))])
    two = ("Built in 1986, the ship had left Port Ellen.", [("history", "Built in 1986", day("1986-01-01"))])
    assert notes([one], [two]) == {("built in 1987", "Built in 1986"): "differs"}


def test_a_slip_of_a_thousand_does_not_keep_two_sums_apart() -> None:
    one = (
        "The council of Port Ellen put $12 million into a sea wall.",
        [("sum", "$12 million", Money(number=12e6, low=12e6, high=12e6))],
    )
    two = (
        "Port Ellen's council put $12 billion into the sea wall.",
        [("sum", "$12 billion", Money(number=12e9, low=12e9, high=12e9))],
    )
    far = (
        "Port Ellen's council put $70 billion into the sea wall.",
        [("sum", "$70 billion", Money(number=70e9, low=70e9, high=70e9))],
    )
    assert notes([one], [two]) == {("$12 million", "$12 billion"): "differs"}
    assert notes([one], [far]) == {}


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (Name(name="Ann Lee", role="mayor"), Name(name="Ann Lee", role="mayor of Leith"), "compatible"),
        (Name(name="Sergei Lavrin"), Name(name="Sergey Lavrin"), "differs"),
        (Name(name="Ann Lee"), Name(name="Bob Lee"), None),
        (Name(name="Kim"), Name(name="Tim"), None),
        (Law(name="Clean Rivers Act"), Law(name="Clean Rivers Act", number="H.R. 12"), "compatible"),
        (Law(name="Clean Rivers Act"), Law(name="Clean Schools Act"), None),
        (Quote(words="we will stay as long as it takes"), Quote(words="we will stay as long as needed"), "differs"),
        (Quote(words="we will stay as long as it takes"), Quote(words="nothing of the kind happened here"), None),
    ],
)
def test_names_laws_and_quotations_meet_by_what_they_are_called(one: Value, other: Value, relation: str | None) -> None:
    found = notes([("Here is this.", [("fact", "this", one)])], [("There was that.", [("fact", "that", other)])])
    assert found == ({("this", "that"): relation} if relation else {})


def test_every_assertion_is_in_exactly_one_note() -> None:
    found = assertions([[LANDING, HARVEST], [LANDED], [EXERCISE]])
    listed = [ident for note in compare(found, general=GENERAL) for ident in note.assertions]
    assert sorted(listed) == sorted(assertion.id for assertion in found)


def test_one_article_has_no_notes() -> None:
    assert compare(assertions([[LANDING, LANDED]])) == ()


def test_a_figure_repeated_in_one_article_is_one_fact() -> None:
    again = (
        "Around 90 northern soldiers are at Port Ellen.",
        [("troops", "Around 90 northern soldiers", ABOUT_90)],
    )
    assert ("Around 90 northern soldiers", "Around 90 northern soldiers", "about 90 troops") in notes(
        [LANDING, again], [LANDED]
    )


def test_the_order_of_the_articles_does_not_change_the_notes() -> None:
    stories = [[LANDING, HARVEST], [LANDED], [EXERCISE, LANDED]]

    def found(order: Sequence[int]) -> set[tuple[str, frozenset[tuple[int, str]]]]:
        made = assertions([stories[index] for index in order])
        origin = {assertion.id: (order[int(assertion.article[1:]) - 1], assertion.text) for assertion in made}

        def told(note: Note) -> tuple[str, frozenset[tuple[int, str]]]:
            return note.relation, frozenset(origin[ident] for ident in note.assertions)

        return {told(note) for note in compare(made, general=GENERAL)}

    assert len({frozenset(found(order)) for order in permutations(range(3))}) == 1
