"""In which organisation an office is held: its body, the government it implies, or what stands before it."""

from __future__ import annotations

import re
from collections import Counter

from kg.entities import standard
from kg.entities.agencies import BARE_ORGANS, VILLAGE
from kg.entities.drafts import Drafts
from kg.entities.identity import organ
from kg.entities.offices import chains, is_company
from kg.entities.owners import owners
from kg.model import ORGANISATIONS, Kind, Link, Mention, NameRelation, OfficePhrase, Span

SEATS = ORGANISATIONS | {Kind.PARK, Kind.PROJECT, Kind.PLACE}
OWNER = re.compile(r"(?P<place>.+?[省市县区州盟旗镇乡])(?:委|人民政府|政府|人大|政协|党委|纪委)|(?P<body>.+?)(?:党委|党组)$")
FREE_OFFICE = re.compile(r"(?:^|[^\u4e00-\u9fff]|公司|企业|集团|该厂|勉励|叮嘱|[对请向与同和据由]|听取|告诉)$")
"""What stands before an office of the firm spoken of: 公司|总经理, “，|研发总监”; not 当过|厂长."""
PARTY_CELL = re.compile(r"(?:党支部|党总支|党委)$")
NAME_BETWEEN = re.compile(
    r"(?:[\u4e00-\u9fff·]{2,6}[、，和及与]){1,6}|[，；](?:[\u4e00-\u9fff·]{2,6}[、和]){0,4}[\u4e00-\u9fff·]{2,4}?(?:当选为?|任|为)"
)

DEPUTY = re.compile(r"(?:常务)?副|秘书长")
CHAIRS = re.compile(r"[\u4e00-\u9fff·]{2,4}(?:主持(?:了)?(?:会议)?|出席(?:会议)?|讲话|作(?:工作)?报告|致辞)，")
"""市人大常委会主任张三主持会议，|副主任李四、王五: the deputies of the body whose head is in the chair."""

VISITED = re.compile(r"(?:走访|考察|来到|走进|参观|到访|调研|前往|察看|慰问)了?$")
VERB = 4
OPENING = 1
"""Characters before a firm that opens a sentence: 在."""


class Seating:
    """Finds the organisation of each office of a page; bare organs (管委会) get their links while it does."""

    def __init__(
        self,
        drafts: Drafts,
        links: list[Link],
        structure: list[NameRelation],
        mentions: tuple[Mention, ...],
    ) -> None:
        self.drafts = drafts
        self.reading = drafts.reading
        self.links = links
        self.structure = structure
        self.bare = {m.span: m for m in mentions if is_bare(m)}
        self.placeless = {m.span: m.text for m in mentions if m.rule == "bare_organ"}
        self._at = {link.span: link for link in links}
        self._ending = {link.span.end: link for link in links}

    def seats(self, offices: tuple[OfficePhrase, ...]) -> tuple[tuple[OfficePhrase, str], ...]:
        """Each office with the id of its organisation, those without one left out."""
        found: list[tuple[OfficePhrase, str]] = []
        chain: list[tuple[OfficePhrase, str]] = []
        last: tuple[OfficePhrase, str] | None = None
        for phrase in offices:
            if chain and not chains(self.reading.plain, chain[-1][0], phrase, chain[0][0].span.start):
                chain = []
            seat = self._seat(phrase, chain[-1][1] if chain else "", last)
            last = (phrase, seat)
            chain.append((phrase, seat))
            if seat:
                found.append((phrase, seat))
        return tuple(found)

    def _seat(self, phrase: OfficePhrase, before: str, last: tuple[OfficePhrase, str] | None) -> str:
        """`before` is the organisation of the office before it in the chain, `last` any office before it."""
        if phrase.body is not None and phrase.body in self.bare:
            return self._bare_organ(self.bare[phrase.body], before)
        if before and (seat := self._of_same_owner(phrase, before)):
            return seat
        body = (self._at.get(phrase.body) or self._ending.get(phrase.body.end)) if phrase.body else None
        if phrase.implied == "人民政府":
            return self._government(phrase, body)
        if phrase.implied:
            return self._implied(phrase)
        if body is not None:
            return body.entity if body.kind in SEATS else ""
        if phrase.body is not None:
            return ""
        if before:
            return self._inherited(before)
        if last is not None and last[1] and self._goes_on(last[0], phrase):
            return self._inherited(last[1])
        return self._topic_firm(phrase) if is_company(phrase.title) else ""

    def _of_same_owner(self, phrase: OfficePhrase, before: str) -> str:
        """某区委常委、|宣传部|部长: an organ named without its place is that of the office before it."""
        if phrase.body is None or phrase.body not in self.placeless:
            return ""
        owner = OWNER.match(self.drafts.by_id[before].label)
        if owner is None:
            return ""
        name = self.placeless[phrase.body]
        committee = "委" if owner["place"] and name in standard.PARTY else ""
        prefix = (owner["place"] or owner["body"]) + committee
        link = self._at.get(phrase.body)
        entity = self.drafts.put(Kind.AGENCY, prefix + organ(name), prefix + name, phrase.body)
        if link is not None and link.entity != entity:
            self.links[self.links.index(link)] = self._at[phrase.body] = Link(link.span, link.kind, entity)
            self._withdraw(link)
            organ_here = Mention(phrase.body, name, Kind.AGENCY, "bare_organ")
            self.structure += owners(self.drafts, organ_here, entity)
        return entity

    def _withdraw(self, link: Link) -> None:
        """Take back what a mention did not mean: its entity, the owners read out of its name, the relations to them."""
        linked = {li.entity for li in self.links}
        told = [r for r in self.structure if r.span == link.span]
        self.structure[:] = [r for r in self.structure if r.span != link.span]
        for entity in dict.fromkeys([link.entity, *(r.object for r in told)]):
            self.drafts.withdraw(entity, link.span, linked)

    def _goes_on(self, last: OfficePhrase, phrase: OfficePhrase) -> bool:
        """某某大学党委书记张三、|校长李四: only a name and a mark stand between two offices of one body."""
        gap = (self.reading.plain, last.span.end, phrase.span.start)
        return bool(NAME_BETWEEN.fullmatch(*gap) or (DEPUTY.match(phrase.title) and CHAIRS.fullmatch(*gap)))

    def _government(self, phrase: OfficePhrase, body: Link | None) -> str:
        """副市长 → the government of the city meant here; 某某县|县长 → that county's."""
        level = next((c for c in phrase.title if c in "省市县区镇乡州旗盟"), "")
        where = self.drafts.where.level(level, phrase.span.start)
        place = self.drafts.by_id[body.entity].label if body else where
        if not place:
            return self._put_implied(f"{level}人民政府", phrase)
        entity = self._put_implied(f"{place}人民政府", phrase)
        self.drafts.by_id[entity].names.add(f"{place}政府")
        return entity

    def _implied(self, phrase: OfficePhrase) -> str:
        """检察长 → the one organ of that kind on the page, else the city's, else the country's."""
        drafts = self.drafts.by_id
        known = sorted(i for i, d in drafts.items() if d.kind is Kind.AGENCY and d.label.endswith(phrase.implied))
        if known:
            return known[0]
        local = phrase.implied.startswith("人民")
        home = self.drafts.where.home
        if phrase.implied == "主席团" or (local and not home):
            return ""
        return self._put_implied(home + phrase.implied if local else phrase.implied, phrase)

    def _put_implied(self, name: str, phrase: OfficePhrase) -> str:
        span = Span(phrase.span.end - len(phrase.title), phrase.span.end)
        return self.drafts.put(Kind.AGENCY, name, name, span, implied=True)

    def _bare_organ(self, mention: Mention, before: str) -> str:
        """A bare 管委会 is that of the zone whose organ stood before it, in the chain or else in the article.

        A bare 党委 belongs to the organisation named before it in the sentence (某某大学一方为|党委书记).
        """
        zone = self._zone_of(before) if before else self._zone_before(mention.span)
        if zone:
            owner = self.drafts.by_id[zone].canonical
        elif mention.text in VILLAGE:
            owner = PARTY_CELL.sub("", self.drafts.by_id[before].label) if before else ""
        else:
            owner = self._owner_before(mention.span)
        if not owner:
            return ""
        entity = self.drafts.put(Kind.AGENCY, owner + organ(mention.text), owner + mention.text, mention.span)
        link = Link(mention.span, Kind.AGENCY, entity)
        self.links.append(link)
        self._at[mention.span] = self._ending[mention.span.end] = link
        del self.bare[mention.span]
        if zone and self.drafts.by_id[zone].kind is Kind.PARK:
            self.structure.append(NameRelation(entity, "administers", zone, mention.span))
        return entity

    def _zone_before(self, span: Span) -> str:
        """The zone of the last zone organ named before it in the same article."""
        begin = self._article_start(span)
        before = [li for li in self.links if begin <= li.span.start < span.start and li.kind is Kind.AGENCY]
        zones = (self._zone_of(li.entity) for li in sorted(before, key=lambda li: -li.span.start))
        return next((zone for zone in zones if zone), "")

    def _zone_of(self, organ_id: str) -> str:
        return next((r.object for r in self.structure if r.subject == organ_id and r.predicate == "administers"), "")

    def _owner_before(self, span: Span) -> str:
        """The label of the last institution or firm named before it in the sentence."""
        sentence = self.reading.sentence_at(span.start)
        if sentence is None:
            return ""
        kinds = (Kind.INSTITUTION, Kind.ENTERPRISE)
        owners = [li for li in self.links if li.kind in kinds and sentence.span.start <= li.span.start < span.start]
        return self.drafts.by_id[max(owners, key=lambda li: li.span).entity].label if owners else ""

    def _visited(self, firms: list[Link], phrase: OfficePhrase) -> str:
        """The firm that the same sentence has come to or opens with: 走访了某某有限公司，与|总经理张三座谈; 在某某公司，|总经理李四…"""
        sentence = self.reading.sentence_at(phrase.span.start)
        here = sorted((li for li in firms if sentence is not None and sentence.span.start <= li.span.start), key=lambda li: li.span)
        if sentence is None or len({li.entity for li in here}) != 1:
            return ""
        opens = here[0].span.start - sentence.span.start <= OPENING
        came = VISITED.search(self.reading.plain, here[-1].span.start - VERB, here[-1].span.start)
        return here[0].entity if opens or came else ""

    def _article_start(self, span: Span) -> int:
        sentence = self.reading.sentence_at(span.start)
        return self.reading.articles[sentence.article].span.start if sentence else 0

    def _inherited(self, organisation: str) -> str:
        """党组书记、局长: the second office is held in the organ, not in its party group."""
        if self.drafts.by_id[organisation].label.endswith(("党组", "党委")):
            for relation in self.structure:
                if relation.subject == organisation and relation.predicate == "partOf":
                    return relation.object
        return organisation

    def _topic_firm(self, phrase: OfficePhrase) -> str:
        """公司总经理, 研发总监: the firm that the article speaks of most, among those named before."""
        if not FREE_OFFICE.search(self.reading.plain, 0, phrase.span.start):
            return ""
        begin = self._article_start(phrase.span)
        before = [li for li in self.links if li.kind is Kind.ENTERPRISE and begin <= li.span.start < phrase.span.start]
        if visited := self._visited(before, phrase):
            return visited
        counted = Counter(li.entity for li in sorted(before, key=lambda li: li.span))
        return max(counted, key=lambda e: counted[e]) if counted else ""  # of equally frequent ones the first named


def is_bare(mention: Mention) -> bool:
    """An organ without a word of whose it is."""
    return mention.kind is Kind.AGENCY and mention.text in BARE_ORGANS
