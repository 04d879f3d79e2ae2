"""What a template sees: plain frozen data, without HTML. The contract that docs/templates.md describes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from factcheck.models import Mode, ParagraphKind, Priority, Relation
from factcheck.worksheet.form import Form, Paper

Mark = Literal["", "fact", "around"]
Grouping = Literal["source", "speaker", "type"]
Kind = Literal["cover", "notes", "cards", "text", "call", "index"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of article text under the same marks.

    ``numbers`` are the facts that begin here; ``mark`` is "fact", "around" (a fact that holds another, such as
    a quotation) or empty.
    """

    text: str
    mark: Mark = ""
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a checker may look it up."""

    name: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Guide:
    """What a checklist says about its facts. With ``legal`` a lawyer reads them; ``blanks`` are lines of its own."""

    type: str
    title: str
    questions: tuple[str, ...]
    references: tuple[Reference, ...]
    blanks: tuple[str, ...] = ()
    legal: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One assertion on the sheet. ``id`` is "S1-07", ``number`` its last part, "07".

    ``value`` is what was understood, in words; ``hedge``, ``anchor`` and ``reason`` say why it is as wide as
    it is; ``fields`` are what else was understood and is in neither ``text`` nor ``value``. ``guide`` is there
    on a full fact, unless a fact before it on the card has the same. ``legal`` says that a lawyer reads it, ``blanks``
    are lines to write on that its checklist has of its own. ``speaker`` is there if it is not the group's.
    """

    id: str
    number: str
    type: str
    title: str
    priority: Priority
    full: bool
    text: str
    line: int
    value: str
    hedge: str | None
    anchor: str | None
    reason: str | None
    fields: tuple[tuple[str, str], ...]
    speaker: str | None
    matched_by: str
    guide: Guide | None = None
    legal: bool = False
    blanks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """How a statement is attributed. ``words`` are the article's words for the speaker."""

    words: str
    name: str | None
    cue: str
    mode: Mode


@dataclass(frozen=True, slots=True)
class Card:
    """A statement with all its facts. ``runs`` joined are the article's text, verbatim."""

    id: str
    article: str
    line: int
    last_line: int
    runs: tuple[Run, ...]
    said: Said | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The cards of one speaker, or of one type of fact. ``title`` is ``None`` for the article's own voice.

    ``unclear``: it is a word such as "he", and whom it stands for is open.
    """

    title: str | None
    role: str | None
    unnamed: bool
    candidates: tuple[str, ...]
    cards: tuple[Card, ...]
    unclear: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """An article as the sheets name it. ``fingerprint`` is the head of its SHA-256, ``checker`` who has it."""

    id: str
    title: str
    publisher: str | None
    byline: str | None
    published: date | None
    url: str | None
    path: str
    fingerprint: str
    words: int
    facts: int
    high: int
    checker: str | None = None


@dataclass(frozen=True, slots=True)
class SignOff:
    """A line to sign. ``key`` names it in the file, ``name`` is who signs where that is known."""

    key: str
    role: str
    name: str | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many facts of one type there are, by priority."""

    type: str
    title: str
    high: int
    normal: int
    low: int

    @property
    def all(self) -> int:
        """All priorities."""
        return self.high + self.normal + self.low


@dataclass(frozen=True, slots=True)
class Bar:
    """An interval on a scale: ``left`` and ``width`` (0 for a single value) in percent, and which ends are open."""

    left: float
    width: float
    open_left: bool = False
    open_right: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One article's side of a note. ``bar`` is there where the values of all sides stand on one scale and differ."""

    id: str
    source: str
    line: int
    text: str
    value: str
    speaker: str | None
    bar: Bar | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A note. ``sign`` survives a copy in grey; ``id`` is "N1"; ``why`` is the reason, one sentence."""

    id: str
    relation: Relation
    sign: str
    title: str
    why: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """Days in the timeline, with the facts dated so, and a ``bar`` on a scale of a step for each such day."""

    value: str
    bar: Bar
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Some of the articles side by side, and the notes that have a side of one of them."""

    sources: tuple[Source, ...]
    notes: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True)
class NotesSheet:
    """Where the articles meet: notes that do not agree, those that agree, both in tables, days, facts of one article.

    There is a ``matrix`` of more than two articles. Many articles have several sheets, each with a part of all that.
    """

    apart: tuple[Meeting, ...]
    agreed: tuple[Meeting, ...]
    matrix: tuple[Matrix, ...]
    timeline: tuple[Moment, ...]
    singles: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Up to five printed lines of an article, which stay together.

    ``numbers`` and ``margins`` go line by line; ``first`` starts a paragraph. ``runs`` hold the line breaks.
    """

    kind: ParagraphKind
    first: bool
    numbers: tuple[int, ...]
    margins: tuple[tuple[str, ...], ...]
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Loose:
    """A sentence without a row."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Working:
    """Something worked out inside an article: how it meets the text, and the sum or comparison."""

    line: int
    text: str
    working: str


@dataclass(frozen=True, slots=True)
class CardsSheet:
    """Cards in groups. ``source`` is ``None`` where the groups go across articles.

    ``left_out`` counts the facts that have no card because there are too many of them.
    """

    source: Source | None
    groups: tuple[Group, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class TextSheet:
    """An article's text with line numbers, what can be worked out in it, and the sentences without a row.

    Its lines are ``pitch`` mm apart: so that it takes few pages, and does not leave the last one nearly empty.
    """

    source: Source
    pitch: float
    blocks: tuple[Block, ...]
    checks: tuple[Working, ...]
    loose: tuple[Loose, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A statement on a call sheet, with the facts in it. ``key``, its place ("S1:2310"), names it in the file."""

    key: str
    article: str
    line: int
    text: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Where somebody accused is heard: "answers", "silent" (asked, and said nothing) or "speaks", of whatever."""

    kind: Literal["answers", "silent", "speaks"]
    article: str
    line: int


@dataclass(frozen=True, slots=True)
class Charge:
    """A sentence that accuses or criticises somebody, who should have the chance to answer.

    ``key`` names it in the file; ``by`` is who accuses, ``None`` where the article does not say; ``answer`` is in the
    same article, ``None``: there is none; ``elsewhere`` are those in others.
    """

    key: str
    article: str
    line: int
    text: str
    ids: tuple[str, ...]
    by: str | None
    answer: Answer | None
    elsewhere: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """One speaker over all articles: what they said, and what they are accused of. ``key`` names them in the file."""

    key: str
    name: str
    role: str | None
    said: tuple[Quoted, ...]
    charges: tuple[Charge, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the index: a name and the facts where it stands."""

    name: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndexSheet:
    """Entries by section, or a part of them; the last sheet has room for ``corrections``."""

    corrections: bool
    entries: Mapping[str, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document of the pack. ``kind`` names its template; ``code``, its own in the pack, stands at its foot."""

    kind: Kind
    code: str
    title: str
    cards: CardsSheet | None = None
    text: TextSheet | None = None
    calls: tuple[Call, ...] = ()
    notes: NotesSheet | None = None
    index: IndexSheet | None = None

    @property
    def anchors(self) -> frozenset[str]:
        """What links may lead to: the facts that have their card here ("S1-07"), or their mark ("S1-text-07")."""
        if self.cards is not None:
            return frozenset(fact.id for group in self.cards.groups for card in group.cards for fact in card.facts)
        if self.text is None:
            return frozenset()
        runs = (run for block in self.text.blocks for run in block.runs if run.numbers)
        return frozenset(f"{self.text.source.id}-text-{run.numbers[0]}" for run in runs)

    @property
    def source(self) -> Source | None:
        """The article that the sheet is about, ``None`` for a sheet about more than one."""
        if self.text is not None:
            return self.text.source
        return None if self.cards is None else self.cards.source


@dataclass(frozen=True, slots=True)
class Pack:
    """All that the templates see. ``ids`` are of all facts; ``singles`` are those of one article, by type."""

    title: str
    date: date | None
    version: str
    fingerprint: str
    paper: Paper
    large: bool
    form: Form
    sign_off: tuple[SignOff, ...]
    sources: tuple[Source, ...]
    counts: tuple[Count, ...]
    guides: tuple[Guide, ...]
    notes: tuple[Meeting, ...]
    singles: tuple[Entry, ...]
    timeline: tuple[Moment, ...]
    index: Mapping[str, tuple[Entry, ...]]
    sheets: tuple[Sheet, ...]
    ids: frozenset[str]

    @property
    def labels(self) -> Mapping[str, str]:
        """The words that the sheets print."""
        return self.form.labels
