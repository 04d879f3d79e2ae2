"""What a command imports, and that printing processes end with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"


def imported(code: str) -> set[str]:
    run = [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules)"]
    return set(subprocess.run(run, check=True, capture_output=True, text=True).stdout.split())


@pytest.mark.parametrize(
    ("code", "unused"),
    [
        ("import factcheck.__main__", {"typer", "factcheck.cli"}),
        ("import factcheck.cli", {"spacy", "weasyprint", "jinja2", "fontTools"}),
        ("import factcheck.render", {"spacy", "weasyprint", "jinja2", "fontTools", "pydyf"}),
        ("import factcheck.render.press", {"spacy", "typer"}),
    ],
)
def test_nothing_is_imported_before_it_is_used(code: str, unused: set[str]) -> None:
    assert not unused & imported(code)


def test_spacy_does_without_its_command_line_and_has_it_when_asked() -> None:
    lean = "from factcheck.cli import start\nwith start.without_commands_of_spacy():\n    import spacy\n"
    assert not {"spacy.cli", "weasel"} & imported(lean)
    check = "assert not hasattr(spacy, 'cli')\nfrom spacy.cli.info import info\nassert callable(info)"
    assert "spacy.cli" in imported(lean + check)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere libraries are looked for without a compiler")
def test_libraries_are_found_without_a_compiler() -> None:
    check = "import subprocess, ctypes.util\nsearch, subprocess.Popen = ctypes.util.find_library, None\n"
    check += "from factcheck.render import loading\nloading.load()\nassert ctypes.util.find_library is search"
    assert "weasyprint.text.ffi" in imported(check)


def test_the_end_of_a_command_does_not_look_for_garbage() -> None:
    code = "import atexit, gc\nfrom factcheck.cli import start\natexit.register(lambda: print(gc.get_freeze_count()))\n"
    run = [sys.executable, "-c", f"{code}start.collect_seldom()"]  # what is registered last is called first
    assert int(subprocess.run(run, check=True, capture_output=True, text=True).stdout) > 0


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_command_that_is_ended_leaves_nothing_behind(tmp_path: Path, sent: signal.Signals) -> None:
    run = [sys.executable, "-m", "factcheck", "worksheet", str(SEEDS), "--out", str(tmp_path / "out")]
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    environment = os.environ | {"FACTCHECK_PROCESSES": "2", "FACTCHECK_TEST": tmp_path.name, "TMPDIR": str(temporary)}
    process = subprocess.Popen(run, env=environment, stderr=subprocess.DEVNULL, start_new_session=True)
    while len(_processes(tmp_path.name)) < 4:  # the command, two presses, and Python's own that cleans up after them
        assert process.poll() is None
        time.sleep(0.02)
    os.kill(process.pid, sent)
    assert process.wait(60) != 0
    for _ in range(500):
        if not _processes(tmp_path.name):
            break
        time.sleep(0.02)
    assert not _processes(tmp_path.name)
    assert not list(temporary.iterdir())
    assert not (tmp_path / "out").exists()


def _processes(mark: str) -> list[str]:
    """The processes whose environment has ``mark``."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if f"FACTCHECK_TEST={mark}".encode() in (folder / "environ").read_bytes():
                found.append(folder.name)
        except OSError:  # it has ended, or is not ours
            continue
    return found
