"""kg:succeeds between holders of a one-seat post: one who was seen after another, or appointed where he was removed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import expm1

from kg.graph.derive import dates
from kg.graph.derive.seats import APPOINTED, REMOVED, Holder, Line
from kg.model import Evidence, Knowledge, Relation, Tenure, Unplaced

SUCCEEDS = "succeeds"
HANDOVER = "derived-handover"
FOLLOWED = "derived-succession"
RULES = frozenset({HANDOVER, FOLLOWED})
USUAL_TERM = 3.5
"""Years that a head of a local body stays, about: the longer the gap between two sightings, the likelier a third between."""
LONGEST_GAP = 5.0
"""Years, a full term of office: who is seen later than that may have followed anybody."""


def successions(knowledge: Knowledge, lines: Iterable[Line]) -> Iterator[Relation | Unplaced]:
    """Who followed whom, each pair once, and what is to be reviewed; stated successions are not told again."""
    stated = {
        (f.subject, f.object)
        for f in knowledge.facts
        if isinstance(f, Relation) and f.predicate == SUCCEEDS and f.rule not in RULES
    }
    labels = {entity.id: entity.label for entity in knowledge.entities}
    found: dict[tuple[str, str], list[Relation]] = defaultdict(list)
    for line in lines:
        for told in _of_line(line, labels):
            if isinstance(told, Unplaced):
                yield told
            elif (told.subject, told.object) not in stated and labels.get(told.subject) != labels.get(
                told.object
            ):
                found[told.subject, told.object].append(told)
    yield from (_one(same) for _, same in sorted(found.items()))


def directness(gap: float) -> float:
    """How likely nobody came between two sightings that lie `gap` years apart, if somebody came at all.

    Holders change as by chance, once in USUAL_TERM years: of one change or more in that time, that it was just one.
    """
    changes = gap / USUAL_TERM
    return changes / expm1(changes) if changes else 1.0


def _of_line(line: Line, labels: dict[str, str]) -> Iterator[Relation | Unplaced]:
    post = labels.get(line.seat.organization, line.seat.organization) + line.seat.title
    if line.conflict:
        one, other = (labels.get(person, person) for person in line.conflict)
        if one == other:  # namesakes, or one person who could not be joined: a matter of identity
            return
        reason = f"{one} and {other} are seen in it at one time or in turns: who followed whom cannot be told"
        yield Unplaced("one-seat-post-of-several", post, reason, _first_quotes(line.holders))
        return
    handed = list(_handovers(line))
    yield from handed
    done = {(relation.subject, relation.object) for relation in handed}
    for earlier, later in pairwise(line.holders):
        if (later.person, earlier.person) in done or labels.get(later.person) == labels.get(earlier.person):
            continue
        gap = dates.years(earlier.last, later.first)
        if gap > LONGEST_GAP:
            one, other = labels.get(earlier.person, ""), labels.get(later.person, "")
            reason = f"{one} was last seen {earlier.last}, {other} first {later.first}: others may have come between"
            yield Unplaced("succession-after-long", post, reason, _first_quotes((earlier, later)))
        else:
            yield _followed(earlier, later, gap)


def _followed(earlier: Holder, later: Holder, gap: float) -> Relation:
    seen = [_at(earlier, earlier.last), _at(later, later.first)]
    confidence = min(t.confidence for t in seen) * directness(gap)
    return _relation(seen, confidence, FOLLOWED)


def _handovers(line: Line) -> Iterator[Relation]:
    """One page that tells of one removal and one appointment, dated or not."""
    changes: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for holder in (*line.holders, *line.undated):
        for tenure in holder.seen:
            for page in {quote.document for quote in tenure.evidence} if tenure.change else ():
                changes[page, tenure.change].append(tenure)
    for page, change in sorted(changes):
        gone, come = changes[page, change], changes.get((page, APPOINTED), [])
        if change == REMOVED and len(gone) == len(come) == 1 and gone[0].person != come[0].person:
            yield _relation([gone[0], come[0]], min(gone[0].confidence, come[0].confidence), HANDOVER)


def _relation(seen: list[Tenure], confidence: float, rule: str) -> Relation:
    """The person of the last sighting succeeds the person of the first."""
    return Relation(
        subject=seen[-1].person,
        predicate=SUCCEEDS,
        object=seen[0].person,
        evidence=tuple(sorted({quote for tenure in seen for quote in tenure.evidence})),
        confidence=round(confidence, 3),
        rule=rule,
    )


def _at(holder: Holder, day: str) -> Tenure:
    """The surest sighting of a date."""
    told = [t for t in holder.serving if t.observed == day]
    return min(told, key=lambda t: (-t.confidence, t.title, t.change, t.evidence))


def _one(same: list[Relation]) -> Relation:
    """Two posts that went from one to another are one relation, with the quotes of both."""
    best = min(same, key=lambda r: (-r.confidence, r.rule))
    quotes = tuple(sorted({quote for relation in same for quote in relation.evidence}))
    return Relation(
        subject=best.subject,
        predicate=SUCCEEDS,
        object=best.object,
        evidence=quotes,
        confidence=best.confidence,
        rule=best.rule,
    )


def _first_quotes(holders: Iterable[Holder]) -> tuple[Evidence, ...]:
    """A quote of each holder."""
    return tuple(sorted({min(quote for t in holder.seen for quote in t.evidence) for holder in holders}))
