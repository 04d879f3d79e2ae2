"""The CLEAR label of a word whose place in the tree is CLEAR's already and whose label is still UD's."""

from __future__ import annotations

from training.treebank import Tree

_POSSESSIVE = frozenset(["'s", "’s", "'", "’"])
NEGATION = frozenset(["not", "n't", "n’t", "nt", "never"])
_LINKING = frozenset(["become", "remain", "be", "seem"])

_LABELS = {
    "acl:relcl": "relcl", "advcl:relcl": "advcl", "aux:pass": "auxpass", "cc:preconj": "preconj", "clf": "dep",
    "compound:prt": "prt", "cop": "dep", "csubj:outer": "csubj", "csubj:pass": "csubjpass", "det:predet": "predet",
    "discourse": "intj", "dislocated": "dep", "flat": "compound", "goeswith": "compound", "iobj": "dative",
    "list": "dep", "nmod:desc": "compound", "nmod:poss": "poss", "nsubj:outer": "nsubj", "nsubj:pass": "nsubjpass",
    "obj": "dobj", "obl": "npadvmod", "obl:agent": "npadvmod", "orphan": "dep", "reparandum": "dep", "root": "ROOT",
    "vocative": "npadvmod",
}  # fmt: skip


def label(tree: Tree, i: int) -> str:
    """The CLEAR label of word ``i``."""
    head, relation, low = tree.heads[i], tree.deps[i], tree.low(i)
    if head == i:
        return "ROOT"
    match relation.partition(":")[0]:
        case "advmod":
            if low in NEGATION:
                return "neg"
            return "quantmod" if tree.xpos[head] == "CD" and i < head else "advmod"
        case "xcomp":
            return _complement_label(tree, i)
        case "mark":
            return "aux" if tree.xpos[i] == "TO" else "mark"
        case "case":
            return "prep" if is_preposition(tree, i) else "case"
        case "obl" | "nmod" if tree.xpos[i] in ("IN", "TO"):
            return "prep"  # left behind by its noun: "the rule they acted on"
        case "nmod" if relation == "nmod:unmarked" and tree.upos[head] not in ("NOUN", "PROPN", "NUM", "SYM"):
            return "npadvmod"
        case base:
            return _LABELS.get(relation, _LABELS.get(base, base))


def _complement_label(tree: Tree, i: int) -> str:
    """As in "seemed happy", "became president", "called it a mistake", "wants to leave"."""
    head = tree.heads[i]
    objects = any(tree.base(j) in ("obj", "dobj") for j in tree.children(head))
    if tree.upos[i] == "ADJ":
        return "oprd" if objects else "acomp"
    if tree.upos[i] in ("NOUN", "PROPN", "PRON", "NUM"):
        return "attr" if tree.lemmas[head] in _LINKING and not objects else "oprd"
    return "xcomp"


def is_preposition(tree: Tree, i: int) -> bool:
    """Whether a case mark is a preposition and not the mark of a possessive."""
    return tree.xpos[i] != "POS" and tree.low(i) not in _POSSESSIVE
