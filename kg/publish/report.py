"""What a build found, in numbers, and what it saw and could not place: the table in the terminal and report.json."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.graph.decide import Outcome
from kg.graph.resolve.judgement import Judgement
from kg.model import (
    Amount,
    Completion,
    Document,
    Entity,
    Event,
    Evidence,
    Fact,
    Indicator,
    Kind,
    Knowledge,
    LandArea,
    Relation,
    Stage,
    Tenure,
    Unplaced,
)
from kg.publish.review.listing import review_list

ENTITY_ROWS = {
    Kind.AGENCY: "agencies",
    Kind.ENTERPRISE: "enterprises",
    Kind.INSTITUTION: "institutions",
    Kind.PROJECT: "projects",
    Kind.PARK: "parks",
    Kind.PLACE: "places",
    Kind.INDUSTRY: "industries",
}
FACT_ROWS: dict[str, tuple[type[Fact], ...]] = {
    "tenures": (Tenure,),
    "relations": (Relation,),
    "project facts": (Amount, LandArea, Completion, Stage),
    "events": (Event,),
    "indicators": (Indicator,),
}


def counts(knowledge: Knowledge) -> dict[str, int]:
    """How many of each there are, in the order in which they are shown."""
    kinds = Counter(_row(entity) for entity in knowledge.entities)
    return {
        "pages": len(knowledge.documents),
        **{row: kinds[row] for row in ("officials", "other people", *ENTITY_ROWS.values())},
        "posts": len({(t.organization, t.title) for t in knowledge.facts if isinstance(t, Tenure)}),
        **{row: sum(isinstance(f, types) for f in knowledge.facts) for row, types in FACT_ROWS.items()},
        "evidence": len(set(_quotes(knowledge))),
    }


def write_report(  # noqa: PLR0913 — each is something that a build has made
    knowledge: Knowledge,
    failed: Iterable[tuple[str, str]],
    path: Path,
    judgements: Iterable[Judgement] = (),
    *,
    outcomes: Iterable[Outcome] = (),
    texts: Mapping[str, str] | None = None,
) -> None:
    """Write report.json: counts, pages, pages that failed with the reason, and what could not be placed.

    Of the judgements, most useful first, the unsure ones are listed: two entities that somebody may know to be one,
    with words of the pages (`texts`, raw, by identifier). Of each decision it is told what it did.
    """
    report = {
        "counts": counts(knowledge),
        "pages": [_page(d) for d in sorted(knowledge.documents, key=lambda d: d.identifier)],
        "failed": [{"page": page, "reason": reason} for page, reason in sorted(failed)],
        "decisions": [_decision(outcome) for outcome in outcomes],
        "review": review_list(judgements, knowledge, texts or {}),
        "unplaced_counts": dict(sorted(Counter(u.what for u in knowledge.unplaced).items())),
        "unplaced": [_unplaced(u) for u in sorted(knowledge.unplaced, key=_place)],
    }
    path.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _decision(outcome: Outcome) -> dict[str, object]:
    return {**outcome.decision.plain, "did": list(outcome.did), "warnings": list(outcome.warnings)}


def _row(entity: Entity) -> str:
    if entity.kind is Kind.PERSON:
        return "officials" if entity.official else "other people"
    return ENTITY_ROWS[entity.kind]


def _quotes(knowledge: Knowledge) -> Iterator[Evidence]:
    for entity in knowledge.entities:
        yield from entity.mentions
    for fact in knowledge.facts:
        yield from fact.evidence


def _page(document: Document) -> dict[str, object]:
    return {
        "page": document.identifier,
        "newspaper": document.newspaper,
        "place": document.place,
        "published": document.published,
        "inferred": list(document.inferred),
    }


def _place(unplaced: Unplaced) -> tuple[tuple[Evidence, ...], str, str, str]:
    return unplaced.evidence, unplaced.what, unplaced.text, unplaced.reason


def _unplaced(unplaced: Unplaced) -> dict[str, object]:
    quotes = [
        {"page": e.document, "start": e.start, "end": e.end, "exact": e.exact} for e in unplaced.evidence
    ]
    return {"what": unplaced.what, "text": unplaced.text, "reason": unplaced.reason, "quotes": quotes}
