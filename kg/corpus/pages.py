"""Files → `Page`: which files are pages, what is in them, and what their folder's pages.toml knows of them."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.corpus.infer import inferred, is_partial_date
from kg.errors import InputError, ResourceError
from kg.model import Page

SUFFIXES = (".txt", ".md")
LARGEST = 20_000_000
"""Bytes; a page has some ten thousand, so a larger file is something else."""
METADATA = "pages.toml"
FIELDS = frozenset({"newspaper", "place", "published"})


def find_pages(inputs: Iterable[Path | str]) -> list[Path]:
    """The page files among files and folders (*.txt and *.md directly inside), sorted by identifier.

    `InputError` where a path does not exist, a folder has no page, or two different files have one name,
    since the name is the page's identifier in the graph.
    """
    pages: dict[str, Path] = {}
    for given in inputs:
        for path in _pages_at(Path(given)):
            known = pages.setdefault(path.name, path)
            if known.resolve() != path.resolve():
                raise InputError(
                    f"{known} and {path} have the same name, which must tell pages apart: rename one"
                )
    if not pages:
        raise InputError("no page was given: name files (*.txt, *.md) or folders that hold some")
    return [pages[name] for name in sorted(pages)]


def _pages_at(path: Path) -> Iterator[Path]:
    try:
        if path.is_dir():
            found = sorted(p for p in path.iterdir() if p.suffix.lower() in SUFFIXES and p.is_file())
            if not found:
                raise InputError(f"{path}: no page in this folder, only *.txt and *.md files are read")
            yield from found
        elif path.exists():
            yield path
        else:
            raise InputError(f"{path}: no such file or folder")
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error


def read_page(path: Path | str) -> Page:
    """One file as a page, dated and placed by pages.toml or else from its own text.

    `InputError` where the file cannot be read, is empty, is too large or is not UTF-8 text;
    `ResourceError` where pages.toml is not what its opening comment says.
    """
    path = Path(path)
    data = _bytes(path)
    raw = _text(path, data)
    known = _known(path)
    return inferred(
        Page(
            identifier=path.name,
            raw=raw,
            sha256=hashlib.sha256(data).hexdigest(),
            newspaper=known.get("newspaper", ""),
            place=known.get("place", ""),
            published=known.get("published", ""),
        )
    )


def read_text(path: Path | str) -> str:
    """One file's text and nothing inferred from it; `InputError` as with `read_page`."""
    path = Path(path)
    return _text(path, _bytes(path))


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise InputError(f"{path}: no such file")
        if (size := path.stat().st_size) > LARGEST:
            raise InputError(f"{path}: {size:,} bytes are too many for a page, at most {LARGEST:,} are read")
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error


def _text(path: Path, data: bytes) -> str:
    """The file's text as open(newline="") gives it, so that offsets are those any reader would count."""
    if b"\0" in data:
        raise InputError(
            f"{path}: byte {data.index(0)} is NUL, so this is no text file: convert it to UTF-8 text"
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 at byte {error.start}: convert it to UTF-8") from error
    if not text.strip("\ufeff \t\r\n\u3000"):
        raise InputError(f"{path}: the file is empty")
    return text


def _known(path: Path) -> Mapping[str, str]:
    """What the pages.toml beside a page says of it."""
    listing = path.parent / METADATA
    if not listing.is_file():
        return {}
    try:
        tables = tomllib.loads(listing.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise ResourceError(f"{listing}: not readable as TOML: {error}") from error
    for name, table in tables.items():
        _check(listing, name, table)
    known: Mapping[str, str] = tables.get(path.name, {})
    return known


def _check(listing: Path, name: str, table: object) -> None:
    where = f'{listing}: ["{name}"]'
    if not isinstance(table, dict):
        raise ResourceError(f"{where} must be a table of a page; put the file's name in brackets and quotes")
    for field, value in table.items():
        if field not in FIELDS:
            raise ResourceError(f"{where} has {field!r}, but a page has only {', '.join(sorted(FIELDS))}")
        if not isinstance(value, str):
            raise ResourceError(f"{where}: {field} must be text in quotation marks, not {value!r}")
        if field == "published" and not is_partial_date(value):
            raise ResourceError(
                f"{where}: published is {value!r}, not a date like 2023-06-21, 2023-06 or 2023"
            )
