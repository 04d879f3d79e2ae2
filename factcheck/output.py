"""Writing what a run makes: whole or not at all, and never over what somebody filled in."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from factcheck.errors import FactcheckError

RECORD = ".factcheck.json"
"""Beside the files: what was written, by SHA-256, to know a file that was changed since."""


def write_all(folder: Path, contents: Mapping[str, bytes], *, keep: str) -> list[Path]:
    """Write every file of ``contents`` (name to bytes) into ``folder``, all or none.

    A file whose name ends in ``keep`` and that is not as we wrote it (filled in, signed) is not
    replaced. Gives the paths written. Raises ``FactcheckError``.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        record = _record(folder)
        _refuse_changed(folder, contents, record, keep)
        record |= {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
        everything = {**contents, RECORD: json.dumps(record, indent=1, sort_keys=True).encode()}
        return [path for path in _replace(folder, everything) if path.name != RECORD]
    except OSError as error:
        raise FactcheckError.of(
            folder, f"cannot write here: {error.strerror or error}; choose another --out"
        ) from error


def _record(folder: Path) -> dict[str, str]:
    try:
        found = json.loads((folder / RECORD).read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return {str(name): str(digest) for name, digest in found.items()} if isinstance(found, dict) else {}


def _refuse_changed(folder: Path, contents: Mapping[str, bytes], record: Mapping[str, str], keep: str) -> None:
    for name in contents:
        path = folder / name
        if not name.endswith(keep) or not path.exists():
            continue
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if digest not in (record.get(name), hashlib.sha256(contents[name]).hexdigest()):
            raise FactcheckError.of(
                path,
                "was changed since it was made (filled in?) and is not overwritten: move it, or choose another --out",
            )


def _replace(folder: Path, contents: Mapping[str, bytes]) -> list[Path]:
    """Write all to temporary files first, then rename: a full disk leaves the old files as they were."""
    written: list[tuple[str, Path]] = []
    try:
        for name, content in contents.items():
            handle, temporary = tempfile.mkstemp(dir=folder, prefix=".", suffix=".part")
            written.append((temporary, folder / name))
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(temporary).chmod(0o644)
        for temporary, path in written:
            Path(temporary).replace(path)
    finally:
        for temporary, _ in written:
            Path(temporary).unlink(missing_ok=True)
    return [path for _, path in written]
