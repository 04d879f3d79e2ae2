"""The ways in which copy says who said what: quotations, reports, mixtures, and who is meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck import attribution

Read = Callable[..., attribution.Said]


def said(found: attribution.Said, text: str) -> list[tuple[str, str, str]]:
    """Every stretch with its speaker, by name where there is one, and its cue."""
    return [
        (text[each.start : each.end], each.attribution.name or each.attribution.speaker, each.attribution.cue)
        for each in found.stretches
        if each.attribution is not None
    ]


DIRECT = [
    # marks: straight, curly, single, low, guillemets
    ('"The pier is closed," Anna Berg said.', [('"The pier is closed,"', "Anna Berg", "said")]),
    ("“The pier is closed,” Anna Berg said.", [("“The pier is closed,”", "Anna Berg", "said")]),
    ("'The pier is closed,' Anna Berg said.", [("'The pier is closed,'", "Anna Berg", "said")]),
    ("‘The pier is closed,’ Anna Berg said.", [("‘The pier is closed,’", "Anna Berg", "said")]),
    ("„The pier is closed,“ Anna Berg said.", [("„The pier is closed,“", "Anna Berg", "said")]),
    ("«The pier is closed», Anna Berg said.", [("«The pier is closed»", "Anna Berg", "said")]),
    # an apostrophe at the end of a word closes nothing
    (
        "'We met the workers' union today,' Anna Berg said.",
        [("'We met the workers' union today,'", "Anna Berg", "said")],
    ),
    # one inside the other
    (
        "“He told me ‘never again’ in May,” Anna Berg said.",
        [("“He told me ‘never again’ in May,”", "Anna Berg", "said")],
    ),
    # one statement in two parts, the sentence going on or not
    (
        "“The pier,” Anna Berg said, “is closed for good.”",
        [("“The pier,”", "Anna Berg", "said"), ("“is closed for good.”", "Anna Berg", "said")],
    ),
    (
        "“The pier is closed,” Anna Berg said. “It will not open again.”",
        [("“The pier is closed,”", "Anna Berg", "said"), ("“It will not open again.”", "Anna Berg", "said")],
    ),
    # over three paragraphs
    (
        "Anna Berg said: “One is here.\n\n“Two is there.\n\n“Three is gone.”",
        [
            ("“One is here.", "Anna Berg", "said"),
            ("“Two is there.", "Anna Berg", "said"),
            ("“Three is gone.”", "Anna Berg", "said"),
        ],
    ),
    # what an editor puts in
    (
        "“We ... saw [the crew] there (sic),” Anna Berg said.",
        [("“We ... saw [the crew] there (sic),”", "Anna Berg", "said")],
    ),
    # a mark that is missing
    ("“The pier is closed, Anna Berg said.\n\nIt rained.", [("“The pier is closed,", "Anna Berg", "said")]),
    ("“The pier is closed, and so on\n\n. It rained.", []),
    # a verb that nobody listed
    (
        "“The pier is closed for good,” Anna Berg harrumphed.",
        [("“The pier is closed for good,”", "Anna Berg", "harrumphed")],
    ),
    (
        "“The pier is closed for good,” harrumphed Anna Berg.",
        [("“The pier is closed for good,”", "Anna Berg", "harrumphed")],
    ),
    # a comma that is missing
    ("“The pier is closed for good” Anna Berg said.", [("“The pier is closed for good”", "Anna Berg", "said")]),
    # a title between the quotation and its speaker
    (
        "“The pier is closed for good,” the singer of “Harbour Lights” said.",
        [("“The pier is closed for good,”", "the singer of “Harbour Lights”", "said")],
    ),
    # a quotation after a report, in one paragraph
    (
        "The pier is closed, Anna Berg said. “Nobody told the crew about it.”",
        [("The pier is closed", "Anna Berg", "said"), ("“Nobody told the crew about it.”", "Anna Berg", "said")],
    ),
    # no speech: a borrowed word, a title
    ("The so-called “pier” is a plank.", []),
    ("She sang “The Long Road Home” twice.", []),
]

INDIRECT = [
    ("Anna Berg said the pier was closed.", [("the pier was closed", "Anna Berg", "said")]),
    ("Anna Berg told the council the pier was closed.", [("the pier was closed", "Anna Berg", "told")]),
    ("Anna Berg told reporters that the pier was closed.", [("the pier was closed", "Anna Berg", "told")]),
    ("According to Anna Berg, the pier was closed.", [("the pier was closed", "Anna Berg", "According to")]),
    ("In the words of Anna Berg, the pier was closed.", [("the pier was closed", "Anna Berg", "In the words of")]),
    ("Anna Berg's statement that the pier was closed came late.", [("the pier was closed", "Anna Berg", "statement")]),
    ("Anna Berg wrote on Facebook that the pier was closed.", [("the pier was closed", "Anna Berg", "wrote")]),
    ("Anna Berg tweeted that the pier was closed.", [("the pier was closed", "Anna Berg", "tweeted")]),
    ("Anna Berg said in an interview that the pier was closed.", [("the pier was closed", "Anna Berg", "said")]),
    ("In a statement, Anna Berg said that the pier was closed.", [("the pier was closed", "Anna Berg", "said")]),
    ("Anna Berg falsely claimed that the pier was closed.", [("the pier was closed", "Anna Berg", "claimed")]),
    ("As reported by Anna Berg, the pier was closed.", [("the pier was closed", "Anna Berg", "reported")]),
    ("The pier, Anna Berg said, was closed.", [("The pier", "Anna Berg", "said"), ("was closed", "Anna Berg", "said")]),
    ("The pier was closed, said Anna Berg.", [("The pier was closed", "Anna Berg", "said")]),
    (
        "Anna Berg accused the council of closing the pier.",
        [("the council of closing the pier", "Anna Berg", "accused")],
    ),
    ("Anna Berg urged the council to close the pier.", [("the council to close the pier", "Anna Berg", "urged")]),
    ("Anna Berg called the pier a disgrace.", [("the pier a disgrace", "Anna Berg", "called")]),
    ("Anna Berg vowed to close the pier.", [("to close the pier", "Anna Berg", "vowed")]),
    ("Anna Berg spoke to the crew about the pier.", [("the pier", "Anna Berg", "spoke")]),
    ("Anna Berg's refusal to close the pier shocked them.", [("to close the pier", "Anna Berg", "refusal")]),
    ("Anna Berg is confident that the pier will stay.", [("the pier will stay", "Anna Berg", "confident")]),
    ("In a new poll, most people like the pier.", [("most people like the pier", "a new poll", "In")]),
    # nobody says who
    ("The pier is believed to be closed.", [("The pier", "", "believed"), ("to be closed", "", "believed")]),
    # words of somebody inside a report
    (
        "Anna Berg said the pier was “too old to mend” and closed.",
        [
            ("the pier was “too old to mend” and closed", "Anna Berg", "said"),
            ("“too old to mend”", "Anna Berg", "said"),
        ],
    ),
    (
        "Anna Berg called the pier “a heap of planks”.",
        [("the pier “a heap of planks”", "Anna Berg", "called"), ("“a heap of planks”", "Anna Berg", "called")],
    ),
    # a report in a report, by another
    (
        "The Foreign Ministry said Anna Berg told Karl Lund that the pier was closed.",
        [
            ("Anna Berg told Karl Lund that the pier was closed", "Foreign Ministry", "said"),
            ("the pier was closed", "Anna Berg", "told"),
        ],
    ),
    # what belongs to a report and what does not
    (
        "Anna Berg says the pier was closed and blames the council.",
        [("the pier was closed", "Anna Berg", "says"), ("the council", "Anna Berg", "blames")],
    ),
    (
        "Anna Berg said the pier was old, but that it was safe.",
        [("the pier was old, but that it was safe", "Anna Berg", "said")],
    ),
    ("The council lost a claim that failed.", []),
    ("On Monday at the pier, Anna Berg said.", []),
]


@pytest.mark.parametrize(("text", "expected"), DIRECT)
def test_direct(read: Read, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(read(text, None), text) == expected


@pytest.mark.parametrize(("text", "expected"), INDIRECT)
def test_indirect_and_mixed(read: Read, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(read(text, None), text) == expected


def test_what_a_noun_says_ends_before_the_verb_of_its_sentence(read: Read) -> None:
    text = "Anna Berg's refusal to close the pier surprised many."
    assert said(read(text, None), text) == [("to close the pier", "Anna Berg", "refusal")]


WHO = [
    # pronouns, surnames, descriptions
    ("Anna Berg came. She said the pier was closed.", "Anna Berg"),
    ("Anna Berg came. Berg said the pier was closed.", "Anna Berg"),
    ("“We sail,” Anna Berg said. She added that the pier was closed.", "Anna Berg"),
    ("“We sail,” Anna Berg said, adding that the pier was closed.", "Anna Berg"),
    ("The Transport Ministry met. The ministry said the pier was closed.", "Transport Ministry"),
    ("The spokeswoman Anna Berg came. The spokeswoman said the pier was closed.", "Anna Berg"),
    ("“We sail,” said KPN News. It added that the pier was closed.", "KPN News"),
    # role and name
    ("Mayor Anna Berg said the pier was closed.", "Anna Berg"),
    ("The mayor, Anna Berg, said the pier was closed.", "Anna Berg"),
    ("The port stood still. The pier was closed, according to its head, Dr. Anna Berg.", "Anna Berg"),
    ("Karl Lund came. The pier was closed, his spokeswoman said.", "his spokeswoman"),
    ("Anna Berg, who has not seen it, said the pier was closed.", "Anna Berg"),
    ("Anna Berg, the measure's sponsor, said the pier was closed.", "Anna Berg"),
    ("On Tuesday in Harwick, Anna Berg said the pier was closed.", "Anna Berg"),
    ("The council published a report Monday, Anna Berg said.", "Anna Berg"),
    ("The town put out a statement saying the pier was closed.", "The town"),
    ("Col. Petr Holt spoke. “We sail,” he said.\n\nAram Tesh said it rained. He denied it was late.", "Aram Tesh"),
    ("The storm has left many homeless, say the rescue services.", "the rescue services"),
    ("We are tired and we will stay, the head of the union, Anna Berg, told reporters.", "Anna Berg"),
    # figures
    ("The port's head, Anna Berg, estimated the cost at half a million euros.", "Anna Berg"),
    ("Local officials put the death toll at 12.", "Local officials"),
    ("Harwick sold 90 boats last year and hopes for about 70 in May.", "Harwick"),
    # collective and unnamed
    ("According to a poll by the club published last week, 64 people left.", "a poll by the club published last week"),
    ("The money was paid in June, according to letters seen by the Gazette.", "letters seen by the Gazette"),
    ("News reports say the pier was closed.", "News reports"),
    ("A Russian embassy source said the pier was closed.", "A Russian embassy source"),
    ("Two people familiar with the matter said the pier was closed.", "Two people familiar with the matter"),
]


@pytest.mark.parametrize("text", ["The flood claimed 12 lives in Harwick.", "They put the pier at risk on Monday."])
def test_what_is_no_report(read: Read, text: str) -> None:
    assert said(read(text, None), text) == []


@pytest.mark.parametrize(("text", "speaker"), WHO)
def test_who(read: Read, text: str, speaker: str) -> None:
    assert said(read(text, None), text)[-1][1] == speaker


def test_a_role_stays_with_its_name(read: Read) -> None:
    stretch = read("Foreign Minister Anna Berg said the pier was closed.", None).stretches[0]
    assert stretch.attribution is not None
    assert (stretch.attribution.name, stretch.attribution.role) == ("Anna Berg", "Foreign Minister")


def test_a_verb_that_judges_is_kept(read: Read) -> None:
    stretch = read("Anna Berg admitted that the pier was closed.", None).stretches[0]
    assert stretch.attribution is not None and stretch.attribution.cue == "admitted"
