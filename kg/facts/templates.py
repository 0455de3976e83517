"""Patterns over names: 由<S:E>投资[^，]*兴建 reads “由某某有限公司投资8.5亿元兴建”, whatever the firm is called.

In a pattern `<role:KINDS>` is one name of these kinds and `<role:KINDS+>` a list of them with the noun that
closes it (甲、乙等12个项目), with `*` for `+` also one whose items have owners (甲的乙、丙的丁); `role` is S for the subject or O for the object. `<^KINDS>` is any character of the
clause chain but a name of these kinds, `<=KINDS>` any name of them. The kinds are the letters of KINDS.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.facts.context import Context
from kg.model import Kind, Link, Span
from kg.resources import sections

KINDS = {
    "P": Kind.PERSON,
    "A": Kind.AGENCY,
    "E": Kind.ENTERPRISE,
    "I": Kind.INSTITUTION,
    "J": Kind.PROJECT,
    "K": Kind.PARK,
    "L": Kind.PLACE,
}
BLOCK = 512
"""Names of one kind in a sentence that get a character of their own; a sentence with more keeps them as words."""
PRIVATE = 0xE000
_FIRST = {kind: PRIVATE + i * BLOCK for i, kind in enumerate(KINDS.values())}
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_NONE_OF = re.compile(r"<\^(?P<kinds>[A-Z]+)>")
_ANY_OF = re.compile(r"<=(?P<kinds>[A-Z]+)>")
_ROLE = re.compile(r"<(?P<role>\w+):(?P<kinds>[A-Z]+)(?P<list>[+*]?)>")
_BEHIND = r"(?:项目|工程|公司)?[”’》]?(?:（[^（）]{0,24}）)?"
_UNKNOWN = r"(?:、[^、，。；：的和及与\ue000-\uf8ff]{2,16})"
_JOINT = rf"{_BEHIND}{_UNKNOWN}{{0,2}}(?:、|和|及|与|以及)[“‘]?(?:[^、，。；\ue000-\uf8ff]{{0,12}}(?:元|亩|平方米)的)?"
_OWNED = r"、[^、，。；]{1,12}的"
_TAIL = rf"(?:{_UNKNOWN}{{0,3}}等(?:[^，。；：、]{{0,16}}?(?:项目|工程|企业|公司|央企|德企|外企|民企|载体|机构|院校|高校|[\d十]+[家个所]))?)?"


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of the page with its names as single characters; `at[i]` is the clean position of character i."""

    text: str
    at: tuple[int, ...]
    links: dict[str, Link]

    @classmethod
    def of(cls, context: Context, span: Span) -> Text:
        """The simplified characters of a clean span, its names replaced."""
        plain, position = context.reading.plain, span.start
        characters: list[str] = []
        at: list[int] = []
        links: dict[str, Link] = {}
        counts = dict.fromkeys(_FIRST, 0)
        for link in context.links(span):
            if counts.get(link.kind, BLOCK) >= BLOCK:
                continue
            characters.extend(_PRIVATE_USE.sub("□", plain[position : link.span.start]))
            at.extend(range(position, link.span.start))
            sign = chr(_FIRST[link.kind] + counts[link.kind])
            counts[link.kind] += 1
            links[sign] = link
            characters.append(sign)
            at.append(link.span.start)
            position = link.span.end
        characters.extend(_PRIVATE_USE.sub("□", plain[position : span.end]))
        at.extend(range(position, span.end))
        return cls("".join(characters), (*at, span.end), links)

    def span(self, start: int, end: int) -> Span:
        """The clean span of characters of `text`, names whole."""
        last = self.links.get(self.text[end - 1 : end])
        return Span(self.at[start], last.span.end if last else self.at[end])

    def named(self, words: str | None, letters: str = "".join(KINDS)) -> tuple[Link, ...]:
        """The links of these kinds whose characters stand in some words of `text`."""
        kinds = {KINDS[letter] for letter in letters}
        return tuple(self.links[c] for c in words or "" if c in self.links and self.links[c].kind in kinds)


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found: the names in each role (empty where the pattern leaves it to what is spoken of)."""

    subjects: tuple[Link, ...]
    objects: tuple[Link, ...]
    span: Span
    pattern: str


def matches(text: Text, resource: str, section: str) -> Iterator[Match]:
    """Every match of the patterns of a section, pattern by pattern."""
    for source, pattern in _compiled(resource, section):
        kinds = {role["role"]: role["kinds"] for role in _ROLE.finditer(source)}
        for match in pattern.finditer(text.text):
            subjects, objects = (
                text.named(match[role], kinds[role]) if role in kinds else () for role in ("S", "O")
            )
            yield Match(subjects, objects, text.span(*match.span()), source)


@cache
def _compiled(resource: str, section: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((source, re.compile(_expanded(source))) for source in sections(resource)[section])


def _expanded(source: str) -> str:
    source = _NONE_OF.sub(lambda m: f"[^。；{_ranges(m['kinds'])}]", source)
    return _ROLE.sub(_class, _ANY_OF.sub(lambda m: f"[{_ranges(m['kinds'])}]", source))


def _class(role: re.Match[str]) -> str:
    name = f"[{_ranges(role['kinds'])}]"
    joint = f"(?:{_JOINT}|{_OWNED})" if role["list"] == "*" else _JOINT
    listed = f"{name}(?:{joint}{name})*{_BEHIND}{_TAIL}" if role["list"] else name
    return f"(?P<{role['role']}>{listed})"


def _ranges(letters: str) -> str:
    firsts = [_FIRST[KINDS[letter]] for letter in letters]
    return "".join(f"{chr(first)}-{chr(first + BLOCK - 1)}" for first in firsts)
