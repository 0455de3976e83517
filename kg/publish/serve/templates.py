"""The templates of the pages; every value in them is escaped, and shows no mark that is not to be seen."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path

import jinja2

_FOLDER = Path(str(files("kg.publish"))) / "templates" / "serve"
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Marks that control a browser or turn the text about them; line breaks and tabs are none."""


def render(name: str, **given: object) -> bytes:
    """A template with these values, as UTF-8."""
    return _environment().get_template(name).render(given).encode("utf-8", "replace")


def static(name: str) -> bytes:
    """A style or script as it is."""
    return (_FOLDER / name).read_bytes()


@cache
def _environment() -> jinja2.Environment:
    loader = jinja2.FileSystemLoader(_FOLDER)
    return jinja2.Environment(loader=loader, autoescape=True, finalize=_visible, trim_blocks=True)


def _visible(value: object) -> object:
    """A value of a template without such marks; markup of ours stays."""
    return _UNSEEN.sub("\ufffd", value) if type(value) is str else value
