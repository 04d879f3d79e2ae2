"""Universal Dependencies to CLEAR, construction by construction, on sentences of our own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from training.clear import convert
from training.tags import unify
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
    "a name right after its noun": (
        "his/PRP$|PRON>2:nmod:poss rival/NN>5:nsubj Ann/NNP>2:appos Lee/NNP>3:flat left/VBD>0:root",
        "his>Lee:poss rival>Lee:compound Ann>Lee:compound Lee>left:nsubj left>left:ROOT",
    ),
    "a name apart from its noun": (
        "the/DT>2:det mayor/NN>5:nsubj ,/,>4:punct Lee/NNP>2:appos left/VBD>0:root",
        "the>mayor:det mayor>left:nsubj ,>Lee:punct Lee>mayor:appos left>left:ROOT",
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
    "the agent of a passive that the treebank does not tell from other obliques": (
        "plans/NNS>0:root seen/VBN>1:acl by/IN>4:case Lee/NNP>2:obl",
        "plans>plans:ROOT seen>plans:acl by>seen:agent Lee>by:pobj",
    ),
    "by is no agent of an active verb": (
        "They/PRP>2:nsubj won/VBD>0:root by/IN>4:case luck/NN>2:obl",
        "They>won:nsubj won>won:ROOT by>won:prep luck>by:pobj",
    ),
    "what modifies a noun is named by its tag": (
        "the/DT>3:det Black/NNP|ADJ>3:amod Sea/NNP>0:root",
        "the>Sea:det Black>Sea:compound Sea>Sea:ROOT",
    ),
    "an adjective is no compound": (
        "French/JJ>2:compound troops/NNS>0:root",
        "French>troops:amod troops>troops:ROOT",
    ),
    "a year before a noun is a number": (
        "the/DT>3:det 1997/CD>3:compound vote/NN>0:root",
        "the>vote:det 1997>vote:nummod vote>vote:ROOT",
    ),
    "a number after a noun": (
        "under/IN>2:case Article/NNP>4:obl 5/CD>2:nmod:unmarked left/VBD>0:root",
        "under>left:prep Article>under:pobj 5>Article:nummod left>left:ROOT",
    ),
    "a place in a place": (
        "to/IN>2:case Bonn/NNP>0:root ,/,>4:punct Germany/NNP>2:nmod:unmarked",
        "to>to:ROOT Bonn>to:pobj ,>Germany:punct Germany>Bonn:appos",
    ),
    "a time after a noun": (
        "the/DT>2:det vote/NN>0:root this/DT>4:det week/NN>2:nmod:unmarked",
        "the>vote:det vote>vote:ROOT this>week:det week>vote:npadvmod",
    ),
    "a day with an ending": (
        "the/DT>2:det 31st/NN>0:root May/NNP>2:compound",
        "the>May:det 31st>May:nummod May>May:ROOT",
    ),
    "a preposition with a question": (
        "told/VBD>0:root of/IN|SCONJ>4:mark what/WP|PRON>4:obj happened/VBD>1:advcl",
        "told>told:ROOT of>told:prep what>happened:dobj happened>of:pcomp",
    ),
    "a conjunction with a clause": (
        "left/VBD>0:root until/IN|SCONJ>4:mark they/PRP>4:nsubj won/VBD>1:advcl",
        "left>left:ROOT until>won:mark they>won:nsubj won>left:advcl",
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


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("they/PRP signed/VBD the/DT Paris/NNP Agreement/NN in/IN 2015/CD", {"Agreement": "NNP/PROPN"}),
        ("at/IN the/DT Summer/NNP|PROPN Games/NNS|PROPN", {"Games": "NNPS/PROPN"}),
        ("they/PRP swam/VBD in/IN the/DT Black/NNP|ADJ Sea/NNP", {"Black": "NNP/PROPN"}),
        ("Paris/NNP Agreement/NN Signed/VBN Today/NN", {"Agreement": "NN/NOUN", "Today": "NN/NOUN"}),  # a heading
        ("Talks/NNS ended/VBD with/IN no/DT deal/NN", {"Talks": "NNS/NOUN"}),  # the first word
        ("they/PRP watch/VBP TV/NN at/IN home/NN", {"TV": "NN/NOUN"}),
        ("back/RB to/TO|ADP work/NN", {"to": "IN/ADP"}),
        ("want/VBP to/TO|PART go/VB", {"to": "TO/PART"}),
        (
            "he/PRP left/VBD -/, she/PRP stayed/VBD --/, then/RB ;/, .../.",
            {"-": ":/PUNCT", "--": ":/PUNCT", ";": ":/PUNCT", "...": ":/PUNCT"},
        ),
        ("at/IN ann.lee@example.org/NNP", {"ann.lee@example.org": "ADD/PROPN"}),
        ("ended/VBD in/IN 2015/CD ./.", {".": "./PUNCT"}),
    ],
)
def test_tags_are_said_alike(before: str, after: dict[str, str]) -> None:
    ((tree,),) = paragraphs(conllu(" ".join(f"{item}>0:dep" for item in before.split())))
    unify(tree)
    tags = dict(zip(tree.forms, map("/".join, zip(tree.xpos, tree.upos, strict=True)), strict=True))
    assert {form: tags[form] for form in after} == after


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
