"""The IRIs of a graph's nodes: readable ones for entities, digests of the content for statements.

An IRI holds what Turtle's prefixed names and every parser accept; any other character is percent-encoded,
so an entity's id can be read back from its IRI and no name breaks out of the file.
"""

from __future__ import annotations

import hashlib
import re
from urllib.parse import unquote

from kg.errors import InputError
from kg.graph.terms import Iri

DEFAULT_BASE = "https://w3id.org/fangzhi/id/"

_PLAIN = re.compile(
    "[-._A-Za-z0-9\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufeef\uff01-\uffef\U00010000-\U0001fffd\U00020000-\U0002fffd\U00030000-\U0003fffd]+"
)
_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\\x7f]*[/#:]")
_DIGITS = 16


def check_base(base: str) -> str:
    """The base unchanged, or `InputError` where it cannot stand before a resource's name."""
    if not _BASE.fullmatch(base):
        raise InputError(
            f"base IRI {base!r} is no absolute IRI that ends in / or #: give one like {DEFAULT_BASE}"
        )
    return base


def encode(name: str) -> str:
    """A name as the local part of an IRI: 张三 stays, "A & B." becomes A%20%26%20B%2E."""
    if _PLAIN.fullmatch(name) and not name.endswith("."):
        return name
    local = "".join(c if _PLAIN.fullmatch(c) else _percent(c) for c in name)
    return local[:-1] + _percent(".") if local.endswith(".") else local


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode())


def decode(local: str) -> str:
    """The inverse of `encode`."""
    return unquote(local) if "%" in local else local


class Nodes:
    """Makes the IRIs of one graph under its base."""

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        self.base = check_base(base)

    def entity(self, identifier: str) -> Iri:
        """The IRI of an entity or event by its id."""
        return Iri(self.base + encode(identifier))

    def named(self, kind: str, name: str) -> Iri:
        """A readable IRI from a name: document-001.txt."""
        return Iri(f"{self.base}{kind}-{encode(name)}")

    def paired(self, kind: str, first: str, second: str) -> Iri:
        """A readable IRI from two names: post-agency-…_书记; "_" stands only between them."""
        both = "_".join(encode(name).replace("_", _percent("_")) for name in (first, second))
        return Iri(f"{self.base}{kind}-{both}")

    def digest(self, kind: str, *fields: str) -> Iri:
        """An IRI from the content of a statement; equal content has equal IRIs."""
        content = "\x1f".join(fields).encode("utf-8", "surrogatepass")
        return Iri(f"{self.base}{kind}-{hashlib.sha256(content).hexdigest()[:_DIGITS]}")

    def identifier(self, iri: str) -> str:
        """The id in an entity's IRI; `InputError` for an IRI of another base."""
        if not iri.startswith(self.base):
            raise InputError(
                f"{iri} does not lie under the graph's base {self.base}: is void:uriSpace right?"
            )
        return decode(iri[len(self.base) :])
