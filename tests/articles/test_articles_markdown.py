"""Markdown marks go, the words stay."""

from __future__ import annotations

import pytest

from factcheck.articles.markdown import strip


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("By [Jane Roe](#), *The Daily*", "By Jane Roe, The Daily"),
        ("**Mayor Jane Roe** and _Ann Poe_", "Mayor Jane Roe and Ann Poe"),
        ("***all*** of **[it](x)** and [**this**](y)", "all of it and this"),
        ('[said](http://e.org/a_(b) "t") so', "said so"),
        ("[![Boats](a.jpg)](b.html)", "Boats"),
        ("see <https://e.org/a_b_c> or <a@e.org>", "see https://e.org/a_b_c or a@e.org"),
        ("# Title #\n\n## Aftermath", "Title\n\nAftermath"),
        ("> “We saw it,”\n>> she said", "“We saw it,”\nshe said"),
        ("Two things:\n* a ship\n* a plane\n\n- a car", "Two things:\na ship\na plane\n\na car"),
        ("Title\n=====\n\none\n\n* * *\n\ntwo", "Title\n\n\none\n\n\n\ntwo"),
        (r"5 \* 3 \# 2", "5 * 3 # 2"),
        # what only looks like a mark
        ("f**k the b******s, she said", "f**k the b******s, she said"),
        ("2 * 3 * 4 = 24", "2 * 3 * 4 = 24"),
        ("GDP* rose. * an estimate", "GDP* rose. * an estimate"),
        ("snake_case_name and http://e.org/_a_b_", "snake_case_name and http://e.org/_a_b_"),
        ("he [the mayor] said (twice) so [1]", "he [the mayor] said (twice) so [1]"),
        ("x < 3 and y > 4", "x < 3 and y > 4"),
        ("in Syria\n- along with the rest", "in Syria\n- along with the rest"),
        ("#storm is a tag", "#storm is a tag"),
        ("*one\n\ntwo*", "*one\n\ntwo*"),
    ],
)
def test_strip(text: str, plain: str) -> None:
    assert strip(text)[0] == plain


def test_marks_point_at_the_words_they_marked() -> None:
    text, marks = strip("# The *big* storm\n\n![Boats](a.jpg)\n\n- [ships](b) sank\n\n***\n\nEnd")
    assert [(mark.kind, text[mark.start : mark.end]) for mark in marks] == [
        ("heading", "The big storm"),
        ("image", "Boats"),
        ("link", "ships"),
        ("item", "ships sank"),
        ("rule", ""),
    ]
