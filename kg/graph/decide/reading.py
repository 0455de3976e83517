"""Files → decisions: `decisions.toml` or a folder of such files, checked entry by entry."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.errors import DecisionError
from kg.graph.decide.contradictions import check_together
from kg.graph.decide.entries import EVERYWHERE, FORMS, VERBS, Decision, Form, Value
from kg.graph.decide.fields import WrongValueError, check, nearest

HEADER = re.compile(r"^[ \t]*\[\[[ \t]*[\"']?([A-Za-z]+)[\"']?[ \t]*\]\]", re.MULTILINE)


def read_decisions(path: Path | str) -> tuple[Decision, ...]:
    """The decisions of a file, or of all *.toml files directly in a folder, sorted by what they say.

    `DecisionError` names the file, the line and what to do where a file is no TOML, an entry is not as
    docs/decisions.md says, or two entries contradict each other.
    """
    told = [entry for file in _files(Path(path)) for entry in _entries(file)]
    once = {entry.order: entry for entry in reversed(told)}
    decisions = tuple(once[order] for order in sorted(once))
    check_together(decisions)
    return decisions


def parse_decisions(text: str, file: str) -> tuple[Decision, ...]:
    """The decisions in a text, as they stand there; `file` is its name in messages."""
    try:
        tables = tomllib.loads(text.removeprefix("\ufeff"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise DecisionError(
            f'{file}: not readable as TOML: {error}; text must stand in "quotation marks", see docs/decisions.md'
        ) from error
    return tuple(_decisions(tables, text, file))


def _files(path: Path) -> list[Path]:
    try:
        if not path.is_dir():
            return [path]
        found = sorted(file for file in path.iterdir() if file.suffix == ".toml" and file.is_file())
    except OSError as error:
        raise DecisionError(f"{path}: cannot be read: {error.strerror}") from error
    if not found:
        raise DecisionError(f"{path}: no decisions in this folder, only *.toml files are read")
    return found


def _entries(file: Path) -> tuple[Decision, ...]:
    try:
        text = file.read_bytes().decode("utf-8")
    except OSError as error:
        raise DecisionError(f"{file}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise DecisionError(f"{file}: not UTF-8 at byte {error.start}: save it as UTF-8") from error
    return parse_decisions(text, str(file))


def _decisions(tables: Mapping[str, object], text: str, file: str) -> Iterator[Decision]:
    for verb, entries in tables.items():
        if verb not in VERBS:
            raise DecisionError(f"{file}: [[{verb}]] is no kind of decision{nearest(verb, VERBS)}")
        if not isinstance(entries, list):
            raise DecisionError(f"{file}: [{verb}] needs two brackets on each side: [[{verb}]]")
        lines = _lines(text, verb)
        for number, entry in enumerate(entries, 1):
            at = f"line {lines[number - 1]}" if len(lines) == len(entries) else f"entry {number}"
            yield _decision(verb, entry, f"{file}, {at}, [[{verb}]]")


def _lines(text: str, verb: str) -> list[int]:
    """Where each [[verb]] stands; TOML's own reader does not tell."""
    return [text.count("\n", 0, at.start()) + 1 for at in HEADER.finditer(text) if at.group(1) == verb]


def _decision(verb: str, entry: object, where: str) -> Decision:
    if not isinstance(entry, Mapping):
        raise DecisionError(f'{where}: must be a table with fields like reason = "…"')
    form = _form(verb, entry)
    _check_names(form, entry, where)
    values: dict[str, Value] = {}
    for name, value in entry.items():
        try:
            values[name] = check(name, value)
        except WrongValueError as error:
            raise DecisionError(f"{where}: {name} {error}") from error
    _check_value(values, where)
    reason, by, on = (str(values.pop(name, "")) for name in EVERYWHERE)
    return Decision(verb, form.about, values, reason, by, on, where)


def _form(verb: str, entry: Mapping[str, object]) -> Form:
    """The form that asks for the least change."""
    given = set(entry) - {*EVERYWHERE}
    forms = (form for form in FORMS if form.verb == verb)
    return min(forms, key=lambda f: len(given - {*f.needs, *f.may}) + len({*f.needs} - given))


def _check_names(form: Form, entry: Mapping[str, object], where: str) -> None:
    known = (*form.needs, *form.may, *EVERYWHERE)
    for name in entry:
        if name not in known:
            raise DecisionError(
                f"{where}: {name!r} is no field of this entry ({form.about}){nearest(name, known)}"
            )
    for name in (*form.needs, "reason"):
        if name not in entry:
            raise DecisionError(f"{where}: {name} is missing: {_explained(form, name)}")


def _explained(form: Form, name: str) -> str:
    if name == "reason":
        return 'say why, reason = "…"'
    return f"{form.about} needs {', '.join(form.needs)}"


def _check_value(values: Mapping[str, Value], where: str) -> None:
    """The value of a completion is a date, that of anything else a number."""
    value = values.get("value")
    dated = values.get("property") == "completion"
    if value is not None and isinstance(value, str) != dated:
        expected = 'a date like "2025-06"' if dated else "a number in plain units like 8000000000"
        raise DecisionError(f"{where}: value must be {expected}, not {value!r}")
    if isinstance(value, float) and "quote" in values and value <= 0:
        raise DecisionError(f"{where}: value must be more than nothing, not {value:g}")
