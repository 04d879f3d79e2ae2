"""Who is accused or criticised, by whom, and where they answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck import attribution

PIPELINES = ("blank", None)  # word order alone, and the parse of the pipeline that ships

Read = Callable[..., attribution.Said]


def accused(said: attribution.Said) -> list[tuple[str, str]]:
    """Who is accused, and who accuses: the name, or the words where there is none."""
    return [(one.party, one.attribution.name or one.attribution.speaker) for one in said.accusations]


ACCUSED = [
    # the object of a verb
    ("Anna Berg accused Karl Lund of hiding the leak.", [("Karl Lund", "Anna Berg")]),
    (
        "Anna Berg accused Karl Lund and Harwick Council of lying.",
        [("Karl Lund", "Anna Berg"), ("Harwick Council", "Anna Berg")],
    ),
    ("Prosecutors charged Karl Lund with fraud.", [("Karl Lund", "Prosecutors")]),
    ("The Berg campaign lashed out at Karl Lund.", [("Karl Lund", "The Berg campaign")]),
    ("Anna Berg blamed the delay on Karl Lund.", [("Karl Lund", "Anna Berg")]),
    # what somebody did or owns
    ("Anna Berg criticised Karl Lund's handling of the flood.", [("Karl Lund", "Anna Berg")]),
    ("Anna Berg condemned a raid by Hamas.", [("Hamas", "Anna Berg")]),
    ("Anna Berg denounced the policies of Harwick Council.", [("Harwick Council", "Anna Berg")]),
    # the passive
    ("Karl Lund was criticised by Anna Berg for his silence.", [("Karl Lund", "Anna Berg")]),
    ("Karl Lund was accused of fraud.", [("Karl Lund", "")]),
    ("Karl Lund, who was accused of hiding the leak, left the country.", [("Karl Lund", "")]),
    # nouns
    ("There were allegations of fraud against Karl Lund.", [("Karl Lund", "")]),
    ("The criticism of Karl Lund's silence by Anna Berg is old.", [("Karl Lund", "Anna Berg")]),
    ("Karl Lund faces accusations of fraud.", [("Karl Lund", "")]),
    ("Karl Lund has come under fire.", [("Karl Lund", "")]),
    # what is said of somebody
    ("Anna Berg alleged that Karl Lund had hidden the report.", [("Karl Lund", "Anna Berg")]),
    ("Anna Berg said that Karl Lund was corrupt.", [("Karl Lund", "Anna Berg")]),
    ("Anna Berg called Karl Lund a liar.", [("Karl Lund", "Anna Berg")]),
    # who is meant
    ("Karl Lund came late. Anna Berg accused him of laziness.", [("Karl Lund", "Anna Berg")]),
    ("Anna Berg accused the mayor of lying. Mayor Karl Lund left.", [("Karl Lund", "Anna Berg")]),
    # a body without a name
    ("Anna Berg accused the government of hiding a leak.", [("the government", "Anna Berg")]),
    ("Anna Berg criticised the Northern army.", [("the Northern army", "Anna Berg")]),
    ("Anna Berg blamed police for the delay.", [("the police", "Anna Berg")]),
    ("Anna Berg accused a company of fraud.", []),
    # nobody is accused
    ("Anna Berg did not accuse Karl Lund of anything.", []),
    ("Anna Berg stopped short of blaming Karl Lund.", []),
    ("Anna Berg condemned the attack on Karl Lund.", []),
    ("Anna Berg blamed the weather in Harwick.", []),
    ("Karl Lund blamed himself.", []),
    ("Northland attacked Southland on Monday.", []),
    ("The bank charged Karl Lund a fee.", []),
    ("Karl Lund never lied, Anna Berg said.", []),
    ("Anna Berg met Karl Lund.", []),
]


@pytest.mark.parametrize("name", PIPELINES)
@pytest.mark.parametrize(("text", "expected"), ACCUSED)
def test_who_accuses_whom(read: Read, text: str, expected: list[tuple[str, str]], name: str | None) -> None:
    assert accused(read(text, name)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg condemned the raid by Hamas.", [("Hamas", "Anna Berg")]),
        ("Karl Lund, accused of hiding the leak, left the country.", [("Karl Lund", "")]),
    ],
)
def test_what_only_a_parse_can_tell(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert accused(read(text, None)) == expected


def test_what_is_said_of_somebody_in_a_quotation(read: Read) -> None:
    assert accused(read("“Karl Lund lied to us,” Anna Berg said.", None)) == [("Karl Lund", "Anna Berg")]


def test_the_object_of_a_relative_clause_is_accused(read: Read) -> None:
    text = "Karl Lund came late. Anna Berg met the Harwick Council that she had accused of fraud."
    assert accused(read(text, None)) == [("Harwick Council", "Anna Berg")]


def test_where_two_fit_both_are_shown(read: Read) -> None:
    (one,) = read("Anna Berg met Karl Lund and Peter Voss. She blamed him.", None).accusations
    assert (one.party, set(one.candidates), one.attribution.name) == ("him", {"Karl Lund", "Peter Voss"}, "Anna Berg")


def test_an_accusation_is_a_sentence_with_its_line_and_its_cue(read: Read) -> None:
    text = "Nothing happened.\n\nIt rained. Anna Berg slammed Karl Lund."
    (one,) = read(text, None).accusations
    assert text[one.statement.start : one.statement.end] == one.statement.text == "Anna Berg slammed Karl Lund."
    assert (one.article, one.line, one.attribution.cue) == ("S1", 2, "slammed")


CHARGE = "Anna Berg accused Karl Lund of hiding the leak."

ANSWERS = [
    ("Lund denied it.", "answers"),
    ("Lund's lawyer dismissed the charge.", "answers"),
    ("A spokeswoman for Lund said the claim was false.", "answers"),
    ("Lund's denial came at once.", "answers"),
    ("Lund declined to comment.", "silent"),
    ("Lund, a banker, did not immediately respond to a request for comment.", "silent"),
    ("Lund has not commented on the report.", "silent"),
    ("Lund could not be reached.", "silent"),
    ("Lund had no comment.", "silent"),
    ("Calls to Lund were not returned.", "silent"),
    ("Messages left for Lund went unanswered.", "silent"),
    ("“We sail at dawn,” Lund said.", "speaks"),
    # somebody else, and nothing
    ("Peter Voss denied it.", None),
    ("A critic of Lund said he should go.", None),
    ("Lund did not return to the port.", None),
    ("It rained on Monday.", None),
]


@pytest.mark.parametrize("name", PIPELINES)
@pytest.mark.parametrize(("answer", "kind"), ANSWERS)
def test_where_they_answer(read: Read, answer: str, kind: str | None, name: str | None) -> None:
    (one,) = read(f"{CHARGE}\n\n{answer}", name).accusations
    reply = one.reply
    assert (reply and (reply.kind, reply.line, reply.statement.text)) == (kind and (kind, 2, answer))


@pytest.mark.parametrize(
    ("text", "party", "kind"),
    [
        ("Anna Berg accused the city of it. Mayor Karl Lund said the charge was wrong.", "the city", "answers"),
        ("Anna Berg accused the prime minister of lying. It rained.", "the prime minister", None),
        ("Anna Berg accused the government of it. A government spokesman, Karl Lund, denied that.", "the government",
         "answers"),
        ("Anna Berg accused the city of it. Anna Berg repeated that the charge was grave.", "the city", None),
    ],
)  # fmt: skip
def test_a_body_without_a_name_is_accused_and_answers(read: Read, text: str, party: str, kind: str | None) -> None:
    (one,) = read(text, None).accusations
    assert (one.party, one.reply and one.reply.kind) == (party, kind)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{CHARGE}\n\n“We sail,” Lund said.\n\nLund denied it.", 3),  # a denial before anything else
        (f"Lund denied it.\n\n{CHARGE}", 1),  # an answer that comes first
        (f"Lund denied that he was late.\n\n{CHARGE}\n\nLund denied it.", 3),  # the next one before an earlier one
        (f"“We sail,” Lund said.\n\n{CHARGE}", None),  # what was said before is no answer
    ],
)
def test_which_answer(read: Read, text: str, line: int | None) -> None:
    (one,) = read(text, None).accusations
    assert (one.reply and one.reply.line) == line


@pytest.mark.parametrize("name", PIPELINES)
def test_a_body_without_a_name_answers_as_such(read: Read, name: str | None) -> None:
    (one,) = read("Anna Berg accused the police of fraud. Police denied it.", name).accusations
    assert one.reply is not None and one.reply.kind == "answers"


def test_an_answer_in_another_article(read: Read) -> None:
    first = read(CHARGE, None)
    second = read("It rained.\n\nKarl Lund denied that he hid a leak.", None, article="S2")
    third = read("“We sail,” Karl Lund said.", None, article="S3")
    (one,) = attribution.accusations([first, second, third])
    assert one.reply is None
    assert [(reply.article, reply.line, reply.kind) for reply in one.elsewhere] == [("S2", 2, "answers")]
