"""Families of facts measured alone: entities come from the gold, matched in the text by their names.

usage: PYTHONPATH=tests python tests/facts/oracle.py [--errors] [NAME…]   (P, R and F1 of indicators and of projects' amounts)
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from facts.told import entities_of

from kg.corpus.pages import read_page
from kg.corpus.reading import read
from kg.facts.amounts import amounts
from kg.facts.context import Context
from kg.facts.indicators import indicators
from kg.model import Amount, Completion, Fact, Indicator, LandArea, PageEntities, Reading

ROOT = Path(__file__).parents[2]
SETS = {
    "seeds": (ROOT / "tests/gold/seeds", ROOT / "seeds"),
    "dev": (ROOT / "tests/gold/dev/gold", ROOT / "tests/gold/dev/pages"),
}
Json = dict[str, Any]

_spec = importlib.util.spec_from_file_location("gold_score", ROOT / "tests/gold/score.py")
assert _spec is not None
assert _spec.loader is not None
score = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(score)


def gold_entities(gold: Json, reading: Reading) -> PageEntities:
    """The gold's entities, and the page's own city, which is known from its metadata."""
    given = [
        (
            (e.get("types") or [e["type"]])[0],
            e["id"],
            [score.fold(n) for n in (e["name"], *e.get("aliases", []))],
        )
        for e in gold["entities"]
    ]
    city = reading.page.place
    return entities_of(
        reading, given if any(n[0] == city for *_, n in given) else [*given, ("Place", city, [city])]
    )


def context_of(gold_path: Path, pages: Path) -> tuple[Json, Context]:
    """A gold file and the context of its page with the gold's entities and date."""
    gold: Json = json.loads(gold_path.read_text("utf-8"))
    page = read_page(pages / f"{gold_path.stem}.txt")
    reading = read(replace(page, published=gold["published"], place=gold["place"]))
    return gold, Context(reading, gold_entities(gold, reading))


def judge_indicators(gold: Json, found: Iterable[Fact], tally: Any) -> None:
    """As score.py does: value, unit and modality agree, and the names' dice is 0.4 or more."""
    rows = [f for f in found if isinstance(f, Indicator)]

    def unit(text: str) -> str:
        return str(score.UNITS.get(score.fold(text), score.fold(text)))

    def fits(g: Json, s: Indicator) -> bool:
        return (
            abs(g["value"] - s.value) <= 0.001 * abs(g["value"])
            and unit(g.get("unit", "")) == unit(s.unit)
            and g["modality"] == s.modality
            and score.dice(g["indicator"], s.name) >= 0.4
        )

    _tally(gold.get("indicators", []), rows, fits, _show_gold, _show_indicator, tally)


def judge_amounts(gold: Json, found: Iterable[Fact], tally: Any) -> None:
    """Amounts, areas and completion dates; stages are another family's."""
    rows = [row for f in found if (row := _fact_row(f)) is not None]

    def fits(g: Json, s: tuple[str, str, object, str]) -> bool:
        if g["project"] != s[0] or g["property"] != s[1]:
            return False
        if isinstance(s[2], float):
            currency = g.get("currency", "CNY") if g["property"] != "landArea" else "m2"
            return abs(float(g["value"]) - s[2]) <= 0.005 * abs(s[2]) and currency == s[3]
        return bool(g["value"] == s[2])

    wanted = [f for f in gold.get("facts", []) if f["property"] != "stage"]
    names = {e["id"]: e["name"] for e in gold["entities"]}
    show = lambda s: f"{names.get(s[0], s[0])} {s[1]} {s[2]} {s[3]}"  # noqa: E731
    _tally(wanted, rows, fits, lambda g: f"{names[g['project']]} {g['property']} {g['value']}", show, tally)


def _tally(gold: list[Json], rows: list[Any], fits: Any, show_gold: Any, show: Any, tally: Any) -> None:
    ordered = sorted(gold, key=lambda g: bool(g.get("optional")))
    got = score.match(ordered, rows, lambda g, s: fits(g, s) and (1 if g.get("optional") else 11))
    required = sum(not g.get("optional") for g in ordered)
    used = set(got.values())
    tally.add(
        sum(i < required for i in got),
        [show_gold(g) for i, g in enumerate(ordered) if i < required and i not in got],
        [show(s) for j, s in enumerate(rows) if j not in used],
    )


def _fact_row(fact: Fact) -> tuple[str, str, object, str] | None:
    match fact:
        case Amount():
            return fact.project, fact.property, fact.value, fact.currency
        case LandArea():
            return fact.project, "landArea", fact.value, "m2"
        case Completion():
            return fact.project, "completion", fact.date, ""
        case _:
            return None


def _show_gold(g: Json) -> str:
    return f"{g['indicator']} {g['value']}{g.get('unit', '')} {g['modality']}"


def _show_indicator(s: Indicator) -> str:
    return (
        f"{s.name} {s.value}{s.unit} {s.modality} [{s.subject} {s.period} {s.rule}] “{s.evidence[0].exact}”"
    )


def pages(names: list[str]) -> Iterator[tuple[str, Path, Path]]:
    """Set, gold file and folder of pages for the pages asked for, all where none is."""
    for which, (golds, folder) in SETS.items():
        for path in sorted(golds.glob("*.json")):
            if not names or any(path.stem.startswith(n) for n in names):
                yield which, path, folder


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    tallies: dict[tuple[str, str], Any] = {}
    for which, path, folder in pages(args.names):
        gold, context = context_of(path, folder)
        for family, judge in ((indicators, judge_indicators), (amounts, judge_amounts)):
            tally = score.Tally()
            judge(gold, (f for f in family(context) if isinstance(f, Fact)), tally)
            tallies.setdefault((which, family.__name__), score.Tally()).add(
                tally.right, tally.missed, tally.extra
            )
            if args.errors and (tally.missed or tally.extra):
                print(f"== {path.stem} {family.__name__} right {tally.right}")
                print(
                    "".join(f"  - {x}\n" for x in tally.missed) + "".join(f"  + {x}\n" for x in tally.extra),
                    end="",
                )
    for key, tally in tallies.items():
        row = tally.row()
        print(*key, *(f"{k}={v:.3f}" if isinstance(v, float) else f"{k}={v}" for k, v in row.items()))


if __name__ == "__main__":
    main()
