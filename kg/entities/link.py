"""Mentions → entities: one entity for all the ways in which a page names it, and the bodies that offices imply."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.entities import standard
from kg.entities.agencies import BARE_ORGANS
from kg.entities.clusters import firms, projects, zones
from kg.entities.identity import identifier, organ
from kg.entities.offices import chains
from kg.entities.recognize import Recognition
from kg.entities.whereabouts import Whereabouts, full_name
from kg.model import ORGANISATIONS, Entity, Kind, Link, Mention, NameRelation, OfficePhrase, PageEntities, Reading, Span

MANAGED = ("管委会", "管理委员会", "党工委", "工委", "纪工委", "党委", "人大工委", "党组")


@dataclass
class Draft:
    """An entity in the making: every form and place of it."""

    kind: Kind
    label: str
    names: set[str] = field(default_factory=set)
    spans: set[Span] = field(default_factory=set)
    official: bool = False


class Linker:
    """Collects the drafts of one page; made and used up inside `link`."""

    def __init__(self, reading: Reading, recognition: Recognition) -> None:
        self.reading = reading
        self.recognition = recognition
        self.where = Whereabouts.of(reading, recognition.mentions)
        self.drafts: dict[str, Draft] = {}
        self.links: list[Link] = []
        self.structure: list[NameRelation] = []
        self.zone_of = zones(self._named(Kind.PARK), self.where)
        self.firm_of = firms(self._named(Kind.ENTERPRISE))
        self.project_of = projects(self._named(Kind.PROJECT))

    def _named(self, kind: Kind) -> list[str]:
        nested = ()
        if kind is Kind.PARK:
            agencies = (m.text for m in self.recognition.mentions if m.kind is Kind.AGENCY)
            nested = (n[: standard.zone_part(n)] for n in agencies if standard.PARK_TAIL.search(n[: standard.zone_part(n)]))
        return sorted({*(m.text for m in self.recognition.mentions if m.kind is kind), *nested} - {""})

    def run(self) -> PageEntities:
        for mention in self.recognition.mentions:
            if mention.kind is not Kind.OFFICE:
                self._add(mention)
        seats = self._seats()
        entities = tuple(sorted((self._entity(i, d) for i, d in self.drafts.items()), key=lambda e: e.id))
        links = tuple(sorted(self.links, key=lambda link: link.span))
        structure = tuple(sorted(set(self.structure), key=lambda r: (r.subject, r.predicate, r.object, r.span)))
        return PageEntities(entities, links, self.recognition.offices, seats, structure)

    # ── one mention ─────────────────────────────────────────────────────────────────────────────────────

    def _add(self, mention: Mention) -> None:
        canonical, label = self._standard(mention)
        entity = self._draft(mention.kind, canonical, label, mention.span)
        if mention.kind is Kind.PERSON and mention.rule == "leaders_list":
            self.drafts[entity].official = True
        self.links.append(Link(mention.span, mention.kind, entity))
        if mention.kind is Kind.AGENCY:
            self._owners(mention, entity)

    def _standard(self, mention: Mention) -> tuple[str, str]:
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
                return self.firm_of[name]
            case Kind.PROJECT:
                return self.project_of[name]
            case _:
                return name, name
        return found.canonical, found.label

    def _draft(self, kind: Kind, canonical: str, label: str, span: Span) -> str:
        entity = identifier(kind, canonical)
        draft = self.drafts.setdefault(entity, Draft(kind, label))
        draft.names |= {label, self.reading.text[span.start : span.end], self.reading.plain[span.start : span.end]} if span else {label}
        draft.spans.add(span)
        if len(label) > len(draft.label):
            draft.label = label
        return entity

    # ── names inside names ──────────────────────────────────────────────────────────────────────────────

    def _owners(self, mention: Mention, entity: str) -> None:
        """The organ an organ is part of, the zone it runs: both stand inside its name."""
        name, start = mention.text, mention.span.start
        if length := standard.zone_part(name):
            inner = Mention(Span(start, start + length), name[:length], Kind.PARK, mention.rule)
            if not standard.PARK_TAIL.search(inner.text):
                inner = Mention(inner.span, inner.text, Kind.PLACE, mention.rule)
            canonical, label = self._standard(inner)
            owner = self._draft(inner.kind, canonical, label, inner.span)
            if inner.kind is Kind.PARK:
                predicate = "administers" if name.endswith(MANAGED) else ""
                if predicate:
                    self.structure.append(NameRelation(entity, predicate, owner, mention.span))
        elif length := standard.parent_length(name):
            inner = Mention(Span(start, start + length), name[:length], Kind.AGENCY, mention.rule)
            canonical, label = self._standard(inner)
            owner = self._draft(Kind.AGENCY, canonical, label, inner.span)
            if owner != entity:
                self.structure.append(NameRelation(entity, "partOf", owner, mention.span))

    # ── offices ─────────────────────────────────────────────────────────────────────────────────────────

    def _seats(self) -> tuple[tuple[OfficePhrase, str], ...]:
        """The organisation of each office: its body, the government it implies, or the body of the office before it."""
        found: list[tuple[OfficePhrase, str]] = []
        at = {link.span: link for link in self.links}
        previous: tuple[OfficePhrase, str] | None = None
        for phrase in self.recognition.offices:
            chained = previous if previous and self._chained(previous[0], phrase) else None
            seat = self._seat(phrase, at, chained)
            if seat:
                found.append((phrase, seat))
            previous = (phrase, seat) if seat else None
        return tuple(found)

    def _chained(self, before: OfficePhrase, phrase: OfficePhrase) -> bool:
        return chains(self.reading.plain[before.span.end : max(before.span.end, phrase.span.start)])

    def _seat(self, phrase: OfficePhrase, at: dict[Span, Link], chained: tuple[OfficePhrase, str] | None) -> str:
        body = at.get(phrase.body) or self._ending_with(phrase.body) if phrase.body else None
        if phrase.implied == "人民政府":
            return self._government(phrase, body)
        if phrase.implied:
            return self._implied(phrase)
        if body is not None and body.kind is Kind.AGENCY and self._is_bare_zone_organ(body):
            return self._zone_organ(body, chained) or body.entity
        if body is not None:
            return body.entity if body.kind in ORGANISATIONS or body.kind in (Kind.PARK, Kind.PROJECT, Kind.PLACE) else ""
        if phrase.body is None and chained is not None:
            return self._inherited(chained[1], phrase)
        return ""

    def _government(self, phrase: OfficePhrase, body: Link | None) -> str:
        """副市长 → the government of the city meant here; 某某县|县长 → that county's."""
        level = next((c for c in phrase.title if c in "省市县区镇乡州旗盟"), "")
        place = self.drafts[body.entity].label if body else self.where.level(level, phrase.span.start)
        name = f"{place}人民政府" if place else f"{level}人民政府"
        span = Span(phrase.span.end - len(phrase.title), phrase.span.end)
        entity = identifier(Kind.AGENCY, name)
        draft = self.drafts.setdefault(entity, Draft(Kind.AGENCY, name))
        draft.names.add(name)
        if place:
            draft.names.add(f"{place}政府")
        draft.spans.add(span)
        return entity

    def _ending_with(self, body: Span) -> Link | None:
        """The link that ends where the body does: a longer name won the overlap."""
        return next((link for link in self.links if link.span.end == body.end), None)

    def _implied(self, phrase: OfficePhrase) -> str:
        """检察长 → the one organ of that kind on the page, else the city's, else the country's."""
        known = sorted(i for i, d in self.drafts.items() if d.kind is Kind.AGENCY and d.label.endswith(phrase.implied))
        if known:
            return known[0]
        local = phrase.implied.startswith("人民")
        if local and not self.where.home:
            return ""
        name = self.where.home + phrase.implied if local else phrase.implied
        span = Span(phrase.span.end - len(phrase.title), phrase.span.end)
        entity = identifier(Kind.AGENCY, name)
        draft = self.drafts.setdefault(entity, Draft(Kind.AGENCY, name))
        draft.names.add(name)
        draft.spans.add(span)
        return entity

    def _is_bare_zone_organ(self, body: Link) -> bool:
        return self.reading.plain[body.span.start : body.span.end] in BARE_ORGANS

    def _zone_organ(self, body: Link, chained: tuple[OfficePhrase, str] | None) -> str:
        """A bare 管委会 is that of the zone whose organ stood before it, in the chain or else in the article.

        A bare 党委 belongs to the organisation named before it in the sentence (某某大学一方为|党委书记).
        """
        head = self.reading.plain[body.span.start : body.span.end]
        zone = self._zone_before(body, chained)
        owner = self.drafts[zone].label if zone else self._owner_before(body)
        if not owner:
            return ""
        canonical, label = self._standard(Mention(body.span, owner + head, Kind.AGENCY, "chain"))
        if zone:
            canonical, label = owner + organ(head), owner + head
        entity = self._draft(Kind.AGENCY, canonical, label, body.span)
        self._release(body, entity)
        if zone and self.drafts[zone].kind is Kind.PARK:
            self.structure.append(NameRelation(entity, "administers", zone, body.span))
        return entity

    def _zone_before(self, body: Link, chained: tuple[OfficePhrase, str] | None) -> str:
        """The zone administered by the organ before it: of the chain, else the last one in the same article."""
        if chained is not None:
            return self._zone_of_organ(chained[1])
        sentence = self.reading.sentence_at(body.span.start)
        if sentence is None:
            return ""
        begin = self.reading.articles[sentence.article].span.start
        for link in sorted((li for li in self.links if begin <= li.span.start < body.span.start), key=lambda li: -li.span.start):
            if link.kind is Kind.AGENCY and (zone := self._zone_of_organ(link.entity)):
                return zone
        return ""

    def _zone_of_organ(self, entity: str) -> str:
        return next((r.object for r in self.structure if r.subject == entity and r.predicate == "administers"), "")

    def _owner_before(self, body: Link) -> str:
        """The last institution or firm named before it in the sentence."""
        sentence = self.reading.sentence_at(body.span.start)
        if sentence is None:
            return ""
        owners = [
            link
            for link in self.links
            if sentence.span.start <= link.span.start < body.span.start
            and link.kind in (Kind.INSTITUTION, Kind.ENTERPRISE)
        ]
        return self.drafts[max(owners, key=lambda li: li.span).entity].label if owners else ""

    def _release(self, body: Link, entity: str) -> None:
        """The bare mention belongs to the organ now found; its makeshift entity goes if nothing else names it."""
        self.links = [Link(l.span, l.kind, entity) if l.span == body.span else l for l in self.links]
        if body.entity != entity and not any(l.entity == body.entity for l in self.links):
            self.drafts.pop(body.entity, None)

    def _inherited(self, organisation: str, phrase: OfficePhrase) -> str:
        """党组书记、局长: the second office is held in the organ, not in its party group."""
        for relation in self.structure:
            if relation.subject == organisation and relation.predicate == "partOf" and self.drafts[organisation].label.endswith(("党组", "党委")):
                return relation.object
        return organisation

    # ── entities ────────────────────────────────────────────────────────────────────────────────────────

    def _entity(self, entity: str, draft: Draft) -> Entity:
        mentions = sorted({e for span in draft.spans for e in self.reading.evidence(span)})
        return Entity(entity, draft.kind, draft.label, tuple(sorted(draft.names)), tuple(mentions), draft.official)


def link(reading: Reading, recognition: Recognition) -> PageEntities:
    """The entities of a page."""
    return Linker(reading, recognition).run()


def organisations(entities: Iterable[Entity]) -> list[Entity]:
    """Those entities that can have posts."""
    return [e for e in entities if e.kind in ORGANISATIONS]
