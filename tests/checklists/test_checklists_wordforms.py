import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.checklist.wordforms import atoms, forms, spellings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They test-fired 1,200 rockets.", "They test fired 1,200 rockets ."),
        ("the people’s army and Russia's", "the people army and Russia"),
        ("“Don’t,” he said", "Don’t , he said"),
        ("U.S. troops - the 21st unit", "U.S. troops - the 21st unit"),
        ("Tu-160 and 35.5% of it", "Tu 160 and 35.5 % of it"),
        ("a – b", "a – b"),
        ("", ""),
    ],
)
def test_words_and_signs_of_a_text(text, words):
    assert " ".join(atom.text for atom in atoms(text)) == words


@given(st.text())
def test_atoms_are_ordered_slices(text):
    at = 0
    for atom in atoms(text):
        assert at <= atom.start < atom.end <= len(text)
        assert text[atom.start : atom.end] == atom.text
        at = atom.end


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("launch", "launches launched launching"),
        ("fire", "fires fired firing"),
        ("carry", "carries carried carrying"),
        ("destroy", "destroys destroyed destroying"),
        ("ship", "ships shipped shipping"),
        ("visit", "visits visited visiting visitted visitting"),
        ("go", "goes went gone going"),
        ("serviceman", "servicemen"),
        ("spokeswoman", "spokeswomen"),
        ("veto", "vetoes vetos vetoed vetoing"),
        ("agree", "agrees agreed agreeing"),
        ("die", "dies died dying"),
        ("building", "buildings"),
        ("launched", ""),
        ("forces", ""),
        ("of", ""),
        ("aircraft", ""),
        ("basis", "bases"),
        ("need", "needs needed needing"),
    ],
)
def test_forms_of_a_word(word, expected):
    assert forms(word) == tuple(expected.split())


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("shoot down", "shot down"),
        ("member of parliament", "members of parliament"),
        ("military adviser", "military advisers"),
        ("test-fire", "test fired"),
    ],
)
def test_first_or_last_word_of_an_entry_takes_forms(entry, found):
    assert tuple(found.split()) in {spelling.keys for spelling in spellings(entry)}


@pytest.mark.parametrize("entry", ['"Act"', "“Act”"])
def test_quoted_entry_is_exact(entry):
    (spelling,) = spellings(entry)
    assert (spelling.keys, spelling.exact) == (("act",), ("Act",))
