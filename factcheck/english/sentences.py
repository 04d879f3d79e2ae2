"""Where a sentence of news text ends, by rule.

Each rule looks at the words around a possible boundary and answers yes, no, or "cannot tell". With a parser in the
pipeline the certain answers bind it and the rest is its own; without one, what cannot be told is no boundary.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from factcheck import resources
from factcheck.english.tokens import abbreviations

_STOPS = ".?!…"
_OPENING = frozenset("“‘«„([{") | {"``"}
_CLOSING = frozenset("”’»)]}") | {"''"}
_STRAIGHT = frozenset("\"'")  # opens or closes: the white space around it tells
BULLETS = frozenset("•*-–—·◦▪‣")
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
        for token in doc[1:]:
            if token.is_sent_start is None:
                starts = boundary(token)
                token.is_sent_start = bool(starts) if self.complete else starts
        return doc


def boundary(token: Token) -> bool | None:
    """Whether a sentence begins at ``token``, which is not its document's first; ``None`` where no rule can tell."""
    if token.is_space or _closes(token) or _is_note_mark(token):
        return False
    end, quote_closed = _end_before(token)
    if not end.text.endswith(tuple(_STOPS)):
        return False if _goes_on(token) else None
    word = _first_word(token)
    if end.text == ".":
        return _after_stop(end, word)
    if end.text == "…" or not end.text.strip("."):
        return _after_dots(word)
    if not end.text.strip(_STOPS):
        return _after_question(word, quote_closed)
    return _after_abbreviation(end.text, word) if end.text.endswith(".") else None


def _end_before(token: Token) -> tuple[Token, bool]:
    """The last word or stop before ``token``, past closing marks and footnotes; whether a quotation closes there."""
    end, quote_closed = token.nbor(-1), False
    while end.i and (end.is_space or _closes(end)):
        quote_closed |= end.text in _QUOTES_CLOSED
        note = end.text == "]" and end.i > 2 and end.nbor(-1).is_digit and end.nbor(-2).text == "["
        end = end.nbor(-3 if note else -1)
    return end, quote_closed


def _is_note_mark(token: Token) -> bool:
    """A footnote's number goes with the sentence before it, as in "July 1805.[6]"."""
    if token.text == "[":
        return token.i + 1 < len(token.doc) and token.nbor().is_digit
    return token.is_digit and _is_attached(token)


def _is_attached(token: Token) -> bool:
    return not token.nbor(-1).whitespace_ and not token.nbor(-1).is_space


def _goes_on(token: Token) -> bool:
    """No stop before it, and it is written like the next word of the sentence, or is the first word of a list item."""
    before = token.nbor(-1)
    listed = before.text in BULLETS and (before.i == 0 or before.is_sent_start)
    lower = token.is_lower and token.is_alpha and (before.is_alpha or before.text == ",")
    return listed or lower or _is_attached(token)


def _after_stop(stop: Token, word: Token) -> bool | None:
    """A stop apart from the word before it: "no. 5" and "2. The second point" go on."""
    if stop.i and not stop.nbor(-1).whitespace_:
        before = stop.nbor(-1)
        if f"{before.text}." in abbreviations():
            return _after_abbreviation(f"{before.text}.", word)
        if before.is_digit and (before.i == 0 or before.is_sent_start):
            return False
    return True if _begins(word) else None


def _after_dots(word: Token) -> bool | None:
    """As in "open...We have": dots end a sentence where a capital is there for that reason only."""
    return True if word.text in _openers() else None


def _after_question(word: Token, quote_closed: bool) -> bool | None:
    """A quoted question can be followed by its speaker, “Why?” Roe asked."""
    if quote_closed:
        return _after_dots(word) if _begins(word) else False
    return True if _begins(word) else None


def _after_abbreviation(form: str, word: Token) -> bool | None:
    """As in "Sen. Roe", "No. 5", "J. D. Vance" and "in the U.S. The minister"."""
    kind = abbreviations().get(form, "anywhere")
    if kind in ("before_name", "inside"):
        return False
    if kind == "before_number":
        return not word.text[0].isdigit() and (_begins(word) or None)
    if word.text in _openers():
        return True
    return False if len(form) == 2 or word.is_lower else None


def _first_word(token: Token) -> Token:
    """The first word at or after ``token``, past opening marks."""
    while _opens(token) and token.i + 1 < len(token.doc):
        token = token.nbor()
    return token


def _begins(word: Token) -> bool:
    """Whether ``word`` is written as the first of a sentence can be."""
    return word.text[0].isupper() or word.text[0].isdigit() or word.is_currency


def _closes(token: Token) -> bool:
    attached = token.i > 0 and _is_attached(token)
    if token.text in _CLOSING:
        return attached
    apart = bool(token.whitespace_) or token.i + 1 == len(token.doc) or not token.nbor().text[0].isalnum()
    return token.text in _STRAIGHT and attached and apart


def _opens(token: Token) -> bool:
    return token.text in _OPENING or (token.text in _STRAIGHT and not _closes(token))


@cache
def _openers() -> frozenset[str]:
    return frozenset(resources.word_list("english/data/sentence_openers.txt"))
