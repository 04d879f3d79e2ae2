"""Articles through a pipeline: one ``Doc`` per article, whose token offsets are the article's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from factcheck.english.sentences import BULLETS
from factcheck.english.tokens import tokenise
from factcheck.models import Article


def read(nlp: Language, articles: Sequence[Article]) -> Iterator[Doc]:
    """One ``Doc`` per article, in order, with ``doc.text == article.text``: a token's ``idx`` is an article offset.

    Every paragraph goes through ``nlp`` on its own, so that no sentence crosses one, and without its line breaks,
    which are no words. Furniture, and text that is in no paragraph, is tokenised only, one sentence a stretch.
    """
    stretches = [list(_stretches(nlp, article)) for article in articles]
    parses = nlp.pipe(stretch.words for of_article in stretches for stretch in of_article if stretch.words is not None)
    for of_article in stretches:
        yield _assemble(nlp.vocab, of_article, parses)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A paragraph, or what stands between two. ``words`` is what the pipeline reads of it, ``None`` for nothing."""

    tokens: Doc
    words: Doc | None


def _stretches(nlp: Language, article: Article) -> Iterator[_Stretch]:
    """The article from end to end."""
    done = 0
    for paragraph in article.paragraphs:
        if done < paragraph.start:
            yield _Stretch(tokenise(nlp, article.text[done : paragraph.start]), None)
        tokens = tokenise(nlp, article.text[paragraph.start : paragraph.end])
        yield _Stretch(tokens, None if paragraph.kind == "furniture" else _words(tokens))
        done = paragraph.end
    if done < len(article.text):
        yield _Stretch(tokenise(nlp, article.text[done:]), None)


def _words(tokens: Doc) -> Doc:
    """``tokens`` without those of white space; a list item on a line of its own begins a sentence."""
    kept = [token for token in tokens if not token.is_space]
    if len(kept) == len(tokens):
        return tokens
    spaces = [bool(token.whitespace_) or (token.i + 1 < len(tokens) and token.nbor().is_space) for token in kept]
    words = Doc(tokens.vocab, words=[token.text for token in kept], spaces=spaces)
    for token, word in zip(kept, words, strict=True):
        word.norm_ = token.norm_
        if token.text in BULLETS and token.i and "\n" in token.nbor(-1).text:
            word.is_sent_start = True
    return words


class _Row(NamedTuple):
    """A token of the article, the token that carries its annotation, and its place in the tree."""

    token: Token
    source: Token | None
    head: int
    starts: bool


def _rows(stretch: _Stretch, parse: Doc | None, offset: int) -> Iterator[_Row]:
    """The tokens of a stretch that begins at token ``offset`` of its article.

    White space hangs on the word before it, as in spaCy; words without a parse hang on the first of their stretch.
    """
    places = [offset + token.i for token in stretch.tokens if not token.is_space]
    words = iter(parse or ())
    for place, token in enumerate(stretch.tokens, offset):
        source = None if token.is_space else next(words, None)
        if source is not None:
            yield _Row(token, source, places[source.head.i], bool(source.is_sent_start))
        elif token.is_space:
            yield _Row(token, None, max(place - 1, 0), place == 0)
        else:
            yield _Row(token, None, places[0], place == places[0])


def _assemble(vocab: Vocab, stretches: Sequence[_Stretch], parses: Iterator[Doc]) -> Doc:
    """One document of all stretches, with what the pipeline says of them; takes as many ``parses`` as it needs."""
    rows: list[_Row] = []
    for stretch in stretches:
        rows += _rows(stretch, next(parses) if stretch.words is not None else None, len(rows))
    parsed = any(row.source is not None and row.source.dep for row in rows)
    recognised = any(row.source is not None and row.source.ent_iob for row in rows)
    doc = Doc(
        vocab,
        words=[row.token.text for row in rows],
        spaces=[bool(row.token.whitespace_) for row in rows],
        tags=[row.source.tag_ if row.source else "_SP" * row.token.is_space for row in rows],
        pos=[row.source.pos_ if row.source else "SPACE" * row.token.is_space for row in rows],
        morphs=[str(row.source.morph) if row.source else "" for row in rows],
        lemmas=[row.source.lemma_ if row.source else row.token.text * row.token.is_space for row in rows],
        heads=[row.head for row in rows] if parsed else None,
        deps=[_dep(place, row) for place, row in enumerate(rows)] if parsed else None,
        sent_starts=None if parsed else [row.starts for row in rows],
        ents=[_entity(row.source) for row in rows] if recognised else None,
    )
    for token, row in zip(doc, rows, strict=True):
        token.norm_ = row.token.norm_
    return doc


def _dep(place: int, row: _Row) -> str:
    if row.source is not None:
        return str(row.source.dep_)
    return "ROOT" if row.head == place else "dep"


def _entity(source: Token | None) -> str:
    if source is None or source.ent_iob_ in ("", "O"):
        return "O"
    return f"{source.ent_iob_}-{source.ent_type_}"
