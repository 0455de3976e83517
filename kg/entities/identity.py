"""Canonical names and ids: an id depends on the entity alone, never on which pages have named it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import cache

from kg.model import Kind
from kg.resources import sections

LONGEST_ID = 60
HASH = re.compile(r"-[0-9a-f]{8}$")
UNSAFE = re.compile(r"[^0-9A-Za-z\u3400-\u9fff\uf900-\ufaff]+")
LEGAL = re.compile(r"(?:集团)?(?:股份)?(?:有限责任公司|有限公司|股份公司|集团公司|公司|集团)$")
BRACKETS = re.compile(r"（[^）]*）")
LINE = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:轨道交通|地铁|城轨)(?=[A-Z]\d{1,2}线)")
"""甲乙轨道交通S8线 is 甲乙S8线."""
PROJECT_TAIL = re.compile(r"(?:项目建设|工程建设|建设项目|建设工程|项目|工程)$")


def identifier(kind: Kind, name: str, apart: str = "") -> str:
    """The local part of the IRI: kind and canonical name; `apart` tells namesakes apart."""
    local = local_part(kind.value.lower(), name)
    return f"{local}-{short_hash(apart)}" if apart else local


def local_part(kind: str, name: str) -> str:
    """The local part of an IRI for a name of a kind ("event").

    What an IRI may not hold is left out, and then a hash of the whole name keeps two names two ids.
    """
    folded = unicodedata.normalize("NFKC", name)
    safe = UNSAFE.sub("", folded)
    local = f"{kind}-{safe[:LONGEST_ID]}"
    if safe != re.sub(r"[\s“”\"（）()·、]", "", folded) or len(safe) > LONGEST_ID or not safe:
        local += f"-{short_hash(folded)}"
    return local


def plain_id(one: str) -> str:
    """An id without the hash that tells it from a namesake's."""
    return HASH.sub("", one)


def short_hash(text: str) -> str:
    """Eight characters that tell two names or two places apart in an id."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]


def organ(rest: str) -> str:
    """An organ's name behind its place, with its short form written out: 发改委 → 发展和改革委员会."""
    for short, full in _organ_forms():
        if rest.startswith(full):
            return rest
        if rest == short:
            return full
        if rest.startswith(short) and len(rest) > len(short) and len(short) > 2:
            return full + rest[len(short) :]
    return rest


@cache
def _organ_forms() -> tuple[tuple[str, str], ...]:
    """Short and full forms, the longest short form first."""
    pairs = [(short, full) for full, shorts in sections("agency_aliases").items() for short in shorts]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


def firm_core(name: str) -> str:
    """A firm's name without brackets and legal ending: 某市甲乙生物科技有限公司 → 某市甲乙生物科技."""
    return LEGAL.sub("", BRACKETS.sub("", name)) or name


def project_core(name: str) -> str:
    """A project's name without 项目, 工程, 建设 at its end."""
    return LINE.sub("", PROJECT_TAIL.sub("", name)) or name
