"""The named queries, `queries/*.rq`: one question a file, which any SPARQL tool can run as it stands.

A file opens with the question in Chinese and in English and a line for each parameter (`#   name: what it is`);
a parameter is a line `VALUES ?name { "default" }` of the query.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path

from kg.errors import QueryError

_PARAMETER = re.compile(r"^#   (\w+): (.+)$", re.MULTILINE)
_VALUES = re.compile(r'VALUES \?(\w+) \{ "((?:[^"\\]|\\.)*)" \}')
_ESCAPES = {ord(c): f"\\{e}" for c, e in (("\\", "\\"), ('"', '"'), ("\n", "n"), ("\r", "r"), ("\t", "t"))}


@dataclass(frozen=True)
class Named:
    """A query with its question; `parameters` maps a parameter's name to what it is."""

    name: str
    text: str
    zh: str = ""
    en: str = ""
    parameters: dict[str, str] = field(default_factory=dict)

    def filled(self, values: Mapping[str, str]) -> str:
        """The query with its parameters set; `QueryError` for one that it does not have."""
        known = {name for name, _ in _VALUES.findall(self.text)}
        for name in values:
            if name not in known:
                have = f"it takes {', '.join(sorted(known))}" if known else "it takes none"
                raise QueryError(f"query {self.name} has no parameter {name!r}: {have}")
        return _VALUES.sub(lambda found: _values(found, values), self.text)


def _values(found: re.Match[str], values: Mapping[str, str]) -> str:
    name = found[1]
    return f'VALUES ?{name} {{ "{values[name].translate(_ESCAPES)}" }}' if name in values else found[0]


def named_queries() -> dict[str, Named]:
    """Every query of the library by name, sorted."""
    folder = Path(str(files("kg.graph"))) / "queries"
    return {path.stem: parse(path.stem, path.read_text("utf-8")) for path in sorted(folder.glob("*.rq"))}


def parse(name: str, text: str) -> Named:
    """A query file's header and text; a file of somebody else's may have no header."""
    head = text.split("\n\n", 1)[0]
    lines = [line.removeprefix("# ") for line in head.splitlines() if line.startswith("# ")]
    zh, en = (line for line in (*lines, "", "")[:2])
    return Named(name, text, zh, en, dict(_PARAMETER.findall(head)))


def find(name_or_file: str | Path) -> Named:
    """A query of the library by name, or a .rq file; `QueryError` where there is neither."""
    name = str(name_or_file)
    path = Path(name)
    if path.suffix in (".rq", ".sparql") or path.is_file():
        try:
            return parse(path.stem, path.read_text("utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise QueryError(
                f"cannot read the query {path}: {getattr(error, 'strerror', None) or error}"
            ) from error
    library = named_queries()
    if name not in library:
        near = get_close_matches(name, library, n=1)
        hint = f"did you mean {near[0]}?" if near else "see kg query --list, or give a .rq file"
        raise QueryError(f"there is no query {name!r}: {hint}")
    return library[name]
