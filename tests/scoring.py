"""Build every annotated page alone, compare it with its annotation and check its evidence: `make score`."""

import argparse
import io
import json
import sys
import tempfile
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))
GOLD = ROOT / "tests" / "gold"
sys.path.insert(0, str(GOLD))

import clusters  # noqa: E402
import evidence  # noqa: E402 — the scorers are handed down as scripts, not as a package
import score  # noqa: E402

from kg import pipeline  # noqa: E402
from kg.publish.turtle import write_turtle  # noqa: E402

BASE = "https://w3id.org/fangzhi/id/"


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Annotated pages: where the pages lie and where their annotations."""

    name: str
    pages: Path
    gold: Path


SETS = (
    GoldSet("seeds", ROOT / "seeds", GOLD / "seeds"),
    GoldSet("dev", GOLD / "dev" / "pages", GOLD / "dev" / "gold"),
    GoldSet("own", GOLD / "own" / "pages", GOLD / "own" / "gold"),
    GoldSet("more", GOLD / "more" / "pages", GOLD / "more" / "gold"),
    GoldSet("colloquial", GOLD / "colloquial" / "pages", GOLD / "colloquial" / "gold"),
    GoldSet("fresh", GOLD / "fresh" / "pages", GOLD / "fresh" / "gold"),
    GoldSet("fifth", GOLD / "fifth" / "pages", GOLD / "fifth" / "gold"),
    GoldSet("sixth", GOLD / "sixth" / "pages", GOLD / "sixth" / "gold"),
)


def build_each(pages: Path, graphs: Path) -> None:
    """Write the graph of each page alone to graphs/<page>.ttl."""
    for page in sorted(pages.glob("*.txt")):
        write_turtle(pipeline.build([page]).knowledge, graphs / f"{page.stem}.ttl", BASE)


def rows(gold: Path, graphs: Path) -> dict[str, dict[str, float]]:
    """score.py's table: layer → precision, recall, f1, right, missed, extra."""
    table = graphs / "score.json"
    printed(score.main, gold, graphs, "--json", table)
    return json.loads(table.read_text("utf-8"))


def f1(gold: Path, graphs: Path) -> dict[str, float]:
    """F1 of each layer of score.py's table."""
    return {layer: row["f1"] for layer, row in rows(gold, graphs).items()}


def false_evidence(pages: Path, graphs: Path) -> dict[str, str]:
    """What evidence.py says of each graph in which it finds anything wrong."""
    told = {graph.name: printed(evidence.main, graph, pages) for graph in sorted(graphs.glob("*.ttl"))}
    return {name: words for name, words in told.items() if not words.rstrip().endswith(" 0 wrong")}


def printed(script: Callable[[], object], *arguments: object) -> str:
    """What a script prints when it is run with these arguments."""
    out = io.StringIO()
    with patch.object(sys, "argv", [script.__module__, *map(str, arguments)]), redirect_stdout(out):
        script()
    return out.getvalue()


def markdown(tables: dict[str, dict[str, dict[str, float]]]) -> str:
    """The tables of all sets side by side, as the README shows them."""
    lines = [f"| P / R / F1 | {' | '.join(tables)} |", f"|---|{'--:|' * len(tables)}"]
    for layer in next(iter(tables.values())):
        cells = (
            f"{row['precision']:.2f} / {row['recall']:.2f} / {row['f1']:.2f}"
            for row in (table[layer] for table in tables.values())
        )
        lines.append(f"| {layer} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> int:
    """Print the table of each set and what its evidence is worth; 1 if any evidence is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--errors", action="store_true", help="list what is missed (-) and what is too much (+)"
    )
    parser.add_argument("--markdown", action="store_true", help="print one table for the README as well")
    asked = parser.parse_args()
    wrong: dict[str, str] = {}
    tables = {}
    for each in SETS:
        with tempfile.TemporaryDirectory() as folder:
            graphs = Path(folder)
            build_each(each.pages, graphs)
            false = false_evidence(each.pages, graphs)
            tables[each.name] = rows(each.gold, graphs)
            print(f"{each.name}\n{printed(score.main, each.gold, graphs, *['--errors'] * asked.errors)}")
            print("evidence.py:", "\n".join(f"{k}\n{v}" for k, v in false.items()) or "0 wrong", "\n")
            wrong |= false
    print(clusters.report(*clusters.scores(), errors=asked.errors), "\n")
    if asked.markdown:
        print(markdown(tables))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
