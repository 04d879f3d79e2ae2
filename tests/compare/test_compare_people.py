"""One entry for one person, whatever the article calls them."""

from itertools import count

import pytest

from factcheck.compare import unify
from factcheck.models import Assertion, Attribution, Statement, Text

NUMBERS = count(1)


def said(article: str, name: str | None, role: str | None) -> Assertion:
    speaker = Attribution(name or "they", name, "said", "direct", 0, 4, role)
    ident = f"{article}-{next(NUMBERS):02}"
    statement = Statement("Here it is.", 0, 11)
    return Assertion(
        ident, article, "fact", "it", 5, 7, statement, 1, 1, Text(words="it"), {}, speaker, False, "low", "fact: it"
    )


@pytest.mark.parametrize(
    ("full", "short", "becomes"),
    [
        ([("Ann Lee", "the mayor")], ("Lee", "Mayor"), "Ann Lee"),
        ([("Ann Lee", "the mayor")], ("Lee", "senator"), "Lee"),
        ([("Ann Lee", "the mayor")], ("Lee", None), "Lee"),
        ([("Ann Lee", "the mayor"), ("Bob Lee", "senator")], ("Lee", "mayor"), "Lee"),
        ([("Ann Stone", "the mayor")], ("Lee", "mayor"), "Lee"),
        ([("Ann Lee", "the mayor")], ("Ann", "mayor"), "Ann"),
        ([("Ann Lee", "the mayor")], (None, "mayor"), None),
    ],
)
def test_a_surname_with_its_role(
    full: list[tuple[str, str]], short: tuple[str | None, str | None], becomes: str | None
) -> None:
    unified = unify([*(said("S1", *name) for name in full), said("S2", *short)])
    assert unified[-1].attribution is not None
    assert unified[-1].attribution.name == becomes
    assert [each.attribution.name for each in unified[:-1] if each.attribution] == [name for name, _ in full]
