"""Words as a checklist means them: spelling variants that count as one, and the forms of a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from factcheck.resources import word_table

_ATOM = re.compile(
    r"""\d+(?:[.,]\d+)*[^\W\d_]*     # 1,200   35.5   21st
      | (?:[^\W\d_]\.){2,}           # U.S.
      | \w+(?:['’]\w+)*              # missile   don't
      | [^\w\s]                      # any sign""",
    re.VERBOSE,
)
_UNHEARD = frozenset("\"'“”‘’«»‐‑`")
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Atom:
    """A word or a sign at ``start``..``end`` of a text; ``key`` is lower case with straight apostrophes."""

    start: int
    end: int
    text: str
    key: str
    word: bool


def atoms(text: str) -> Iterator[Atom]:
    """The words and signs of a text. Quotation marks, hyphens inside words and a possessive 's are left out.

    So "test-fired" is the two words "test fired", and a phrase need not think of who quotes what.
    """
    for match in _ATOM.finditer(text):
        start, end, raw = match.start(), match.end(), match.group()
        key = raw.lower().replace("’", "'")
        if key.endswith("'s") and len(key) > 2:
            key, raw, end = key[:-2], raw[:-2], end - 2
        word = key[0].isalnum() or key[0] == "_"
        if not word and (raw in _UNHEARD or (raw == "-" and not text[end : end + 1].isspace())):
            continue
        yield Atom(start, end, raw, key, word)


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write an entry: its words in order; ``exact`` holds the letter case where that counts."""

    keys: tuple[str, ...]
    exact: tuple[str, ...] | None = None


@cache
def spellings(entry: str) -> tuple[Spelling, ...]:
    """All ways to write an entry of a word group, or a word of a phrase.

    ``"Act"`` in double quotation marks is only that, in that letter case. Otherwise the first or the last word
    may take another form: "shoot down" is also "shot down", "member of parliament" also "members of parliament".
    """
    words = [atom for atom in atoms(entry) if atom.word or atom.text not in "“”"]
    keys = tuple(atom.key for atom in words)
    if len(entry) > 1 and entry[0] in '"“' and entry[-1] in '"”':
        return (Spelling(keys, tuple(atom.text for atom in words)),)
    found = [keys]
    if keys:
        found += [(*keys[:-1], form) for form in forms(keys[-1])]
    if len(keys) > 1:
        found += [(form, *keys[1:]) for form in forms(keys[0])]
    return tuple(Spelling(each) for each in dict.fromkeys(found) if each)


def forms(word: str) -> tuple[str, ...]:
    """The other forms of a base word: plural, third person, past, participle. Inflected words have none."""
    table = word_table("checklist/data/irregular.yaml")
    if word in table:
        return tuple(table[word])
    for cut in range(1, len(word) - 2):  # policeman, counterattack, spokeswoman
        if word[cut:] in ("man", "woman", "child", "foot", "half", "wife"):
            return tuple(word[:cut] + form for form in table[word[cut:]])
    if word[-1].isdigit():  # F-16s
        return (word + "s",)
    if len(word) < 3 or not word.isalpha() or (word.endswith("ed") and not word.endswith("eed")):
        return ()
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return ()
    if word.endswith("ing") and len(word) > 5:
        return (word + "s",)
    if word.endswith("y") and word[-2] not in _VOWELS:
        return (word[:-1] + "ies", word[:-1] + "ied", word + "ing")
    if word.endswith("ie"):
        return (word + "s", word + "d", word[:-2] + "ying")
    if word.endswith("e"):
        return (word + "s", word + "d", (word if word.endswith("ee") else word[:-1]) + "ing")
    plural = word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    regular = (plural, *((word + "s",) if word.endswith("o") else ()), word + "ed", word + "ing")
    doubles = word[-1] not in _VOWELS + "wxy" and word[-2] in _VOWELS and word[-3] not in _VOWELS
    if not doubles:
        return regular
    doubled = (word + word[-1] + "ed", word + word[-1] + "ing")
    one_syllable = len(re.findall(f"[{_VOWELS}]+", word)) == 1
    return (plural, *doubled) if one_syllable else (*regular, *doubled)
