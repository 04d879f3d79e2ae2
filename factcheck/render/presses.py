"""Where the sheets of a pack are printed: in this process, or in some of their own."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import tempfile
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from multiprocessing import get_context
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import uuid4

from factcheck.render.job import Finished, Job
from factcheck.worksheet.pack import Kind, Sheet

if TYPE_CHECKING:
    from factcheck.render.press import Press

PROCESSES = "FACTCHECK_PROCESSES"
"""The environment's word on how many processes print; 1 is none but the one that asks."""
MOST = 4
"""More do not pay: the sheets that name pages of others wait for them."""
ORDER: tuple[Kind, ...] = ("cards", "cover", "call", "notes", "index", "text")
"""First what the facts stand on; what says where they stand, from ``AFTER`` on, has to wait for it."""
AFTER = ORDER.index("notes")
BEHIND = 5
"""How nice (POSIX) presses are to who reads the articles meanwhile."""
_KEPT: list[Press] = []
"""In a process that prints, its press."""


@contextmanager
def presses(count: int | None = None) -> Iterator[Executor | None]:
    """Processes that import what printing needs at once, while the caller goes on reading and extracting.

    ``count`` is that of the environment, or of the processors (at most ``MOST``), where none is given. ``None`` stands
    for this process: where there is one processor only, or no process can be started.
    """
    count = count or int(os.environ.get(PROCESSES) or min(MOST, _processors()))
    with TemporaryDirectory(prefix="factcheck-", ignore_cleanup_errors=True) as folder:
        pool = _started(count, folder) if count > 1 else None
        try:
            yield pool
        finally:
            if pool:
                pool.shutdown(cancel_futures=True)


def rehearse(job: Job, pool: Executor) -> None:
    """Have each press get ready for jobs with the settings of ``job``, and forget what it prints.

    A fault in a template is told when a pack is printed.
    """
    packed = _packed(job)
    for _ in range(pool.count if isinstance(pool, _Presses) else 1):
        pool.submit(_rehearse, packed)


def finished(
    job: Job, pool: Executor | None, progress: Callable[[str], None] | None
) -> Iterator[tuple[Sheet, Finished]]:
    """The sheets of a pack, one by one in the order of their printing; ``progress`` is told each.

    Raises ``FactcheckError`` for a fault in a template.
    """
    sheets = sorted(job.pack.sheets, key=lambda sheet: ORDER.index(sheet.kind))
    places: dict[str, str] = {}
    for sheet, finished in zip(sheets, _one_by_one(job, sheets, places, pool), strict=True):
        if sheet.kind == ORDER[0]:
            places.update({anchor: f"{sheet.code}·{page}" for anchor, page in finished.places.items()})
        if progress:
            progress(f"{sheet.code}: {sheet.title}")
        yield sheet, finished


def _one_by_one(
    job: Job, sheets: Sequence[Sheet], places: Mapping[str, str], pool: Executor | None
) -> Iterator[Finished]:
    """``sheets`` in order; ``places`` are filled in meanwhile. No sheet is kept once it is given."""
    if pool is None:
        from factcheck.render.press import Press

        press = Press(job)
        for sheet in sheets:
            yield press.print(sheet, places)
        return

    packed = _packed(job)

    def send(first: int, last: int) -> list[Future[Finished]]:
        chosen = [sheet for sheet in sheets if ORDER.index(sheet.kind) in range(first, last)]
        return [pool.submit(_print, packed, job.pack.sheets.index(sheet), places) for sheet in chosen]

    facts, others = deque(send(0, 1)), deque(send(1, AFTER))
    import_module("factcheck.render.binding")  # what comes next, while this process has nothing else to do
    while facts:
        yield facts.popleft().result()
    others += send(AFTER, len(ORDER))
    while others:
        yield others.popleft().result()


def _processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Presses(ProcessPoolExecutor):
    def __init__(self, count: int, folder: str) -> None:
        # New interpreters, on every system: a forked one would have the memory of this one, and locks of its threads.
        super().__init__(count, mp_context=get_context("spawn"), initializer=_warm_up, initargs=(folder,))
        self.count = count
        for _ in range(count):  # the first task of each starts it
            self.submit(os.getpid)


def _started(count: int, folder: str) -> Executor | None:
    try:
        return _Presses(count, folder)
    except (ImportError, NotImplementedError, OSError):  # no semaphores, no more processes
        return None


def _warm_up(folder: str) -> None:
    """Import what printing needs; an interrupt is the caller's to handle, who also goes first.

    ``folder`` is for files that the layout engine makes and leaves behind where a process ends as these do.
    """
    tempfile.tempdir = folder
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(BEHIND)
    import weasyprint  # noqa: F401

    gc.freeze()


def _packed(job: Job) -> bytes:
    return pickle.dumps((uuid4().int, job))  # no press has seen this one: each gives its fonts anew


@lru_cache(maxsize=1)
def _press(packed: bytes) -> Press:
    """This process's press, for a job; the one of the job before if that had the same settings."""
    from factcheck.render.press import Press

    _, job = pickle.loads(packed)  # noqa: S301 - from the process that started this one
    if not (_KEPT and _KEPT[0].job.settings == job.settings):
        _KEPT[:] = [Press(job)]
    _KEPT[0].take(job)
    return _KEPT[0]


def _rehearse(packed: bytes) -> None:
    _press(packed).rehearse()
    gc.freeze()


def _print(packed: bytes, index: int, places: Mapping[str, str]) -> Finished:
    press = _press(packed)
    return press.print(press.job.pack.sheets[index], places)
