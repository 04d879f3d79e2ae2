"""What the templates see: every fact once, every word verbatim, in the order in which people work."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import flood
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import worksheet
from factcheck.models import Accusation, Assertion, Attribution, FieldKind, Name, Reply, Session, Statement, Text
from factcheck.worksheet.calls import calls
from factcheck.worksheet.index import index
from factcheck.worksheet.marks import Marks
from factcheck.worksheet.pack import Answer, Card, Entry, Group, Pack


@pytest.fixture(scope="module")
def session() -> Session:
    return flood.session()


def pack_of(session: Session, **options: object) -> Pack:
    return worksheet.context(session, flood.CHECKLISTS, form=worksheet.load_form(), **options)  # type: ignore[arg-type]


def groups(pack: Pack, code: str) -> tuple[Group, ...]:
    return next(sheet.cards.groups for sheet in pack.sheets if sheet.code == code and sheet.cards)


def cards(pack: Pack) -> list[Card]:
    return [card for sheet in pack.sheets if sheet.cards for group in sheet.cards.groups for card in group.cards]


@pytest.mark.parametrize("group_by", ["source", "speaker", "type"])
def test_every_fact_stands_on_one_card(session: Session, group_by: str) -> None:
    found = [fact.id for card in cards(pack_of(session, group_by=group_by)) for fact in card.facts]
    assert sorted(found) == [each.id for each in session.assertions]


@pytest.mark.parametrize("group_by", ["source", "speaker", "type"])
def test_a_sentence_is_printed_once_and_verbatim(session: Session, group_by: str) -> None:
    articles = {each.id: each for each in session.articles}
    for article in session.articles:
        printed = [
            "".join(run.text for run in c.runs)
            for c in cards(pack_of(session, group_by=group_by))
            if c.article == article.id
        ]
        assert len(printed) == len(set(printed))
        assert all(text in articles[article.id].text for text in printed)


def test_groups_are_in_the_order_of_the_first_words(session: Session) -> None:
    assert [group.title for group in groups(pack_of(session), "S1")] == [
        "Regional civil protection office",
        None,  # the article's own voice
        "Łucja Brzęczyszczykiewicz",
        "The ministry",
        "Tomás Hradil",
        "A woman who lives by the bridge",
        "Maren Aas",
    ]


def test_a_speaker_keeps_the_role_and_the_doubt(session: Session) -> None:
    found = {group.title: group for group in groups(pack_of(session), "S1")}
    assert found["Maren Aas"].role == "opposition leader"
    assert found["The ministry"].candidates == ("Interior Ministry", "Water Ministry")
    assert found["A woman who lives by the bridge"].unnamed


def test_types_are_grouped_by_their_most_important_fact(session: Session) -> None:
    titles = [group.title for group in groups(pack_of(session, group_by="type"), "Facts")]
    assert titles[:5] == ["Amounts of money", "Bills and laws", "Dead and injured", "Quotations", "Votes"]


def test_facts_of_one_type_on_a_card_ask_once(session: Session) -> None:
    for card in cards(pack_of(session)):
        asked = [fact.type for fact in card.facts if fact.guide]
        assert len(asked) == len(set(asked))
        assert all(fact.full for fact in card.facts if fact.guide)


def test_what_was_understood_comes_with_its_reasons(session: Session) -> None:
    facts = {fact.id: fact for card in cards(pack_of(session)) for fact in card.facts}
    assert (facts["S1-02"].hedge, facts["S1-03"].anchor) == ("at least", "2025-03-14")
    assert facts["S1-04"].reason == "“last autumn” may be that of 2023 or of 2024"


def test_a_speaker_that_is_not_the_groups_is_named(session: Session) -> None:
    facts = {fact.id: fact for card in cards(pack_of(session)) for fact in card.facts}
    assert facts["S1-05"].speaker is None
    # The name in the tag of the quotation is the article's own, and so has no speaker to name.
    assert facts["S1-07"].speaker is None


def test_a_quotation_is_marked_around_the_facts_in_it(session: Session) -> None:
    card = next(card for card in cards(pack_of(session)) if card.id == "S1-15")
    assert [(run.mark, run.numbers) for run in card.runs] == [("around", ("15",)), ("fact", ("16",)), ("around", ())]


def test_notes_start_with_what_differs_and_leave_single_ones_out(session: Session) -> None:
    notes = pack_of(session).notes
    assert [(note.id, note.sign) for note in notes] == [("N1", "≠"), ("N2", "≠"), ("N3", "?"), ("N4", "≈"), ("N5", "=")]
    assert [side.text for side in notes[0].sides] == ["Seven people", "Nine people"]


def test_sides_of_a_note_stand_on_one_scale(session: Session) -> None:
    deaths, _, money, *_ = pack_of(session).notes
    assert [side.bar and side.bar.left for side in deaths.sides] == [8, 92]
    assert [side.bar and side.bar.open_left for side in money.sides] == [False, True]


def test_facts_of_one_article_are_listed_by_type(session: Session) -> None:
    assert [(entry.name, entry.ids) for entry in pack_of(session).singles] == [("Amounts of money", ("S1-10",))]


def test_the_timeline_puts_the_days_of_all_articles_in_order(session: Session) -> None:
    assert [
        (moment.value.split(" (")[0], [side.id for side in moment.sides]) for moment in pack_of(session).timeline
    ] == [
        ("2024-11", ["S2-08"]),
        ("Tue 2024-11-19", ["S1-08"]),
        ("Sun 2025-02-02", ["S1-06"]),
        ("Wed 2025-03-12", ["S1-03"]),
        ("Thu 2025-03-13", ["S1-14", "S1-20"]),
    ]


def test_the_annotated_copy_has_the_lines_of_the_article(session: Session) -> None:
    for article in session.articles:
        sheet = next(s.text for s in pack_of(session).sheets if s.text and s.text.source.id == article.id)
        printed = [line for block in sheet.blocks for line in "".join(run.text for run in block.runs).split("\n")]
        assert printed == [article.text[start:end].replace("\n", " ") for start, end in article.lines]
        assert [number for block in sheet.blocks for number in block.numbers] == list(range(1, len(printed) + 1))


def test_margins_name_each_fact_once(session: Session) -> None:
    sheet = next(s.text for s in pack_of(session).sheets if s.text)
    found = [number for block in sheet.blocks for line in block.margins for number in line]
    assert found == [each.id[3:] for each in session.assertions if each.article == "S1"]


def test_sentences_without_a_row_keep_their_line(session: Session) -> None:
    sheet = next(s.text for s in pack_of(session).sheets if s.text)
    assert [(loose.line, loose.text) for loose in sheet.loose] == [
        (17, "It was still raining when the first boats came."),
        (20, "She did not say where the number came from."),
    ]


def test_call_sheets_go_over_all_articles_and_leave_the_unnamed_out(session: Session) -> None:
    called = next(sheet.calls for sheet in pack_of(session).sheets if sheet.kind == "call")
    assert [call.name for call in called] == [
        "Regional civil protection office",
        "Łucja Brzęczyszczykiewicz",
        "Tomás Hradil",
        "Maren Aas",
    ]
    minister = called[2]
    assert [quoted.ids for quoted in minister.said] == [
        ("S1-11", "S1-12"),
        ("S1-13", "S1-14"),
        ("S1-15", "S1-16"),
        ("S2-03", "S2-04"),
        ("S2-05",),
    ]


def test_the_index_has_names_in_alphabetical_order(session: Session) -> None:
    found = pack_of(session).index
    assert [entry.name for entry in found["names"]][:2] == ["Maren Aas", "Regional civil protection office"]
    assert found["laws"][0].ids == ("S1-18",)


def test_the_index_knows_names_in_fields_and_surnames() -> None:
    kinds: dict[str, dict[str, FieldKind]] = {"troops": {"place": "place", "who": "name", "when": "time"}}

    def fact(number: int, said_by: str | None, **fields: str) -> Assertion:
        attribution = Attribution(said_by, said_by, "said", "direct", 0, 1) if said_by else None
        return Assertion(
            f"S1-{number:02d}", "S1", "troops", "x", 0, 1, Statement("x", 0, 1), 1, 1, Text(words="x"), fields,
            attribution, False, "low", "",
        )  # fmt: skip

    facts = [fact(1, "Jo Lund", place="Tromsø"), fact(99, None, who="Lund", when="Monday"), fact(100, "Lund")]
    found = index(facts, kinds)
    assert found == {
        "names": (Entry("Jo Lund", ("S1-01", "S1-99", "S1-100")),),
        "places": (Entry("Tromsø", ("S1-01",)),),
        "laws": (),
    }


def test_fields_of_a_call_have_names_of_their_own() -> None:
    """A full stop would make a tree of fields; two names that differ by nothing else are told apart all the same."""
    article = flood.article("S1", "Ann B. Roe spoke. Ann B Roe spoke.", title="Two")

    def accusation(party: str, start: int) -> Accusation:
        statement = Statement(article.text[start : start + 17], start, start + 17)
        return Accusation("S1", 1, party, (), statement, Attribution("x", None, "said", "indirect", 0, 1), None)

    told = [accusation("Ann B. Roe", 0), accusation("Ann B. Roe", 0), accusation("Ann B Roe", 18)]
    called = calls({}, told)
    assert [call.key for call in called] == ["ann b roe", "ann b roe 2"]
    assert [charge.key for call in called for charge in call.charges] == ["S1:0", "S1:18"]


def test_an_accusation_is_on_the_call_of_who_is_accused(session: Session) -> None:
    one = session.articles[0]
    fact = session.assertions[10]
    statement = Statement(fact.statement.text, fact.statement.start, fact.statement.end)
    by = Attribution("Lund", "Jo Lund", "accused", "indirect", 0, 4)
    answer = Reply("S1", 12, "answers", statement)
    accusations = (
        Accusation(one.id, 11, "Aas", (), statement, by, answer),
        Accusation(
            one.id, 11, "him", ("Per Holm", "Ida Moe"), statement, by, None, (Reply("S2", 3, "silent", statement),)
        ),
    )
    sheet = pack_of(replace(session, accusations=accusations)).sheets[-2]
    found = {call.name: call for call in sheet.calls if call.charges}
    assert list(found) == ["Maren Aas", "Per Holm", "Ida Moe"]
    (charge,) = found["Maren Aas"].charges
    assert (charge.by, charge.answer, charge.elsewhere) == ("Jo Lund", Answer("answers", "S1", 12), ())
    assert fact.id in charge.ids
    (charge,) = found["Ida Moe"].charges
    assert (charge.answer, charge.elsewhere) == (None, (Answer("silent", "S2", 3),))


def test_a_very_long_article_has_its_text_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.worksheet.text.PART", 20)
    session = flood.large_session(3)
    sheets = [sheet for sheet in pack_of(session).sheets if sheet.text]
    assert [sheet.code for sheet in sheets][:3] == ["S1 text", "S1 text 2", "S1 text 3"]
    numbers = [number for sheet in sheets if sheet.text for block in sheet.text.blocks for number in block.numbers]
    assert numbers == list(range(1, len(session.articles[0].lines) + 1))
    assert sum(len(sheet.text.loose) for sheet in sheets if sheet.text) == len(session.unmatched)


def test_too_many_facts_for_cards_are_marked_in_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.worksheet.sheets.MOST_ON_CARDS", 10)
    pack = pack_of(flood.large_session(2))
    facts = [fact for card in cards(pack) for fact in card.facts]
    left_out = [sheet.cards.left_out for sheet in pack.sheets if sheet.cards]
    assert (len(facts), left_out) == (10, [32])
    assert {fact.priority for fact in facts} == {"high"}
    text = next(sheet.text for sheet in pack.sheets if sheet.text)
    assert sum(len(line) for block in text.blocks for line in block.margins) == 42


def test_there_are_no_notes_on_nothing(session: Session) -> None:
    bare = replace(session, assertions=(), notes=())
    assert "notes" not in [sheet.kind for sheet in pack_of(bare).sheets]


def test_counts_are_of_what_is_printed(session: Session) -> None:
    pack = pack_of(session, only="S2")
    assert sum(count.all for count in pack.counts) == 9
    assert [source.id for source in pack.sources] == ["S2"]
    assert not pack.notes


def test_only_knows_its_articles(session: Session) -> None:
    with pytest.raises(KeyError):
        pack_of(session, only="S9")


def test_sheets_can_be_chosen(session: Session) -> None:
    assert [sheet.code for sheet in pack_of(session, sheets=("text", "call")).sheets] == ["S1 text", "S2 text", "Calls"]


def test_a_session_without_facts_has_sheets() -> None:
    article = flood.article("S1", "Nothing happened.", title="Nothing")
    pack = pack_of(Session("Nothing", None, (article,), (), (), ()))
    assert [sheet.code for sheet in pack.sheets] == ["Cover", "S1 text", "Index"]


def test_statements_that_overlap_share_a_card() -> None:
    text = "“It was late. We went home,” said Jo Lund, 41."
    article = flood.article("S1", text, title="Late", published=date(2025, 3, 14))
    said_by = Attribution("Jo Lund", "Jo Lund", "said", "direct", 34, 41)

    def fact(number: int, words: str, statement: str) -> Assertion:
        start, first = text.index(words), text.index(statement)
        return Assertion(
            f"S1-{number:02d}",
            "S1",
            "date",
            words,
            start,
            start + len(words),
            Statement(statement, first, first + len(statement)),
            1,
            1,
            Text(words=words),
            {},
            said_by,
            True,
            "normal",
            "date: <when>",
        )

    facts = (fact(1, "late", "“It was late."), fact(2, "home", "“It was late. We went home,”"), fact(3, "41", text))
    found = cards(pack_of(Session("Late", None, (article,), facts, (), ())))
    assert ["".join(run.text for run in card.runs) for card in found] == [text]


@given(st.data())
def test_runs_are_the_text_whatever_is_marked(data: st.DataObject) -> None:
    text = data.draw(st.text(min_size=1, max_size=60))
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    marked = [span for span in data.draw(st.lists(spans, max_size=8)) if span[0] < span[1]]
    facts = [
        Assertion(
            f"S1-{n:02d}",
            "S1",
            "x",
            text[a:b],
            a,
            b,
            Statement(text, 0, len(text)),
            1,
            1,
            Name(name="x"),
            {},
            None,
            False,
            "low",
            "x: <x>",
        )
        for n, (a, b) in enumerate(marked, 1)
    ]
    start, end = data.draw(spans)
    runs = Marks(text, facts).runs(start, end)
    assert "".join(run.text for run in runs) == text[start:end]
    begun = sorted(number for run in runs for number in run.numbers)
    assert begun == [fact.id[3:] for fact in facts if start <= fact.start < end]
    covered = [position for fact in facts for position in range(fact.start, fact.end)]
    position = start
    for run in runs:
        assert all((place in covered) == bool(run.mark) for place in range(position, position + len(run.text)))
        position += len(run.text)
