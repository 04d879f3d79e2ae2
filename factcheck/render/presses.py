"""Where the sheets of a pack are printed: in this process, or in some of their own."""

from __future__ import annotations

import os
import pickle
import signal
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import cast

from factcheck.render import hands
from factcheck.render.job import Finished, Job
from factcheck.worksheet.pack import Kind, Sheet

PROCESSES = "FACTCHECK_PROCESSES"
"""The environment's word on how many processes print; 1 is none but the one that asks."""
MOST = 4
"""More do not pay: the sheets that name pages of others wait for them."""
FACTS: Kind = "cards"
NAMING: frozenset[Kind] = frozenset(("notes", "text", "index"))
"""Sheets that say which pages the facts are on."""
ORDER: tuple[Kind, ...] = (FACTS, "cover", "call", "text", "index", "notes")
"""The order in which sheets are given, whoever printed them."""
URGENT: tuple[Kind, ...] = (FACTS, "notes")
"""What is printed first: others wait for the facts, and no sheet takes as long as the notes."""


@contextmanager
def presses(count: int | None = None) -> Iterator[Presses | None]:
    """Processes that import what printing needs at once, while the caller goes on reading and extracting.

    ``count`` is that of the environment, or of the processors (at most ``MOST``), where none is given. ``None`` stands
    for this process: where there is one processor only, or no process can be started.
    """
    count = count or int(os.environ.get(PROCESSES) or min(MOST, _processors()))
    with tempfile.TemporaryDirectory(prefix="factcheck-", ignore_cleanup_errors=True) as folder:
        started = _started(count, folder) if count > 1 else None
        try:
            yield started
        except BaseException:
            if started:
                started.kill()
            raise
        if started:
            started.close()


def finished(
    job: Job, presses: Presses | None, progress: Callable[[str], None] | None
) -> Iterator[tuple[Sheet, Finished]]:
    """The sheets of a pack, one by one in ``ORDER``; ``progress`` is told each.

    Raises ``FactcheckError`` for a fault in a template.
    """
    sheets = sorted(job.pack.sheets, key=lambda sheet: ORDER.index(sheet.kind))
    printed = presses.print(job, sheets) if presses else _print(job, sheets)
    for sheet, finished in zip(sheets, printed, strict=True):
        if progress:
            progress(f"{sheet.code}: {sheet.title}")
        yield sheet, finished


def _print(job: Job, sheets: Sequence[Sheet]) -> Iterator[Finished]:
    """The sheets in this order, printed in this process."""
    from factcheck.render.press import Press

    press, places = Press(job), _Places(sheets)
    for sheet in sheets:
        finished = press.print(sheet, places.of(sheet))
        places.add(sheet, finished)
        yield finished


class _Places:
    """The pages that the facts are on: what sheets that name them wait for."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._missing = {sheet.code for sheet in sheets if sheet.kind == FACTS}
        self._pages: dict[str, str] = {}

    def add(self, sheet: Sheet, finished: Finished) -> None:
        """Learn from a sheet that is printed."""
        if sheet.kind == FACTS:
            self._missing.remove(sheet.code)
            self._pages |= {anchor: f"{sheet.code}·{page}" for anchor, page in finished.places.items()}

    def known(self, sheet: Sheet) -> bool:
        """Whether all is known that a sheet has to say."""
        return not self._missing or sheet.kind not in NAMING

    def of(self, sheet: Sheet) -> dict[str, str]:
        """What a sheet is told: the page of each fact where it names them."""
        return self._pages if sheet.kind in NAMING else {}


class Presses:
    """Processes that print. Each is at the other end of a pipe, is told one thing at a time, and answers."""

    def __init__(self, count: int, folder: str) -> None:
        context = get_context("spawn")  # a copy of this process would have its memory, and locks of its threads
        pipes = [context.Pipe() for _ in range(count)]
        self._pipes, ends = [ours for ours, _ in pipes], [theirs for _, theirs in pipes]
        self._processes: list[BaseProcess] = []
        self._asked: dict[Connection, Sheet | None] = {}
        try:
            for group in [ends] if hands.FORK else [[end] for end in ends]:
                process = context.Process(target=hands.work, args=(group, folder), daemon=True)
                process.start()
                self._processes.append(process)
        except BaseException:
            self.kill()
            raise
        finally:
            for end in ends:  # who has the other end reads to the end of the file when its last holder has gone
                end.close()

    def rehearse(self, job: Job) -> None:
        """Have each press get ready for jobs with the settings of ``job``, and forget what it prints.

        A fault in a template is told when a pack is printed.
        """
        rehearsal = pickle.dumps(("rehearse", job))
        for pipe in self._pipes:
            if pipe not in self._asked:
                self._ask(pipe, None, rehearsal)

    def print(self, job: Job, sheets: Sequence[Sheet]) -> Iterator[Finished]:
        """The sheets in this order. They are printed in another: the urgent ones first, as soon as they can be."""
        self._asked = dict.fromkeys(self._asked)  # what a job that was broken off still has in print, is for nobody
        taken = pickle.dumps(("take", job))
        without, waiting = set(self._pipes), sorted(sheets, key=lambda sheet: sheet.kind not in URGENT)
        places, done = _Places(sheets), dict[str, Finished]()

        def hand_out() -> None:
            for pipe in self._pipes:
                if pipe in self._asked:
                    continue
                if pipe in without:
                    without.remove(pipe)
                    self._ask(pipe, None, taken)
                elif sheet := next(filter(places.known, waiting), None):
                    waiting.remove(sheet)
                    self._ask(pipe, sheet, pickle.dumps(("print", job.pack.sheets.index(sheet), places.of(sheet))))

        hand_out()
        import_module("factcheck.render.binding")  # what comes next, while this process has nothing else to do
        for sheet in sheets:
            while sheet.code not in done:
                for answered, finished in self._answers():
                    done[answered.code] = finished
                    places.add(answered, finished)
                hand_out()
            yield done.pop(sheet.code)

    def close(self) -> None:
        """Have the processes end when they have done what they were told."""
        for pipe in self._pipes:
            pipe.close()
        for process in self._processes:
            process.join()

    def kill(self) -> None:
        """End the processes at once."""
        for process in self._processes:
            if hands.FORK and process.pid:
                with suppress(ProcessLookupError):  # it is alone yet
                    os.killpg(process.pid, signal.SIGKILL)
            process.kill()
        self.close()

    def _ask(self, pipe: Connection, sheet: Sheet | None, task: bytes) -> None:
        with _alive():
            pipe.send_bytes(task)
        self._asked[pipe] = sheet

    def _answers(self) -> Iterator[tuple[Sheet, Finished]]:
        """Those that are there, at least one. Raises what went wrong in a press."""
        ready = wait(list(self._asked))
        for pipe in [each for each in self._asked if each in ready]:
            sheet = self._asked.pop(pipe)
            with _alive():
                answer = cast(Finished | Exception, pipe.recv())
            if sheet is None:
                continue
            if isinstance(answer, Exception):
                raise answer
            yield sheet, answer


@contextmanager
def _alive() -> Iterator[None]:
    try:
        yield
    except (EOFError, ConnectionError) as error:
        raise RuntimeError("a process that prints has ended, or was ended: is there too little memory?") from error


def _started(count: int, folder: str) -> Presses | None:
    try:
        return Presses(count, folder)
    except OSError:  # no more processes, or files
        return None


def _processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
