import csv
import io
import json

import pytest

from factcheck.export import COLUMNS, to_csv, to_json
from factcheck.models import Article, Assertion, Attribution, Quantity, Session, Statement


def session(text: str, number: int = 100) -> Session:
    article = Article("S1", "a.txt", text, (), ((0, len(text)),), "0" * 64, title="Ä title")
    assertion = Assertion(
        id="S1-01",
        article="S1",
        type="troop_count",
        text=text,
        start=0,
        end=len(text),
        statement=Statement(text, 0, len(text)),
        paragraph=1,
        line=1,
        value=Quantity(number=number, low=number, high=number, noun="troops"),
        fields={},
        attribution=Attribution("@desk", None, "said", "direct", 0, 5),
        quoted=False,
        priority="high",
        matched_by="troop_count: <count>",
    )
    return Session("Title", None, (article,), (assertion,), (), ())


def rows(text: str, number: int = 100) -> list[dict[str, str]]:
    content = to_csv(session(text, number))
    assert content.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(content[1:])))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1 soldier", "@SUM(A1)", "\t=1", " =1", "\r=1", "\tplain", "\rplain"])
def test_no_cell_of_text_is_a_formula(text: str) -> None:
    (row,) = rows(text)
    assert row["text"] == "'" + text
    assert row["speaker"] == "'@desk"


def test_negative_numbers_stay_numbers() -> None:
    (row,) = rows("minus five degrees", -5)
    assert (row["number"], row["low"]) == ("-5", "-5")


def test_text_with_commas_quotes_and_new_lines_comes_back_whole() -> None:
    text = 'He said, "no",\nand left: ünïcødé'
    (row,) = rows(text)
    assert row["text"] == text
    assert list(row) == list(COLUMNS)


def test_json_has_the_documented_keys_in_order() -> None:
    document = json.loads(to_json(session("about 100 troops")))
    assert document["version"] == 1
    (found,) = document["assertions"]
    assert list(found)[:8] == ["id", "article", "type", "text", "start", "end", "statement", "paragraph"]
    assert found["value"] == {
        "kind": "quantity", "number": 100, "low": 100, "high": 100, "hedge": None, "unit": None, "noun": "troops",
        "per": None, "reason": None,
    }  # fmt: skip
    (article,) = document["articles"]
    assert (article["words"], article["title"]) == (3, "Ä title")
