"""What a pack costs: CPU a page and a fact, peak memory, and the time from the command to the PDF.

    python benchmarks/pack.py [ARTICLE...]      (seeds/ where none is named)

Each line is measured in a process of its own: ``command`` is the whole way from a cold start to the file, ``pack`` the
printing alone, and ``plain`` the same templates in one document with WeasyPrint's defaults, with page numbers by CSS.
"""

from __future__ import annotations

import io
import json
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pypdf

from factcheck import checklist, worksheet
from factcheck.resources import shipped
from factcheck.worksheet.pack import Pack

SEEDS = Path(__file__).parents[1] / "seeds"
COUNTERS = '@page { @bottom-right { content: counter(page) " of " counter(pages) } }'


def command(paths: list[str]) -> bytes:
    """The pack as the command makes it."""
    with tempfile.TemporaryDirectory() as folder:
        run = [sys.executable, "-m", "factcheck", "worksheet", *paths, "--out", folder]
        subprocess.run(run, check=True, capture_output=True)
        return (Path(folder) / "worksheets.pdf").read_bytes()


def ours(pack: Pack) -> bytes:
    """The pack as the program prints it."""
    from factcheck import render

    return render.pdf(pack)


def plain(pack: Pack) -> bytes:
    """All sheets in one document, laid out and written in one go."""
    from factcheck.render import fonts
    from factcheck.render.html import Templates

    configuration = fonts.configuration()
    from weasyprint import CSS, HTML

    from factcheck.render.assets import BASE, Assets

    assets = Assets([shipped("templates")])
    everywhere = {"pack": pack, "form": pack.form, "labels": pack.labels, "fillable": False, "made": "2000-01-01"}
    templates = Templates([shipped("templates")], size=lambda points: f"{points:g}pt", **everywhere)
    sheets = [
        templates.render(f"{sheet.kind}.html", sheet=sheet, places={}, tight=False).partition("<body")[2]
        for sheet in pack.sheets
    ]
    bodies = "".join(f'<div style="break-before: page"{sheet.replace("</body></html>", "</div>")}' for sheet in sheets)
    style = [
        CSS(string=text, base_url=BASE, url_fetcher=assets, font_config=configuration)
        for text in (templates.render("sheet.css"), COUNTERS)
    ]
    html = HTML(string=f'<html lang="en"><title>Pack</title>{bodies}', base_url=BASE, url_fetcher=assets)
    data: bytes = html.write_pdf(stylesheets=style, font_config=configuration, pdf_variant="pdf/ua-1")
    return data


WAYS: dict[str, Callable[[Pack], bytes]] = {"pack": ours, "plain": plain}


def measure(way: str, paths: list[str], saved: Path) -> None:
    """Print the measurement of one way as JSON."""
    if way != "command":
        session, lists = pickle.loads(saved.read_bytes()), checklist.load([shipped("checklists")])
        pack = worksheet.context(session, lists, form=worksheet.load_form())
    wall, cpu = time.perf_counter(), time.process_time()
    data = command(paths) if way == "command" else WAYS[way](pack)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    used = resource.getrusage(resource.RUSAGE_CHILDREN if way == "command" else resource.RUSAGE_SELF)
    if way == "command":
        cpu = used.ru_utime + used.ru_stime
    pages = len(pypdf.PdfReader(io.BytesIO(data)).pages)
    print(json.dumps({"pages": pages, "cpu": cpu, "wall": wall, "megabytes": used.ru_maxrss / 1024}))


def main(paths: list[str]) -> None:
    """Extract once, then measure each way in a new process."""
    from factcheck.run import run

    session = run([Path(path) for path in paths], checklists=checklist.load([shipped("checklists")]))
    facts = len(session.assertions)
    print(f"{len(session.articles)} articles, {facts} facts")
    print("way      pages  CPU s  CPU ms/page  CPU ms/fact  wall s  peak MB")
    with tempfile.TemporaryDirectory() as folder:
        saved = Path(folder) / "session"
        saved.write_bytes(pickle.dumps(session))
        for way in ("command", *WAYS):
            run_ = [sys.executable, __file__, "--measure", way, str(saved), *paths]
            told = json.loads(subprocess.run(run_, check=True, capture_output=True, text=True).stdout)
            cpu, pages = told["cpu"], told["pages"]
            print(
                f"{way:8}{pages:6}{cpu:7.1f}{cpu / pages * 1000:13.0f}{cpu / facts * 1000:13.0f}"
                f"{told['wall']:8.1f}{told['megabytes']:9.0f}"
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(sys.argv[2], sys.argv[4:], Path(sys.argv[3]))
    else:
        main(sys.argv[1:] or [str(SEEDS)])
