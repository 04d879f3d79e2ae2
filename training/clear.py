"""Universal Dependencies to the CLEAR labels that spaCy's English uses, by rule.

UD makes content words heads and hangs function words on them; CLEAR (Choi and Palmer 2012) makes the verb "be" and
prepositions heads. Each step below turns one construction around, on a tree that is changed in place. The order
matters: tags (``tags.py``) and names (``phrases.py``) first, coordination before prepositions, and the labels' names
(``labels.py``) last.
"""

from __future__ import annotations

from itertools import pairwise

from training.labels import NEGATION, is_preposition, label
from training.phrases import amounts, appositions, dates, hedges, names
from training.tags import unify
from training.treebank import Tree

# Words of grammar that the rules turn on.
_OF_THE_CLAUSE = frozenset(
    ["also", "now", "still", "already", "always", "often", "usually", "generally", "probably", "certainly", "then"]
)
_CONJUNCTIONS = frozenset(
    ["while", "if", "although", "though", "as", "because", "unless", "until", "when", "once", "that", "whether"]
)


def convert(tree: Tree) -> Tree:
    """``tree`` itself, its UD heads and labels turned into CLEAR's."""
    for step in (
        unify, names, appositions, amounts, dates, hedges, _copulas, _existentials, _expletives, _coordination,
        _fixed_expressions, _prepositions, _clauses_of_prepositions,
    ):  # fmt: skip
        step(tree)
    tree.deps = [label(tree, i) for i in range(len(tree))]
    return tree


def _copulas(tree: Tree) -> None:
    """The verb "be" is the head of its clause: the subject and all that belongs to the clause moves to it."""
    for be in range(len(tree)):
        if tree.deps[be] != "cop":
            continue
        predicate = tree.heads[be]
        children = [i for i in tree.children(predicate) if i != be]
        clausal = any(tree.deps[i].endswith(":outer") for i in children)
        prepositional = any(tree.base(i) == "case" and is_preposition(tree, i) for i in children)
        moved = [i for i in children if _is_of_the_clause(tree, i, be, predicate, children, clausal=clausal)]
        tree.promote(be)
        tree.deps[predicate] = _predicate_label(tree, predicate, clausal=clausal, prepositional=prepositional)
        for child in moved:
            tree.heads[child] = be


def _predicate_label(tree: Tree, predicate: int, *, clausal: bool, prepositional: bool) -> str:
    pos = tree.upos[predicate]
    if clausal:
        return "ccomp"
    if prepositional:
        return "obl"  # a preposition takes its place later
    if pos == "ADJ" or (pos == "VERB" and tree.xpos[predicate] in ("JJ", "VBN")):
        return "acomp"
    if pos == "VERB" and tree.xpos[predicate] == "VB":
        return "xcomp"
    return "advmod" if pos == "ADV" else "attr"


def _is_of_the_clause(tree: Tree, i: int, be: int, predicate: int, siblings: list[int], *, clausal: bool) -> bool:
    """Whether child ``i`` of a predicate with the copula ``be`` belongs to the clause and not to the predicate."""
    base, adjective = tree.base(i), tree.upos[predicate] == "ADJ"
    if clausal:
        before = i < be and base in ("aux", "advmod", "punct", "cc", "discourse", "mark")
        return tree.deps[i].endswith(":outer") or before or (base == "punct" and i == siblings[-1])
    match base:
        case "nsubj" | "csubj" | "expl" | "vocative" | "dislocated" | "parataxis" | "aux" | "mark" | "discourse":
            return True
        case "cc":
            return i < be
        case "punct":
            return i < be or not any(j > i for j in siblings if tree.base(j) in ("conj", "appos", "nmod", "acl", "cc"))
        case "advmod":
            if tree.low(i) in NEGATION or tree.low(i) in _OF_THE_CLAUSE or i < be:
                return True
            noun = tree.upos[predicate] in ("NOUN", "PROPN", "PRON")
            return (noun and i == be + 1 and tree.xpos[i] == "RB") or (i > predicate and tree.low(i) != "enough")
        case "advcl":
            return not adjective or i < predicate or tree.xpos[i] != "VB"
        case "obl":
            return not adjective or i < predicate or tree.deps[i] == "obl:unmarked"
        case "ccomp":
            return not adjective
        case "conj":
            parts = {tree.base(j) for j in tree.children(i)}
            own_clause = bool(parts & {"nsubj", "csubj", "cop", "aux", "expl"})
            return own_clause or (tree.upos[i] in ("VERB", "AUX") and tree.upos[predicate] != "VERB")
    return False


def _existentials(tree: Tree) -> None:
    """What there is, is the attribute: "there are 12 paintings"."""
    for there in range(len(tree)):
        be = tree.heads[there]
        if tree.xpos[there] == "EX" and tree.deps[there] == "expl" and tree.lemmas[be] == "be":
            for subject in tree.children(be):
                if tree.deps[subject] == "nsubj":
                    tree.deps[subject] = "attr"


def _expletives(tree: Tree) -> None:
    """The word "it" is the subject and the clause it announces a complement: "it is clear that"."""
    for it in range(len(tree)):
        if tree.deps[it] != "expl" or tree.low(it) != "it":
            continue
        verb = tree.heads[it]
        passive = any(tree.deps[i] == "aux:pass" for i in tree.children(verb))
        tree.deps[it] = "dobj" if it > verb else "nsubj:pass" if passive else "nsubj"
        for clause in tree.children(verb):
            if tree.base(clause) == "csubj" and clause > it:
                infinitive = any(tree.xpos[i] == "TO" for i in tree.children(clause))
                tree.deps[clause] = "xcomp" if infinitive else "ccomp"


def _coordination(tree: Tree) -> None:
    """Conjuncts are a chain, and the conjunction hangs on the conjunct before it."""
    for first in range(len(tree)):
        before = first
        for conjunct in [i for i in tree.children(first) if tree.base(i) == "conj" and i > first]:
            tree.heads[conjunct] = before
            for child in tree.children(conjunct):
                comma = tree.forms[child] in (",", ";")
                if child < conjunct and (tree.deps[child] == "cc" or comma):
                    tree.heads[child] = before
            before = conjunct


def _fixed_expressions(tree: Tree) -> None:
    """In "more than", "according to", "such as": the second word gets a label of its own."""
    for i in range(len(tree)):
        if tree.base(i) != "fixed":
            continue
        first = tree.heads[i]
        preposition = tree.xpos[i] in ("IN", "TO")
        match tree.base(first):
            case "case" if tree.low(first) == "such":
                tree.take_over(i, "amod")
            case "case":
                tree.deps[i] = "case"
                tree.heads[i] = tree.heads[first]
            case "advmod" | "nummod" | "quantmod" if tree.xpos[tree.heads[first]] == "CD":
                tree.heads[i] = tree.heads[first]
                tree.deps[i] = tree.deps[first] = "quantmod"
            case "cc":
                tree.deps[i] = "cc" if preposition or tree.xpos[i] == "CC" else "advmod"
            case "mark":
                tree.deps[i] = "mark" if preposition else "advmod"
            case _:
                tree.deps[i] = "prep" if preposition else "advmod"


def _prepositions(tree: Tree) -> None:
    """A preposition takes the place of its noun, which becomes its object; several form a chain."""
    for noun in range(len(tree)):
        cases = [i for i in tree.children(noun) if i < noun and tree.base(i) == "case" and is_preposition(tree, i)]
        if not cases:
            continue
        first, last = cases[0], cases[-1]
        label, head = tree.deps[noun], tree.heads[noun]
        before = [i for i in tree.children(noun) if i < first]
        tree.promote(first)
        tree.deps[first] = "agent" if _is_agent(tree, noun, first) else _preposition_label(label)
        for outer, inner in pairwise(cases):
            tree.heads[inner] = outer
            tree.deps[inner] = "pcomp" if tree.low(outer) == "because" else "prep"
        tree.heads[noun] = last
        tree.deps[noun] = "pobj" if tree.upos[noun] not in ("VERB", "AUX", "ADV") else "pcomp"
        for i in before:
            _move_before_preposition(tree, i, first)
        if label.startswith("conj") and tree.deps[head] in ("pobj", "pcomp"):
            _join_prepositions(tree, first, head)


def _is_agent(tree: Tree, noun: int, by: int) -> bool:
    """Whether ``noun`` is who did it, by the treebank's word or, where it makes no difference, by the passive verb."""
    if tree.deps[noun] == "obl:agent":
        return True
    verb = tree.heads[by]
    if tree.deps[noun] != "obl" or tree.low(by) != "by" or tree.xpos[verb] != "VBN" or tree.upos[noun] == "NUM":
        return False
    labels = {tree.deps[i] for i in tree.children(verb)}
    return "aux:pass" in labels or (tree.base(verb) in ("acl", "advcl", "amod", "conj") and "aux" not in labels)


def _preposition_label(label: str) -> str:
    if label.partition(":")[0] in ("root", "conj", "ccomp", "advcl", "acl", "parataxis", "appos", "xcomp"):
        return label
    return "dative" if label == "iobj" else "prep"


def _move_before_preposition(tree: Tree, i: int, preposition: int) -> None:
    """What stands before the preposition belongs to it: "only in London", "two days after the vote"."""
    if tree.base(i) in ("advmod", "punct", "cc", "mark", "discourse"):
        tree.heads[i] = preposition
    elif tree.base(i) == "nummod" or tree.deps[i] in ("obl:unmarked", "nmod:unmarked"):
        tree.heads[i] = preposition
        tree.deps[i] = "npadvmod"


def _join_prepositions(tree: Tree, second: int, noun: int) -> None:
    """As in "in Paris and in London": the second preposition is a conjunct of the first."""
    first = tree.heads[noun]
    tree.heads[second] = first
    for i in tree.children(noun):
        if noun < i < second and tree.base(i) in ("cc", "punct"):
            tree.heads[i] = first


def _clauses_of_prepositions(tree: Tree) -> None:
    """As in "after leaving" and "of what they saw": a preposition with a clause as its complement."""
    for verb in range(len(tree)):
        if tree.deps[verb] not in ("advcl", "acl"):
            continue
        for mark in tree.children(verb):
            if tree.base(mark) == "mark" and tree.xpos[mark] == "IN" and _has_clause(tree, mark, verb):
                before = [i for i in tree.children(verb) if i < mark]
                tree.promote(mark)
                tree.deps[mark], tree.deps[verb] = "prep", "pcomp"
                for i in before:
                    tree.heads[i] = mark
                break


def _has_clause(tree: Tree, mark: int, verb: int) -> bool:
    """Whether ``mark`` is a preposition before the clause of ``verb`` and not a conjunction."""
    if tree.low(mark) in _CONJUNCTIONS:
        return False
    asks = tree.xpos[mark + 1] in ("WP", "WRB", "WDT", "WP$") or tree.low(mark + 1) == "whether"
    return tree.xpos[verb] == "VBG" or (asks and mark + 1 <= verb and tree.low(mark) != "than")
