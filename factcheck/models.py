"""The frozen types that everything else speaks in. Imports nothing of ours.

Offsets are Python string offsets into ``Article.text``, half open: ``text[start:end]``.
An interval end of ``None`` is open. Field order is the key order of the JSON.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Number = int | float
"""A written number: ``int`` where it is whole, ``float`` otherwise; never ``nan`` or ``inf``."""

ParagraphKind = Literal["headline", "body", "caption", "furniture"]
Priority = Literal["high", "normal", "low"]
Mode = Literal["direct", "indirect", "mixed"]
Relation = Literal["differs", "incomparable", "compatible", "agrees", "single"]
EntityType = Literal["person", "organisation", "place", "law", "event", "product", "nationality", "other"]

FieldKind = Literal[
    "number", "count", "quantity", "money", "percent", "time",
    "name", "person", "role", "organisation", "place", "law", "vote", "quote", "text",
]  # fmt: skip
"""What a checklist's field may hold. A field of kind ``count`` takes a quantity without a unit: so many people or
things, not metres or days. A mention of kind ``name`` is a person; a field of kind ``name`` takes any
named mention (person, organisation or place) and one of kind ``person`` persons only. ``role`` is the words for
what somebody is."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of ``Article.text`` without its surrounding white space."""

    start: int
    end: int
    kind: ParagraphKind


@dataclass(frozen=True, slots=True)
class Article:
    """One document read in.

    ``lines`` are the numbered lines of the annotated copy, in order, as (start, end) offsets:
    line *n* is ``lines[n - 1]``. ``sha256`` is of the file's bytes.
    """

    id: str
    path: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    lines: tuple[tuple[int, int], ...]
    sha256: str
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: date | None = None
    url: str | None = None


# --- values ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number of something. ``number`` is ``None`` for a range or a vague count ("dozens").

    ``unit`` is a UCUM-like symbol (``t``, ``km``, ``h``, ``a`` for years) and then ``number``, ``low``
    and ``high`` are in that unit; ``noun`` is what is counted, as written, without its nationality.
    """

    kind: Literal["quantity"] = field(default="quantity", init=False)
    number: Number | None
    low: Number | None
    high: Number | None
    hedge: str | None = None
    unit: str | None = None
    noun: str | None = None
    per: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """An amount. ``currency`` is an ISO 4217 code, ``None`` where the text leaves it open."""

    kind: Literal["money"] = field(default="money", init=False)
    number: Number | None
    low: Number | None
    high: Number | None
    hedge: str | None = None
    currency: str | None = None
    per: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Percent:
    """A share (``unit`` ``%``), or a difference of shares in ``points`` or ``basis points``."""

    kind: Literal["percent"] = field(default="percent", init=False)
    number: Number | None
    low: Number | None
    high: Number | None
    hedge: str | None = None
    unit: Literal["%", "points", "basis points"] = "%"
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A point or stretch of the calendar.

    ``edtf`` is an EDTF level 1 string (ISO 8601-2); ``earliest`` and ``latest`` are inclusive days;
    ``anchor`` is the day that a relative expression was counted from; ``timex`` is the TIMEX3 value
    (TimeML 1.2.1). A plain duration is a ``Quantity``. ``reason`` says why ``resolved`` is false, or
    what is doubtful although it is true.
    """

    kind: Literal["time"] = field(default="time", init=False)
    edtf: str | None
    earliest: date | None = None
    latest: date | None = None
    resolved: bool
    anchor: date | None = None
    timex: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """An act, bill, resolution, treaty or agreement. ``number`` as in "H.R. 1477"."""

    kind: Literal["law"] = field(default="law", init=False)
    name: str | None
    number: str | None = None
    status: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """How a body voted. ``method`` is a canonical name (voice vote, roll call, unanimous consent, ...)."""

    kind: Literal["vote"] = field(default="vote", init=False)
    method: str | None
    yeas: int | None = None
    nays: int | None = None
    abstentions: int | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A named person, organisation or place; ``role`` and ``affiliation`` as the article words them."""

    kind: Literal["name"] = field(default="name", init=False)
    name: str
    role: str | None = None
    entity: EntityType = "person"
    affiliation: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The words between the quotation marks, verbatim."""

    kind: Literal["quote"] = field(default="quote", init=False)
    words: str
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words that a checklist asks for and that carry no further meaning to the program."""

    kind: Literal["text"] = field(default="text", init=False)
    words: str
    reason: str | None = None


Value = Quantity | Money | Percent | Time | Law | Vote | Name | Quote | Text


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of an article that a field of ``kind`` can hold, and what was understood.

    "about 100 servicemen" is two mentions with one value: a ``number`` ("about 100") and a
    ``quantity`` (all of it).
    """

    kind: FieldKind
    start: int
    end: int
    value: Value


# --- what is found --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who the article says it from.

    ``speaker`` is the words of the article at ``start``..``end``; ``name`` is the person or body that
    they resolve to, ``None`` where that is open. ``candidates`` are shown where more than one fits.
    """

    speaker: str
    name: str | None
    cue: str
    mode: Mode
    start: int
    end: int
    role: str | None = None
    unnamed: bool = False
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of an article that is said by somebody: the content of an attribution.

    ``quoted`` is true where the content is inside quotation marks. Stretches nest or are disjoint.
    """

    start: int
    end: int
    quoted: bool
    attribution: Attribution | None


@dataclass(frozen=True, slots=True)
class Statement:
    """The sentence, or quotation, that carries assertions: ``article.text[start:end]``."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reply:
    """Where somebody who is accused is heard, or is said to be silent.

    ``answers``: it denies, rejects, defends; ``silent``: it was asked and said nothing; ``speaks``: it says something
    later in the article, answer or not. ``statement`` is the sentence, ``line`` the line on which that begins.
    """

    article: str
    line: int
    kind: Literal["answers", "silent", "speaks"]
    statement: Statement


@dataclass(frozen=True, slots=True)
class Accusation:
    """A sentence in which a named party is accused or criticised, for the right of reply.

    ``party`` is the canonical name of who is accused; where several fit, it is the words of the article and
    ``candidates`` are the names. ``attribution`` is who accuses, with the accusing word as its cue; its speaker is
    empty where the article does not say. ``reply`` is where the party answers in the same article, ``None``: nowhere;
    ``elsewhere`` is the same for each other article in which it does.
    """

    article: str
    line: int
    party: str
    candidates: tuple[str, ...]
    statement: Statement
    attribution: Attribution
    reply: Reply | None
    elsewhere: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True)
class Assertion:
    """One checkable fact. ``paragraph`` and ``line`` count from 1; ``text`` is ``article.text[start:end]``."""

    id: str
    article: str
    type: str
    text: str
    start: int
    end: int
    statement: Statement
    paragraph: int
    line: int
    value: Value
    fields: dict[str, str]
    attribution: Attribution | None
    quoted: bool
    priority: Priority
    matched_by: str


@dataclass(frozen=True, slots=True)
class Note:
    """What the program says about assertions of two or more articles on the same fact.

    ``message`` is a sentence that shows all wordings and values; ``why`` is its reason alone.
    """

    relation: Relation
    type: str
    assertions: tuple[str, ...]
    message: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """Something that can be worked out inside one article: never a verdict on the world.

    ``working`` is the sum or comparison, ``message`` how it meets what the text says. ``start`` and ``end`` are the
    words in question; ``assertions`` are the ids of the rows that it concerns, if any.
    """

    kind: str
    article: str
    assertions: tuple[str, ...]
    message: str
    working: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A sentence without a row."""

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in the articles, before they are compared.

    Everything is in the order of the articles and, inside one, of the text. ``sentences`` counts the
    sentences that were read, furniture left out, by article id.
    """

    assertions: tuple[Assertion, ...]
    unmatched: tuple[Unmatched, ...]
    sentences: dict[str, int]
    checks: tuple[Check, ...] = ()
    accusations: tuple[Accusation, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """All of it for one run."""

    title: str
    date: date | None
    articles: tuple[Article, ...]
    assertions: tuple[Assertion, ...]
    notes: tuple[Note, ...]
    unmatched: tuple[Unmatched, ...]
    sentences: dict[str, int] = field(default_factory=dict)
    checks: tuple[Check, ...] = ()
    accusations: tuple[Accusation, ...] = ()
