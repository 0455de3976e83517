"""What all pages together tell of one id: its names, pages, cities and stages. Evidence is judged on these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.entities.identity import BRACKETS, project_core
from kg.graph.resolve.homes import registered_names
from kg.graph.resolve.judgement import Judgement, Verdict
from kg.model import Kind, Knowledge, Relation, Stage
from kg.resources.divisions import stem


@dataclass(eq=False)
class Node:
    """One id of the corpus. `pages` are indices, `forms` its names without the city in front and 项目 behind."""

    id: str
    kind: Kind
    pages: set[int] = field(default_factory=set)
    cities: set[str] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)
    stages: set[Stage] = field(default_factory=set)
    runs: set[str] = field(default_factory=set)
    """The zones that an agency administers."""
    registered: set[str] = field(default_factory=set)
    """The full names of a firm."""
    mentions: int = 0

    @property
    def canonical(self) -> str:
        return self.id.partition("-")[2]

    @property
    def is_plain(self) -> bool:
        """Whether the id holds the whole name and nothing that tells it apart from another."""
        return "-" not in self.canonical


def judgement_on(left: Node, right: Node, verdict: Verdict, reasons: tuple[str, ...], confidence: float) -> Judgement:
    """What is judged of two ids, with how often the pages name them."""
    return Judgement(left.id, right.id, verdict, reasons, confidence, left.mentions + right.mentions)


def nodes(pages: Sequence[Knowledge]) -> Mapping[str, Node]:
    """Every id but those of persons, sorted."""
    found: dict[str, Node] = {}
    for index, page in enumerate(pages):
        city = page.documents[0].place if page.documents else ""
        for entity in page.entities:
            if entity.kind is Kind.PERSON:
                continue
            node = found.setdefault(entity.id, Node(entity.id, entity.kind))
            node.pages.add(index)
            node.cities |= {city} - {""}
            node.forms |= {form(name, entity.kind, city) for name in entity.names}
            node.mentions += len(entity.mentions)
            node.registered |= registered_names(entity)
    _add_facts(pages, found)
    return dict(sorted(found.items()))


def form(name: str, kind: Kind, city: str) -> str:
    """A name without the city of its page in front: 某某市高新区, 某某高新区 and 高新区 are one form there."""
    bare = BRACKETS.sub("", name).strip("“”")
    for front in (city, stem(city)) if city else ():
        if bare.startswith(front) and len(bare) - len(front) >= 2 and not _goes_on(bare[len(front) :]):
            bare = bare[len(front) :]
    return project_core(bare) if kind is Kind.PROJECT else bare


def _goes_on(rest: str) -> bool:
    """Whether the place's name is only the begin of a longer one: 某某|港经济开发区 is the zone of 某某港."""
    return rest.startswith("港") and rest != "港区"


def _add_facts(pages: Sequence[Knowledge], found: Mapping[str, Node]) -> None:
    for page in pages:
        for fact in page.facts:
            if isinstance(fact, Stage) and fact.project in found:
                found[fact.project].stages.add(fact)
            elif (
                isinstance(fact, Relation)
                and fact.predicate == "administers"
                and {fact.subject, fact.object} <= found.keys()
            ):
                found[fact.subject].runs.add(fact.object)
