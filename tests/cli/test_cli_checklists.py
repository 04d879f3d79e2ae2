import json
import os
from typing import get_args

import pytest
from typer.testing import CliRunner

from factcheck.cli.checklists import app
from factcheck.errors import FactcheckError
from factcheck.models import FieldKind

FILE = """
type: drone_strike
title: Drones
words: {drone: [drone], hit: [hit]}
fields: {count: number}
value: count
phrases: [<count> <drone> ... <hit>, <drone> ... <hit>]
questions: [Who counted?]
examples:
  - {text: Some 14 drones hit the port., finds: {count: 14}}
"""


BY_SUBJECT = """
type: drone_strike
title: Drones
words: {drone: [drone], launch: [launch]}
fields: {count: number, who: name}
value: count
phrases: [<who as subject> ... <launch> <count> <drone>]
questions: [Who counted?]
examples:
  - {text: Northland launched 14 drones., finds: {count: 14}}
"""


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "drone_strike.yaml").write_text(FILE)
    return tmp_path


def run(*arguments):
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    if isinstance(result.exception, FactcheckError):
        raise result.exception
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout


def test_list_shows_what_replaces_what(desk):
    (desk / "date.yaml").write_text("type: date\nextends: date\ntitle: Days\n")
    code, said = run("list", "--checklists", desk)
    assert code == 0
    assert any(line.split()[0] == "drone_strike" for line in said.splitlines())
    (line,) = (line for line in said.splitlines() if line.startswith("date "))
    assert "Days" in line and "(replaces " in line


def test_show(desk):
    code, said = run("show", "drone_strike", "--checklists", desk)
    assert code == 0
    assert "  count: number (compared between sources)" in said
    assert "  <count> <drone> ... <hit>" in said


def test_show_of_no_type_has_a_hint():
    with pytest.raises(FactcheckError, match="there is no type 'troop_cuont': did you mean 'troop_count'"):
        run("show", "troop_cuont")


def test_check_is_clean_for_what_is_shipped():
    assert run("check") == (0, "no faults\n")


@pytest.mark.parametrize(
    ("format_", "expected"),
    [
        (
            "text",
            "{path}:10:57: 'count' must hold '15', but it holds 'Some 14' in '<count> <drone> ... <hit>'\n1 fault\n",
        ),
        (
            "github",
            "::error file={path},line=10,col=57::'count' must hold '15', but it holds 'Some 14' in"
            " '<count> <drone> ... <hit>'\n",
        ),
    ],
)
def test_check_says_faults_where_they_are(desk, format_, expected):
    path = desk / "drone_strike.yaml"
    path.write_text(FILE.replace("count: 14", "count: 15"))
    assert run("check", path, "--format", format_) == (1, expected.format(path=path))


def test_check_gives_advice_that_is_no_fault(desk):
    path = desk / "drone_strike.yaml"
    path.write_text(FILE.replace("<drone> ... <hit>]", "<hit> ... <drone>]"))
    code, said = run("check", path, "--format", "json")
    (row,) = json.loads(said)
    assert (code, row["kind"], row["line"]) == (0, "advice", 7)


def test_new_then_check_then_try(tmp_path):
    answers = {
        "--title": "Drones",
        "--words": "drone, unmanned aircraft",
        "--kind": "count",
        "--example": "The army shot down 14 drones.",
        "--counterexample": "The bee feeds a drone.",
        "--question": "Who counted?",
        "--folder": tmp_path / "desk",
    }
    flags = [part for pair in answers.items() for part in pair]
    path = tmp_path / "desk" / "drone_strike.yaml"
    assert run("new", "drone_strike", *flags) == (0, f"{path}\nno faults\n")
    code, said = run("try", "drone_strike", "They saw three unmanned aircraft.", "--checklists", path.parent)
    assert code == 0
    assert "count: three unmanned aircraft" in said
    with pytest.raises(FactcheckError, match="is there already"):
        run("new", "drone_strike", *flags)


@pytest.mark.parametrize("kind", get_args(FieldKind))
def test_a_draft_of_any_kind_has_no_fault_but_its_example(tmp_path, kind):
    flags = {"--title": "T: t", "--words": "zyx", "--example": '"No": zyx', "--counterexample": "b", "--question": "q"}
    pairs = (*flags.items(), ("--kind", kind), ("--folder", tmp_path))
    _, said = run("new", "some_type", *(part for pair in pairs for part in pair))
    faults = [line for line in said.splitlines()[1:-1] if "must find something" not in line]
    assert faults == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [(["Drone strike"], "must be small letters"), (["drone", "--kind", "quantty"], "did you mean 'quantity'?")],
)
def test_new_with_a_wrong_name_or_kind_writes_nothing(tmp_path, arguments, says):
    flags = ("--title", "t", "--words", "w", "--example", "e", "--counterexample", "c", "--question", "q")
    result = CliRunner().invoke(app, ["new", *arguments, *flags, "--folder", str(tmp_path)])
    assert result.exit_code == 2
    assert says in " ".join(result.output.replace("│", " ").split())
    assert list(tmp_path.iterdir()) == []


def test_try_says_how_far_each_phrase_came(desk):
    code, said = run("try", "drone_strike", "Some 14 drones flew.", "--checklists", desk)
    assert code == 1
    assert "  <count> <drone> ... <hit>: after 'Some 14 drones' there is no <hit> within 4 words" in said


def test_try_says_what_except_holds_back(desk):
    (desk / "drone_strike.yaml").write_text(FILE + "except: [toy]\n")
    code, said = run("try", "drone_strike", "Some 14 drones hit a toy shop.", "--checklists", desk)
    assert code == 1
    assert "but the sentence also has one of the phrases under 'except'" in said


def test_try_on_an_article(desk):
    article = desk / "a.txt"
    article.write_text("Headline\n\nBy Jane Roe\n\nOn Monday 14 drones hit the port.\n")
    code, said = run("try", "drone_strike", article, "--checklists", desk)
    assert (code, said.splitlines()[0]) == (0, "line 3: 14 drones hit")


def test_try_reads_the_text_as_a_run_does(desk):
    (desk / "drone_strike.yaml").write_text(BY_SUBJECT)
    sentence = "Northland, which is at war with its neighbour, launched 14 drones."
    code, said = run("try", "drone_strike", sentence, "--checklists", desk)
    assert (code, "  who: Northland" in said) == (0, True)
    code, said = run("try", "drone_strike", sentence, "--checklists", desk, "--pipeline", "blank")
    assert (code, "after 'Northland' there is no <launch> within 4 words" in said) == (1, True)


def test_try_says_to_whom_the_grammar_gives_a_part(desk):
    (desk / "drone_strike.yaml").write_text(BY_SUBJECT)
    code, said = run("try", "drone_strike", "In Northland the rebels launched 14 drones.", "--checklists", desk)
    assert code == 1
    assert "the subject is 'rebels', which is not <who as subject>" in said


@pytest.mark.parametrize(("of", "title"), [((), "Checklist"), (("form",), "Form"), (("session",), "Session")])
def test_schema_is_json(of, title):
    code, said = run("schema", *of)
    assert (code, json.loads(said)["title"]) == (0, title)


def test_check_takes_form_and_session_too(desk):
    (desk / "form.yaml").write_text("papr: A4\n")
    (desk / "session.yaml").write_text("checklists: {folders: [.], only: [drone_stike]}\n")
    code, said = run("check", desk)
    assert (code, said.splitlines()) == (
        1,
        [
            f"{desk}/form.yaml:1:1: unknown key 'papr': did you mean 'paper'?",
            f"{desk}/session.yaml:1:35: 'drone_stike' is neither a type nor a pack of checklists:"
            " did you mean 'drone_strike'?",
            "2 faults",
        ],
    )


def test_watch_checks_again_at_each_save(desk, monkeypatch):
    path = desk / "drone_strike.yaml"
    saves = iter([FILE.replace("count: 14", "count: 15"), None, FILE])

    def wait(_: float) -> None:
        """What happens while the program sleeps: a fault is saved, nothing, the fault is mended, Ctrl+C."""
        try:
            text = next(saves)
        except StopIteration:
            raise KeyboardInterrupt from None
        if text:
            before = path.stat().st_mtime_ns
            path.write_text(text)
            os.utime(path, ns=(before + 1, before + 1))

    monkeypatch.setattr("time.sleep", wait)
    code, said = run("check", path, "--watch")
    found = [line for line in said.splitlines() if "fault" in line]
    assert (code, found) == (0, ["no faults", "1 fault", "no faults"])


def test_watch_bears_a_file_that_is_gone_for_a_moment(desk, monkeypatch):
    path = desk / "drone_strike.yaml"
    steps = iter([path.unlink, lambda: path.write_text(FILE.replace("14}", "15}"))])

    def wait(_: float) -> None:
        step = next(steps, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    monkeypatch.setattr("time.sleep", wait)
    code, said = run("check", path, "--watch")
    assert (code, said.splitlines()[-1]) == (1, "1 fault")
    assert "there is no such folder or file of checklists" in said
