import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.checklist.phrases import Either, Gap, Maybe, Name, PhraseError, Row, Word, names, parse

WRITE = "write <launch>, <count of missile>, <quote of 4+ words> or <launcher as subject>"


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        ("fired", Word("fired")),
        ('"US" forces', Row((Word('"US"'), Word("forces")))),
        ("<launch>", Name("launch", 0)),
        ("<count of missile>", Name("count", 0, of="missile")),
        ("<quote of 4+ words>", Name("quote", 0, least=4)),
        ("<launcher as subject>", Name("launcher", 0, role="subject")),
        ("a ... b", Row((Word("a"), Gap(4), Word("b")))),
        ("a...2 b", Row((Word("a"), Gap(2), Word("b")))),
        ("a … b", Row((Word("a"), Gap(4), Word("b")))),
        ("(a | b c)", Either((Word("a"), Row((Word("b"), Word("c")))))),
        ("a | b", Either((Word("a"), Word("b")))),
        ("a b?", Row((Word("a"), Maybe(Word("b"))))),
        ("(a b)? c", Row((Maybe(Row((Word("a"), Word("b")))), Word("c")))),
        (
            "a & b",
            Either((Row((Word("a"), Gap(4), Word("b"))), Row((Word("b"), Gap(4), Word("a"))))),
        ),
        (
            "a &2 b",
            Either((Row((Word("a"), Gap(2), Word("b"))), Row((Word("b"), Gap(2), Word("a"))))),
        ),
        ("<person> , <role>", Row((Name("person", 0), Word(","), Name("role", 11)))),
    ],
)
def test_tree(source, tree):
    assert parse(source) == tree


@pytest.mark.parametrize(
    ("source", "offset", "message"),
    [
        ("", 0, "there is nothing here to match"),
        ("a (b", 2, "'(' is never closed with ')'"),
        ("a b)", 3, "')' closes nothing"),
        ("a | ", 4, "there is nothing here to match"),
        ("<a", 0, "'<' is never closed with '>'"),
        ("a>", 1, "'>' without a '<' before it"),
        ("<>", 0, f"'<>' is not a name: {WRITE}"),
        ("<a b>", 0, f"'<a b>' is not a name: {WRITE}"),
        ("<a as verb>", 0, f"'<a as verb>' is not a name: {WRITE}"),
        ('say "x', 4, "the quotation mark is never closed"),
        ("? a", 0, "a word, a <name> or a '(' is missing here"),
        ("a? & b", 3, "'&' joins two parts that must both be there, not an optional one"),
        ("a & ...", 2, "'&' joins two parts that must both be there, not an optional one"),
        ("& a", 0, "'&' needs a part on its left"),
        ("a &", 3, "a word, a <name> or a '(' is missing here"),
        ("a ...99 b", 2, "a gap of 99 words is too long: 20 at most"),
        ("... a", 0, "a phrase cannot begin or end with '...': it would match any words there"),
        ("a (b | c ...)", 0, "a phrase cannot begin or end with '...': it would match any words there"),
        ("a? b?", 0, "a phrase needs at least one part that is not optional"),
    ],
)
def test_what_cannot_be_read_says_why_and_where(source, offset, message):
    with pytest.raises(PhraseError) as caught:
        parse(source)
    assert (caught.value.offset, str(caught.value)) == (offset, message)


@given(st.text(alphabet='ab<> ()|?&."…2of', max_size=300))
def test_any_text_is_a_tree_or_a_fault(source):
    try:
        list(names(parse(source)))
    except PhraseError as error:
        assert 0 <= error.offset <= len(source)
