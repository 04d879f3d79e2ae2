"""What a number counts: "100 Russian military forces", "three of the country's largest banks", "23 killed".

The words after the number up to the first that cannot belong to a noun phrase (``data/nouns.yaml``), cut after the
plural where the number asks for one. A tagger's finite verbs end it, too; nothing else needs a pipeline.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factcheck.resources import word_table
from factcheck.values import number_words
from factcheck.values.lexemes import Lexemes
from factcheck.values.numerals import Numeral

_QUOTES = frozenset("'\"‘’“”")
_LONGEST = 7
"""No counted noun with its adjectives is longer, in words."""


@dataclass(frozen=True, slots=True)
class Noun:
    """``first`` to ``last`` are the lexemes of the noun with its adjectives, without determiners and nationality.

    ``end`` is ``last``, or the lexeme after the quotation mark that closes a noun in quotation marks.
    """

    first: int
    last: int
    end: int


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(word_table("values/data/nouns.yaml")[key])


@cache
def _nationalities() -> frozenset[str]:
    countries = word_table("english/data/countries.yaml")
    return frozenset(word for country in countries.values() for word in country.get("people", ()))


@cache
def plural(word: str) -> bool:
    """Whether ``word`` (lower case) looks like a plural noun."""
    if word in _words("plural"):
        return True
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "'s", "’s", "ous")):
        return False
    return word not in _words("not_plural") and word not in _words("stop")


def negations() -> frozenset[str]:
    """Words that say that a number right after them is not the one."""
    return _words("negations")


def find(lex: Lexemes, numeral: Numeral) -> Noun | None:
    """The counted noun after ``numeral``."""
    part = lex.words[numeral.last] == "of"
    if lex.words[numeral.last] in _words("determiners") and not (numeral.number and numeral.number < 1):
        return None  # "bringing to six the number of ..."; but "half the houses"
    noun = after(lex, numeral.last, single=numeral.number == 1 and not part)
    if noun is not None and part and numeral.number == 1 and not plural(lex.words[noun.last - 1]):
        return None  # "a history of mistrust, not one of trust"
    return noun


def after(lex: Lexemes, index: int, *, single: bool = False) -> Noun | None:
    """The noun that begins at lexeme ``index``, after determiners and words such as "more"."""
    words = lex.words
    if lex.joined(index) and words[index + 1][0].isalpha():
        return (
            None if words[index + 1] in _words("stop") else Noun(index + 1, index + 2, index + 2)
        )  # a three-point lead
    first = index
    for _ in range(3):
        if words[first] in _words("passed") and not (words[first] == "of" and words[first + 1] == "whom"):
            single = single and words[first] != "of"
            first += 1
    if first > index and number_words.starts_number(words[first]):  # "one of the five pillars"
        first += 1
        if number_words.scale(words[first]) > 1:
            return None
    quoted = first > index and words[first] in _QUOTES  # "35 tons of ‘humanitarian aid’"
    run = _run(lex, first + quoted, single=single)
    if not run:
        return None
    kept = _singular(lex, run) if single else _plural(lex, run)
    if not kept:
        return None
    if lex.words[kept[-1]].endswith(("'s", "’s")):  # "20,000 of the kingdom's 70,000 mosques"
        return None
    while lex.shapes[kept[0]] in _nationalities() and len(kept) > 1:
        joint = len(kept) > 2 and lex.words[kept[1]] == "and" and lex.shapes[kept[2]] in _nationalities()
        kept = kept[2:] if joint else kept[1:]
    last = kept[-1] + 1
    return Noun(kept[0], last, last + (quoted and words[last] in _QUOTES))


def _run(lex: Lexemes, first: int, *, single: bool) -> list[int]:
    """The lexemes from ``first`` that can belong to one noun phrase; hyphens inside compounds are kept."""
    run: list[int] = []
    index = first
    while len(run) < _LONGEST:
        word = lex.words[index]
        if word in ("and", "or", "&") and run and not single and _shared(lex, run, index + 1):
            run.append(index)
            index += 1
            continue
        base, _, clitic = word.replace("’", "'").partition("'")
        stops = base in _words("stop") and (clitic or not lex.joined(index - 1))  # "one that's", "six on-off talks"
        if word[0].isdecimal() and run and _in_name(lex, index):
            run.append(index)
            index += 1
            continue
        if stops or not word[0].isalpha() or number_words.starts_number(word):
            break
        if lex.starts[index] in lex.verbs and (run or not (plural(word) or word in _words("people"))):
            break
        run.append(index)
        index += 2 if lex.joined(index + 1) and lex.words[index + 2][0].isalnum() else 1
    return run


def _in_name(lex: Lexemes, index: int) -> bool:
    """Whether digits belong to the name of what is counted: "two Tu-160 bombers", "six Leopard 2 tanks"."""
    named = lex.shapes[index - 2 if lex.joined(index - 1) else index - 1][0].isupper()
    return named and (lex.joined(index - 1) or plural(lex.words[index + 1]))


def _shared(lex: Lexemes, run: list[int], index: int) -> bool:
    """Whether "and" joins two modifiers of one noun, as in "digital and physical sales"."""
    if any(plural(lex.words[before]) for before in run):
        return False
    for word in lex.words[index : index + 3]:
        if plural(word):
            return True
        if not word[0].isalpha() or word in _words("stop"):
            return False
    return False


def _plural(lex: Lexemes, run: list[int]) -> list[int]:
    """``run`` up to its head, which is the last plural of the first row of plurals."""
    for place, index in enumerate(run):
        if plural(lex.words[index]):
            end = place + 1
            while end < len(run) and plural(lex.words[run[end]]) and not _is_verb(lex, run[end]):
                end += 1
            return run[:end]
    if lex.words[run[0]] in _words("people"):
        return run[:1]
    if lex.words[run[0]].endswith(("ed", "ly")) or (lex.words[run[0]].endswith("ing") and len(run) == 1):
        return []
    return run[:3]


def _is_verb(lex: Lexemes, index: int) -> bool:
    return lex.words[index + 1] in _words("determiners")


def _singular(lex: Lexemes, run: list[int]) -> list[int]:
    """``run`` up to the word before the first that looks like a verb in the third person, at most three words."""
    kept = run[:1]
    for index in run[1:3]:
        if plural(lex.words[index]) or lex.words[index].endswith("ed"):
            break
        kept.append(index)
    return [] if lex.words[kept[0]].endswith("ly") else kept
