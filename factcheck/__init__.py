"""factcheck: fact-check worksheets for newsrooms.

The whole way in a few lines; docs/architecture.md names the rooms::

    from pathlib import Path
    from factcheck import checklist, export, render, worksheet
    from factcheck.resources import shipped
    from factcheck.run import run

    lists = checklist.load([shipped("checklists")])
    session = run([Path("a.txt"), Path("b.md")], checklists=lists)
    pack = worksheet.context(session, lists, form=worksheet.load_form([]))
    Path("worksheets.pdf").write_bytes(render.pdf(pack))
    Path("session.json").write_text(export.to_json(session), "utf-8")
"""

__version__ = "0.1.0"
