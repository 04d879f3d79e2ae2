"""Universal Dependencies to CLEAR, construction by construction, on sentences of our own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from training.clear import convert
from training.treebank import Tree, paragraphs

# word/tag>head:relation in Universal Dependencies (head counts from 1, 0 is the root), then head:label in CLEAR.
# The coarse tag is what the Penn tag implies; "|" gives another.
CASES = {
    "a name's last word is its head": (
        "Ann/NNP>4:nsubj Maria/NNP>1:flat Lee/NNP>1:flat left/VBD>0:root",
        "Ann>Lee:compound Maria>Lee:compound Lee>left:nsubj left>left:ROOT",
    ),
    "a title is a compound of the name": (
        "Mayor/NNP>2:nmod:desc Ann/NNP>4:nsubj Lee/NNP>2:flat left/VBD>0:root",
        "Mayor>Lee:compound Ann>Lee:compound Lee>left:nsubj left>left:ROOT",
    ),
    "the number is the head of an amount": (
        "They/PRP>2:nsubj paid/VBD>0:root $/$|SYM>2:obj 5/CD>5:compound million/CD>3:nummod",
        "They>paid:nsubj paid>paid:ROOT $>million:quantmod 5>million:compound million>paid:dobj",
    ),
    "the month is the head of a date": (
        "left/VBD>0:root on/IN>4:case May/NNP>4:nmod:unmarked 6/CD>1:obl ,/,>4:punct 2019/CD>4:nmod:unmarked",
        "left>left:ROOT on>left:prep May>on:pobj 6>May:nummod ,>May:punct 2019>May:nummod",
    ),
    "a hedge is an adverb of the number": (
        "at/IN>2:case least/JJS>3:nmod 14/CD>4:nummod died/VBD>0:root",
        "at>least:advmod least>14:quantmod 14>died:nummod died>died:ROOT",
    ),
    "more than": (
        "more/JJR>3:advmod than/IN>1:fixed 80/CD>4:nummod men/NNS>5:nsubj left/VBD>0:root",
        "more>80:quantmod than>80:quantmod 80>men:nummod men>left:nsubj left>left:ROOT",
    ),
    "be is the head": (
        "It/PRP>4:nsubj is/VBZ|AUX>4:cop not/RB>4:advmod legal/JJ>0:root ./.>4:punct",
        "It>is:nsubj is>is:ROOT not>is:neg legal>is:acomp .>is:punct",
    ),
    "be with a noun keeps the noun's own words": (
        "Lee/NNP>4:nsubj was/VBD|AUX>4:cop the/DT>4:det head/NN>0:root of/IN>7:case the/DT>7:det bank/NN>4:nmod",
        "Lee>was:nsubj was>was:ROOT the>head:det head>was:attr of>head:prep the>bank:det bank>of:pobj",
    ),
    "be with a preposition": (
        "Lee/NNP>4:nsubj is/VBZ|AUX>4:cop in/IN>4:case Rome/NNP>0:root",
        "Lee>is:nsubj is>is:ROOT in>is:prep Rome>in:pobj",
    ),
    "what there is": (
        "There/EX|PRON>2:expl are/VBP>0:root two/CD>4:nummod plans/NNS>2:nsubj",
        "There>are:expl are>are:ROOT two>plans:nummod plans>are:attr",
    ),
    "it is clear that": (
        "It/PRP>3:expl is/VBZ|AUX>3:cop clear/JJ>0:root that/IN|SCONJ>6:mark they/PRP>6:nsubj left/VBD>3:csubj",
        "It>is:nsubj is>is:ROOT clear>is:acomp that>left:mark they>left:nsubj left>is:ccomp",
    ),
    "it was said that": (
        "It/PRP>3:expl was/VBD|AUX>3:aux:pass said/VBN>0:root that/IN|SCONJ>6:mark they/PRP>6:nsubj left/VBD>3:csubj",
        "It>said:nsubjpass was>said:auxpass said>said:ROOT that>left:mark they>left:nsubj left>said:ccomp",
    ),
    "conjuncts are a chain": (
        "a/NN>0:root ,/,>3:punct b/NN>1:conj and/CC>5:cc c/NN>1:conj",
        "a>a:ROOT ,>a:punct b>a:conj and>b:cc c>b:conj",
    ),
    "prepositions join": (
        "lived/VBD>0:root in/IN>3:case Rome/NNP>1:obl and/CC>6:cc in/IN>6:case Bonn/NNP>3:conj",
        "lived>lived:ROOT in>lived:prep Rome>in:pobj and>in:cc in>in:conj Bonn>in:pobj",
    ),
    "according to": (
        "left/VBD>0:root according/VBG>4:case to/IN>2:fixed Lee/NNP>1:obl",
        "left>left:ROOT according>left:prep to>according:prep Lee>to:pobj",
    ),
    "the agent of a passive": (
        "It/PRP>3:nsubj:pass was/VBD|AUX>3:aux:pass seen/VBN>0:root by/IN>5:case Lee/NNP>3:obl:agent",
        "It>seen:nsubjpass was>seen:auxpass seen>seen:ROOT by>seen:agent Lee>by:pobj",
    ),
    "a preposition with a verb": (
        "left/VBD>0:root after/IN|SCONJ>3:mark voting/VBG>1:advcl",
        "left>left:ROOT after>left:prep voting>after:pcomp",
    ),
    "a preposition left behind": (
        "was/VBD|AUX>2:aux:pass commented/VBN>0:root upon/IN>2:case",
        "was>commented:auxpass commented>commented:ROOT upon>commented:prep",
    ),
    "a preposition that its noun left": (
        "rule/NN>0:root they/PRP>3:nsubj act/VBP>1:acl:relcl on/IN>3:obl",
        "rule>rule:ROOT they>act:nsubj act>rule:relcl on>act:prep",
    ),
    "a possessive": (
        "Lee/NNP>3:nmod:poss 's/POS|PART>1:case plan/NN>0:root",
        "Lee>plan:poss 's>Lee:case plan>plan:ROOT",
    ),
    "a clause that somebody says": (
        "he/PRP>2:nsubj left/VBD>5:ccomp ,/,>2:punct Lee/NNP>5:nsubj said/VBD>0:root",
        "he>left:nsubj left>said:ccomp ,>left:punct Lee>said:nsubj said>said:ROOT",
    ),
}
COARSE = {
    "NNP": "PROPN", "NN": "NOUN", "NNS": "NOUN", "CD": "NUM", "PRP": "PRON", "DT": "DET", "IN": "ADP", "CC": "CCONJ",
    "JJ": "ADJ", "JJS": "ADJ", "JJR": "ADJ", "RB": "ADV", ",": "PUNCT", ".": "PUNCT",
}  # fmt: skip


def conllu(text: str) -> Iterator[str]:
    for number, item in enumerate(text.split(), 1):
        word, rest = item.split("/", 1)
        tags, edge = rest.split(">")
        tag, _, coarse = tags.partition("|")
        head, relation = edge.split(":", 1)
        lemma = "be" if word in ("is", "was", "are") else word
        yield "\t".join(
            [str(number), word, lemma, coarse or COARSE.get(tag, "VERB"), tag, "_", head, relation, "_", "_"]
        )


def described(tree: Tree) -> str:
    rows = zip(tree.forms, tree.heads, tree.deps, strict=True)
    return " ".join(f"{form}>{tree.forms[head]}:{dep}" for form, head, dep in rows)


@pytest.mark.parametrize("name", CASES)
def test_construction(name: str) -> None:
    before, after = CASES[name]
    ((tree,),) = paragraphs(conllu(before))
    convert(tree)
    assert described(tree) == after
    assert tree.is_tree()


def test_paragraphs_and_the_spacing_of_multi_word_tokens() -> None:
    lines = """# newdoc id = a
1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\tSpaceAfter=No
2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_

1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
1\tdo\tdo\tAUX\tVBP\t_\t0\troot\t_\t_
2\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_
3\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_
3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_

# newpar
1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_
""".splitlines()
    first, second = paragraphs(lines)
    assert [tree.forms for tree in first] == [["Yes", "."], ["do", "n't", "."]]
    assert [tree.spaces for tree in first] == [[False, True], [False, False, True]]
    assert [tree.forms for tree in second] == [["No"]]
    assert [len(piece) for piece in paragraphs(lines, longest=1)] == [1, 1, 1]


def test_a_tree_has_one_root_and_no_circle() -> None:
    assert Tree(forms=["a", "b"], heads=[0, 0]).is_tree()
    assert not Tree(forms=["a", "b"], heads=[0, 1]).is_tree()
    assert not Tree(forms=["a", "b", "c"], heads=[0, 2, 1]).is_tree()
