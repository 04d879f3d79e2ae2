"""Where a sentence of news text ends, by rule.

Each rule looks at the words around a possible boundary and answers yes, no, or "cannot tell". With a parser in the
pipeline the certain answers bind it and the rest is its own; without one, what cannot be told is no boundary.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from spacy.lang.tokenizer_exceptions import emoticons
from spacy.language import Language
from spacy.tokens import Doc, Span

from factcheck import resources
from factcheck.english.tokens import abbreviations

BULLETS = frozenset("•*-–—·◦▪‣")
_LONGEST_NAME = 6  # words, with a title
_LONGEST_SALUTATION = 6
_DRAWING = {"*": 3, "=": 3, "_": 3, "~": 3, "#": 3, "-": 5}  # signs of a line, with how many make one
_NO_MARKS = str.maketrans("", "", "/:")
_STOPS = ".?!…"
_OPENING = frozenset("“‘«„([{") | {"``"}
_CLOSING = frozenset("”’»)]}") | {"''"}
_STRAIGHT = frozenset("\"'")  # opens or closes: the white space around it tells
_QUOTES_CLOSED = frozenset("”’»\"'") | {"''"}


def sentences(doc: Doc) -> Iterator[Span]:
    """The sentences of ``doc`` in order, without white space at their ends; nothing for white space alone."""
    for sentence in doc.sents:
        start, end = sentence.start, sentence.end
        while start < end and doc[start].is_space:
            start += 1
        while start < end and doc[end - 1].is_space:
            end -= 1
        if start < end:
            yield doc[start:end]


@Language.factory("news_sentences", assigns=["token.is_sent_start"], default_config={"complete": False})
class NewsSentences:
    """A pipeline component that sets ``is_sent_start`` where a rule is certain and nothing is set yet.

    ``complete``: settle the uncertain places too, as no boundary, for a pipeline without a parser.
    """

    def __init__(self, nlp: Language, name: str, *, complete: bool) -> None:
        self.name = name
        self.complete = complete

    def __call__(self, doc: Doc) -> Doc:
        """Set the sentence starts of ``doc`` and return it."""
        words = [token for token in doc if not token.is_space]
        spaced = [i > 0 and (bool(doc[i - 1].whitespace_) or doc[i - 1].is_space) for i in (word.i for word in words)]
        boundaries = _Boundaries([word.text for word in words], spaced)
        for token in doc[1:]:
            if token.is_space:
                token.is_sent_start = False
        for place, token in enumerate(words):
            if token.i and token.is_sent_start is None:
                starts = boundaries.at(place)
                token.is_sent_start = bool(starts) if self.complete else starts
            boundaries.starts.append(bool(token.is_sent_start) or place == 0)
        return doc


class _Boundaries:
    """The rules over the words of a document, white space left out, from left to right.

    ``spaced`` tells of each word whether white space is before it; ``starts`` whether a sentence begins at it, for the
    words already decided.
    """

    def __init__(self, texts: list[str], spaced: list[bool]) -> None:
        self.texts = texts
        self.spaced = spaced
        self.starts: list[bool] = []
        self.drawn = frozenset(_drawn_lines(texts, spaced))

    def at(self, i: int) -> bool | None:
        """Whether a sentence begins at word ``i``; ``None`` where no rule can tell."""
        if i == 0:
            return True
        if self._closes(i) or self._is_note_mark(i):
            return False
        if i in self.drawn:
            return True
        end, quote_closed = self._end_before(i)
        last = self.texts[end]
        if last == "," and quote_closed:
            return False  # “We left,” Roe said
        if last[-1] not in _STOPS:
            headed = self._after_salutation(i) or self._after_stamp(i)
            return True if headed else False if self._goes_on(i) else None
        word = self._first_word(i)
        if word.islower() and not self.spaced[i]:
            return False  # notes(2).doc
        if last == ".":
            return self._after_stop(end, word)
        if last == "…" or not last.strip("."):
            if self.starts[end]:
                return False  # “... and we lost”
            return _after_dots(word) if self.spaced[i] else word in _openers()
        if not last.strip(_STOPS):
            return self._after_quoted_question(i, word) if quote_closed else (_begins(word) or None)
        return _after_abbreviation(last, word) if last[-1] == "." else None

    def _end_before(self, i: int) -> tuple[int, bool]:
        """The last word or stop before ``i``, past closing marks and footnotes; whether a quotation closes there."""
        end, quote_closed = i - 1, False
        while end and self._closes(end):
            quote_closed |= self.texts[end] in _QUOTES_CLOSED
            note = self.texts[end] == "]" and end > 2 and self.texts[end - 1].isdigit() and self.texts[end - 2] == "["
            end -= 3 if note else 1
        return end, quote_closed

    def _first_word(self, i: int) -> str:
        """The first word at or after ``i``, past opening marks."""
        while i + 1 < len(self.texts) and self._opens(i):
            i += 1
        return self.texts[i]

    def _is_note_mark(self, i: int) -> bool:
        """A footnote's number goes with the sentence before it, as in "July 1805.[6]"."""
        if self.texts[i] == "[":
            return i + 1 < len(self.texts) and self.texts[i + 1].isdigit()
        return not self.spaced[i] and self.texts[i].isdigit()

    def _goes_on(self, i: int) -> bool:
        """No stop before it, and no word that opens sentences ("leader Petra Holm"), or the first of a list item."""
        word, before = self.texts[i], self.texts[i - 1]
        follows = before[-1].islower() or (word.islower() and (before.isalpha() or before == ","))
        inside = word.isalpha() and follows and word not in _openers()
        return inside or not self.spaced[i] or (before in BULLETS and self.starts[i - 1])

    def _after_salutation(self, i: int) -> bool:
        """After "Dear all," at the start of a paragraph, "Best regards,", and "Thanks," before a signature."""
        if self.texts[i - 1] != "," or not _begins(self.texts[i]):
            return False
        start = next((k for k in range(i - 1, max(i - _LONGEST_SALUTATION, 0), -1) if self.starts[k]), 0)
        if i - start > _LONGEST_SALUTATION:
            return False
        words = " ".join(self.texts[start : i - 1])
        if words in _salutations("thanks"):
            return len(self.texts) - i <= _LONGEST_NAME and all(word[0].isupper() for word in self.texts[i:])
        return words in _salutations("closings") or (start == 0 and self.texts[0] in _salutations("greetings"))

    def _after_stamp(self, i: int) -> bool:
        """After the day and hour that head a message: "03/27/2019 08:15 AM"."""
        if i < 3 or self.texts[i - 1].lower() not in ("am", "pm"):
            return False
        day, hour = self.texts[i - 3], self.texts[i - 2]
        return day.count("/") == 2 and ":" in hour and (day + hour).translate(_NO_MARKS).isdigit()

    def _after_stop(self, stop: int, word: str) -> bool | None:
        """A stop apart from the word before it: "no. 5", "2. The second point" and ": 1. The first" go on."""
        if stop and not self.spaced[stop]:
            before = self.texts[stop - 1]
            form = next((form for form in (f"{before}.", f"{before.capitalize()}.") if form in abbreviations()), None)
            if form is not None and (before.isupper() or form == f"{before}."):
                return _after_abbreviation(form, word)  # also "GEN. ANN LEE"
            if before.isdigit() and (self.starts[stop - 1] or (stop > 1 and self.texts[stop - 2] == ":")):
                return False
        return True if _begins(word) else None

    def _after_quoted_question(self, i: int, word: str) -> bool | None:
        """A quoted question can be followed by its speaker, “Why?” Roe asked."""
        if not _begins(word) or word in _openers():
            return word in _openers()
        names = takewhile(_begins, self.texts[i : i + _LONGEST_NAME])
        after = i + sum(1 for _ in names)
        return False if after < len(self.texts) and self.texts[after] in speech_verbs() else None

    def _closes(self, i: int) -> bool:
        text = self.texts[i]
        if text in _CLOSING:
            return not self.spaced[i]
        if _is_emoticon(text):
            return True
        if text not in _STRAIGHT or self.spaced[i]:
            return False
        return i + 1 == len(self.texts) or self.spaced[i + 1] or not self.texts[i + 1][0].isalnum()

    def _opens(self, i: int) -> bool:
        return self.texts[i] in _OPENING or (self.texts[i] in _STRAIGHT and not self._closes(i))


def _is_emoticon(word: str) -> bool:
    """As in ":-)", which goes with the sentence before it."""
    return word in emoticons and len(word) > 1 and word[0] in ":;=" and not word.isalnum()


def _drawn_lines(texts: list[str], spaced: list[bool]) -> Iterator[int]:
    """Where lines drawn with signs begin and end: "***", "-----"."""
    start = 0
    while start < len(texts):
        sign, end = texts[start][0], start + 1
        if sign not in _DRAWING:
            start = end
            continue
        while end < len(texts) and not spaced[end]:
            end += 1
        line = "".join(texts[start:end])
        if len(line) >= _DRAWING[sign] and not line.strip(sign) and (spaced[start] or not start):
            yield from (start, end)
        start = end


def _after_dots(word: str) -> bool | None:
    """As in "open...We have": dots end a sentence where a capital is there for that reason only."""
    return True if word in _openers() else False if word.islower() else None


def _after_abbreviation(form: str, word: str) -> bool | None:
    """As in "Sen. Roe", "No. 5", "J. D. Vance" and "in the U.S. The minister"."""
    kind = abbreviations().get(form, "anywhere")
    if kind in ("before_name", "inside"):
        return False
    if kind == "before_number":
        return not word[0].isdigit() and (_begins(word) or None)
    if word in _openers():
        return True
    return False if len(form) == 2 or word.islower() else None


def _begins(word: str) -> bool:
    """Whether ``word`` is written as the first of a sentence can be."""
    return word[0].isupper() or word[0].isdigit() or word[0] in "$£€"


@cache
def _openers() -> frozenset[str]:
    return frozenset(resources.word_list("english/data/sentence_openers.txt"))


@cache
def speech_verbs() -> frozenset[str]:
    """The verbs that stand next to a quotation with its speaker, in the past and the present."""
    return frozenset(resources.word_list("english/data/speech_verbs.txt"))


@cache
def _salutations(kind: str) -> frozenset[str]:
    return frozenset(resources.word_table("english/data/salutations.yaml")[kind])
