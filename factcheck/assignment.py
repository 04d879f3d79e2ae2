"""What one session is to do, from its ``session.yaml``: articles, checkers, checklists, priorities, paper.

Paths in the file are looked up from its folder. Every key may be left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck import desk
from factcheck.articles import FrontMatter, find_date
from factcheck.checklist import Checklist
from factcheck.desk import Located, Source
from factcheck.errors import FactcheckError, Problem
from factcheck.models import Priority

if TYPE_CHECKING:
    from factcheck.worksheet import Grouping, Paper

FILE = "session.yaml"


@dataclass(frozen=True, slots=True)
class Assignment:
    """What a ``session.yaml`` says; an empty one says nothing.

    ``known`` is what it says of an article and ``given_to`` who checks it, both by the article's path. ``only``,
    ``without`` and ``priorities`` name types or packs of checklists.
    """

    articles: tuple[Path, ...] = ()
    known: Mapping[Path, FrontMatter] = field(default_factory=dict)
    given_to: Mapping[str, str] = field(default_factory=dict)
    title: str | None = None
    date: date | None = None
    checkers: tuple[str, ...] = ()
    folders: tuple[Path, ...] = ()
    only: tuple[Located, ...] = ()
    without: tuple[Located, ...] = ()
    priorities: Mapping[Located, Priority] = field(default_factory=dict)
    templates: tuple[Path, ...] = ()
    form: Path | None = None
    paper: Paper | None = None
    group_by: Grouping | None = None
    out: Path | None = None

    def chosen(self, checklists: Sequence[Checklist]) -> tuple[Checklist, ...]:
        """Those of the checklists that the session uses, with the priorities that it gives them.

        What is said of a type wins over what is said of its pack. Raises ``FactcheckError`` for names that are
        neither type nor pack, and where no checklist is left.
        """
        known = {name for each in checklists for name in _names(each)}
        unknown = [name for name in (*self.only, *self.without, *self.priorities) if name not in known]
        if unknown:
            raise FactcheckError(name.problem(_no_such(name, known)) for name in unknown)
        kept = [each for each in checklists if not self.only or _named(each, self.only)]
        kept = [each for each in kept if not _named(each, self.without)]
        if not kept and checklists:
            raise FactcheckError([(self.only or self.without)[0].problem("no checklist is left")])
        return tuple(replace(each, priority=self._priority(each)) for each in kept)

    def _priority(self, checklist: Checklist) -> Priority:
        given = {str(name): priority for name, priority in self.priorities.items()}
        return next((given[name] for name in _names(checklist) if name in given), checklist.priority)


def find(path: Path) -> Path | None:
    """The session file that ``path`` is or, as a folder, holds; ``None`` where it is an article or a plain folder."""
    if path.is_dir():
        inside = path / FILE
        return inside if inside.is_file() else None
    return path if path.suffix in (".yaml", ".yml") else None


def read(path: Path) -> Assignment:
    """Read a session file. Raises ``FactcheckError`` with every fault: YAML, shape, dates, files that are not there."""
    source = desk.read(path)
    data: Any = source.data
    if isinstance(data, dict) and "phrases" in data:
        raise FactcheckError.of(path, "is a checklist, not a session: give its folder with --checklists")
    problems = desk.check(source, "session")
    if isinstance(data, dict):
        problems += _faults(data, path.parent)
    if problems:
        raise FactcheckError(
            sorted(dict.fromkeys(problems), key=lambda problem: (problem.line or 0, problem.column or 0))
        )
    return _assignment(source, path.parent)


def _assignment(source: Source, home: Path) -> Assignment:
    data: Mapping[Any, Any] = source.data
    entries = [entry if isinstance(entry, dict) else {"file": entry} for entry in data.get("articles", ())]
    lists: Mapping[Any, Any] = data.get("checklists", {})
    stated = {home / entry["file"]: entry for entry in entries}
    return Assignment(
        articles=tuple(home / entry["file"] for entry in entries) or (home,),
        known={path: _front_matter(entry) for path, entry in stated.items()},
        given_to={str(path): str(entry["checker"]) for path, entry in stated.items() if "checker" in entry},
        title=_text(data, "title"),
        date=_day(data.get("date")),
        checkers=tuple(map(str, data.get("checkers", ()))),
        folders=tuple(home / folder for folder in lists.get("folders", ())),
        only=tuple(lists.get("only", ())),
        without=tuple(lists.get("without", ())),
        priorities=data.get("priorities", {}),
        templates=tuple(home / folder for folder in data.get("templates", ())),
        form=home / data["form"] if "form" in data else None,
        paper=data.get("paper"),
        group_by=data.get("group_by"),
        out=home / data["out"] if "out" in data else None,
    )


def _front_matter(entry: Mapping[Any, Any]) -> FrontMatter:
    said = {key: _text(entry, key) for key in ("title", "publisher", "byline", "url")}
    return FrontMatter(published=_day(entry.get("published")), **said)


def _text(data: Mapping[Any, Any], key: str) -> str | None:
    return str(data[key]) if key in data else None


def _day(text: str | None) -> date | None:
    found = find_date(text) if text else None
    return found.day if found else None


def _faults(data: Mapping[Any, Any], home: Path) -> Iterator[Problem]:
    """What the schema cannot say. Entries of a wrong shape are passed over: that has been said already."""
    articles = [entry if isinstance(entry, dict) else {"file": entry} for entry in _list(data, "articles")]
    for text in (data.get("date"), *(entry.get("published") for entry in articles)):
        if isinstance(text, Located) and text and _day(text) is None:
            yield text.problem(f"'{text}' is no date: write it as 2019-03-28")
    files = [entry.get("file") for entry in articles]
    yield from _absent(files, home, "article")
    yield from _twice(files)
    lists = data.get("checklists")
    yield from _absent(_list(lists if isinstance(lists, dict) else {}, "folders"), home, "folder")
    yield from _absent(_list(data, "templates"), home, "folder")
    yield from _absent([data.get("form")], home, "form")


def _list(data: Mapping[Any, Any], key: str) -> list[Any]:
    found = data.get(key)
    return found if isinstance(found, list) else []


def _absent(names: Iterable[Any], home: Path, what: str) -> Iterator[Problem]:
    for name in names:
        if isinstance(name, Located) and name and not (home / name).exists():
            beside = (home / name).parent
            there = [str(Path(name).parent / each.name) for each in beside.iterdir()] if beside.is_dir() else []
            yield name.problem(f"there is no {what} '{name}'{desk.did_you_mean(name, sorted(there))}")


def _twice(files: Iterable[Any]) -> Iterator[Problem]:
    seen: set[Path] = set()
    for name in files:
        if isinstance(name, Located):
            if Path(name) in seen:
                yield name.problem(f"the article '{name}' stands here a second time")
            seen.add(Path(name))


def _names(checklist: Checklist) -> tuple[str, ...]:
    return (checklist.type, checklist.pack) if checklist.pack else (checklist.type,)


def _named(checklist: Checklist, names: Collection[str]) -> bool:
    return any(name in names for name in _names(checklist))


def _no_such(name: str, known: Collection[str]) -> str:
    hint = desk.did_you_mean(name, sorted(known)) or ": factcheck checklists list shows them"
    return f"'{name}' is neither a type nor a pack of checklists{hint}"
