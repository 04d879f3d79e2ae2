"""A session as JSON and as CSV, for other programs and for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict
from datetime import date
from typing import Any

from factcheck.models import Article, Assertion, Session, Time
from factcheck.wording import describe

VERSION = 1
"""Of the JSON's shape: a key that goes or changes its meaning raises it, a key more does not."""

COLUMNS = (
    "id", "article", "type", "priority", "paragraph", "line", "text", "statement", "understood", "number", "low",
    "high", "hedge", "unit", "earliest", "latest", "open", "speaker", "name", "cue", "mode", "quoted", "matched_by",
)  # fmt: skip


def to_json(session: Session) -> str:
    """The session as one JSON document: UTF-8, two spaces of indent, a new line at the end."""
    document = {
        "version": VERSION,
        "title": session.title,
        "date": session.date,
        "articles": [_article(article, session) for article in session.articles],
        "assertions": [asdict(assertion) for assertion in session.assertions],
        "notes": [asdict(note) for note in session.notes],
        "checks": [asdict(check) for check in session.checks],
        "accusations": [asdict(accusation) for accusation in session.accusations],
        "unmatched": [asdict(sentence) for sentence in session.unmatched],
    }
    return json.dumps(document, ensure_ascii=False, indent=2, default=date.isoformat) + "\n"


def _article(article: Article, session: Session) -> dict[str, Any]:
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "publisher": article.publisher,
        "byline": article.byline,
        "published": article.published,
        "url": article.url,
        "sha256": article.sha256,
        "words": len(article.text.split()),
        "sentences": session.sentences.get(article.id, 0),
        "text": article.text,
    }


def to_csv(session: Session) -> str:
    """The assertions as CSV (RFC 4180), one row each; ``COLUMNS`` are the header.

    Starts with a byte order mark, without which Excel does not read UTF-8. A cell of text that a
    spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection");
    numbers stay numbers, negative ones too.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for assertion in session.assertions:
        row = _row(assertion)
        writer.writerow([_safe(row[column]) for column in COLUMNS])
    return "\ufeff" + out.getvalue()


def _row(assertion: Assertion) -> dict[str, Any]:
    value, said_by = assertion.value, assertion.attribution
    row: dict[str, Any] = {column: getattr(assertion, column, None) for column in COLUMNS}
    for column in ("number", "low", "high", "hedge"):
        row[column] = getattr(value, column, None) if value.kind in ("quantity", "money", "percent") else None
    row |= {
        "statement": assertion.statement.text,
        "understood": describe(value),
        "unit": getattr(value, "unit", None) or getattr(value, "currency", None),
        "earliest": value.earliest if isinstance(value, Time) else None,
        "latest": value.latest if isinstance(value, Time) else None,
        "open": value.reason,
        "quoted": "yes" if assertion.quoted else "no",
    }
    if said_by:
        row |= {"speaker": said_by.speaker, "name": said_by.name, "cue": said_by.cue, "mode": said_by.mode}
    return row


def _safe(cell: object) -> object:
    if isinstance(cell, str) and (cell.startswith(("\t", "\r")) or cell.lstrip().startswith(("=", "+", "-", "@"))):
        return "'" + cell
    return cell
