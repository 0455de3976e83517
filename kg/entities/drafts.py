"""The entities of one page in the making: every form and place of each, by id."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.entities import standard
from kg.entities.clusters import firm_at_head, firm_key, firms, projects, zones
from kg.entities.identity import identifier
from kg.entities.recognize import Recognition
from kg.entities.whereabouts import Whereabouts, full_name
from kg.model import Entity, Kind, Mention, Reading, Span


@dataclass
class Draft:
    """An entity in the making: every form and place of it."""

    kind: Kind
    canonical: str
    label: str
    names: set[str] = field(default_factory=set)
    spans: set[Span] = field(default_factory=set)
    official: bool = False


class Drafts:
    """All drafts of a page, and how a mention becomes the name of one."""

    def __init__(self, reading: Reading, recognition: Recognition) -> None:
        self.reading = reading
        self.where = Whereabouts.of(reading, recognition.mentions)
        self.by_id: dict[str, Draft] = {}
        self._printed = dict(zip(reading.plain, reading.text, strict=True)) if reading.plain != reading.text else {}
        named = {kind: sorted({m.text for m in recognition.mentions if m.kind is kind}) for kind in Kind}
        agencies = (m.text for m in recognition.mentions if m.kind is Kind.AGENCY)
        inner = {n[: standard.zone_part(n)] for n in agencies} - {""}
        parks = {*named[Kind.PARK], *(n for n in inner if standard.PARK_TAIL.search(n))}
        self.zone_of = zones(sorted(parks))
        before_projects = {firm_at_head(name) for name in named[Kind.PROJECT]} - {""}
        self.firm_of = firms(sorted({*named[Kind.ENTERPRISE], *before_projects}))
        self.project_of = projects(named[Kind.PROJECT])

    def add(self, mention: Mention) -> str:
        """The id of a mention's entity; the draft is made or widened."""
        canonical, label = self.named(mention)
        return self.put(mention.kind, canonical, label, mention.span)

    def named(self, mention: Mention) -> tuple[str, str]:
        """The canonical name and the label of a mention's entity."""
        name = mention.text
        match mention.kind:
            case Kind.AGENCY:
                found = standard.agency(name, mention.span, self.where, self.zone_of)
            case Kind.PARK:
                found = standard.park(self.zone_of.get(name, name), self.where)
            case Kind.INSTITUTION:
                found = standard.institution(name, mention.span, self.where)
            case Kind.PLACE:
                full = full_name(name, self.where.home)
                return full, full
            case Kind.ENTERPRISE:
                if name[0] in "市县区" and (place := self.where.level(name[0], mention.span.start)):
                    return firm_key(place + name[1:]), place + name[1:]  # 县自来水公司 is another one in every county
                return self.firm_of.get(name) or (firm_key(name), name)
            case Kind.PROJECT:
                return self.project_of[name]
            case _:
                return name, name
        return found.canonical, found.label

    def put(self, kind: Kind, canonical: str, label: str, span: Span, *, implied: bool = False) -> str:
        """Make or widen the draft of a canonical name. What is implied has no form of its own on the page."""
        entity = identifier(kind, canonical)
        draft = self.by_id.setdefault(entity, Draft(kind, canonical, label))
        draft.names.add(label)
        if not implied:
            draft.names |= {self.reading.text[span.start : span.end], self.reading.plain[span.start : span.end]}
        draft.spans.add(span)
        if len(label) > len(draft.label):
            draft.label = label
        return entity

    def withdraw(self, entity: str, span: Span, linked: set[str]) -> None:
        """Take a place back from an entity that a mention did not mean after all; it goes if nothing else names it."""
        draft = self.by_id[entity]
        draft.spans = {s for s in draft.spans if not span.covers(s)}
        if entity not in linked and not draft.spans:
            del self.by_id[entity]

    def entities(self) -> tuple[Entity, ...]:
        """The finished entities, sorted by id."""
        return tuple(self._entity(entity, self.by_id[entity]) for entity in sorted(self.by_id))

    def _entity(self, entity: str, draft: Draft) -> Entity:
        """Labels are as printed: on a page in traditional script the simplified form is one of the names."""
        mentions = sorted({e for span in draft.spans for e in self.reading.evidence(span)})
        label = self.as_printed(draft.label)
        names = tuple(sorted({label, *draft.names}))
        return Entity(entity, draft.kind, label, names, tuple(mentions), draft.official)

    def as_printed(self, text: str) -> str:
        """A simplified text in the script of the page, character by character."""
        return "".join(self._printed.get(c, c) for c in text) if self._printed else text
