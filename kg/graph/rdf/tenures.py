"""Posts and tenures: a tenure is a person in a post, its observations are the sightings that show it.

A sighting never says since when or until when, so the tenure's interval has bounds instead of ends.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.graph.derive.limits import NONE, Held, Limits
from kg.graph.iris import Nodes
from kg.graph.rdf.bounds import bounds
from kg.graph.rdf.evidence import grounds, rests_on
from kg.graph.rdf.source import Source
from kg.graph.terms import Iri, Triple, boolean, chinese, date
from kg.graph.vocab import KG, ORG, RDF, RDFS, SKOS
from kg.model import Tenure

CHANGES: dict[str, Iri] = {"appointed": KG.Appointed, "removed": KG.Removed}
_CHANGE_NAMES = {iri: name for name, iri in CHANGES.items()}


def write(
    tenures: Iterable[Tenure], labels: Mapping[str, str], nodes: Nodes, others: Mapping[Held, Limits]
) -> Iterator[Triple]:
    """`labels` are the labels of the organisations by id; a post's label is made of them. `others` narrow the bounds."""
    sightings: dict[Held, list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        sightings[tenure.person, tenure.organization, tenure.title].append(tenure)
    for (person, organization, title), seen in sightings.items():
        post = nodes.paired("post", organization, title)
        label = labels.get(organization, "") + title
        yield post, RDF.type, KG.Post
        yield post, SKOS.prefLabel, chinese(label)
        yield post, RDFS.label, chinese(label)
        yield post, KG.title, chinese(title)
        yield post, ORG.postIn, nodes.entity(organization)
        for former in (False, True):
            group = [tenure for tenure in seen if tenure.former is former]
            if group:
                yield from _tenure(
                    group, bounds(group, seen, others.get((person, organization, title), NONE)), post, nodes
                )
                if not former:
                    yield nodes.entity(person), ORG.holds, post


def _tenure(group: list[Tenure], known: Mapping[Iri, str], post: Iri, nodes: Nodes) -> Iterator[Triple]:
    """The node of one tenure from its sightings, with the bounds that are known."""
    first = group[0]
    content = (first.person, first.organization, first.title, str(first.former))
    node = nodes.digest("tenure", *content)
    yield node, RDF.type, KG.Tenure
    yield node, ORG.member, nodes.entity(first.person)
    yield node, KG.post, post
    yield node, ORG.organization, nodes.entity(first.organization)
    yield node, KG.title, chinese(first.title)
    yield node, KG.former, boolean(first.former)
    for tenure in group:
        sighting = nodes.digest("observation", *content, tenure.observed, tenure.change)
        yield node, KG.observation, sighting
        yield sighting, RDF.type, KG.PostObservation
        if tenure.observed:
            yield node, KG.observedOn, date(tenure.observed)
            yield sighting, KG.observedOn, date(tenure.observed)
        if tenure.change:
            yield sighting, KG.change, CHANGES[tenure.change]
        yield from rests_on(sighting, tenure, nodes)
    yield from rests_on(node, _surest(group), nodes)
    if known:
        interval = nodes.digest("interval", *content)
        yield node, ORG.memberDuring, interval
        yield interval, RDF.type, KG.Interval
        for bound, told in known.items():
            yield interval, bound, date(told)


def _surest(group: list[Tenure]) -> Tenure:
    """The sighting of highest confidence, with the quotes of all."""
    best = min(group, key=lambda t: (-t.confidence, t.rule))
    return replace(best, evidence=tuple(sorted({quote for tenure in group for quote in tenure.evidence})))


def read(source: Source) -> Iterator[Tenure]:
    """The sightings of people in posts, one for each observation of a graph."""
    for node in source.instances(KG.Tenure):
        for sighting in source.all(node, KG.observation):
            yield Tenure(
                person=source.id(node, ORG.member),
                organization=source.id(node, ORG.organization),
                title=source.one(node, KG.title),
                observed=source.one(sighting, KG.observedOn),
                former=source.flag(node, KG.former),
                change=_CHANGE_NAMES.get(Iri(source.one(sighting, KG.change)), ""),
                **grounds(sighting, source),
            )
