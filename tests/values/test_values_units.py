"""The sizes in the table of units are those of the library pint, and the tables hold words only."""

from __future__ import annotations

from typing import Any

import pint
import pytest

from factcheck.resources import PACKAGE, word_table
from factcheck.values import units

BASES = {"m/s2": "m/s**2", "m2": "m**2", "m3": "m**3", "Nm": "N*m", "Ohm": "ohm", "B": "byte"}
OTHER_NAMES = {
    "kton": "kilotonne",
    "Mton": "megatonne",
    "Gton": "gigatonne",
    "bbl": "oil_barrel",
    "decade": "10 * year",
    "quarter": "year / 4",
    "BTU": "Btu",
    "MMBTU": "1e6 * Btu",
    "bhp": "horsepower",
    "Nm": "newton * metre",
    "m/s2": "metre / second**2",
    "km/s2": "kilometre / second**2",
    "lb ft": "foot * force_pound",
    "bar": "bar",
    "psi": "psi",
    "ksi": "ksi",
}


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry:
    return pint.UnitRegistry()


def _expression(symbol: str) -> str:
    name = units.name(symbol)
    for word, exponent in (("square ", 2), ("cubic ", 3)):
        if name.startswith(word):
            return f"({name.removeprefix(word).replace(' ', '_')})**{exponent}"
    return OTHER_NAMES.get(symbol) or name.replace(" per ", "/").replace(" ", "_")


def test_every_size_is_right(registry: pint.UnitRegistry) -> None:
    wrong = {}
    for symbol in units.symbols():
        base = units.base(1, symbol)
        if base is None or base[1] == "Cel":
            continue
        size = registry.parse_expression(_expression(symbol)).to(BASES.get(base[1], base[1])).magnitude
        if base[0] != pytest.approx(size, rel=1e-5):  # an acre is an international one here, a survey acre there
            wrong[symbol] = (base, size)
    assert wrong == {}


@pytest.mark.parametrize(("degrees", "symbol", "celsius"), [(212, "degF", 100), (0, "K", -273.15), (20, "Cel", 20)])
def test_temperatures(degrees: float, symbol: str, celsius: float) -> None:
    assert units.base(degrees, symbol) == (pytest.approx(celsius), "Cel")


def test_what_has_no_size() -> None:
    assert units.base(3, "night") is None
    assert units.base(3, "no such unit") is None


TABLES = sorted(path.relative_to(PACKAGE).as_posix() for path in (PACKAGE / "values").rglob("*.yaml"))


@pytest.mark.parametrize("table", TABLES)
def test_tables_hold_words(table: str) -> None:
    """YAML takes a bare on, no or yes for a truth value."""

    def check(node: Any) -> None:
        if isinstance(node, dict):
            assert not any(isinstance(key, bool) for key in node)
            for value in node.values():
                check(value)
        elif isinstance(node, list):
            for value in node:
                assert not isinstance(value, bool)
                check(value)

    check(word_table(table))


def test_names() -> None:
    assert (units.name("t"), units.name("m2.a"), units.name("widget")) == (
        "metric ton",
        "square metre per year",
        "widget",
    )
