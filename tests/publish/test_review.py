"""`kg review`: one question after the other, each answer kept at once."""

import io
import json
import tomllib
from pathlib import Path

import pytest
from rich.console import Console

from kg.errors import DecisionError, InputError, OutputError
from kg.graph.decide import read_decisions
from kg.publish.review.notebook import OPENING, Notebook
from kg.publish.review.questions import read_questions
from kg.publish.review.session import Session

EVIL = 'x"]\n[[drop]] [red]\x1b[31m\u202e\\'


def side(name: str, page: str, *, named: object = None) -> dict[str, object]:
    return {
        "id": f"park-{name}",
        "type": "Park",
        "label": name,
        "names": [name],
        "pages": [page],
        "named": named or f"park-{name}",
        "facts": [f"{name} — locatedIn → 市"],
        "quotes": [
            {"page": page, "start": 1, "end": 2, "before": "位于", "exact": name, "after": "的\n厂房"}
        ],
    }


def pair(left: dict[str, object], right: dict[str, object], *reasons: str) -> dict[str, object]:
    return {
        "left": "",
        "right": "",
        "mentions": 3,
        "reasons": reasons,
        "against": [],
        "entities": [left, right],
    }


A, B, C = (side(name, "1.txt") for name in ("甲区", "乙区", "丙区"))
THREE = [pair(A, B, "They are alike."), pair(B, C), pair(A, C)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, THREE)
    return tmp_path


def write(folder: Path, items: list[dict[str, object]]) -> None:
    (folder / "report.json").write_text(json.dumps({"review": items}), encoding="utf-8")


def review(folder: Path, typed: str, *, file: str = "decisions.toml", width: int = 80) -> tuple[str, Session]:
    """What is on the screen after somebody typed this."""
    screen = io.StringIO()
    console = Console(file=screen, width=width, highlight=False)
    session = Session(
        read_questions(folder / "report.json"), Notebook(folder / file), io.StringIO(typed), console
    )
    session.run()
    return screen.getvalue(), session


def decided(folder: Path, file: str = "decisions.toml") -> list[tuple[str, list[object], str]]:
    path = folder / file
    tables = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
    return [(verb, e["entities"], e["reason"]) for verb, entries in tables.items() for e in entries]


AB, BC, AC = (["park-甲区", "park-乙区"], ["park-乙区", "park-丙区"], ["park-甲区", "park-丙区"])
ALIKE, OTHER = "reviewed: They are alike.", "reviewed: different, by what the pages say"
SITTINGS = [
    ("", []),
    ("q\n", []),
    ("s\n", [("same", AB, ALIKE)]),
    ("s\n\n", [("same", AB, ALIKE)]),
    ("s\n看地图\nq\n", [("same", AB, "看地图")]),
    ("同\n\n异\n\n", [("same", AB, ALIKE), ("different", BC, OTHER)]),
    ("k\nd\n\nk\n", [("different", BC, OTHER)]),
    ("what?\n\nS\n\nq\n", [("same", AB, ALIKE)]),
    ("b\ns\n\nq\n", [("same", AB, ALIKE)]),
    ("s\n\nb\nd\n\nq\n", [("different", AB, OTHER)]),
    ("s\n\nb\nq\n", []),
    ("k\nk\nb\nb\ns\n\nq\n", [("same", AB, ALIKE)]),
    ("d\n\nd\n\nd\n\nd\n\n", [("different", AB, OTHER), ("different", BC, OTHER), ("different", AC, OTHER)]),
]


@pytest.mark.parametrize(("typed", "expected"), SITTINGS, ids=[repr(typed) for typed, _ in SITTINGS])
def test_what_is_typed_is_what_is_decided(folder, typed, expected):
    """The end of the input, wherever it comes, keeps what was said before."""
    review(folder, typed)
    assert decided(folder) == expected


def test_what_follows_from_answers_is_not_asked(folder):
    """A is B, B is not C: nobody need be asked about A and C."""
    shown, session = review(folder, "s\n\nd\n\n")
    assert shown.count("are these one?") == 2
    assert session.left == 0


def test_what_is_decided_is_never_asked_again(folder):
    """Not before the next build either, and also where a person wrote it by hand, by name and page."""
    by_hand = '[[same]]\nentities = ["park-乙区", { name = "甲区", page = "1.txt" }]\nreason = "map"\n'
    (folder / "decisions.toml").write_text(by_hand, encoding="utf-8")
    assert "甲区" not in review(folder, "q\n")[0].partition("丙区")[0]
    review(folder, "d\n\n")
    assert review(folder, "")[1].asked == 0


def test_what_stood_in_the_file_stays_byte_for_byte(folder):
    """Comments, order and layout are the person's."""
    before = "# mine\r\n[[drop]]   # no park\nentity='park-x'\nreason = '''why\nnot'''"
    (folder / "decisions.toml").write_bytes(before.encode())
    review(folder, "s\n\nb\nd\n\nd\n\n")
    after = (folder / "decisions.toml").read_bytes().decode()
    assert after.startswith(before + "\n")
    assert [verb for verb, *_ in decided_all(folder)] == ["drop", "different", "different"]


def decided_all(folder: Path) -> list[tuple[str, object]]:
    tables = tomllib.loads((folder / "decisions.toml").read_bytes().decode())
    return [(verb, entry) for verb, entries in tables.items() for entry in entries]


def test_a_new_file_says_in_two_languages_what_it_is(folder):
    review(folder, "s\n\nq\n")
    assert (folder / "decisions.toml").read_text("utf-8").startswith(OPENING)


def test_no_file_appears_where_nothing_was_decided(folder):
    review(folder, "k\nk\nk\n")
    assert not (folder / "decisions.toml").exists()


def test_in_a_folder_of_decisions_the_review_has_a_file_of_its_own(folder):
    (folder / "told").mkdir()
    (folder / "told" / "mine.toml").write_text(
        '[[different]]\nentities = ["park-甲区", "park-乙区"]\nreason = "map"\n', encoding="utf-8"
    )
    review(folder, "s\n\nq\n", file="told")
    assert decided(folder, "told/review.toml") == [("same", BC, "reviewed: same, by what the pages say")]


def test_names_that_mean_harm_are_shown_and_written_as_text(folder):
    """Neither markup nor escape sequences reach the terminal, and no name breaks out of the file."""
    write(folder, [pair(side(EVIL, EVIL, named={"name": EVIL, "page": EVIL}), B, EVIL)])
    shown, _ = review(folder, "s\n\n")
    assert "\x1b" not in shown and "\u202e" not in shown
    assert "[red]" in shown and "·[31m" in shown
    (entry,) = decided(folder)
    assert entry == ("same", [{"name": EVIL, "page": EVIL}, "park-乙区"], f"reviewed: {EVIL}")
    assert len(read_decisions(folder / "decisions.toml")) == 1


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_question_fits_the_screen(folder, width):
    """Chinese characters are two columns wide."""
    long = side("非常长的开发区名称" * 12, "一个很长的文件名" * 9 + ".txt")
    write(folder, [pair(long, B, "They are alike. " * 20)])
    shown, _ = review(folder, "", width=width)
    assert max(sum(2 if c > "\u2e80" else 1 for c in line) for line in shown.splitlines()) <= width


def test_a_file_that_was_changed_meanwhile_is_left_alone(folder):
    notes = Notebook(folder / "decisions.toml")
    (folder / "decisions.toml").write_text("# somebody else\n", encoding="utf-8")
    session = Session(
        read_questions(folder / "report.json"), notes, io.StringIO("s\n\n"), Console(file=io.StringIO())
    )
    with pytest.raises(OutputError, match="changed meanwhile"):
        session.run()
    assert (folder / "decisions.toml").read_text("utf-8") == "# somebody else\n"


def test_a_broken_decisions_file_is_told_before_anything_is_asked(folder):
    (folder / "decisions.toml").write_text("[[same]\n", encoding="utf-8")
    with pytest.raises(DecisionError, match=r"decisions\.toml"):
        Notebook(folder / "decisions.toml")


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"review": [{"left": "a"}]}', '{"review": [{"entities": []}]}']
)
def test_a_report_of_another_version_is_an_error_that_says_to_build_again(folder, text):
    (folder / "report.json").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="build again"):
        read_questions(folder / "report.json")
