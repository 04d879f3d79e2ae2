"""Words and marks: spaCy's English tokenizer, the abbreviations of news text added.

A tokenizer never changes a character: the tokens and the white space between them are the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import chain, pairwise
from typing import Any, Literal, cast

from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, without a stub
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

from factcheck import resources

AbbreviationKind = Literal["before_name", "before_number", "inside", "anywhere"]

# What spaCy leaves in one token although news text writes it together by habit or by accident.
_BETWEEN = (
    r"(?<=[0-9])–(?=[0-9$£€])",  # 3–5
    r"(?<=[0-9])-(?=[$£€])|(?<=[0-9]-)[$£€]",  # £3,000-£5,000
    r"—",  # spheres—in
    r"(?<=[A-Za-z0-9])[)\]](?=[—.,;:])|(?<=[)\]”’\"])[.,;:](?=[A-Za-z“‘(])",  # (sic).The
    r"(?<=[.!?…])[”’\"](?=[A-Z“‘])",  # open.”We
    r"(?<=[A-Za-z])[,:;!?](?=[“”\"‘'][A-Za-z])",  # said,“Look
    r"(?<=[A-Za-z.,:;!?])[“”\"](?=[A-Za-z])|(?<=[a-z][,:;!?])[‘'](?=[A-Za-z])",
)
_AFTER = (r"(?<=[0-9])(?:bn|mn|tn|trn)",)  # $16bn
_UNITS = frozenset(["h.", "s."])  # of "km/h." and "m/s.", which spaCy takes for abbreviations

_LONGEST_WORD = 500  # spaCy's tokenizer takes affixes off one at a time, which is quadratic in the length of a word
_LONG_WORD = re.compile(rf"\S{{{_LONGEST_WORD}}}(?=\S)")


@cache
def abbreviations() -> dict[str, AbbreviationKind]:
    """The forms of ``data/abbreviations.yaml``, stop included, by what their stop can mean."""
    table: dict[AbbreviationKind, list[str]] = resources.word_table("english/data/abbreviations.yaml")
    return {form: kind for kind, forms in table.items() for form in forms}


@cache
def _prefixed_word() -> re.Pattern[str]:
    """As in "co-wrote" and "Non-fiction"; a name after the hyphen, as in "pro-Beijing", is a word of its own."""
    prefixes = "|".join(resources.word_list("english/data/prefixes.txt"))
    return re.compile(rf"(?:(?i:{prefixes}))-[a-z]+\Z")


def news_tokenizer() -> Callable[[Language], Callable[[str], Doc]]:
    """The English tokenizer of spaCy, but an abbreviation and its stop stay together."""

    def create(nlp: Language) -> Callable[[str], Doc]:
        english: Any = nlp.Defaults
        kept = {form: [{"ORTH": form}] for form, kind in abbreviations().items() if kind != "before_number"}
        exceptions = {form: parts for form, parts in english.tokenizer_exceptions.items() if form not in _UNITS}
        tokenizer = Tokenizer(
            nlp.vocab,
            rules={**kept, **exceptions},
            prefix_search=compile_prefix_regex(english.prefixes).search,
            suffix_search=compile_suffix_regex([*english.suffixes, *_AFTER]).search,
            infix_finditer=compile_infix_regex([*english.infixes, *_BETWEEN]).finditer,
            token_match=_prefixed_word().match,
            url_match=english.url_match,
        )
        return cast(Callable[[str], Doc], tokenizer)

    return create


registry.tokenizers.register("factcheck.news_tokenizer.v1", func=news_tokenizer)


def tokenise(nlp: Language, text: str) -> Doc:
    """The tokens of ``text`` and nothing more; ``doc.text == text``, in linear time whatever the text."""
    if not _LONG_WORD.search(text):
        return nlp.tokenizer(text)
    cuts = [0, *(match.end() for match in _LONG_WORD.finditer(text)), len(text)]
    pieces = [nlp.tokenizer(text[start:end]) for start, end in pairwise(cuts)]
    words = chain.from_iterable((token.text for token in piece) for piece in pieces)
    spaces = chain.from_iterable((bool(token.whitespace_) for token in piece) for piece in pieces)
    return Doc(nlp.vocab, words=list(words), spaces=list(spaces))
