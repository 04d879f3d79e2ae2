"""What a pack costs: CPU a page and a fact, peak memory, and the time from the command to the PDF.

    python benchmarks/pack.py [--copies N] [ARTICLE...]      (seeds/ where none is named)

Each way is measured in a process of its own. ``command`` is the whole way from a cold start to the file, ``pack`` the
printing alone, ``processes`` the same in two processes, ``plain`` the same content in the obvious HTML and CSS
(``plain/``: one document, flex and grid, page numbers by CSS), and ``chromium`` that document printed by Chromium,
where it is installed. ``--copies`` prints the articles several times over, under other names.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import pickle
import pty
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdf

from factcheck import worksheet
from factcheck.resources import shipped
from factcheck.worksheet.pack import Pack

SEEDS = Path(__file__).parents[1] / "seeds"
PLAIN = Path(__file__).parent / "plain"


def command(paths: list[str]) -> bytes:
    """The pack as the command makes it, which says on a terminal what it has printed."""
    with tempfile.TemporaryDirectory() as folder:
        terminal, its_end = pty.openpty()
        started, told, first = time.perf_counter(), b"", 0.0
        run = [sys.executable, "-m", "factcheck", "worksheet", *paths, "--out", folder]
        process = subprocess.Popen(run, stdout=subprocess.DEVNULL, stderr=its_end)
        os.close(its_end)
        with contextlib.suppress(OSError):  # the terminal is gone when the command is
            while part := os.read(terminal, 4096):
                told += part
                if not first and re.search(rb"S\d+: ", told):
                    first = time.perf_counter() - started
        if process.wait():
            raise SystemExit(told.decode())
        print(f"first pages after {first:.1f} s, all after {time.perf_counter() - started:.1f} s", file=sys.stderr)
        return (Path(folder) / "worksheets.pdf").read_bytes()


def ours(pack: Pack) -> bytes:
    """The pack as the program prints it."""
    from factcheck import render

    return render.pdf(pack)


def in_processes(pack: Pack) -> bytes:
    """The pack as the command prints it on two processors, which have been started before."""
    from factcheck import render

    with render.presses(2) as presses:
        if presses is None:
            raise SystemExit("no process can be started here")
        render.pdf(replace(pack, sheets=pack.sheets[:1]), presses=presses)  # when it is there, they are
        started = time.perf_counter()
        data = render.pdf(pack, presses=presses)
        print(f"in two processes: {time.perf_counter() - started:.1f} s once they are there", file=sys.stderr)
    return data


def plain_html(pack: Pack) -> str:
    """The obvious document."""
    from jinja2 import Environment, FileSystemLoader

    environment = Environment(loader=FileSystemLoader(PLAIN), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.get_template("pack.html").render(pack=pack, form=pack.form, labels=pack.labels)


def plain(pack: Pack) -> bytes:
    """The obvious document, laid out and written in one go."""
    from factcheck.render import fonts

    configuration = fonts.configuration()
    from weasyprint import CSS, HTML

    base = shipped("templates").as_uri() + "/"
    style = CSS(string=(PLAIN / "pack.css").read_text(), base_url=base, font_config=configuration)
    data: bytes = HTML(string=plain_html(pack), base_url=base).write_pdf(
        stylesheets=[style], font_config=configuration, pdf_variant="pdf/ua-1"
    )
    return data


def chromium(pack: Pack) -> bytes:
    """The obvious document, printed by a browser."""
    style = (PLAIN / "pack.css").read_text().replace("url(fonts/", f"url({shipped('templates').as_uri()}/fonts/")
    with tempfile.TemporaryDirectory() as folder:
        page, printed = Path(folder, "pack.html"), Path(folder, "pack.pdf")
        page.write_text(plain_html(pack).replace("</head>", f"<style>{style}</style></head>"), "utf-8")
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
        flags += ["--disable-component-update", "--disable-sync", f"--user-data-dir={folder}/profile"]
        run = ["chromium", *flags, "--no-pdf-header-footer", f"--print-to-pdf={printed}", page.as_uri()]
        subprocess.run(run, check=True, capture_output=True)
        return printed.read_bytes()


WAYS: dict[str, Callable[[Pack], bytes]] = {
    "pack": ours,
    "processes": in_processes,
    "plain": plain,
    "chromium": chromium,
}
OTHERS = ("command", "processes", "chromium")
"""Ways that work in processes of their own, whose time and memory count."""


def peak() -> int:
    """The peak memory of this process in KiB; ``getrusage`` counts that of the process that started it, too."""
    (line,) = (line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1])


def measure(way: str, paths: list[str], saved: Path) -> None:
    """Print the measurement of one way as JSON."""
    pack: Pack = pickle.loads(saved.read_bytes())
    wall, cpu = time.perf_counter(), time.process_time()
    data = command(paths) if way == "command" else WAYS[way](pack)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    most = peak()
    if way in OTHERS:
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        most = children.ru_maxrss if way != "processes" else max(most, children.ru_maxrss)
        cpu += children.ru_utime + children.ru_stime
    pages = len(pypdf.PdfReader(io.BytesIO(data)).pages)
    print(json.dumps({"pages": pages, "cpu": cpu, "wall": wall, "megabytes": most / 1024}))


def main(paths: list[str]) -> None:
    """Extract once, then measure each way in a new process."""
    from factcheck import checklist  # loads spaCy, and presses import this file, too
    from factcheck.run import run

    lists = checklist.load([shipped("checklists")])
    session = run([Path(path) for path in paths], checklists=lists)
    facts = len(session.assertions)
    print(f"{len(session.articles)} articles, {facts} facts")
    print("way        pages  CPU s  CPU ms/page  CPU ms/fact  wall s  peak MB of a process")
    with tempfile.TemporaryDirectory() as folder:
        saved = Path(folder) / "pack"
        saved.write_bytes(pickle.dumps(worksheet.context(session, lists, form=worksheet.load_form())))
        for way in ("command", *WAYS):
            if way == "chromium" and shutil.which(way) is None:
                continue
            again = [sys.executable, __file__, "--measure", way, "--saved", str(saved), *paths]
            told = json.loads(subprocess.run(again, check=True, stdout=subprocess.PIPE, text=True).stdout)
            cpu, pages = told["cpu"], told["pages"]
            print(
                f"{way:10}{pages:6}{cpu:7.1f}{cpu / pages * 1000:13.0f}{cpu / facts * 1000:13.0f}"
                f"{told['wall']:8.1f}{told['megabytes']:9.0f}",
                flush=True,
            )


def copied(paths: list[str], count: int, folder: Path) -> None:
    """Write the articles ``count`` times into ``folder``; a last line makes each text a different one."""
    files = [file for path in map(Path, paths) for file in (sorted(path.iterdir()) if path.is_dir() else [path])]
    for number in range(1, count + 1):
        for file in files:
            text = f"{file.read_text('utf-8')}\n\nThis is copy {number} of this article.\n"
            (folder / f"{number:03}-{file.name}").write_text(text, "utf-8")


def arguments() -> argparse.Namespace:
    """What was asked for; ``--measure`` and ``--saved`` are for the processes that this one starts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", default=[str(SEEDS)], metavar="ARTICLE")
    parser.add_argument("--copies", type=int, metavar="N")
    parser.add_argument("--measure", choices=("command", *WAYS), help=argparse.SUPPRESS)
    parser.add_argument("--saved", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    asked = arguments()
    if asked.measure:
        measure(asked.measure, asked.articles, asked.saved)
    elif asked.copies:
        with tempfile.TemporaryDirectory() as copies:
            copied(asked.articles, asked.copies, Path(copies))
            main([copies])
    else:
        main(asked.articles)
