"""The same person in different articles: a surname with a role, where another article gives the full name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.compare.words import key, stems
from factcheck.models import Assertion, Name


def unify(assertions: Sequence[Assertion]) -> tuple[Assertion, ...]:
    """The assertions, with speakers known by their surname alone under the full name.

    "President Trump" of one article is "Donald Trump" where another calls a Donald Trump president, and no other
    article another Trump. Where the roles do not say so, two names stay two.
    """
    roles: dict[str, set[str]] = defaultdict(set)
    for name, role in _named(assertions):
        roles[name] |= stems(role)
    full: dict[str, list[str]] = defaultdict(list)
    for name in sorted(roles):
        if len(parts := key(name).split()) > 1:
            full[parts[-1]].append(name)

    def known(name: str) -> str:
        found = full.get(key(name), [])
        return found[0] if len(found) == 1 and roles[found[0]] & roles[name] else name

    return tuple(
        replace(each, attribution=replace(each.attribution, name=known(each.attribution.name)))
        if each.attribution and each.attribution.name
        else each
        for each in assertions
    )


def _named(assertions: Sequence[Assertion]) -> Iterator[tuple[str, str]]:
    """Every name with the role beside it, as values and as speakers."""
    for assertion in assertions:
        if isinstance(assertion.value, Name):
            yield assertion.value.name, assertion.value.role or ""
        if assertion.attribution and assertion.attribution.name:
            yield assertion.attribution.name, assertion.attribution.role or ""
