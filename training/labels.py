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
        case "amod" | "compound" if relation != "compound:prt" and i < head:
            return _modifier_label(tree, i)
        case "nmod" if relation == "nmod:unmarked":
            return _apposed_label(tree, i)
        case base:
            return _LABELS.get(relation, _LABELS.get(base, base))


def _modifier_label(tree: Tree, i: int) -> str:
    """Before a noun the tag decides: "Black Sea" and "iron rules" are compounds, "new rules" not."""
    tag, head = tree.xpos[i], tree.xpos[tree.heads[i]]
    if not head.startswith("NN"):
        return tree.base(i)
    if tag == "CD":
        return "nummod"
    if tag.startswith("NN"):
        return "compound"
    return "amod" if tag.startswith("JJ") else tree.base(i)


def _apposed_label(tree: Tree, i: int) -> str:
    """Without a preposition: "Article 5", "the vote this morning", "Portland, Oregon", "a 4-year term"."""
    head = tree.heads[i]
    if tree.xpos[i] == "CD" and tree.upos[head] in ("NOUN", "PROPN"):
        return "nummod"
    if i < head:
        return "compound" if tree.xpos[i].startswith("NN") and tree.xpos[head].startswith("NN") else "npadvmod"
    return "appos" if tree.upos[i] == "PROPN" and "," in tree.forms[head:i] else "npadvmod"


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
