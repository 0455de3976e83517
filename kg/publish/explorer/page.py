"""One file that holds everything: template, style, scripts, vis-network and the data, under a strict CSP.

Nothing is fetched, nothing of the data becomes markup or code: it travels as JSON in an inert script element,
and the page may run only the two scripts and use only the style whose hashes stand in its policy.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from html import escape
from importlib import resources
from pathlib import Path
from typing import Any

from kg.errors import OutputError
from kg.model import STAGES, Knowledge
from kg.publish.explorer import drawing
from kg.publish.explorer.scene import scene

BASE = "https://w3id.org/fangzhi/id/"

TEMPLATES = resources.files("kg.publish") / "templates" / "explorer"

SCRIPTS = (
    *("dom", "words", "graph", "dates", "shapes", "state", "quotes", "lines"),
    *("arrange", "inview", "labels", "paint", "wires", "tip", "picture", "actions"),
    *("search", "suggest", "sections", "panel", "legend", "clock"),
    *("formats", "export", "columns", "table", "spells", "posts", "board", "keys", "main"),
)
"""The modules of the page in the order in which they may use one another, joined into one script."""

STYLES = ("colours", "frame", "parts", "stage", "dialogs", "panel", "views", "small", "print")

ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def write_explorer(
    knowledge: Knowledge, path: Path | str, pages: Mapping[str, str] | None = None, base: str = BASE
) -> None:
    """Write the explorer to `path` as UTF-8; see `explorer_html`. `OutputError` where it cannot be written."""
    html = explorer_html(knowledge, pages, base)
    try:
        # A page is hostile text: a lone surrogate in it is legal JSON only when escaped.
        Path(path).write_bytes(html.encode("utf-8", errors="backslashreplace"))
    except OSError as error:
        raise OutputError(
            f"{path}: cannot write the explorer ({error.strerror}); choose another --out"
        ) from error


def explorer_html(knowledge: Knowledge, pages: Mapping[str, str] | None = None, base: str = BASE) -> str:
    """The explorer as one HTML document; equal knowledge gives equal text.

    `pages` maps a document's identifier to its raw text; with it a quote opens in its page, without it the
    quote's own words are all there is. `base` is the IRI in front of an entity's id.
    """
    data = {
        "base": base,
        "stages": STAGES,
        "words": json.loads(template("words.json")),
        "kinds": json.loads(template("kinds.json")),
        **scene(knowledge, pages or {}),
    }
    vis, script, style = drawing.vis_network(), joined(SCRIPTS, "js"), joined(STYLES, "css")
    parts = {
        "policy": policy([vis, script], style),
        "title": escape(title(knowledge)),
        "style": style,
        "data": inert(data),
        "vis": vis,
        "script": script,
    }
    return filled(template("explorer.html"), parts)


def title(knowledge: Knowledge) -> str:
    """The newspapers' names, or the product's."""
    return " · ".join(sorted({d.newspaper for d in knowledge.documents if d.newspaper})[:3]) or "fangzhi"


def joined(names: tuple[str, ...], suffix: str) -> str:
    return "\n".join(template(f"{name}.{suffix}") for name in names)


def template(name: str) -> str:
    return TEMPLATES.joinpath(name).read_text(encoding="utf-8")


def filled(text: str, parts: Mapping[str, str]) -> str:
    """Cut at the marks first, then join: what looks like a mark inside the data stays data."""
    pieces = text.split("{{")
    rest = [piece.split("}}", 1) for piece in pieces[1:]]
    return pieces[0] + "".join(parts[name] + tail for name, tail in rest)


def inert(data: Any) -> str:
    """JSON that no HTML parser can mistake for markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escaped in ESCAPES.items():
        text = text.replace(character, escaped)
    return text


def policy(scripts: list[str], style: str) -> str:
    """A Content-Security-Policy that allows exactly these scripts and this style, and no request at all."""
    allowed = " ".join(f"'{digest(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src '{digest(style)}'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def digest(source: str) -> str:
    return "sha256-" + b64encode(sha256(source.encode("utf-8")).digest()).decode("ascii")
