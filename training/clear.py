"""Universal Dependencies to the CLEAR labels that spaCy's English uses, by rule.

UD makes content words heads and hangs function words on them; CLEAR (Choi and Palmer 2012) makes the verb "be" and
prepositions heads. Each step below turns one construction around, on a tree that is changed in place. The order
matters: names before prepositions, coordination before prepositions, and the labels' names (``labels.py``) last.
"""

from __future__ import annotations

from itertools import pairwise

from training.labels import NEGATION, is_preposition, label
from training.treebank import Tree

# Words of grammar that the rules turn on.
_MONTHS = frozenset(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
     "december", "jan.", "feb.", "mar.", "apr.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec."]
)  # fmt: skip
_OF_THE_CLAUSE = frozenset(
    ["also", "now", "still", "already", "always", "often", "usually", "generally", "probably", "certainly", "then"]
)
_CONJUNCTIONS = frozenset(
    ["while", "if", "although", "though", "as", "because", "unless", "until", "when", "once", "that", "whether"]
)


def convert(tree: Tree) -> Tree:
    """``tree`` itself, its UD heads and labels turned into CLEAR's."""
    for step in (
        _names, _amounts, _dates, _hedges, _copulas, _existentials, _expletives, _coordination, _fixed_expressions,
        _prepositions, _gerunds,
    ):  # fmt: skip
        step(tree)
    tree.deps = [label(tree, i) for i in range(len(tree))]
    return tree


def _promote(tree: Tree, i: int) -> int:
    """Let ``i`` and its head change places; the other children stay where they are. Returns the old head."""
    old = tree.heads[i]
    tree.heads[i] = i if tree.heads[old] == old else tree.heads[old]
    tree.deps[i] = tree.deps[old]
    tree.heads[old] = i
    return old


def _take_over(tree: Tree, i: int, label: str) -> None:
    """Let ``i`` change places with its head, which becomes ``label``, and take its other children too."""
    old = _promote(tree, i)
    tree.deps[old] = label
    for child in tree.children(old):
        tree.heads[child] = i


def _names(tree: Tree) -> None:
    """The last word of a name is its head: "Juan Guaido" is a compound of "Guaido"."""
    for first in range(len(tree)):
        parts = [i for i in tree.children(first) if tree.base(i) == "flat"]
        if not parts or parts[0] < first:
            continue
        if tree.upos[first] == tree.upos[parts[-1]] == "NUM":
            for part in parts:
                tree.deps[part] = "nummod"
            continue
        _take_over(tree, parts[-1], "compound")
        for part in parts[:-1]:
            tree.deps[part] = "compound"


def _amounts(tree: Tree) -> None:
    """The number is the head of an amount of money: "$" hangs on "million" in "$ 5 million"."""
    for sign in range(len(tree)):
        if tree.xpos[sign] != "$":
            continue
        number = next((i for i in tree.children(sign) if tree.deps[i] == "nummod" and i > sign), None)
        if number is None:
            continue
        for child in tree.children(sign):
            if child != number and not (child == sign - 1 and tree.base(child) == "compound"):
                tree.heads[child] = number
        _promote(tree, number)
        tree.deps[sign] = "quantmod"
        if tree.base(number) == "compound":
            tree.deps[number] = "nmod"


def _dates(tree: Tree) -> None:
    """The month is the head of a date: "28" and "2019" are numbers of "March"."""
    for month in range(len(tree)):
        if tree.low(month) not in _MONTHS or tree.upos[month] != "PROPN":
            continue
        day = tree.heads[month]
        if abs(day - month) == 1 and tree.xpos[day] == "CD" and tree.base(month) in ("compound", "nmod"):
            _take_over(tree, month, "nummod")
        for year in tree.children(month):
            if tree.xpos[year] == "CD" and tree.deps[year] == "nmod:unmarked":
                tree.deps[year] = "nummod"


def _hedges(tree: Tree) -> None:
    """In "at least 14", "least" is an adverb of the number and "at" one of "least"."""
    for least in range(1, len(tree)):
        head = tree.heads[least]
        if tree.xpos[least] in ("JJS", "RBS") and tree.base(least) in ("nmod", "obl") and head > least:
            cases = [i for i in tree.children(least) if tree.base(i) == "case"]
            if cases and len(tree.children(least)) == len(cases):
                tree.deps[least] = "advmod"
                for case in cases:
                    tree.deps[case] = "advmod"


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
        _promote(tree, be)
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
                _take_over(tree, i, "amod")
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
        _promote(tree, first)
        tree.deps[first] = _preposition_label(label)
        for outer, inner in pairwise(cases):
            tree.heads[inner] = outer
            tree.deps[inner] = "pcomp" if tree.low(outer) == "because" else "prep"
        tree.heads[noun] = last
        tree.deps[noun] = "pobj" if tree.upos[noun] not in ("VERB", "AUX", "ADV") else "pcomp"
        for i in before:
            _move_before_preposition(tree, i, first)
        if label.startswith("conj") and tree.deps[head] in ("pobj", "pcomp"):
            _join_prepositions(tree, first, head)


def _preposition_label(label: str) -> str:
    if label == "obl:agent":
        return "agent"
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


def _gerunds(tree: Tree) -> None:
    """As in "after leaving": a preposition with a verb in -ing as its complement."""
    for verb in range(len(tree)):
        if tree.xpos[verb] != "VBG" or tree.base(verb) not in ("advcl", "acl") or tree.deps[verb] == "acl:relcl":
            continue
        for mark in tree.children(verb):
            if tree.base(mark) == "mark" and tree.xpos[mark] == "IN" and tree.low(mark) not in _CONJUNCTIONS:
                before = [i for i in tree.children(verb) if i < mark]
                _promote(tree, mark)
                tree.deps[mark], tree.deps[verb] = "prep", "pcomp"
                for i in before:
                    tree.heads[i] = mark
                break
