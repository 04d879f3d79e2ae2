"""What the article says a person is: the words before the name, or after it behind a comma."""

from __future__ import annotations

from factcheck.english.names.lexicon import (
    is_common,
    openers,
    role_endings,
    role_modifiers,
    role_verbs,
    role_words,
    titles,
)
from factcheck.english.names.segment import Segment
from factcheck.english.names.words import Words

_STARTERS = frozenset({"the", "a", "an"})
_OWNERS = frozenset({"its", "his", "her", "their"})
_PREPOSITIONS = frozenset({"of", "for", "at", "in", "to", "on", "with", "from"})
_ENDS = frozenset({",", ".", ";", ":", "!", "?", "(", ")", "[", "]", "–", "—", "-", '"', "“", "”", "...", "…"})
_LONGEST = 25


def is_role_word(words: Words, i: int, *, after_body: bool = False) -> bool:
    """Is token ``i`` a word for a person by what they do? ``after_body`` lets words of such a form in."""
    if words.capital[i]:
        found = titles().longest(words.folded, words.text, i, i + 1)
        return found is not None and not found[1].honorific
    folded = words.folded[i]
    if role_words().longest(words.folded, words.text, i, i + 1):
        return True
    if folded.isalpha() and folded.endswith(("man", "woman", "person")) and len(folded) > 6:
        return True
    if not after_body or not folded.isalpha() or len(folded) < 5 or not folded.endswith(role_endings()):
        return False
    return not words.tag[i] or words.tag[i] in ("NN", "NNP")


def before(words: Words, name: int, owners: dict[int, Segment]) -> tuple[int, int] | None:
    """The role words that end right before the name at token ``name``.

    ``owners`` are the other names by their end: "Russian Foreign Ministry" in
    "Russian Foreign Ministry spokeswoman" belongs to the role.
    """
    last = name - 1
    while last >= 0 and words.text[last].isspace() and words.text[last].count("\n") < 2:
        last -= 1
    if last >= 0 and last + 1 in owners and owners[last + 1].entity == "organisation":
        return _of_body(words, owners[last + 1].start, last + 1, owners)
    if last < 0 or words.capital[last] or not words.text[last][0].isalpha():
        return None
    if not is_role_word(words, last, after_body=last in owners or _after_possessive(words, last)):
        return None
    return start_of(words, last, owners), last + 1


def _of_body(words: Words, body: int, end: int, owners: dict[int, Segment]) -> tuple[int, int] | None:
    """The role words that end with the body they are of: "chief executive of the Port Council Jane Roe"."""
    last = body - 1 - (words.folded[body - 1] == "the")
    if last < 1 or words.folded[last] not in ("of", "at", "for"):
        return None
    role = last - 1
    capital = words.capital[role] and not words.initial[role]
    return (start_of(words, role, owners), end) if not capital and is_role_word(words, role) else None


def _after_possessive(words: Words, i: int) -> bool:
    return i > 0 and words.text[i - 1] in ("'s", "’s", "'", "’")


def start_of(words: Words, last: int, owners: dict[int, Segment]) -> int:
    """The first token of the role phrase whose role word is token ``last``."""
    start = last
    while start > 0:
        previous = start - 1
        if start in owners and owners[start].entity != "person":
            start = owners[start].start
        elif words.text[previous] in ("'s", "’s", "'", "’") and previous in owners:
            start = owners[previous].start
        elif words.text[previous] == "-" and words.joined(previous) and words.joined(start) and previous:
            start = previous - 1
        elif _modifies(words, start, owned=previous in owners):
            start = previous
        elif (
            words.folded[previous] == "and"
            and previous
            and is_role_word(words, previous - 1)
            and is_role_word(words, start)
        ):
            start = previous - 1
        else:
            break
        if last - start > _LONGEST:
            break
    return start


def _modifies(words: Words, start: int, *, owned: bool) -> bool:
    """Whether the word before ``start`` is a part of the role; ``owned`` says that a name ends there."""
    previous = start - 1
    if words.folded[previous] in role_modifiers() and (words.initial[previous] or not words.capital[previous]):
        return True
    if words.folded[previous] in _STARTERS:
        return False
    if words.capital[previous]:  # "Director general", "Council leader"
        role = role_words().longest(words.folded, words.text, previous, start) is not None
        noun = words.tag[previous].startswith("NN") and (is_common(words.folded[previous]) or role) and not owned
        led = noun and words.text[previous] not in openers()
        return words.initial[previous] and (is_role_word(words, previous) or led)
    led = words.initial[previous] or words.folded[previous - 1] in _STARTERS  # "the jailed leader"
    participle = words.tag[previous] == "VBN" and words.tag[start] != "NN" and not owned and led
    return is_role_word(words, previous) or words.tag[previous] in ("NN", "JJ") or participle


def of_office(words: Words, start: int, owners: dict[int, Segment]) -> int:
    """Where a title that begins at ``start`` begins with its office: "Housing Minister", "Deputy Fire Chief"."""
    while start > 0 and start not in owners and words.sentence[start - 1] == words.sentence[start]:
        tag = words.tag[start - 1]
        noun = tag == "NNP" if words.initial[start - 1] else tag.startswith("NN")  # "Yesterday President Roe ..."
        if not (noun and words.capital[start - 1] and is_common(words.folded[start - 1])):
            break
        start -= 1
    return start


def after(words: Words, end: int) -> tuple[int, int] | None:
    """The role words behind the comma after the name that ends at token ``end``."""
    total = len(words)
    if end + 1 >= total or words.text[end] not in (",", "–", "—"):
        return None
    start = end + 1
    if words.text[start].isdigit() and start + 2 < total and words.text[start + 1] == ",":
        start += 2  # Jane Roe, 45, a teacher
    if words.folded[start] in ("who", "which") and start + 1 < total and words.folded[start + 1] in role_verbs():
        return start, _clause_end(words, start + 2)
    i = start + (words.folded[start] in _STARTERS or words.folded[start] in _OWNERS)
    for k in range(i, min(i + 8, total)):
        if words.text[k] in _ENDS and words.text[k] != "-":
            return None
        if (
            words.tag[k].startswith(("VBD", "VBZ", "VBP", "MD", "IN", "TO", "PRP", "WP"))
            or words.folded[k] in _PREPOSITIONS
        ):
            return None
        if is_role_word(words, k, after_body=k > i) and not (
            words.capital[k] and i == start and k == i and k + 1 < total and words.capital[k + 1]
        ):
            nxt = k + 1
            while nxt + 1 < total and words.text[nxt] == "-" and words.joined(nxt) and words.joined(nxt + 1):
                nxt += 2  # brother-in-law
            while nxt < total and (
                is_role_word(words, nxt)
                or (words.text[nxt] in ("and", "-", "/") and nxt + 1 < total and is_role_word(words, nxt + 1))
            ):
                nxt += 1
            if nxt < total and words.folded[nxt] in _PREPOSITIONS:
                return start, _clause_end(words, nxt + 1)
            if nxt >= total or words.text[nxt] in _ENDS:
                return (start, nxt) if i > start or not words.capital[start] or nxt - start > 1 else None
            if k + 1 == nxt and not is_role_word(words, nxt, after_body=True):
                continue
    return None


def _clause_end(words: Words, i: int) -> int:
    stop = min(i + _LONGEST, len(words))
    while (
        i < stop
        and not (words.text[i] in _ENDS and not (words.text[i] == "-" and words.joined(i)))
        and "\n\n" not in words.text[i]
    ):
        if words.tag[i] in ("VBD", "VBZ", "VBP", "MD") or words.folded[i] in ("said", "told", "who", "says"):
            break
        i += 1
    return i


def apposition(words: Words, name: int, end: int, owners: dict[int, Segment]) -> tuple[int, int] | None:
    """The role words before the comma in front of the name ``name``..``end``: "the head of the committee, Jane Roe"."""
    comma = name - 1
    while comma > 2 and _is_honorific(words, comma):
        comma -= 1  # "their leader, Dr. Jane Roe"
    if comma < 2 or words.text[comma] != ",":
        return None
    start = comma
    while (
        start > 0
        and comma - start < _LONGEST
        and words.text[start - 1] not in _ENDS
        and words.sentence[start - 1] == words.sentence[comma]
    ):
        start -= 1
        if words.folded[start] in _STARTERS | _OWNERS and is_role_noun_phrase(words, start + 1, comma):
            return (start, comma) if not _fronts(words, start, end) else None
        if _after_possessive(words, start) and start - 1 in owners and is_role_noun_phrase(words, start, comma):
            return owners[start - 1].start, comma  # "Northland's foreign minister, Jane Roe"
    return None


def _fronts(words: Words, start: int, end: int) -> bool:
    """Whether somebody else is meant: "After a talk with | the minister, Jane Roe left": a verb follows the name."""
    return words.folded[start - 1] in _PREPOSITIONS and words.tag[end : end + 1] in (["VBD"], ["VBZ"], ["VBP"], ["MD"])


def _is_honorific(words: Words, i: int) -> bool:
    found = titles().longest(words.folded, words.text, i, i + 1)
    return found is not None and found[1].honorific


def is_role_noun_phrase(words: Words, start: int, end: int) -> bool:
    """Does a role word come within five words of ``start``, before any "of"?"""
    for i in range(start, min(start + 5, end)):
        if words.folded[i] in _PREPOSITIONS or words.tag[i].startswith(("VB", "MD")):
            return False
        if is_role_word(words, i):
            after = i + 1
            while after < end and (is_role_word(words, after) or words.folded[after] in role_modifiers()):
                after += 1
            return after == end or words.folded[after] in _PREPOSITIONS
    return False
