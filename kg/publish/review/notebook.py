"""The decisions file that a review writes: what stood there stays, byte for byte, and answers are added at the end."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from kg.errors import OutputError
from kg.graph.decide import Decision, Reference
from kg.graph.decide.contradictions import check_together
from kg.graph.decide.reading import parse_decisions, read_decisions
from kg.graph.harmless import in_line
from kg.publish.files import write_whole
from kg.publish.review.questions import Question

OPENING = """\
# 人工判断，每次 kg build 时生效；写法见 docs/decisions.md。可以修改，也可以删去。
# Decisions of persons, applied by every kg build; docs/decisions.md explains them. Change or delete what you like.
"""
OWN_NAME = "review.toml"
"""The file of a review in a folder of decisions."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A question with what a person says to it: verdict is "same" or "different"."""

    question: Question
    verdict: str
    reason: str


class Notebook:
    """A decisions file open for review. Each change is written at once, whole or not at all."""

    def __init__(self, path: Path) -> None:
        self.file = path / OWN_NAME if path.is_dir() else path
        self._others = self._read_others(path)
        self._before = self._text()
        self._now = self._before
        self._check(self._before)

    def decisions(self) -> tuple[Decision, ...]:
        """All that is decided, in this file and beside it."""
        return (*self._others, *parse_decisions(self._now, str(self.file)))

    def write(self, answers: list[Answer]) -> None:
        """Put these answers, and no others, behind what stood in the file when the review began.

        `DecisionError` where they contradict what is decided already; `OutputError` where the file cannot be
        written or has been changed meanwhile.
        """
        opening = self._before or OPENING
        if not opening.endswith("\n"):
            opening += "\n"
        text = opening + "".join(map(_entry, answers)) if answers else self._before
        self._check(text)
        if self._text() != self._now:
            raise OutputError(
                f"{self.file} has been changed meanwhile and stays as it is: start kg review again"
            )
        write_whole(self.file.resolve(), text)
        self._now = text

    def _check(self, text: str) -> None:
        check_together((*self._others, *parse_decisions(text, str(self.file))))

    def _text(self) -> str:
        return self.file.read_bytes().decode("utf-8") if self.file.exists() else ""

    def _read_others(self, path: Path) -> tuple[Decision, ...]:
        if self.file.exists():
            read_decisions(self.file)  # says in one line what is wrong with it
        others = sorted({*path.glob("*.toml")} - {self.file}) if path.is_dir() else []
        return tuple(decision for other in others for decision in read_decisions(other))


def _entry(answer: Answer) -> str:
    sides = (answer.question.left, answer.question.right)
    return (
        f"\n# {' · '.join(in_line(side.label) for side in sides)}\n"
        f"[[{answer.verdict}]]\n"
        f"entities = [{', '.join(_named(side.named) for side in sides)}]\n"
        f"reason = {quoted(answer.reason)}\n"
    )


def _named(reference: Reference) -> str:
    if reference.id:
        return quoted(reference.id)
    return f"{{ name = {quoted(reference.name)}, page = {quoted(reference.pages[0])} }}"


def quoted(text: str) -> str:
    """Text as a TOML string: JSON's escapes are TOML's; what is not printable is escaped besides."""
    plain = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in plain)
