"""Identity across pages against known clusters: pairwise precision, recall and F1 (part of `make score`).

tests/gold/identity/clusters.json lists, by corpus, which mentions on which pages mean one thing. A mention is found
where the graph has an entity of a quote that overlaps it; a mention that is not found makes all its pairs missed ones.
"""

import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from kg import pipeline
from kg.model import Entity, Kind, Page

IDENTITY = Path(__file__).parent / "gold" / "identity"


@dataclass
class Pairs:
    """Pairs of mentions that are rightly one, one in the gold only, and one in the graph only."""

    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.wrong) or 1)

    @property
    def recall(self) -> float:
        return self.right / (self.right + len(self.missed) or 1)

    @property
    def f1(self) -> float:
        both = 2 * self.right + len(self.wrong) + len(self.missed)
        return 2 * self.right / both if both else 1.0


@dataclass(frozen=True)
class Found:
    """A mention of the gold and the id that the graph gives it, "" where it has none."""

    cluster: str
    kind: str
    words: str
    entity: str


def scores(folder: Path = IDENTITY) -> tuple[dict[str, Pairs], list[Found]]:
    """The pairs by type and over "all", and the mentions that the graph does not have."""
    clusters = json.loads((folder / "clusters.json").read_text("utf-8"))
    table: dict[str, Pairs] = defaultdict(Pairs)
    lost: list[Found] = []
    for corpus in sorted({cluster["corpus"] for cluster in clusters}):
        built = pipeline.build(sorted((folder / "pages").glob(f"{corpus}*.txt")))
        pages = {page.identifier: page for page in built.pages}
        quotes: dict[str, list[tuple[int, int, Entity]]] = defaultdict(list)
        for entity in built.knowledge.entities:
            for quote in entity.mentions:
                quotes[quote.document].append((quote.start, quote.end, entity))
        mine = [c for c in clusters if c["corpus"] == corpus and not c.get("optional")]
        found = [hit for cluster in mine for hit in _found(cluster, pages, quotes)]
        lost += [hit for hit in found if not hit.entity]
        for one, other in combinations(found, 2):
            _count(one, other, [table["all"], *{id(t): t for t in (table[one.kind], table[other.kind])}.values()])
    return dict(table), lost


def _found(
    cluster: dict, pages: dict[str, Page], quotes: dict[str, list[tuple[int, int, Entity]]]
) -> Iterator[Found]:
    for mention in cluster["mentions"]:
        start, end = _place(pages[mention["page"]].raw, mention["name"], mention["occurrence"])
        types = cluster.get("types", [cluster["type"]])
        near = [
            (min(end, b) - max(start, a), e.kind in types, -(b - a), e.id)
            for a, b, e in quotes[mention["page"]]
            if a < end and start < b and e.kind is not Kind.INDUSTRY
        ]
        same = [hit for hit in near if hit[1]]
        if mention.get("nested") and not same:
            continue  # who reads only the longer name around it has not missed it
        same = same or near
        best = max(same, default=(0, False, 0, ""))[3]
        yield Found(cluster["id"], cluster["type"], f"{mention['page']} {mention['name']}", best)


def _place(raw: str, name: str, occurrence: int) -> tuple[int, int]:
    """Raw offsets of the n-th occurrence of a name in a page without its white space."""
    folded = [(c, i) for i, char in enumerate(raw) for c in unicodedata.normalize("NFKC", char) if not c.isspace()]
    text = "".join(c for c, _ in folded)
    wanted = "".join(unicodedata.normalize("NFKC", name).split())
    at = -1
    for _ in range(occurrence):
        at = text.index(wanted, at + 1)
    return folded[at][1], folded[at + len(wanted) - 1][1] + 1


def _count(one: Found, other: Found, tables: list[Pairs]) -> None:
    gold, graph = one.cluster == other.cluster, bool(one.entity) and one.entity == other.entity
    told = f"{one.words} ≠ {other.words}: {one.entity or '–'} {other.entity or '–'}"
    for table in tables:
        if gold and graph:
            table.right += 1
        elif gold:
            table.missed.append(told)
        elif graph:
            table.wrong.append(told)


def report(table: dict[str, Pairs], lost: list[Found], *, errors: bool) -> str:
    """The table as text, and with `errors` every missed and every wrong pair."""
    lines = [f"identity{'P':>10}{'R':>8}{'F1':>8}{'right':>8}{'missed':>8}{'wrong':>8}"]
    for kind, pairs in sorted(table.items()):
        lines.append(
            f"{kind:<12}{pairs.precision:>6.3f}{pairs.recall:>8.3f}{pairs.f1:>8.3f}"
            f"{pairs.right:>8}{len(pairs.missed):>8}{len(pairs.wrong):>8}"
        )
    if errors:
        lines += [f"  - {told}" for told in table["all"].missed]
        lines += [f"  + {told}" for told in table["all"].wrong]
        lines += [f"  ? {hit.words} ({hit.kind}) is not in the graph" for hit in lost]
    return "\n".join(lines)
