"""CoNLL-U in: the sentences of a Universal Dependencies treebank, by paragraph.

The format is https://universaldependencies.org/format.html. Empty nodes are left out; the words of a multi-word
token ("don't") stand for themselves, with the token's spacing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_FORM, _LEMMA, _UPOS, _XPOS, _FEATS, _HEAD, _DEPREL, _MISC = 1, 2, 3, 4, 5, 6, 7, 9


@dataclass(slots=True)
class Tree:
    """A sentence with its dependency tree. ``heads`` are places in the sentence; the root's is its own."""

    forms: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.forms)

    def children(self, head: int) -> list[int]:
        """The words that hang on ``head``, in order."""
        return [i for i, h in enumerate(self.heads) if h == head and i != head]

    def base(self, i: int) -> str:
        """The label of ``i`` without its subtype: ``nsubj`` for ``nsubj:pass``."""
        return self.deps[i].partition(":")[0]

    def low(self, i: int) -> str:
        """The word in small letters."""
        return self.forms[i].lower()

    def promote(self, i: int) -> int:
        """Let ``i`` and its head change places; the other children stay where they are. Returns the old head."""
        old = self.heads[i]
        self.heads[i] = i if self.heads[old] == old else self.heads[old]
        self.deps[i] = self.deps[old]
        self.heads[old] = i
        return old

    def take_over(self, i: int, label: str) -> None:
        """Let ``i`` change places with its head, which becomes ``label``, and take its other children too."""
        old = self.promote(i)
        self.deps[old] = label
        for child in self.children(old):
            self.heads[child] = i

    def is_tree(self) -> bool:
        """Whether every word leads to one root."""
        if sum(i == head for i, head in enumerate(self.heads)) != 1:
            return False
        for start in range(len(self)):
            i = start
            for _ in range(len(self)):
                i = self.heads[i]
            if self.heads[i] != i:
                return False
        return True


def paragraphs(lines: Iterable[str], *, longest: int = 12) -> Iterator[list[Tree]]:
    """The sentences of each paragraph, in pieces of at most ``longest``; a new document begins a paragraph."""
    paragraph: list[Tree] = []
    for begins, tree in _sentences(lines):
        if paragraph and (begins or len(paragraph) == longest):
            yield paragraph
            paragraph = []
        paragraph.append(tree)
    if paragraph:
        yield paragraph


def _sentences(lines: Iterable[str]) -> Iterator[tuple[bool, Tree]]:
    """Each sentence, and whether a paragraph begins with it."""
    begins, tree, inside, spaced = False, Tree(), 0, True
    for line in lines:
        columns = line.rstrip("\n").split("\t")
        number = columns[0]
        if line.startswith(("# newdoc", "# newpar")):
            begins = True
        elif number.isdigit():
            row = int(number)
            space = "SpaceAfter=No" not in columns[_MISC].split("|")
            _add(tree, columns, row, space if row > inside else row == inside and spaced)
        elif "-" in number and not line.startswith("#"):
            inside = int(number.split("-")[1])
            spaced = "SpaceAfter=No" not in columns[_MISC].split("|")
        elif not line.strip() and len(tree):
            yield begins, tree
            begins, tree, inside = False, Tree(), 0
    if len(tree):
        yield begins, tree


def _add(tree: Tree, columns: list[str], row: int, space: bool) -> None:
    head = int(columns[_HEAD])
    tree.forms.append(columns[_FORM])
    tree.lemmas.append(columns[_LEMMA])
    tree.upos.append(columns[_UPOS])
    tree.xpos.append(columns[_XPOS])
    tree.feats.append("" if columns[_FEATS] == "_" else columns[_FEATS])
    tree.heads.append(head - 1 if head else row - 1)
    tree.deps.append(columns[_DEPREL])
    tree.spaces.append(space)
