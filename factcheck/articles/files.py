"""From a path to text: which files are articles, their encoding, and characters that no article needs.

Nothing is guessed: UTF-8, or UTF-16 and UTF-32 that say so with a byte order mark. Anything else is a fault
that says where, and how to mend it.
"""

from __future__ import annotations

import codecs
import re
import shlex
import unicodedata
from functools import cache
from pathlib import Path

from factcheck.errors import FactcheckError

SUFFIXES = (".txt", ".md")
MAX_CHARACTERS = 12_000_000  # ten megabytes and some: a shelf of books, read in minutes

_MARKED = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OFFICE = {b"%PDF": "a PDF file", b"PK\x03\x04": "a word-processor or zip file", b"\xd0\xcf\x11\xe0": "a Word file"}


def expand(path: Path) -> list[Path]:
    """``path`` itself, or the articles of the folder ``path`` in name order (hidden files left out)."""
    try:
        if not path.is_dir():
            return [path]
        inside = [entry for entry in sorted(path.iterdir()) if entry.is_file() and not entry.name.startswith(".")]
    except OSError as error:
        raise FactcheckError.of(path, f"cannot be read: {error.strerror}") from error
    articles = [entry for entry in inside if entry.suffix.lower() in SUFFIXES]
    if not articles:
        raise FactcheckError.of(path, "holds no articles: a folder stands for its .txt and .md files")
    return articles


def read(path: Path) -> tuple[bytes, str]:
    r"""The bytes of a file, and its text with plain spaces and ``\n`` line ends. Raises ``FactcheckError``."""
    if path.exists() and path.suffix.lower() not in SUFFIXES:
        raise FactcheckError.of(path, "is no article: give a .txt or .md file (save the text of a page as .txt)")
    try:
        with path.open("rb") as file:
            data = file.read(4 * MAX_CHARACTERS + 4)
    except FileNotFoundError as error:
        raise FactcheckError.of(path, "is not there") from error
    except OSError as error:
        raise FactcheckError.of(path, f"cannot be read: {error.strerror}") from error
    if not data.strip():
        raise FactcheckError.of(path, "is empty")
    text = decode(data, path) if len(data) <= 4 * MAX_CHARACTERS else ""
    if not text or len(text) > MAX_CHARACTERS:
        raise FactcheckError.of(path, f"is too long for an article: more than {MAX_CHARACTERS:,} characters")
    return data, clean(text)


def decode(data: bytes, path: Path) -> str:
    """The text that ``data`` is in the encoding it declares; UTF-8 if it declares none."""
    mark, encoding = next((pair for pair in _MARKED if data.startswith(pair[0])), (b"", "utf-8"))
    if kind := next((kind for magic, kind in _OFFICE.items() if data.startswith(magic)), None):
        raise FactcheckError.of(path, f"is {kind}, not text: save it as plain text (UTF-8) first")
    body = data[len(mark) :]
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        line, column = _position(body[: error.start].decode(encoding, "replace"))
        raise FactcheckError.of(path, _not_decoded(body, error, path), line=line, column=column) from error
    if "\0" in text:
        line, column = _position(text[: text.index("\0")])
        raise FactcheckError.of(path, _with_nul(data, path), line=line, column=column)
    return text


def _position(before: str) -> tuple[int, int]:
    """Line and column, from 1, of the character that follows ``before``."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _not_decoded(body: bytes, error: UnicodeDecodeError, path: Path) -> str:
    if error.encoding != "utf-8":
        return f"is not {error.encoding.upper()} although its first bytes say so"
    if b"\0" in body:
        return "is a binary file, not text"
    byte = body[error.start]
    try:
        body.decode("cp1252")
        likely = f"Windows-1252, where it is {bytes([byte]).decode('cp1252')}"
        code = "CP1252"
    except UnicodeDecodeError:
        likely, code = "an older encoding such as Latin-1", "LATIN1"
    return f"is not UTF-8: byte 0x{byte:02X}; likely {likely}: {_iconv(code, path)}"


def _iconv(code: str, path: Path) -> str:
    """The command that mends a file in another encoding."""
    return f"iconv -f {code} -t UTF-8 {shlex.quote(str(path))} > new.txt"


def _with_nul(data: bytes, path: Path) -> str:
    for code, nuls, letters in (("UTF-16LE", data[1::2], data[::2]), ("UTF-16BE", data[::2], data[1::2])):
        if nuls.count(0) > 0.4 * len(nuls) and letters.count(0) < 0.1 * len(letters):
            return f"looks like UTF-16 without a byte order mark: {_iconv(code, path)}"
    return "is a binary file, not text"


def clean(text: str) -> str:
    """``text`` in Unicode's composed form (NFC), with one kind of space and line end and only what shows.

    Left out: soft hyphens, zero-width spaces, byte order marks and the controls of the bidirectional algorithm
    (Unicode Standard Annex 9), which let a printed line read otherwise than it is stored. Other control
    characters become spaces, code points that are no characters become U+FFFD.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    return text if text.isascii() and text.isprintable() else _UNWANTED.sub(_replacement, text)


_UNWANTED = re.compile(r"[^\S\n ]|[^\w\s!-~‘’“”–—…]")


def _replacement(match: re.Match[str]) -> str:
    return _plain(match.group())


@cache
def _plain(character: str) -> str:
    category = unicodedata.category(character)
    if character in "\r\f\v\x85" or category in {"Zl", "Zp"}:
        return "\n"
    if category in {"Zs", "Cc"}:
        return " "
    if character in "\u200c\u200d":  # joiners belong to the spelling of some scripts and to emoji
        return character
    if category == "Cf":
        return ""
    return "\ufffd" if category in {"Cs", "Cn"} and ord(character) & 0xFFFE == 0xFFFE else character
