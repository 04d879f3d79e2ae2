"""Articles and checklists to assertions: the only room that sees both a ``Doc`` and a checklist."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from factcheck import attribution, checks, english, values
from factcheck.checklist import CIRCUMSTANCES, Checklist, Hit, Matcher
from factcheck.english import names
from factcheck.models import (
    Article,
    Assertion,
    Check,
    Extraction,
    Law,
    Mention,
    Name,
    Quantity,
    Statement,
    Stretch,
    Text,
    Time,
    Unmatched,
)  # fmt: skip
from factcheck.spans import Spans


def extract(
    articles: Sequence[Article],
    checklists: Sequence[Checklist],
    *,
    nlp: Language,
    progress: Callable[[Article], None] | None = None,
) -> Extraction:
    """Find the assertions of all articles, the sentences that have none, and what can be checked in one article.

    ``progress`` is called with each article when it is done.
    """
    matcher = Matcher(checklists)
    assertions: list[Assertion] = []
    unmatched: list[Unmatched] = []
    counts: dict[str, int] = {}
    checked: list[Check] = []
    said: list[attribution.Said] = []
    for article, doc in zip(articles, english.read(nlp, articles), strict=True):
        furniture = _furniture(article)
        sentences = _sentences(doc, furniture)
        held = _mentions(article, doc, furniture)
        said.append(attribution.read(doc, article, held))
        found = _assertions(article, doc, held, sentences, matcher, said[-1].stretches)
        assertions += found
        unmatched += _without_row(article, sentences, found)
        checked += checks.find(article, found, held, sentences)
        counts[article.id] = len(sentences.starts)
        if progress:
            progress(article)
    return Extraction(tuple(assertions), tuple(unmatched), counts, tuple(checked), attribution.accusations(said))


def _mentions(article: Article, doc: Doc, furniture: Spans) -> tuple[Mention, ...]:
    """Everything in the article that a field can hold, furniture left out, in order of the text."""
    found = values.find(doc, article, names.find(doc))
    return tuple(mention for mention in found if not furniture.holds(mention.start))


def _furniture(article: Article) -> Spans:
    return Spans((part.start, part.end) for part in article.paragraphs if part.kind == "furniture")


def _sentences(doc: Doc, furniture: Spans) -> Spans:
    spans = ((span.start_char, span.end_char) for span in english.sentences(doc))
    return Spans(span for span in spans if not furniture.holds(span[0]))


def _assertions(
    article: Article,
    doc: Doc,
    found: Sequence[Mention],
    sentences: Spans,
    matcher: Matcher,
    stretches: Sequence[Stretch],
) -> list[Assertion]:
    hits = [
        claim
        for claim in map(_Claim.of, matcher.find(doc, found))
        if sentences.holds(claim.hit.start) and claim.says_something(article.text)
    ]
    claims = _once_for_each_law(_one_for_each_fact(hits), sentences)
    statements = _statements(article, sentences, claims)
    rows = _Rows(article, found, stretches)
    return [
        rows.assertion(f"{article.id}-{number:02}", claim, statement)  # the same number if the article goes on
        for number, (claim, statement) in enumerate(zip(claims, statements, strict=True), 1)
    ]


# --- which hit is the fact ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Claim:
    """A hit, the mention that carries its value, and the words it lays claim to."""

    hit: Hit
    bound: Mention | None
    start: int
    end: int

    @classmethod
    def of(cls, hit: Hit) -> _Claim:
        bound = hit.bindings.get(hit.checklist.value or "")
        return cls(hit, bound, bound.start, bound.end) if bound else cls(hit, None, hit.start, hit.end)

    @property
    def runs_over(self) -> str:
        """``quote`` or ``text`` where the value is words in which there may be other facts, empty elsewhere."""
        return self.bound.kind if self.bound and self.bound.kind in ("quote", "text") else ""

    @property
    def is_quotation(self) -> bool:
        return self.runs_over == "quote"

    @property
    def lane(self) -> str:
        """Claims of one lane are rivals for their words."""
        named = self.bound is not None and isinstance(self.bound.value, Name)
        return self.hit.checklist.type if named else self.runs_over

    def says_something(self, text: str) -> bool:
        """Whether there is anything to check: fields alone find "one of them" and "in recent years", too."""
        match self.bound.value if self.bound and not self.hit.words else None:
            case Quantity(number=1, unit=None, hedge=None):
                return any(char.isdigit() for char in text[self.start : self.end])
            case Time(timex=str(timex)):
                return not timex.startswith("PX")  # TIMEX3: how many years is not said
            case _:
                return True

    @property
    def rank(self) -> tuple[int, int, int, str, str, int]:
        """Smaller wins the words: more words of its own, then priority, then the shorter match."""
        hit = self.hit
        priority = ("high", "normal", "low").index(hit.checklist.priority)
        return (-hit.words, priority, hit.end - hit.start, hit.checklist.type, hit.phrase, self.start)


def _one_for_each_fact(claims: Iterable[_Claim]) -> list[_Claim]:
    """One claim for the same words: the more specific type wins over the general one.

    Words that a quotation or a ``text`` field runs over leave what is said in them to be claimed; and what somebody is
    called, has done and has won are several facts of one name.
    """
    taken: dict[str, Spans] = defaultdict(Spans)
    return [
        claim
        for claim in sorted(claims, key=lambda claim: claim.rank)
        if taken[claim.lane].reserve(claim.start, claim.end)
    ]


def _once_for_each_law(claims: Sequence[_Claim], sentences: Spans) -> list[_Claim]:
    """A law that a sentence calls by its name and by its number is one fact; the longer words stand for it.

    In order of the text.
    """
    seen: set[tuple[int, str, Law]] = set()
    kept = []
    for claim in sorted(claims, key=lambda claim: claim.start - claim.end):
        if claim.bound and isinstance(claim.bound.value, Law):
            law = (sentences.at(claim.start), claim.hit.checklist.type, claim.bound.value)
            if law in seen:
                continue
            seen.add(law)
        kept.append(claim)
    return sorted(kept, key=lambda claim: (claim.hit.start, -claim.hit.end, claim.rank))


# --- the sentence around it -----------------------------------------------------------------------


def _statements(article: Article, sentences: Spans, claims: Sequence[_Claim]) -> list[Statement]:
    """For each claim the sentence that holds it; sentences that a claim joins are one statement."""
    homes = [(sentences.at(claim.hit.start), sentences.at(claim.hit.end - 1)) for claim in claims]
    head = list(range(len(sentences.starts)))  # sentence -> the first sentence of its statement
    for first, last in homes:
        for index in range(first + 1, last + 1):
            head[index] = index - 1
    end: dict[int, int] = {}
    for index in range(len(head)):
        head[index] = index if head[index] == index else head[index - 1]
        end[head[index]] = sentences.ends[index]

    def statement(first: int) -> Statement:
        start, stop = sentences.starts[first], end[first]
        return Statement(article.text[start:stop], start, stop)

    return [statement(head[first]) for first, _ in homes]


def _without_row(article: Article, sentences: Spans, found: Sequence[Assertion]) -> Iterator[Unmatched]:
    covered = Spans({(assertion.statement.start, assertion.statement.end) for assertion in found})
    for start, end in zip(sentences.starts, sentences.ends, strict=True):
        if not covered.holds(start):
            yield Unmatched(article.id, start, end, article.text[start:end])


# --- the row --------------------------------------------------------------------------------------


class _Rows:
    """Makes the assertions of one article from its claims."""

    def __init__(self, article: Article, found: Sequence[Mention], stretches: Sequence[Stretch]) -> None:
        self._article = article
        self._stretches, self._reach = stretches, attribution.reach(stretches)
        self._paragraphs = Spans((part.start, part.end) for part in article.paragraphs)
        self._lines = Spans(article.lines)
        self._by_kind: dict[str, list[Mention]] = {}
        for mention in found:
            self._by_kind.setdefault(mention.kind, []).append(mention)

    def assertion(self, ident: str, claim: _Claim, statement: Statement) -> Assertion:
        hit = claim.hit
        # A quotation is its own words, whatever the phrase found beside it.
        start, end = (claim.start, claim.end) if claim.is_quotation else (hit.start, hit.end)
        text = self._article.text[start:end]
        # What is said in a quotation is inside its marks.
        margin = 1 if claim.is_quotation else 0
        stretch = attribution.at(self._stretches, claim.start + margin, claim.end - margin, ends=self._reach)
        return Assertion(
            id=ident,
            article=self._article.id,
            type=hit.checklist.type,
            text=text,
            start=start,
            end=end,
            statement=statement,
            paragraph=self._paragraphs.at(start) + 1,
            line=self._lines.at(start) + 1,
            value=claim.bound.value if claim.bound and claim.runs_over != "text" else Text(words=text),
            fields=self._fields(hit, statement),
            attribution=stretch.attribution if stretch else None,
            quoted=claim.is_quotation or bool(stretch and stretch.quoted),
            priority=hit.checklist.priority,
            matched_by=f"{hit.checklist.type}: {hit.phrase}",
        )

    def _fields(self, hit: Hit, statement: Statement) -> dict[str, str]:
        """The words that each field holds, the compared one left out.

        A place or time that the phrase does not name is the only one of the statement, if there is only one.
        """
        filled: dict[str, str] = {}
        for name, kind in hit.checklist.fields.items():
            if name == hit.checklist.value:
                continue
            mention = hit.bindings.get(name) or (self._only(kind, statement) if kind in CIRCUMSTANCES else None)
            if mention is not None:
                filled[name] = self._article.text[mention.start : mention.end]
        return filled

    def _only(self, kind: str, statement: Statement) -> Mention | None:
        group = self._by_kind.get(kind, [])
        first = bisect_left(group, statement.start, key=lambda mention: mention.start)
        inside = [mention for mention in group[first : first + 2] if mention.start < statement.end]
        return inside[0] if len(inside) == 1 else None
