"""Who said what: every case with the words said, the words for the speaker, and the name where there is one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import attribution

PIPELINES = ("blank", None)  # word order alone, and the parse of the pipeline that ships

Read = Callable[[str, str | None], attribution.Said]


def said(read: Read, text: str, name: str | None) -> list[tuple[str, str, str | None]]:
    """The outermost stretches: words, words for the speaker, name."""
    found: list[tuple[str, str, str | None]] = []
    end = 0
    for stretch in read(text, name).stretches:
        assert stretch.attribution is not None
        if stretch.start >= end:
            found.append((text[stretch.start : stretch.end], stretch.attribution.speaker, stretch.attribution.name))
            end = stretch.end
    return found


CASES = [
    # beside a quotation
    ('"We sail at dawn," Anna Berg said.', [('"We sail at dawn,"', "Anna Berg", "Anna Berg")]),
    ('"We sail at dawn," said Anna Berg, a pilot.', [('"We sail at dawn,"', "Anna Berg", "Anna Berg")]),
    ('Anna Berg said: "We sail at dawn."', [('"We sail at dawn."', "Anna Berg", "Anna Berg")]),
    (
        'Anna Berg told reporters in the port on Tuesday, "We sail at dawn."',
        [('"We sail at dawn."', "Anna Berg", "Anna Berg")],
    ),
    # one statement in two parts
    (
        '"We sail," Anna Berg said. "Nobody stays behind."',
        [('"We sail,"', "Anna Berg", "Anna Berg"), ('"Nobody stays behind."', "Anna Berg", "Anna Berg")],
    ),
    (
        "“We sail,” Anna Berg said.\n\n“The crew is ready,” Karl Lund said.",
        [("“We sail,”", "Anna Berg", "Anna Berg"), ("“The crew is ready,”", "Karl Lund", "Karl Lund")],
    ),
    # a colon, and the paragraph after it
    (
        "Anna Berg was blunt, saying:\n\n“The ship leaves without them.”",
        [("“The ship leaves without them.”", "Anna Berg", "Anna Berg")],
    ),
    (
        '"We sail," Anna Berg said, adding:\n\n"The crew is ready."',
        [('"We sail,"', "Anna Berg", "Anna Berg"), ('"The crew is ready."', "Anna Berg", "Anna Berg")],
    ),
    # over several paragraphs
    (
        "Anna Berg said: “We sail at dawn.\n\n“Nobody stays behind.”",
        [("“We sail at dawn.", "Anna Berg", "Anna Berg"), ("“Nobody stays behind.”", "Anna Berg", "Anna Berg")],
    ),
    # indirect and mixed
    ("Anna Berg said that the ship was late.", [("the ship was late", "Anna Berg", "Anna Berg")]),
    ("The ship was late, Anna Berg said.", [("The ship was late", "Anna Berg", "Anna Berg")]),
    ("Anna Berg told the crew that the ship was late.", [("the ship was late", "Anna Berg", "Anna Berg")]),
    (
        "Anna Berg said in a statement late on Tuesday that the ship was late.",
        [("the ship was late", "Anna Berg", "Anna Berg")],
    ),
    ("According to Anna Berg, the ship was late.", [("the ship was late", "Anna Berg", "Anna Berg")]),
    ("The ship was late, according to Anna Berg.", [("The ship was late", "Anna Berg", "Anna Berg")]),
    ('Anna Berg said the ship "will not sail" today.', [('the ship "will not sail" today', "Anna Berg", "Anna Berg")]),
    ("Little came of Anna Berg's claim that the ship was late.", [("the ship was late", "Anna Berg", "Anna Berg")]),
    ("It was reported by Anna Berg that the ship was late.", [("the ship was late", "Anna Berg", "Anna Berg")]),
    # the verb behind, or in the middle, of what is said
    (
        "The ship was late again today, said several passengers.",
        [("The ship was late again today", "several passengers", None)],
    ),
    (
        "The hold was empty, two stewards said, while the owner was silent.",
        [("The hold was empty", "two stewards", None)],
    ),
    ("According to Anna Berg the ship was late.", [("the ship was late", "Anna Berg", "Anna Berg")]),
    # a paragraph that is all quotation
    (
        '"We sail," Anna Berg said.\n\n"Nobody on this ship stays behind tonight."',
        [
            ('"We sail,"', "Anna Berg", "Anna Berg"),
            ('"Nobody on this ship stays behind tonight."', "Anna Berg", "Anna Berg"),
        ],
    ),
    # what was done to the speaker is no report
    (
        'Asked how he would get home, Karl Lund told the crew: "We will swim."',
        [('"We will swim."', "Karl Lund", "Karl Lund")],
    ),
    # a dateline
    (
        "HARWICK, May 3 (Coast Wire) - The ship was late, according to Anna Berg.",
        [("The ship was late", "Anna Berg", "Anna Berg")],
    ),
    ("As Anna Berg noted, the ship was late.", [("the ship was late", "Anna Berg", "Anna Berg")]),
    # a count
    (
        "The ship was late on nine days, by the port's own count.",
        [("The ship was late on nine days", "the port", None)],
    ),
    # nobody said it
    ("The ship touched down on Monday at the pier that serves the town.", []),
    ("Anna Berg called off the trip.", []),
    ("The ship was late, he should have added.", []),
    ("The states of the union are many.", []),
]


@pytest.mark.parametrize("name", PIPELINES)
@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_said_what(read: Read, text: str, expected: list[tuple[str, str, str | None]], name: str | None) -> None:
    assert said(read, text, name) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Officials said that the ship was late.", "Officials"),
        ("News reports indicated that the ship was late.", "News reports"),
        ("Two people familiar with the matter said that the ship was late.", "Two people familiar with the matter"),
        ("A source at the embassy said that the ship was late.", "A source at the embassy"),
    ],
)
def test_who_has_no_name_is_kept_as_written(read: Read, text: str, speaker: str) -> None:
    stretch = read(text, None).stretches[0]
    assert stretch.attribution is not None
    assert (stretch.attribution.speaker, stretch.attribution.name, stretch.attribution.unnamed) == (speaker, None, True)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The ship was late, according to an official at Anna Berg airport.", "an official at Anna Berg airport"),
        ("A person close to Anna Berg said that the ship was late.", "A person close to Anna Berg"),
        ("The office of Anna Berg said that the ship was late.", "The office of Anna Berg"),
        ("A White House official said that the ship was late.", "A White House official"),
        ("The Berg campaign said that the ship was late.", "The Berg campaign"),
        ("The ship was late, according to its log.", "its log"),
        ("The plan's author said that the ship was late.", "The plan's author"),
    ],
)
def test_a_name_inside_a_source_is_not_the_speaker(read: Read, text: str, speaker: str) -> None:
    said_by = read(text, None).stretches[0].attribution
    assert said_by is not None
    assert (said_by.speaker, said_by.name, said_by.unnamed) == (speaker, None, True)


def test_two_who_speak_together_are_both_shown(read: Read) -> None:
    said_by = read("Anna Berg and Karl Lund said that the ship was late.", None).stretches[0].attribution
    assert said_by is not None
    assert (said_by.name, said_by.candidates) == (None, ("Anna Berg", "Karl Lund"))


def test_an_apposition_names_the_speaker(read: Read) -> None:
    said_by = read("The ship was late, said the plan's author, Anna Berg, a pilot.", None).stretches[0].attribution
    assert said_by is not None and said_by.name == "Anna Berg"


@pytest.mark.parametrize("name", PIPELINES)
def test_a_report_in_a_report_has_both_speakers(read: Read, name: str | None) -> None:
    text = "The Foreign Ministry said Anna Berg told Karl Lund that the ship was late."
    outer, inner = read(text, name).stretches
    assert outer.attribution is not None and inner.attribution is not None
    assert (outer.attribution.name, inner.attribution.name) == ("Foreign Ministry", "Anna Berg")
    assert text[inner.start : inner.end] == "the ship was late"
    assert attribution.at((outer, inner), inner.start, inner.end) == inner
    assert attribution.at((outer, inner), outer.start, inner.end) == outer


def test_mode_and_cue(read: Read) -> None:
    stretches = read(
        '"We sail," Anna Berg said. She did not say when. Karl Lund admitted the ship was "too old."', None
    ).stretches
    seen = {(s.attribution.cue, s.attribution.mode, s.quoted) for s in stretches if s.attribution}
    assert {("said", "direct", True), ("admitted", "mixed", False), ("admitted", "mixed", True)} <= seen


# --- what always holds ----------------------------------------------------------------------------

WORDS = [
    "Anna Berg", "Karl Lund", "she", "said", "told", "that", "according to", "adding", "the ship", "was late", "claim",
    "reporters", "accused", "of", "who", "is confident", '"', "“", "”", "'", ",", ".", ":", "-", "(", ")", "\n\n", "by",
    "‘", "’", "„", "«", "»", "''", "workers'", "and", "in a poll", "while", "saying", "called", "it", "as", "not",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


@pytest.mark.parametrize("name", PIPELINES)
@given(text=TEXTS)
@settings(deadline=None, max_examples=75)
def test_stretches_are_verbatim_sorted_and_nest_or_are_disjoint(read: Read, name: str | None, text: str) -> None:
    stretches = read(text, name).stretches
    for stretch in stretches:
        assert 0 <= stretch.start < stretch.end <= len(text)
        assert stretch.attribution is not None
        assert text[stretch.attribution.start : stretch.attribution.end] == stretch.attribution.speaker
        assert attribution.at(stretches, stretch.start, stretch.end) in stretches
    assert list(stretches) == sorted(stretches, key=lambda stretch: (stretch.start, -stretch.end))
    for index, one in enumerate(stretches):
        for other in stretches[index + 1 :]:
            assert other.start >= one.end or other.end <= one.end


@given(
    text=TEXTS, added=st.sampled_from(["Nothing happened here today.", "“We go,” said Peter Voss.", "He said so, too."])
)
@settings(deadline=None, max_examples=75)
def test_a_paragraph_at_the_end_changes_nothing_before_it(read: Read, text: str, added: str) -> None:
    text = text.rstrip(" :\n") + " ."
    before = read(text, "blank").stretches
    after = read(f"{text}\n\n{added}", "blank").stretches
    assert after[: len(before)] == before


@given(text=TEXTS, mark=st.sampled_from(list("\"“”'")))
@settings(deadline=None, max_examples=75)
def test_an_odd_mark_changes_nothing_in_other_paragraphs(read: Read, text: str, mark: str) -> None:
    here = text.replace("\n\n", " ") + " ."
    frame = "“We go,” said Peter Voss.\n\nNothing happened.\n\n{}\n\nNothing happened.\n\nJane Roe said: “They stay.”"
    plain, odd = frame.format(here), frame.format(here + mark)
    one, other = read(plain, "blank").stretches, read(odd, "blank").stretches
    assert one[0] == other[0]
    assert plain[one[-1].start : one[-1].end] == odd[other[-1].start : other[-1].end] == "“They stay.”"
    assert one[-1].attribution is not None and other[-1].attribution is not None
    assert (one[-1].attribution.name, other[-1].attribution.name) == ("Jane Roe", "Jane Roe")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "said " * 2_000,
        "he said that " * 800,
        "“a” said b, " * 500,
        "said: " * 1_000,
        "“a, b said. " * 500,
        "a, and blames b " * 500,
        "in a poll, b said c, while " * 300,
        "“a b c d” x " * 500,
        "accused a and b by c of d " * 300,
        "a did not ... reach calls for comment " * 300,
    ],
)
def test_long_odd_text_ends(read: Read, text: str) -> None:
    assert all(stretch.end <= len(text) for stretch in read(text, "blank").stretches)
