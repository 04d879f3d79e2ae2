"""Processes that print: what they do when something goes wrong, and that nobody waits for them in vain."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from factcheck import render
from factcheck.errors import FactcheckError
from factcheck.render import hands
from factcheck.render.job import Job
from factcheck.worksheet.pack import Pack


def test_presses_print_on_after_a_fault(pack: Pack, printed: bytes, tmp_path: Path) -> None:
    (tmp_path / "cards.html").write_text("{{ pack.titel }}")
    with render.presses(2) as presses:
        assert presses is not None
        for _ in range(2):
            with pytest.raises(FactcheckError):
                render.pdf(pack, templates=[tmp_path], presses=presses)
        assert render.pdf(pack, presses=presses) == printed


def test_where_no_process_is_forked_each_is_started(
    pack: Pack, printed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hands, "FORK", False)
    with render.presses(2) as presses:
        assert len(multiprocessing.active_children()) == 2
        assert render.pdf(pack, presses=presses) == printed


def test_a_fault_in_a_template_is_told_when_a_pack_is_printed(pack: Pack, printed: bytes, tmp_path: Path) -> None:
    (tmp_path / "sheet.css").write_text("{{ pack.titel }}")
    with render.presses(2) as presses:
        assert presses is not None
        render.rehearse(pack, presses, templates=[tmp_path])
        assert render.pdf(pack, presses=presses) == printed
        with pytest.raises(FactcheckError):
            render.pdf(pack, templates=[tmp_path], presses=presses)


def test_a_bug_in_a_press_shows_where_it_happened(pack: Pack) -> None:
    without_templates = Job(pack, (), fillable=False, archive=False)
    with render.presses(2) as presses:
        assert presses is not None
        with pytest.raises(ValueError) as caught:
            next(presses.print(without_templates, pack.sheets))
    assert any("press.py" in note for note in caught.value.__notes__)


def test_a_press_that_is_ended_is_not_waited_for(pack: Pack) -> None:
    with render.presses(2) as presses:
        for process in multiprocessing.active_children():
            process.kill()
        with pytest.raises(RuntimeError, match="has ended"):
            render.pdf(pack, presses=presses)


def test_presses_end_when_they_are_not_used_any_more(pack: Pack) -> None:
    with render.presses(2) as presses:
        assert presses is not None
        render.rehearse(pack, presses)
    assert multiprocessing.active_children() == []
