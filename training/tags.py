"""Penn Treebank tags said alike: where treebanks follow different conventions, one of them for all.

The conventions are those of OntoNotes, which spaCy's English pipelines have, as far as the words show them.
"""

from __future__ import annotations

from training.treebank import Tree

_PROPER = {"NN": "NNP", "NNS": "NNPS"}
_COLONS = frozenset([";", "--", "---", "—", "–", "…"])
_FEW_WORDS = 4  # too few to tell running text from a heading


def unify(tree: Tree) -> None:
    """Change the tags of ``tree`` in place; a word whose tag is a name's becomes a proper noun."""
    running = _is_running_text(tree)
    for i in range(len(tree)):
        tree.xpos[i] = _tag(tree, i, running=running)
        if tree.xpos[i] in _PROPER.values():
            tree.upos[i] = "PROPN"


def _tag(tree: Tree, i: int, *, running: bool) -> str:
    form, tag = tree.forms[i], tree.xpos[i]
    if tag in _PROPER and (tree.upos[i] == "PROPN" or (running and _is_capitalised_inside(tree, i))):
        return _PROPER[tag]
    if tree.low(i) == "to" and tag in ("TO", "IN"):
        return "TO" if tree.upos[i] == "PART" else "IN"
    if tag in (",", ":", "."):
        return _mark(form, tag)
    return "ADD" if tag == "NNP" and _is_address(form) else tag


def _mark(form: str, tag: str) -> str:
    """Dashes, semicolons and dots are colons, and a slash is a symbol."""
    if form in _COLONS or (form == "-" and tag == ",") or (len(form) > 1 and not form.strip(".")):
        return ":"
    return "SYM" if form == "/" else tag


def _is_address(form: str) -> bool:
    return "://" in form or form.startswith("www.") or ("@" in form[1:] and "." in form)


def _is_capitalised_inside(tree: Tree, i: int) -> bool:
    """Whether a noun is written like a name, as in "the Paris Agreement", where nothing else asks for a capital."""
    form = tree.forms[i]
    return i > 0 and form[0].isupper() and form[1:].islower() and tree.forms[i - 1].isalnum()


def _is_running_text(tree: Tree) -> bool:
    """Whether most words are in small letters, unlike in headings."""
    words = [form for form in tree.forms if form[0].isalpha()]
    return len(words) >= _FEW_WORDS and 2 * sum(form[0].islower() for form in words) > len(words)
