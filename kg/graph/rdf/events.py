"""Events: kind, days, place, and who took part; each part played is a subproperty of kg:participant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.graph.iris import Nodes
from kg.graph.rdf.entities import labels
from kg.graph.rdf.evidence import grounds, rests_on
from kg.graph.rdf.source import Source
from kg.graph.terms import Iri, Triple, date, text
from kg.graph.vocab import KG, RDF, SCHEMA, SKOS
from kg.model import Event

ROLES: dict[str, Iri] = {
    "attended": KG.attendee,
    "spoke": KG.speaker,
    "hosted": KG.host,
    "signed": KG.signatory,
    "visited": KG.visitor,
}


def write(events: Iterable[Event], nodes: Nodes) -> Iterator[Triple]:
    """The triples of events."""
    for event in events:
        node = nodes.entity(event.id)
        yield node, RDF.type, KG.Event
        yield from labels(node, event.label)
        yield node, KG.eventKind, text(event.kind)
        start, _, end = event.date.partition("/")
        if start:
            yield node, SCHEMA.startDate, date(start)
        if end:
            yield node, SCHEMA.endDate, date(end)
        if event.place:
            yield node, SCHEMA.location, nodes.entity(event.place)
        for who, role in event.participants:
            yield node, KG.participant, nodes.entity(who)
            if role:
                yield node, ROLES[role], nodes.entity(who)
        yield from rests_on(node, event, nodes)


def read(source: Source) -> Iterator[Event]:
    """The events of a graph."""
    for node in source.instances(KG.Event):
        days = (source.one(node, SCHEMA.startDate), source.one(node, SCHEMA.endDate))
        yield Event(
            id=source.nodes.identifier(node),
            label=source.one(node, SKOS.prefLabel),
            kind=source.one(node, KG.eventKind),
            date="/".join(day for day in days if day),
            place=_id(source.one(node, SCHEMA.location), source),
            participants=tuple(sorted(_participants(node, source))),
            **grounds(node, source),
        )


def _participants(node: Iri, source: Source) -> Iterator[tuple[str, str]]:
    unknown = set(source.all(node, KG.participant))
    for role, predicate in ROLES.items():
        for who in source.all(node, predicate):
            yield _id(who, source), role
            unknown.discard(who)
    for who in unknown:
        yield _id(who, source), ""


def _id(iri: str, source: Source) -> str:
    return source.nodes.identifier(iri) if iri else ""
