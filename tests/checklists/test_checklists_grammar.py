"""Fields that play a part in the grammar, on hand-made parses: no pipeline is needed."""

import pytest
import spacy
from spacy.tokens import Doc
from test_checklists_matcher import checklist

from factcheck.checklist import Matcher
from factcheck.models import Mention, Name, Quantity

ACTIVE = (
    "Northland/NNP/nsubj/8 ,/,/punct/0 which/WDT/nsubj/3 threatened/VBD/relcl/0 its/PRP$/poss/5 neighbour/NN/dobj/3"
    " for/IN/prep/3 ,/,/punct/0 launched/VBD/ROOT/8 two/CD/nummod/10 rockets/NNS/dobj/8"
)
PASSIVE = (
    "two/CD/nummod/1 rockets/NNS/nsubjpass/3 were/VBD/auxpass/3 launched/VBN/ROOT/3 at/IN/prep/3 night/NN/pobj/4"
    " by/IN/agent/3 the/DT/det/8 army/NN/pobj/6 of/IN/prep/8 Northland/NNP/pobj/9"
)
RELATIVE = "Northland/NNP/ROOT/0 ,/,/punct/0 which/WDT/nsubj/3 launched/VBD/relcl/0 two/CD/nummod/5 rockets/NNS/dobj/3"
VICTIM = "two/CD/nummod/1 rockets/NNS/nsubjpass/3 were/VBD/auxpass/3 launched/VBN/ROOT/3"


def parsed(written):
    words, tags, deps, heads = zip(*(part.rsplit("/", 3) for part in written.split()), strict=True)
    return Doc(
        spacy.blank("en").vocab,
        words=list(words),
        tags=list(tags),
        deps=list(deps),
        heads=[int(head) for head in heads],
    )


def mentions(doc):
    value = Quantity(number=2, low=2, high=2, noun="rockets")
    for token in doc:
        if token.text == "two":
            end = token.nbor().idx + len(token.nbor())
            yield Mention("number", token.idx, token.idx + 3, value)
            yield Mention("quantity", token.idx, end, value)
        elif token.text == "army":
            yield Mention("organisation", token.idx, doc[-1].idx + len(doc[-1]), Name(name="army of Northland"))
        elif token.text == "Northland" and "army" not in doc.text:
            yield Mention("place", token.idx, token.idx + len(token), Name(name="Northland", entity="place"))


def found(written, *phrases):
    doc = parsed(written)
    hits = Matcher([checklist(*phrases, value="amount")]).find(doc, list(mentions(doc)))
    return [{name: doc.text[m.start : m.end] for name, m in hit.bindings.items()} for hit in hits]


@pytest.mark.parametrize(
    ("written", "launcher"), [(ACTIVE, "Northland"), (PASSIVE, "army of Northland"), (RELATIVE, "Northland")]
)
def test_subject_and_object_are_found_anywhere(written, launcher):
    phrase = "<launcher as subject> ... <launch> ... <amount as object>"
    assert found(written, phrase) == [{"launcher": launcher, "amount": "two rockets"}]


def test_the_other_part_is_refused():
    assert found(VICTIM, "<amount> <launch>?")
    assert found(VICTIM, "<amount as subject> ... <launch>") == []
    assert found(VICTIM, "<amount as object> ... <launch>") == [{"amount": "two rockets"}]


def test_without_a_parse_the_words_decide():
    doc = Doc(spacy.blank("en").vocab, words=["Northland", "launched", "rockets"], sent_starts=[True, False, False])
    place = Mention("place", 0, 9, Name(name="Northland", entity="place"))
    (hit,) = Matcher([checklist("<launcher as subject> <launch>", value="launcher")]).find(doc, [place])
    assert hit.bindings == {"launcher": place}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("They/PRP/nsubj/1 launched/VBD/ROOT/1 two/CD/nummod/3 rockets/NNS/dobj/1", ["two rockets"]),
        (  # what stands before the "and" says nothing of the object after it
            "They/PRP/nsubj/1 launched/VBD/ROOT/1 boats/NNS/dobj/1 and/CC/cc/1 lost/VBD/conj/1 two/CD/nummod/6"
            " rockets/NNS/dobj/4",
            [],
        ),
        (
            "They/PRP/nsubj/1 ate/VBD/ROOT/1 and/CC/cc/1 launched/VBD/conj/1 two/CD/nummod/5 rockets/NNS/dobj/3",
            ["two rockets"],
        ),
        (
            "Planes/NNS/nsubjpass/2 were/VBD/auxpass/2 launched/VBN/ROOT/2 and/CC/cc/2 two/CD/conj/2"
            " were/VBD/aux/6 missing/VBG/advcl/2",
            [],
        ),
        (
            "They/PRP/nsubj/1 launched/VBD/ROOT/1 boats/NNS/dobj/1 and/CC/cc/2 two/CD/nummod/5 rockets/NNS/conj/2",
            ["two rockets"],
        ),
    ],
)
def test_a_value_of_the_next_clause_is_not_taken(written, expected):
    assert [hit["amount"] for hit in found(written, "<launch> ...3 <amount>")] == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "two/CD/nsubjpass/7 of/IN/prep/0 the/DT/det/5 club/NN/poss/5 two/CD/nummod/5 rockets/NNS/pobj/1"
            " were/VBD/auxpass/7 launched/VBN/ROOT/7",
            "two",
        ),
        (
            "two/CD/nsubj/6 of/IN/prep/0 the/DT/det/4 two/CD/nummod/4 rockets/NNS/pobj/1 launched/VBN/acl/4"
            " were/VBD/ROOT/6 red/JJ/acomp/6",
            "two rockets",
        ),
    ],
)
def test_a_verb_tells_of_the_part_or_of_the_whole(written, expected):
    doc = parsed(written)
    given = list(mentions(doc))
    first = next(each for each in given if each.kind == "number")
    given = [each for each in given if each.kind == "quantity" and each.start != first.start]
    hits = Matcher([checklist("<amount> ... launched", value="amount")]).find(
        doc, [Mention("quantity", first.start, first.end, first.value), *given]
    )
    found = [doc.text[hit.bindings["amount"].start : hit.bindings["amount"].end] for hit in hits]
    assert found == [expected]
