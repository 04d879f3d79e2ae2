"""Who does what in a parsed sentence: the mentions that play a verb's subject and object.

The parts are logical ones: in "two missiles were fired by Northland" the missiles are the object. Dependency labels are
CLEAR's, as spaCy's English pipelines give them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck.checklist.phrases import Either, Gap, Maybe, Name, Node, Role, Row
from factcheck.models import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_RELATIVE_PRONOUNS = frozenset(("WDT", "WP"))


def loosened(node: Node) -> Node | None:
    """The tree without the fields that play a part, and without the gaps beside them; ``None`` if nothing is left."""
    match node:
        case Name(role=role) if role is not None:
            return None
        case Maybe(part):
            inner = loosened(part)
            return Maybe(inner) if inner is not None else None
        case Either(choices):
            kept = [choice for each in choices if (choice := loosened(each)) is not None]
            return Either(tuple(kept)) if len(kept) == len(choices) else None
        case Row(parts):
            left: list[Node] = []
            for part in parts:
                if isinstance(part, Gap) and (not left or isinstance(left[-1], Gap)):
                    continue
                if (inner := loosened(part)) is not None:
                    left.append(inner)
            if left and isinstance(left[-1], Gap):
                left.pop()
            return Row(tuple(left)) if len(left) > 1 else left[0] if left else None
        case _:
            return node


def verbs(doc: Doc, start: int, end: int, bound: Mapping[str, Mention]) -> Iterator[Token]:
    """The verbs between two offsets that are no part of a mention."""
    span = doc.char_span(start, end, alignment_mode="expand")
    for token in span if span is not None else ():
        inside = any(mention.start <= token.idx < mention.end for mention in bound.values())
        if not inside and token.tag_.startswith("VB") and token.dep_ not in ("aux", "auxpass"):
            yield token


def part(verb: Token, role: Role) -> list[Token]:
    """The tokens that head the verb's logical subject or object."""
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
    if role == "object":
        found = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
        if verb.dep_ == "acl" and verb.tag_ == "VBN":  # missiles fired by Northland
            found.append(verb.head)
    else:
        found = [child for child in verb.children if child.dep_ == "nsubj"]
        found += [word for child in verb.children if child.dep_ == "agent" for word in child.children]
        if not found and not passive and verb.dep_ in ("conj", "xcomp") and verb.head != verb:
            found = part(verb.head, role)
    return [verb.head if word.tag_ in _RELATIVE_PRONOUNS and verb.dep_ == "relcl" else word for word in found]


def refuses(doc: Doc, mention: Mention, role: Role, verbs_: Sequence[Token]) -> bool:
    """Whether the parse gives the part to other words: no word of the mention is or belongs to what plays it."""
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    players = [token for verb in verbs_ for token in part(verb, role)]
    others = [token for verb in verbs_ for token in part(verb, "object" if role == "subject" else "subject")]
    if span is None or any(player == token or player.is_ancestor(token) for player in players for token in span):
        return False
    return bool(players) or any(token in others for token in span)


def of_next_clause(doc: Doc, start: int, mention: Mention) -> bool:
    """Whether a mention belongs to a verb that "and" joins to one after ``start``, as in "fired gas and held 30".

    What stands before the "and" then says nothing of it. So does a lone "and" between a word and a figure: "were
    killed and 18 were missing".
    """
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None or mention.start <= start:
        return False
    first = span[0]
    before = first.nbor(-1) if first.i else first
    if before.tag_ == "CC" and before.idx > start and before.nbor(-1).tag_.startswith("VB"):
        return True
    verb = next((token for token in (span.root, *span.root.ancestors) if token.tag_.startswith("VB")), None)
    return (
        verb is not None
        and verb.dep_ == "conj"
        and verb.head.tag_.startswith("VB")
        and start <= verb.head.idx < mention.start
        and any(token.dep_ == "cc" and verb.head.idx < token.idx < mention.start for token in verb.head.children)
    )


def part_before(doc: Doc, whole: Mention, verbs_: Iterable[Token]) -> int | None:
    """Where the number stands of which a mention is the whole: that of "Seven" for "the nine members" in "Seven of the
    nine members voted". ``None`` where no verb has it for its subject, as in "Seven of the nine killed were boys".
    """
    span = doc.char_span(whole.start, whole.end, alignment_mode="expand")
    of = span.root.head if span is not None and span.root.dep_ == "pobj" else None
    part = of.head if of is not None and of.lower_ == "of" else None
    if part is None or not (part.tag_ == "CD" or any(child.tag_ == "CD" for child in part.children)):
        return None
    told = any(part in _subjects(verb) for verb in verbs_)
    number = part if part.tag_ == "CD" else next(child for child in part.children if child.tag_ == "CD")
    return number.idx if told else None


def _subjects(verb: Token) -> list[Token]:
    found = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    if not found and verb.dep_ in ("conj", "xcomp") and verb.head != verb:
        found = _subjects(verb.head)
    return found
