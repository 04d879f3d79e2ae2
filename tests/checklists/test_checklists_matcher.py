from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import read

from factcheck.checklist import Checklist, Matcher, Phrase
from factcheck.checklist.phrases import parse

WORDS = {
    "launch": ("launch", "test-fire"),
    "missile": ("missile", "cruise missile", "rocket"),
    "personnel": ("soldier", "serviceman", "military force"),
}
FIELDS = {
    "launcher": "name",
    "person": "person",
    "count": "number",
    "amount": "quantity",
    "when": "time",
    "role": "role",
    "quote": "quote",
    "what": "text",
}


def checklist(*phrases, value="count", excepts=(), kind="test"):
    made = [tuple(Phrase(source, parse(source)) for source in sources) for sources in (phrases, excepts)]
    return Checklist(kind, kind, None, "normal", WORDS, FIELDS, value, *made, (), (), (), (), Path("test.yaml"))


def found(sentence, *phrases, **options):
    doc, mentions = read(sentence)
    return [
        (doc.text[hit.start : hit.end], {name: doc.text[m.start : m.end] for name, m in hit.bindings.items()})
        for hit in Matcher([checklist(*phrases, **options)]).find(doc, mentions)
    ]


@pytest.mark.parametrize(
    ("phrase", "sentence", "expected"),
    [
        ("launch", "They launched it.", "launched"),
        ("launch", "They LAUNCHED it.", "LAUNCHED"),
        ('"launch"', "They launched it.", None),
        ('"launch"', "The launch failed.", "launch"),
        ('"launch"', "Launch it.", None),
        ("<launch>", "They “test-fired” it.", "test-fired"),
        ("<launch>", "They test fired it.", "test fired"),
        ("don't", "They don’t know.", "don’t"),
        ("<launch> ... <missile>", "They launched a new long range rocket.", "launched a new long range rocket"),
        ("<launch> ...2 <missile>", "They launched a new long range rocket.", None),
        ("<launch> ... <missile>", "They launched a new cruise missile.", "launched a new cruise missile"),
        ("<launch> ... <missile>", "They launched one. Rockets fell.", None),
        ("<launch> <missile>", "They launched rockets.", "launched rockets"),
        ("<launch> <missile>", "They launched, rockets fell.", None),
        ("<launch> ... <missile>", "They launched, on Monday, two rockets.", "launched, on Monday, two rockets"),
        ("(two | three) <missile>", "All three rockets fell.", "three rockets"),
        ("<launch> (a | two)? <missile>", "They launch rockets.", "launch rockets"),
        ("<launch> (a | two)? <missile>", "They launch a rocket.", "launch a rocket"),
        ("rocket & army", "The army has a rocket.", "army has a rocket"),
        ("rocket & army", "A rocket of the army.", "rocket of the army"),
        ("the army's rocket", "The army rockets and the army’s rockets.", "The army rockets"),
        ("<count> ... <missile>", "At least {number:14} ballistic missiles.", "14 ballistic missiles"),
        ("<count> <missile>", "At least {number:14} ballistic missiles.", None),
        ("<count> ... <missile>", "{number:Two} planes with {number:100} rockets.", "100 rockets"),
        ("<amount of personnel>", "{quantity:{number:100} Irish military forces} came.", "100 Irish military forces"),
        ("<amount of personnel>", "{quantity:{number:100} soldier songs} were sung.", None),
        ("<amount of personnel>", "{quantity:{number:100}} young soldiers came.", "100 young soldiers"),
        ("<amount> ... <missile>", "{quantity:{number:14} ballistic missiles} fell.", "14 ballistic missiles"),
        ("<launcher> <launch>", "{name:Ann Lee} launched it.", "Ann Lee launched"),
        ("<launcher> <launch>", "{organisation:Northland’s army} launched it.", "Northland’s army launched"),
        ("<launcher> <launch>", "{place:Northland} launched it.", "Northland launched"),
        ("<person> , <role>", "{name:Ann Lee}, {role:the mayor}, came.", "Ann Lee, the mayor"),
        ("<person> ,? <role>", "{place:Northland}, {role:the mayor}, came.", None),
        ("<quote of 4+ words>", "He said {quote:“we will go home”} twice.", "“we will go home”"),
        ("<quote of 4+ words>", "He said {quote:“we will go”} twice.", None),
        ("<quote> ... said", "{quote:“We go. We must.”} Lee said so.", None),
        ("<quote> ... said", "{quote:“We go. We must”} as Lee said.", "“We go. We must” as Lee said"),
        ("the <what> law", "He broke the fair trade law.", "the fair trade law"),
        ("called it <what>", "They called it a grave breach of trust, he said.", "called it a grave breach of trust"),
    ],
)  # fmt: skip
def test_phrase_on_a_sentence(phrase, sentence, expected):
    hits = found(sentence, phrase)
    assert (hits[0][0] if hits else None) == expected


def test_fields_are_bound():
    sentence = "{organisation:Northland} launched {number:at least 14} ballistic rockets {time:on Monday}."
    phrase = "<launcher> <launch> ... <count> ... <missile> <when>?"
    (hit,) = found(sentence, phrase)
    assert hit == (
        "Northland launched at least 14 ballistic rockets on Monday",
        {"launcher": "Northland", "count": "at least 14", "when": "on Monday"},
    )


def test_one_hit_for_each_value_fills_most_fields():
    sentence = "{place:Northland} launched {number:3} rockets and {number:14} missiles."
    hits = found(sentence, "<count> ... <missile>", "<launcher> <launch> ... <count> ... <missile>")
    assert hits == [
        ("Northland launched 3 rockets", {"launcher": "Northland", "count": "3"}),
        ("Northland launched 3 rockets and 14 missiles", {"launcher": "Northland", "count": "14"}),
    ]


def test_a_quantity_is_bound_whole():
    (hit,) = found("{quantity:{number:14} ballistic missiles} fell.", "<amount> ... <missile>", value="amount")
    assert hit == ("14 ballistic missiles", {"amount": "14 ballistic missiles"})


def test_except_bars_its_sentence_only():
    sentence = "{number:3} missiles of the missile defence. {number:4} missiles."
    assert [text for text, _ in found(sentence, "<count> <missile>", excepts=["missile defence"])] == ["4 missiles"]


def test_checklists_do_not_disturb_each_other():
    doc, mentions = read("They launched {number:14} rockets.")
    several = [checklist("<count> <missile>", kind="a"), checklist("<launch>", kind="b")]
    hits = Matcher(several).find(doc, mentions)
    assert [(hit.checklist.type, hit.phrase, hit.words) for hit in hits] == [
        ("b", "<launch>", 1),
        ("a", "<count> <missile>", 1),
    ]


def test_many_mentions_and_gaps_stay_bounded():
    sentence = " ".join("{number:7}" for _ in range(300)) + " rockets"
    assert len(found(sentence, " ... ".join(["<count>"] + ["<count>?"] * 8 + ["<missile>"]))) >= 1


@pytest.mark.parametrize("text", ["", " \n ", "x" * 100_000, "’“”‘—…", "launch " * 2_000])
def test_odd_documents(text):
    doc, mentions = read(text)
    assert len(Matcher([checklist("<launch>")]).find(doc, mentions)) == text.count("launch")


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(["launched", "rockets", ",", "{number:14}", "{place:Northland}", ". A"]), max_size=30))
def test_hits_are_slices_that_hold_their_bindings(words):
    doc, mentions = read(" ".join(words))
    matcher = Matcher([checklist("<launcher>? <launch> ... <count> ... <missile>", "<count> & <launch>")])
    hits = matcher.find(doc, mentions)
    assert hits == matcher.find(doc, mentions)
    for hit in hits:
        assert 0 <= hit.start < hit.end <= len(doc.text)
        assert all(hit.start <= mention.start <= mention.end <= hit.end for mention in hit.bindings.values())
