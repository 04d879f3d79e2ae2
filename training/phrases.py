"""Names, amounts of money, dates and hedged numbers: which of their words is the head in CLEAR."""

from __future__ import annotations

from training.treebank import Tree

_MONTHS = frozenset(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
     "december", "jan.", "feb.", "mar.", "apr.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec."]
)  # fmt: skip


def names(tree: Tree) -> None:
    """The last word of a name is its head: "Juan Guaido" is a compound of "Guaido"."""
    for first in range(len(tree)):
        parts = [i for i in tree.children(first) if tree.base(i) == "flat"]
        if not parts or parts[0] < first:
            continue
        if tree.upos[first] == tree.upos[parts[-1]] == "NUM":
            for part in parts:
                tree.deps[part] = "nummod"
            continue
        tree.take_over(parts[-1], "compound")
        for part in parts[:-1]:
            tree.deps[part] = "compound"


def appositions(tree: Tree) -> None:
    """A name right after its noun is the head too, with an article or without: "his rival Ann Lee", "mayor Ann Lee"."""
    for name in range(len(tree)):
        noun = tree.heads[name]
        if tree.deps[name] != "appos" or tree.upos[name] != "PROPN" or tree.xpos[noun] != "NN" or noun > name:
            continue
        inside = range(noun + 1, name)
        if tree.deps[noun + 1] != "punct" and all(noun < tree.heads[i] <= name for i in inside):
            tree.take_over(name, "compound")


def amounts(tree: Tree) -> None:
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
        tree.promote(number)
        tree.deps[sign] = "quantmod"
        if tree.base(number) == "compound":
            tree.deps[number] = "nmod"


def dates(tree: Tree) -> None:
    """The month is the head of a date: "28" and "2019" are numbers of "March"."""
    for month in range(len(tree)):
        if tree.low(month) not in _MONTHS or tree.upos[month] != "PROPN":
            continue
        day = tree.heads[month]
        if abs(day - month) == 1 and _is_day(tree, day) and tree.base(month) in ("compound", "nmod"):
            tree.take_over(month, "nummod")
        for year in tree.children(month):
            if tree.xpos[year] == "CD" and tree.deps[year] == "nmod:unmarked":
                tree.deps[year] = "nummod"


def hedges(tree: Tree) -> None:
    """In "at least 14", "least" is an adverb of the number and "at" one of "least"."""
    for least in range(1, len(tree)):
        head = tree.heads[least]
        if tree.xpos[least] in ("JJS", "RBS") and tree.base(least) in ("nmod", "obl") and head > least:
            cases = [i for i in tree.children(least) if tree.base(i) == "case"]
            if cases and len(tree.children(least)) == len(cases):
                tree.deps[least] = "advmod"
                for case in cases:
                    tree.deps[case] = "advmod"


def _is_day(tree: Tree, i: int) -> bool:
    """As in "22" and "22nd"."""
    digits = tree.low(i).removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    return tree.xpos[i] == "CD" or digits.isdigit()
