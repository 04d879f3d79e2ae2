"""A process that prints: what it does first, and what it can be told."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from traceback import format_exc
from typing import TYPE_CHECKING

from factcheck.render import loading
from factcheck.render.job import Finished, Job

if TYPE_CHECKING:
    from factcheck.render.press import Press

FORK = sys.platform == "linux"
"""Whether one process imports what printing needs for all of them."""
BEHIND = 5
"""How nice (POSIX) such a process is to the one that reads the articles meanwhile."""


def work(pipes: Sequence[Connection], folder: str) -> None:
    """Import what printing needs, then serve one of ``pipes``; a fork of this process serves each of the others.

    An interrupt is for the process at their other ends, which also goes first. ``folder`` is for files that the layout
    engine leaves behind; it is removed here where that process ended without.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tempfile.tempdir = folder
    if hasattr(os, "nice"):
        os.nice(BEHIND)
    loading.load()
    import factcheck.render.press  # noqa: F401

    gc.freeze()
    _serve(_forked(pipes))
    if FORK:
        with suppress(ChildProcessError):  # no more
            while os.wait():
                pass
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)


def _forked(pipes: Sequence[Connection]) -> Connection:
    """The pipe that is this process's, in each of as many processes, which are one group.

    There are no fonts yet: Pango has threads for them, which a fork would not have.
    """
    own, *others = pipes
    if others:
        os.setpgid(0, 0)
    for other in others:
        if os.fork() == 0:
            own = other
            break
    for pipe in pipes:
        if pipe is not own:
            pipe.close()
    return own


def _serve(pipe: Connection) -> None:
    """Do what comes through the pipe, and answer, until nobody is at its other end."""
    hand = _Hand()
    with suppress(EOFError, ConnectionError):
        while True:
            name, *arguments = pipe.recv()
            try:
                answer = getattr(hand, name)(*arguments)
            except Exception as error:
                error.add_note(f"In a process that prints:\n{format_exc()}")
                answer = error
            pipe.send(answer)


class _Hand:
    """What a process that prints can be told."""

    def __init__(self) -> None:
        self._job: Job
        self._press: Press | None = None

    def take(self, job: Job) -> None:
        """Print the sheets of ``job`` from now on."""
        self._job = job

    def rehearse(self, job: Job) -> None:
        """Get ready for jobs with the settings of ``job``, and forget what is printed of it."""
        self.take(job)
        self._ready().rehearse()
        gc.freeze()

    def print(self, index: int, places: Mapping[str, str]) -> Finished:
        """Print a sheet of the job; ``places`` are the pages that it names."""
        return self._ready().print(self._job.pack.sheets[index], places)

    def _ready(self) -> Press:
        """The press of the job before, if that had the same settings."""
        from factcheck.render.press import Press

        if self._press is None or self._press.job.settings != self._job.settings:
            self._press = Press(self._job)
        elif self._press.job is not self._job:
            self._press.take(self._job)
        return self._press
