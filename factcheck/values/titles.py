"""Where the title of a law begins and ends around the noun that names its kind.

"the Clean Air Act of 1990": from the noun "Act" the title runs left over capitalised words and the small words
between them, and right over a year or, for treaties, over "on ...", "for ...". An article, a stop, or a word
that titles do not hold ends it. Each step looks at one word, and no title is longer than ``LONGEST`` words.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.values.law_words import Words, not_after, nouns, words

LONGEST = 40  # words to the left of the noun
LONGEST_PLAIN = 2  # words in lower case before the first capital of a complement

_OPEN_QUOTES = ("“", '"', "‘")


@dataclass(slots=True)
class Title:
    """A title from word ``first`` to word ``last``, whose noun is word ``noun``."""

    first: int
    noun: int
    last: int


def title(text: Words, noun: int, *, floor: int = 0) -> Title | None:
    """The title that ends, but for its complement, with the noun at index ``noun``; ``None`` if there is none.

    Words before index ``floor`` are taken.
    """
    shape = text.bare(noun)
    rule = nouns()[shape]
    last, noun = _right(text, noun, rule)
    first, article, start = _left(text, noun, floor)
    shape = text.bare(noun)
    if first < noun and (text.at(noun - 1) in not_after().get(shape, ())):
        return None
    follows = last + 1
    named_on = last == noun and text.joined(follows) and text.shapes[follows][0].isupper()
    if named_on and (text.at(follows) in words("bodies") or rule.get("next") == "lower" or not (article or start)):
        return None
    if first == noun:
        return Title(first, noun, last) if last > noun and rule["right"] == "complement" else None
    if rule.get("left") == "determiner" and not text.is_possessive(noun - 1):
        long = noun - first > 1 or text.at(noun - 1) in words("subjects")
        if not (article and long):
            return None
    return Title(first, noun, last)


def _right(text: Words, noun: int, rule: dict[str, str]) -> tuple[int, int]:
    """The last word of the title, and its noun, which may be a later one: "Clean Air Act Amendments of 1990"."""
    at = noun + 1
    furthest = noun + 12
    while text.joined(at) and at - noun <= 6 and at <= furthest and not text.is_possessive(at - 1):
        if not text.is_capitalised(at) and text.at(at) != "of":
            break
        if text.shapes[at] in nouns() and nouns()[text.shapes[at]]["right"] == "year":
            noun = at
        at += 1
    if text.joined(noun + 1) and text.at(noun + 1) == "of" and text.joined(noun + 2) and text.is_year(noun + 2):
        return noun + 2, noun
    if rule["right"] == "year":
        return _year(text, noun), noun
    return _complement(text, noun), noun


def _year(text: Words, noun: int) -> int:
    """The last word of "1998", ", 2022" or "for Fiscal Year 2022" after a noun; the noun itself where none follows."""
    at = noun + 1
    if text.is_possessive(noun) or at >= len(text) or text.gaps[at] not in ("", ","):
        return noun
    if text.is_year(at):
        return at
    if text.at(at) == "for" and text.joined(at):
        at += 1
    for phrase in words("fiscal"):
        last = at + len(phrase.split())
        if " ".join(text.lower[at:last]) == phrase and text.is_year(last) and text.joined(last):
            return last
    return noun


def _complement(text: Words, noun: int) -> int:
    """The last word of "on the Law of the Sea" after a noun; the noun itself where nothing of the kind follows."""
    last, at = noun, noun + 1
    opens = text.at(at) in words("complements") or (text.is_capitalised(at) and text.at(at).endswith("ing"))
    if not opens or not text.joined(at) or text.is_possessive(noun):
        return noun
    plain = 0
    while (at := at + 1) < len(text) and at - noun <= LONGEST and (text.joined(at) or _lists(text, at)):
        word = text.at(at)
        if word in words("calendar") or (at == noun + 2 and (text.is_year(at) or word in words("owners"))):
            break
        if text.is_capitalised(at):
            last = at
        elif word not in words("joins_safe") and word not in words("joins") and word != "the":
            plain += 1  # "concerning fishing in the Southern Bay"; after a capital the title is over
            if last > noun or plain > LONGEST_PLAIN or text.is_capitalised(noun - 1) or not _is_plain(text, at):
                break
        elif plain and last == noun and word in ("and", "or", "to"):
            break
    return last if last > noun else _plain_complement(text, noun)


def _plain_complement(text: Words, noun: int) -> int:
    """The last word of "on the environment": one or two words in lower case that something else cuts off."""
    at = noun + 2
    if text.at(noun + 1) not in words("plain_complements"):
        return noun
    if text.at(at) == "the" and text.joined(at):
        at += 1
    for last in (at + 1, at):
        plain = all(text.joined(index) and _is_plain(text, index) for index in range(at, last + 1))
        if plain and (not text.joined(last + 1) or _is_small(text, last + 1)):
            return last
    return noun


def _is_plain(text: Words, index: int) -> bool:
    """Whether a word in lower case can be a noun of a title, as far as its form tells."""
    return text.shapes[index].islower() and not _is_small(text, index) and not text.at(index).endswith("ed")


def _is_small(text: Words, index: int) -> bool:
    sections = ("joins", "joins_safe", "determiners", "after_names")
    return any(text.at(index) in words(section) for section in sections)


def _lists(text: Words, at: int) -> bool:
    """Whether a list that goes on at ``at`` after a comma comes to its "and" within a few words."""
    return (
        text.gaps[at] == ","
        and text.is_capitalised(at)
        and any(
            text.at(index) in {"and", "or", "&"} and text.is_capitalised(index + 1) and text.gaps[index] == ","
            for index in range(at + 1, min(at + 8, len(text)))
        )
    )


def _left(text: Words, noun: int, floor: int) -> tuple[int, bool, bool]:
    """The first word of the title; whether an article or quotation mark, and whether a sentence start, is before it."""
    first, at = noun, noun - 1
    article = start = listed = False
    commas, pair = 0, None
    doubts: list[
        tuple[int, bool]
    ] = []  # where the title begins unless an article (or a sentence start) vouches for more
    while at >= floor and noun - at <= LONGEST:
        gap = text.gaps[at + 1]
        if not _passes(text, at, gap):
            start = "," not in gap
            article = gap.endswith(_OPEN_QUOTES)
            break
        word = text.at(at)
        if gap == ",":
            commas += 1
            pair = first if commas == 1 and text.at(at + 1) in ("and", "or") else None  # "unions, and Dream Act"
            doubts.append((first, listed))
        if word in ("the", "a", "an") and not _starts_title(text, at):
            if not _inside(text, at):
                article = not text.is_capitalised(at) or not text.joined(at)
                break
        elif word in words("determiners") and not text.is_capitalised(at) and not _is_inner_pronoun(text, at):
            article = True
            break
        elif text.is_capitalised(at) and _may_own(text, at, noun):
            titlecase = len(word) <= 4 and _is_small(text, at) and not text.shapes[at].isupper()
            if word in words("headline_words") or titlecase:
                doubts.append((first, False))
            first = at
            listed = listed or word in ("and", "or")
        elif word in words("joins_safe"):
            listed = listed or word in ("and", "or", "&")
        elif word in words("joins"):
            doubts.append((first, True))
        else:
            break
        at -= 1
    start = start or at < floor
    for begin, start_vouches in doubts:
        if not article and not (start and start_vouches):
            first = begin
            break
    if pair is not None:
        first = pair
    while first < noun and not article and _opens_sentence(text, first):
        first += 1
    if text.is_year(first) and first < noun - 1 and text.joined(first + 1):
        first += 1  # "the 1964 Civil Rights Act"
    return first, article, start


def _starts_title(text: Words, at: int) -> bool:
    """Whether an article is a word of the title: "the A Better Coast Act", "the GET THE LEAD OUT Act"."""
    if text.shapes[at].isupper() and text.shapes[at - 1].isupper() and len(text.shapes[at]) > 1:
        return True
    return text.is_capitalised(at) and text.joined(at) and text.at(at - 1) in words("determiners")


def _is_inner_pronoun(text: Words, at: int) -> bool:
    """Whether a pronoun stands inside a title: "the Keeping Our Promise Act" with a small "our"."""
    return text.at(at) in words("joins") and text.joined(at) and text.is_capitalised(at - 1)


def _passes(text: Words, at: int, gap: str) -> bool:
    """Whether a title can go on over the signs between word ``at`` and the next."""
    if gap in ("", ","):
        return True
    if gap == ".":
        return len(text.shapes[at]) <= 4 and text.shapes[at][0].isupper()
    if gap in (")", ".(", "("):  # a nickname or a word of the title in brackets
        near = text.gaps[max(0, at - 1) : at + 1] if gap == ")" else text.gaps[at + 2 : at + 4]
        return any(sign.endswith("(") if gap == ")" else sign == ")" for sign in near)
    return gap in ("'", "’")


def _may_own(text: Words, at: int, noun: int) -> bool:
    """Whether a word can stand in a title if it is a possessive: "Megan's Law", "the Women's Health Act"."""
    if not text.is_possessive(at) or at == noun - 1:
        return True
    owner = text.at(at).removesuffix("'s")
    return _inside(text, at) or (owner not in words("owners") and text.at(at - 1) in words("determiners"))


def _inside(text: Words, at: int) -> bool:
    """Whether an article or possessive stands inside a title.

    It does in "the Department of the Interior Act", and where the words before it begin with a verb, and these with
    an article or a quotation mark: "the Protecting the Right to Rest Act", "the For the People Act".
    """
    if text.at(at - 1) == "of" and text.at(at) == "the":
        return text.at(at - 2) in words("institutions") and text.is_capitalised(at - 2)
    first, index = at, at - 1
    while index >= 0 and at - index <= 12 and text.joined(index + 1):
        if text.shapes[index] in nouns() or text.is_year(index):
            break
        if text.at(index) == "the":
            pass
        elif text.is_capitalised(index):
            first = index
        elif text.at(index) not in words("joins_safe") and text.at(index) not in words("joins"):
            break  # "a" is among the words that join
        index -= 1
    verb = text.at(first) in words("opening_verbs") or text.at(first).endswith("ing")
    anchored = (text.joined(first) and text.at(first - 1) in words("determiners")) or text.gaps[first].endswith(
        _OPEN_QUOTES
    )
    return first < at and verb and anchored


def _opens_sentence(text: Words, at: int) -> bool:
    """Whether the capital of word ``at`` is that of a sentence start on a word that opens sentences."""
    small = text.at(at) in ("the", "a", "an") or any(text.at(at) in words(part) for part in ("joins", "joins_safe"))
    stop = not text.gaps[at] or text.gaps[at][-1] in ".!?\n"
    return small and not text.shapes[at].isupper() and stop
