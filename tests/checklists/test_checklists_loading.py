import json
from collections import Counter

import pytest

from factcheck.checklist import examples, load
from factcheck.checklist.drafting import draft
from factcheck.errors import FactcheckError
from factcheck.resources import shipped

FIRST_TYPES = [
    *("troop_count", "cargo_tonnage", "date", "bill_name", "vote_method"),
    *("quantity", "money", "percentage", "name_title", "direct_quote"),
]

BASE = """
type: base
title: Base
words: {missile: [missile], shell: [shell]}
fields: {count: number}
value: count
phrases: [<count> <missile>, <count> <shell>]
questions: [Who counted?, Who paid?]
references: [{name: A, url: "https://a.example"}, {name: B}]
examples:
  - {text: They saw 14 missiles., finds: {count: 14}}
  - {text: They saw 3 shells., finds: {count: 3}}
"""


def folder(path, **files):
    path.mkdir()
    for name, text in files.items():
        (path / f"{name}.yaml").write_text(text, "utf-8")
    return path


@pytest.fixture(scope="module")
def ours():
    return load([shipped("checklists")], try_examples=False)


def test_shipped_checklists_behave_as_they_say():
    assert load([shipped("checklists")])


def test_shipped_checklists_are_many_and_have_examples(ours):
    assert len(ours) >= 45
    assert set(FIRST_TYPES) <= {each.type for each in ours}
    for each in ours:
        found = sum(example.finds is not None for example in each.examples)
        least = (6, 4) if each.type in FIRST_TYPES else (5, 3)
        assert found >= least[0], each.type
        assert len(each.examples) - found >= least[1], each.type
        assert each.questions and each.references and each.pack, each.type


def test_every_shipped_phrase_has_an_example(ours):
    assert [str(remark) for remark in examples.unproven(ours)] == []


def test_shipped_schema_is_a_schema():
    import jsonschema_rs

    jsonschema_rs.meta.validate(json.loads((shipped("checklists") / "checklist.schema.json").read_text()))


def test_packs_are_the_beats(ours):
    assert len(Counter(each.pack for each in ours)) == 10


def test_a_desk_adds_to_and_replaces_ours(tmp_path):
    ours_ = folder(tmp_path / "ours", base=BASE, other=BASE.replace("base", "other"))
    desk = folder(tmp_path / "desk", base=BASE.replace("title: Base", "title: Desk"), new=BASE.replace("base", "new"))
    assert [(each.type, each.title) for each in load([ours_, desk])] == [
        ("base", "Desk"),
        ("new", "Base"),
        ("other", "Base"),
    ]


def test_extends_adds_and_removes(tmp_path):
    child = """
type: child
extends: base
title: Child
words: {missile: [rocket]}
phrases: [<missile> ... <count>]
questions: [Which kind?]
examples:
  - {text: Rockets hit 4 houses., finds: {count: 4}}
  - {text: They saw 3 shells., finds: nothing}
remove:
  phrases: [<count> <shell>]
  questions: [Who paid?]
  references: [B]
  examples: [They saw 3 shells.]
"""
    _, made = load([folder(tmp_path / "ours", base=BASE, child=child)])
    assert made.title == "Child"
    assert made.words["missile"] == ("missile", "rocket")
    assert [phrase.source for phrase in made.phrases] == ["<missile> ... <count>", "<count> <missile>"]
    assert made.questions == ("Which kind?", "Who counted?")
    assert [reference.name for reference in made.references] == ["A"]
    assert (made.value, dict(made.fields)) == ("count", {"count": "number"})


def test_a_desk_file_extends_the_one_that_it_replaces(tmp_path):
    desk = "type: base\nextends: base\nwords: {missile: [rocket]}\n"
    (made,) = load([folder(tmp_path / "ours", base=BASE), folder(tmp_path / "desk", base=desk)])
    assert made.words["missile"] == ("missile", "rocket")
    assert made.path == tmp_path / "desk" / "base.yaml"


def test_a_pass_is_remembered_and_a_fault_is_not(tmp_path, cache_folder, monkeypatch):
    texts = []
    read = examples.understood
    monkeypatch.setattr(examples, "understood", lambda batch: texts.extend(batch) or read(batch))
    ours_ = folder(tmp_path / "ours", base=BASE)
    load([ours_])
    assert len(texts) == 2
    load([ours_])
    assert len(texts) == 2
    (ours_ / "base.yaml").write_text(BASE.replace("{count: 14}", "{count: 15}"))
    for _ in range(2):
        with pytest.raises(FactcheckError):
            load([ours_])
    assert len(texts) == 6


def test_a_broken_memory_is_no_fault(tmp_path, cache_folder):
    cache_folder.mkdir(parents=True)
    (cache_folder / "checklists-passed.txt").write_bytes(b"\xff\x00")
    assert load([folder(tmp_path / "ours", base=BASE)])


def test_draft_of_a_new_type_validates(tmp_path):
    text = draft(
        "drone_strike",
        title='Drones: "strikes"',
        words=["drone", "unmanned aircraft"],
        kind="count",
        example='The army shot down 14 drones: "all of them".',
        counterexample="The bee is a drone's friend.",
        question="Who counted?",
        schema="file:///x",
    )
    (made,) = load([folder(tmp_path / "desk", drone_strike=text)])
    assert (made.type, made.title, made.words["word"]) == (
        "drone_strike",
        'Drones: "strikes"',
        ("drone", "unmanned aircraft"),
    )


DESIGN = """\
# yaml-language-server: $schema=./checklist.schema.json
type: missile_launch              # equals the file name
title: Missile launches
priority: high                    # high, normal or low: the order on the sheet
words:                            # groups of words that mean the same here
  launch: [fired, launched, test-fired]
  missile: [missile, missiles, rocket, rockets]
fields:
  launcher: name
  count: number
value: count                      # the field that sources are compared on
phrases:                          # <group> or <field>;  ... = up to 4 other words of the same sentence
  - <launcher> <launch> ... <count> ... <missile>
  - <count> ... <missile> were <launch>
except:                           # not if the statement also has one of these
  - missile defence
questions:
  - Who counted the launches, and did they see them or repeat someone?
references:
  - name: UN Security Council meeting records
    url: https://research.un.org/en/docs/sc/quick/meetings
examples:                         # checked each time the file is loaded
  - text: Officials said Northland fired at least 14 ballistic missiles on Monday.
    finds: {launcher: Northland, count: 14}
  - text: The company launched 14 new products.
    finds: nothing
"""


def test_a_desk_that_replaces_one_file_with_its_own(tmp_path):
    desk = folder(tmp_path / "desk", missile_launch=DESIGN)
    (made,) = (each for each in load([shipped("checklists"), desk]) if each.type == "missile_launch")
    assert (made.path.parent, made.title) == (desk, "Missile launches")
