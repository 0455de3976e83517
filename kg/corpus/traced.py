"""Text that remembers where each of its characters stood in the raw page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Traced:
    """`text[i]` came from the raw position `origin[i]`."""

    text: str
    origin: Sequence[int]

    @classmethod
    def raw(cls, text: str) -> Traced:
        return cls(text, range(len(text)))

    def rewritten(self, text: str) -> Traced:
        """The same characters in another form: one for one."""
        if len(text) != len(self.text):
            raise ValueError(f"a rewriting must keep the length {len(self.text)}, not make it {len(text)}")
        return Traced(text, self.origin)

    def without(self, spans: Iterable[tuple[int, int]]) -> Traced:
        """A copy that lacks the given ranges, which come in order and do not overlap."""
        texts: list[str] = []
        origin: list[int] = []
        kept = 0
        for start, end in spans:
            texts.append(self.text[kept:start])
            origin.extend(self.origin[kept:start])
            kept = end
        if not kept:
            return self
        texts.append(self.text[kept:])
        origin.extend(self.origin[kept:])
        return Traced("".join(texts), origin)
