"""A project's stages as a history, and where it goes back or skips.

The eight stages make four phases: talks; contract, site and plans; building; in use. Within a phase no order is asked
for: a project that is being built has been started, and one that is in use may be accepted (竣工验收) afterwards.
落户 stays true of a project that is long in use, so it goes back on nothing.

*Went back*: seen in an earlier phase than at the last sighting before it (竣工 in 2021, 开工 in 2022).
*Skipped*: seen in use after contract or talks, and no page ever saw it being built. That a single stage was not reported
is no news; that a whole building was not is.
Only what was reached counts, dated, and where one sighting lies wholly before another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.entities.whereabouts import leading_place
from kg.graph.derive import dates
from kg.graph.resolve.camps import related
from kg.model import Entity, Kind, Knowledge, Stage

WENT_BACK = "went-back"
SKIPPED = "skipped"
RULES = {WENT_BACK: "derived-went-back", SKIPPED: "derived-skipped"}
TALKS, PREPARED, BUILDING, IN_USE = range(4)
PHASES = {
    "negotiating": TALKS,
    "signed": PREPARED,
    "registered": PREPARED,
    "planned": PREPARED,
    "started": BUILDING,
    "under-construction": BUILDING,
    "completed": IN_USE,
    "operating": IN_USE,
}
LASTS = "registered"
"""What stays true in later phases."""

Flag = tuple[str, Stage]
"""WENT_BACK or SKIPPED, and the earlier sighting that the flagged one does not follow from."""


def irregularities(knowledge: Knowledge) -> dict[Stage, Flag]:
    """The sightings that do not follow from those before them, with the flag of each. Only projects: parks are built for ever."""
    projects = {entity.id: entity for entity in knowledge.entities if entity.kind is Kind.PROJECT}
    places = {document.identifier: document.place for document in knowledge.documents}
    histories: dict[str, list[Stage]] = defaultdict(list)
    for fact in knowledge.facts:
        if isinstance(fact, Stage) and not fact.planned and fact.project in projects:
            histories[fact.project].append(fact)
    found: dict[Stage, Flag] = {}
    for project, seen in histories.items():
        if len(seen) > 1 and _is_one(projects[project], seen, places):
            found.update(_of_one(seen))
    return found


def _of_one(seen: Sequence[Stage]) -> Iterator[tuple[Stage, Flag]]:
    built = any(PHASES[stage.stage] == BUILDING for stage in seen)
    for stage in seen:
        last = _last_before(stage, seen)
        if not last:
            continue
        phase = PHASES[stage.stage]
        nearest = min(last, key=lambda s: (PHASES[s.stage], s.stage))
        if phase < PHASES[nearest.stage]:
            if stage.stage != LASTS:
                yield stage, (WENT_BACK, nearest)
        elif phase == IN_USE and PHASES[nearest.stage] < BUILDING and not built:
            yield stage, (SKIPPED, nearest)


def _last_before(stage: Stage, seen: Sequence[Stage]) -> list[Stage]:
    """The sightings wholly before one that none lies between; 落户 told of a project that was further is passed over."""
    earlier = [s for s in seen if dates.before(s.observed, stage.observed) and not _only_recalls(s, seen)]
    return [s for s in earlier if not any(dates.before(s.observed, other.observed) for other in earlier)]


def _only_recalls(stage: Stage, seen: Sequence[Stage]) -> bool:
    return stage.stage == LASTS and any(
        PHASES[s.stage] > PREPARED and not dates.before(stage.observed, s.observed) for s in seen
    )


def _is_one(project: Entity, seen: Sequence[Stage], places: dict[str, str]) -> bool:
    """Whether the pages can mean one project: equal names in two cities (研发中心) may be two."""
    if leading_place(project.label):
        return True
    cities = sorted({places.get(quote.document, "") for stage in seen for quote in stage.evidence} - {""})
    return all(related(one, other) for one in cities for other in cities)
