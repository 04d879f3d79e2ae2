from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.output import write_all


def test_writes_every_file_and_nothing_else_that_shows(tmp_path: Path) -> None:
    out = tmp_path / "new" / "pack"
    paths = write_all(out, {"a.pdf": b"one", "b.json": b"two"}, keep=".pdf")
    assert [path.name for path in paths] == ["a.pdf", "b.json"]
    assert sorted(path.name for path in out.iterdir() if not path.name.startswith(".")) == ["a.pdf", "b.json"]
    assert (out / "a.pdf").read_bytes() == b"one"


def test_replaces_what_it_wrote_itself(tmp_path: Path) -> None:
    write_all(tmp_path, {"a.pdf": b"one"}, keep=".pdf")
    write_all(tmp_path, {"a.pdf": b"two"}, keep=".pdf")
    assert (tmp_path / "a.pdf").read_bytes() == b"two"


@pytest.mark.parametrize("first", [b"written by us, then filled in", None])
def test_never_replaces_a_sheet_somebody_changed(tmp_path: Path, first: bytes | None) -> None:
    if first:
        write_all(tmp_path, {"a.pdf": first}, keep=".pdf")
    (tmp_path / "a.pdf").write_bytes(b"filled in")
    with pytest.raises(FactcheckError, match="is not overwritten"):
        write_all(tmp_path, {"a.pdf": b"new", "b.json": b"new"}, keep=".pdf")
    assert (tmp_path / "a.pdf").read_bytes() == b"filled in"
    assert not (tmp_path / "b.json").exists()


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(FactcheckError) as caught:
        write_all(tmp_path / "file", {"a.pdf": b""}, keep=".pdf")
    assert len(caught.value.problems) == 1
    assert "choose another --out" in str(caught.value)


def test_a_name_that_cannot_be_written_leaves_everything_as_it_was(tmp_path: Path) -> None:
    write_all(tmp_path, {"a.pdf": b"old"}, keep=".pdf")
    (tmp_path / "b.json").mkdir()
    (tmp_path / "b.json" / "in the way").touch()
    with pytest.raises(FactcheckError):
        write_all(tmp_path, {"b.json": b"new", "a.pdf": b"new"}, keep=".pdf")
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert not list(tmp_path.glob("*.part"))
    assert not list(tmp_path.glob(".*.part"))
