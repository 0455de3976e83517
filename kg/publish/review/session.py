"""One sitting: question by question, forth and back, each answer kept when it is given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from rich.console import Console
from rich.text import Text

from kg.errors import DecisionError
from kg.graph.harmless import in_line
from kg.publish.review.notebook import Answer, Notebook
from kg.publish.review.questions import Answers, Question
from kg.publish.review.screen import show

KEYS = {
    "same": ("s", "same", "同"),
    "different": ("d", "different", "异"),
    "skip": ("k", "skip", "跳"),
    "back": ("b", "back", "回"),
    "quit": ("q", "quit", "退"),
}
PROMPT = "s same 同 · d different 异 · k skip 跳 · b back 回 · q quit 退  > "


class Session:
    """Walks through the questions that no decision answers; input and output are given, so that a test can play a person."""

    def __init__(
        self, questions: Sequence[Question], notebook: Notebook, source: TextIO, console: Console
    ) -> None:
        self.notebook = notebook
        self._questions = questions
        self._source = source
        self._console = console
        self._answers: dict[int, Answer] = {}
        self._open = self._still_open()
        self.asked = len(self._open)

    @property
    def answered(self) -> int:
        """How many answers this sitting has given."""
        return len(self._answers)

    @property
    def left(self) -> int:
        """How many questions are still open, skipped ones too."""
        return len(self._still_open())

    def run(self) -> None:
        """Ask until all is asked, or until the person or the input ends."""
        seen: list[int] = []
        waiting = list(self._open)
        while waiting:
            number = waiting[0]
            show(self._questions[number], self._open.index(number) + 1, len(self._open), self._console)
            match self._key():
                case "quit":
                    return
                case "back" if seen:
                    last = seen.pop()
                    self._keep({n: answer for n, answer in self._answers.items() if n != last})
                    waiting = [n for n in self._open if n >= last and n not in self._answers]
                    continue
                case "back":
                    self._say("this is the first one")
                    continue
                case "same" | "different" as verdict:
                    question = self._questions[number]
                    answer = Answer(question, verdict, self._reason(question, verdict))
                    if not self._keep({**self._answers, number: answer}):
                        continue
            seen.append(number)
            still = {*self._still_open()}
            waiting = [n for n in waiting[1:] if n in still]

    def _still_open(self) -> list[int]:
        answered = Answers(self._questions, self.notebook.decisions())
        return [number for number, question in enumerate(self._questions) if question not in answered]

    def _keep(self, answers: dict[int, Answer]) -> bool:
        """Write the answers; False where they contradict what is decided already."""
        try:
            self.notebook.write([answers[number] for number in sorted(answers)])
        except DecisionError as error:
            self._say(str(error))
            return False
        self._answers = answers
        return True

    def _key(self) -> str:
        """What the person wants; the end of the input is the end of the sitting."""
        while True:
            line = self._line(PROMPT)
            if line is None:
                return "quit"
            for wish, keys in KEYS.items():
                if line.lower() in keys:
                    return wish
            self._say("please type one of the letters s, d, k, b, q and Enter")

    def _reason(self, question: Question, verdict: str) -> str:
        speaks = question.reasons if verdict == "same" else ()
        usual = " ".join(["reviewed:", *(speaks or (f"{verdict}, by what the pages say",))])
        return self._line(f"why? (Enter: “{in_line(usual)}”)  > ") or usual

    def _line(self, prompt: str) -> str | None:
        self._console.print(Text(prompt), end="")
        line = self._source.readline()
        if not self._source.isatty():
            self._console.print()
        return line.strip() if line else None

    def _say(self, message: str) -> None:
        self._console.print(Text(in_line(message)))
