"""``extends``: one checklist's data built on another's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.desk.schema import did_you_mean
from factcheck.errors import Problem

_LISTS = ("phrases", "except", "questions", "references", "blanks", "examples")


def extended(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """``base`` with what ``own`` removes taken away and what it adds put in front; single values are replaced.

    An entry to remove that ``base`` does not have is said by :func:`not_there`.
    """
    remove: Mapping[str, Any] = own.get("remove", {})
    merged = {**base, **{key: value for key, value in own.items() if key not in ("remove", "extends")}}
    for key in _LISTS:
        kept = [entry for entry in base.get(key, []) if _label(entry) not in remove.get(key, [])]
        added = own.get(key, [])
        if kept or added:
            merged[key] = [*added, *(entry for entry in kept if _label(entry) not in map(_label, added))]
    groups = {
        name: [word for word in words if word not in remove.get("words", {}).get(name, [])]
        for name, words in base.get("words", {}).items()
    }
    for name, words in own.get("words", {}).items():
        groups[name] = list(dict.fromkeys([*groups.get(name, []), *words]))
    merged["words"] = groups
    merged["fields"] = {**base.get("fields", {}), **own.get("fields", {})}
    return merged


def not_there(base: Mapping[str, Any], own: Mapping[Any, Any]) -> Iterator[Problem]:
    """What ``own`` removes although ``base`` does not have it."""
    for key, entries in own.get("remove", {}).items():
        lists = entries.items() if key == "words" else [(None, entries)]
        for group, texts in lists:
            held = base.get(key, {}).get(group, []) if group else base.get(key, [])
            known = [_label(entry) for entry in held]
            for text in texts:
                if text not in known:
                    hint = did_you_mean(text, known)
                    yield text.problem(f"'{text}' is not there to be removed{hint}")


def _label(entry: Any) -> str:
    """What an entry of a list is called in ``remove``."""
    return entry if isinstance(entry, str) else str(entry.get("name", entry.get("text")))
