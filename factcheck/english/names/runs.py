"""Where names stand: runs of capitalised words that position does not explain, with what joins them."""

from __future__ import annotations

import re

from factcheck.english.names.lexicon import (
    Entry,
    Title,
    first_names,
    gazetteer,
    heads,
    is_common,
    is_no_name,
    particles,
    surnames,
    titles,
)
from factcheck.english.names.words import Words

_CODE = re.compile(r"(?=.{2,12}$)(?!(?:FY|[QH][1-4]$))[A-Z][A-Za-z]{0,5}[-‑–]?\d[\dA-Za-z]*")
_NO_NAME = re.compile(r"[@/$€£#=<>_]")
_JOINERS = frozenset({"of", "for", "on", "to", "in", "and", "at"})
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr."})
REGNAL = frozenset(
    {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI"}
)
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_LONGEST = 20
"""Tokens of a run at most: no name is longer, and what follows it stays linear."""

_UNSURE_TAGS = frozenset({"NN", "JJ", "FW", "VB", "VBP", "UH"})
"""What taggers call a rare name at the start of a sentence."""

_ENTITIES = ("organisation", "place", "event", "law")


def is_code(text: str) -> bool:
    """Is this a name of letters and digits: a weapon, a flight, a disease ("F-35", "MH370", "Covid-19")?"""
    return _CODE.match(text) is not None


def is_led(text: str) -> bool:
    """Is this one token of a name and a lower-case word ("U.S.-led")?"""
    name, hyphen, rest = text.rpartition("-")
    return bool(name and hyphen) and rest.isalpha() and rest.islower()


def is_name_word(words: Words, i: int) -> bool:
    """Does the capital of token ``i`` speak for a name?"""
    text, folded = words.text[i], words.folded[i]
    if folded == "the" and words.initial[i]:
        return False
    if not words.capital[i] or text in REGNAL or _NO_NAME.search(text) or is_led(text):
        return False
    if is_no_name(text):
        return _is_given(words, i)
    if words.joined(i) and words.text[i - 1] in "#@":
        return False
    if words.headline[i]:
        named = folded in first_names() or folded in surnames() or (i > 0 and words.folded[i - 1] in first_names())
        return not is_common(folded) and len(text) > 1 and (named or folded in words.usual)
    if folded in particles() and i + 1 < len(words) and not words.joined(i + 1) and _leads_on(words, i + 1):
        return True
    if words.initial[i] and not _begins_body(words, i) and not _begins_person(words, i):
        if words.tag[i]:
            unknown = not is_common(folded) and (folded in words.usual or words.tag[i] in _UNSURE_TAGS)
            return unknown or (words.tag[i].startswith("NNP") and not _is_opener(words, i))
        return not is_common(folded) or folded in words.usual
    shouted = text.isupper() and len(text) > 1 and is_common(folded)
    return not shouted or words.tag[i].startswith("NNP") or _is_known_capitals(words, i)


def _is_given(words: Words, i: int) -> bool:
    """Is this month a person's first name: "union president Jan Wouters", but not "in June Wouters"?"""
    after = i + 1
    if words.folded[i] not in first_names() or after >= len(words) or words.joined(after) or not i:
        return False
    led = words.folded[i - 1].isalpha() and words.tag[i - 1] not in ("IN", "JJ", "DT", "RB", "TO", "CC", "")
    named = words.capital[after] and words.text[after].isalpha() and not is_no_name(words.text[after])
    return led and named and not is_common(words.folded[after]) and words.tag[after].startswith("NNP")


def _is_known_capitals(words: Words, i: int) -> bool:
    """Is this "US" or "WHO", and not a word of a shouted line?"""
    around = [words.text[k] for k in (i - 1, i + 1) if 0 <= k < len(words)]
    shouting = any(word.isupper() and len(word) > 1 for word in around)
    return not shouting and gazetteer().longest(words.folded, words.text, i, i + 1) is not None


def _is_opener(words: Words, i: int) -> bool:
    """Is this a common word at the start of a sentence that a tagger drew into the name behind it?"""
    folded = words.folded[i]
    if not is_common(folded) or folded in words.usual or folded in first_names() or folded in surnames():
        return False
    return i + 1 < len(words) and words.capital[i + 1] and not words.joined(i + 1)


def _begins_body(words: Words, i: int) -> bool:
    """Is this the first word of a body at the start of a sentence ("Foreign Ministry officials said")?"""
    if words.doc[i].is_stop or words.joined(i + 1):
        return False
    end = i + 1
    while end < min(i + 5, len(words)) and words.capital[end]:
        end += 1
    if end < i + 2 or words.folded[end - 1] not in heads("organisation", "last"):
        return False
    known = gazetteer().longest(words.folded, words.text, i + 1, end)
    return known is None or known[0] < end


def _begins_person(words: Words, i: int) -> bool:
    """Is this a first name before a surname at the start of a sentence ("Bill Gray said")?"""
    if words.folded[i] not in first_names() or i + 1 >= len(words) or words.doc[i].is_stop:
        return False
    after = words.folded[i + 1]
    return words.capital[i + 1] and not is_no_name(words.text[i + 1]) and (after in surnames() or not is_common(after))


def _starts(words: Words, i: int) -> bool:
    if is_name_word(words, i):
        return True
    if words.folded[i] in particles() and not words.capital[i]:
        return _after_particle(words, i) is not None
    if not words.capital[i]:
        return False
    found = gazetteer().longest(words.folded, words.text, i, len(words))
    if found and (found[0] > i + 1 or not is_common(words.folded[i]) or _is_people(words, i, found[1])):
        return all(
            words.capital[k] or not words.text[k][0].isalpha() or words.folded[k] in _JOINERS | {"the"}
            for k in range(i, found[0])
        )
    title = titles().longest(words.folded, words.text, i, len(words))
    return bool(title and title[0] < len(words) and is_name_word(words, title[0]) and not words.joined(title[0]))


def _party_end(words: Words, i: int) -> int | None:
    """Where a member's party and state ("R-Fla.") end, which are no name."""
    end = i + 3 if words.joined(i + 1) and words.joined(i + 2) else i + 1
    text = "".join(words.text[i:end])
    return end if len(text) > 3 and text[0].isupper() and text[1] in "-–" and text[-1] == "." else None


def _leads_on(words: Words, i: int) -> bool:
    """Do small particles and a capital follow ("Van der Meer said")?"""
    return words.folded[i] in particles() and not words.capital[i] and _after_particle(words, i) is not None


def _is_people(words: Words, i: int, entry: Entry) -> bool:
    """Is this the adjective ("French President Jane Roe") and not the verb ("Polish the shoes")?"""
    return entry.entity == "nationality" and words.tag[i] in ("JJ", "NNP", "NNPS")


def _after_particle(words: Words, i: int) -> int | None:
    """The token after the capitalised word that the particles at ``i`` lead to ("van der Bellen", "al-Assad")."""
    for k in range(i + 1, min(i + 4, len(words))):
        if words.capital[k]:
            return k + 1 if is_name_word(words, k) or words.joined(k) else None
        if words.folded[k] not in particles() and not (words.text[k] == "-" and words.joined(k)):
            return None
    return None


def _next(words: Words, start: int, j: int, joined_of: bool) -> tuple[int, bool] | None:
    """Where the run goes on after token ``j`` - 1, and whether that is over "of" and the like."""
    text, total = words.text, len(words)
    word = text[j]
    if words.folded[j - 1] in _SUFFIXES and j - start > 1:
        return None
    if words.capital[j]:
        regnal = word in REGNAL and (word != "I" or words.tag[j] not in ("", "PRP"))  # Elizabeth I
        month = is_no_name(word) and words.folded[j] in surnames()  # Theresa May
        goes_on = is_name_word(words, j) or regnal or (month and words.folded[start] in first_names())
        return (j + 1, joined_of) if goes_on else None
    after = j + 1
    if after >= total:
        return None
    if word.isspace():
        wraps = word.count("\n") < 2 and not words.headline[j - 1]
        return (after, joined_of) if wraps and is_name_word(words, after) else None
    if word in "-–" and words.joined(j) and words.joined(after):
        common = is_common(words.folded[after]) and words.tag[after] != "NNP"  # Wong Kwok-hing
        given = not common and not is_common(words.folded[j - 1]) and j - start > 1
        return (after + 1, joined_of) if words.capital[after] or (given and words.text[after].isalpha()) else None
    if word == "," and words.folded[after] in _SUFFIXES:
        return after + 1, joined_of
    if word in _POSSESSIVE and words.joined(j):
        own = words.folded[j - 1]
        plain = is_common(own) and words.capital[j - 1] and gazetteer().longest(words.folded, text, j - 1, j) is None
        titled = titles().longest(words.folded, text, j - 1, j) is not None
        goes_on = plain and not titled and is_name_word(words, after) and is_common(words.folded[after])
        return (after, joined_of) if goes_on else None
    own = words.folded[j - 1]
    if words.folded[j] in particles() and (not is_common(own) or own in first_names() or own in particles()):
        end = _after_particle(words, j)
        return (end, joined_of) if end else None
    if (
        word == "the"
        and j - start <= 3
        and words.folded[start] in first_names()
        and is_name_word(words, after)
        and not text[after].isupper()
    ):
        return after + 1, joined_of  # Louis the German
    if word == "&" and words.capital[after]:
        return after + 1, joined_of
    return _over(words, start, j, joined_of) if word in _JOINERS else None


def _over(words: Words, start: int, j: int, joined_of: bool) -> tuple[int, bool] | None:
    """The same for the "of", "for" or "and" that token ``j`` is."""
    word, left = words.text[j], words.folded[j - 1]
    target = j + 1 + (words.text[j + 1] == "the" and j + 2 < len(words))
    if not is_name_word(words, target):
        return None
    if word == "and":
        common = is_common(left) and is_common(words.folded[target]) and target == j + 1
        return (target + 1, joined_of) if (joined_of and common) or _pair(words, start, j) else None
    if word == "of" and target == j + 1 and _begins_person(words, target):
        return None  # "the army of Jane Roe"
    if word == "of":
        joins = any(left in heads(entity, "before of") for entity in _ENTITIES)
    else:
        joins = left in heads("organisation", "before of") and (
            word in ("for", "on") or left in heads("organisation", "before in")
        )
    if not joins and word in ("of", "for"):
        title = max(
            (titles().longest(words.folded, words.text, k, j) or (0, None) for k in range(max(start, j - 4), j)),
            key=_reach,
        )
        joins = title[0] == j and title[1] is not None and title[1].runs_on
    return (target + 1, True) if joins else None


def _reach(found: tuple[int, Title | None]) -> int:
    return found[0]


def _pair(words: Words, start: int, j: int) -> bool:
    """Is this "and" inside a body's name ("Food and Drug Administration")?"""
    if not all(is_common(words.folded[k]) for k in range(start, j)) or words.folded[j - 1] in heads(
        "organisation", "last"
    ):
        return False
    if gazetteer().longest(words.folded, words.text, j - 1, j):
        return False
    end = j + 1
    while end < min(j + 5, len(words)) and words.capital[end]:
        end += 1
    return end > j + 2 and words.folded[end - 1] in heads("organisation", "last")


def find(words: Words) -> list[tuple[int, int]]:
    """Runs as (first token, token after the last), in order."""
    runs = []
    i, total = 0, len(words)
    while i < total:
        if (party := _party_end(words, i)) is not None:
            i = party
            continue
        if not _starts(words, i):
            i += 1
            continue
        j, joined_of = i, False
        while j < min(total, i + _LONGEST):
            phrase: tuple[int, Entry | Title] | None = None
            if words.capital[j]:
                phrase = gazetteer().longest(words.folded, words.text, j, total)
            if phrase is None and words.capital[j]:
                phrase = titles().longest(words.folded, words.text, j, total)  # Special Agent in Charge
            if phrase and phrase[0] > j + 1:
                j = phrase[0]
                continue
            if j == i:
                j = (_after_particle(words, i) or i + 1) if not words.capital[i] else i + 1
                continue
            going = _next(words, i, j, joined_of)
            if going is None:
                break
            j, joined_of = going
        runs.append((i, j))
        i = j
    return runs
