"""Where the ontology's files are: inside an installed package, or beside it in a checkout."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from kg.errors import ResourceError

SHAPES = "shapes.ttl"


def folder() -> Path:
    """The folder of the ontology's Turtle files; `ResourceError` where the installation lacks it."""
    package = Path(str(files("kg")))
    for place in (package / "ontology", package.parent / "ontology"):
        if (place / SHAPES).is_file():
            return place
    raise ResourceError(f"no ontology in {package} or beside it: install the program again")


def terms() -> tuple[Path, ...]:
    """The files that define the terms, sorted."""
    return tuple(path for path in sorted(folder().glob("*.ttl")) if path.name != SHAPES)


def shapes() -> Path:
    """The SHACL shapes."""
    return folder() / SHAPES
