"""The command reference in the docs says what the commands say of themselves."""

import subprocess
import sys
from pathlib import Path

REFERENCE = Path(__file__).parent.parent.parent / "docs" / "commands.md"
MAKE = [sys.executable, "-m", "typer", "factcheck.cli", "utils", "docs", "--name", "factcheck", "--title", "Commands"]


def test_the_reference_is_up_to_date() -> None:
    made = subprocess.run(MAKE, capture_output=True, text=True, check=True, env={"COLUMNS": "100", "PATH": ""})
    assert REFERENCE.read_text("utf-8") == made.stdout, "run `make docs`"
