"""What an organ's name tells of its owner: the organ it is part of, the zone it runs, the body whose party group it is."""

from __future__ import annotations

import re

from kg.entities import standard
from kg.entities.drafts import Drafts
from kg.entities.patterns import any_of
from kg.model import Kind, Mention, NameRelation, Span


def owners(drafts: Drafts, mention: Mention, entity: str) -> list[NameRelation]:
    """The organ an organ is part of and the zone it runs, both told inside its name; their drafts are made."""
    name, start = mention.text, mention.span.start
    if (tail := standard.BODY_TAIL.search(name)) and (kind := _kind_of_owner(name[: tail.start()])):
        owner = drafts.add(Mention(Span(start, start + tail.start()), name[: tail.start()], kind, mention.rule))
        return [NameRelation(entity, "partOf", owner, mention.span)]
    if length := standard.zone_part(name):
        kind = Kind.PLACE if standard.TOWN_TAIL.search(name[:length]) else Kind.PARK
        owner = drafts.add(Mention(Span(start, start + length), name[:length], kind, mention.rule))
        if kind is Kind.PARK and name.endswith(MANAGED):
            return [NameRelation(entity, "administers", owner, mention.span)]
    elif length := standard.parent_length(name):
        inner = Mention(Span(start, start + length), name[:length], Kind.AGENCY, mention.rule)
        owner = drafts.add(inner)
        if owner != entity:
            return [NameRelation(entity, "partOf", owner, mention.span), *owners(drafts, inner, owner)]
    elif department := DEPARTMENT.fullmatch(drafts.by_id[entity].label):
        committee = department["committee"]
        owner = drafts.put(Kind.AGENCY, committee, committee, mention.span, implied=True)
        return [NameRelation(entity, "partOf", owner, mention.span)]
    return []


DEPARTMENT = re.compile(rf"(?P<committee>.+[省市县区州盟旗]委){any_of(standard.PARTY)}")
"""宣传部 alone is that of the committee meant here."""


def _kind_of_owner(name: str) -> Kind | None:
    """Of what kind the organisation is whose 党组 or 党委 a name goes on with; None for zones and towns."""
    if name.endswith(("公司", "集团", "银行", "分行", "支行", "厂")):
        return Kind.ENTERPRISE
    if name.endswith(standard.ORGANISED):
        return Kind.INSTITUTION
    return Kind.AGENCY if name.endswith(("局", "厅", "委", "办", "署", "政府", "委员会", "政协", "人大常委会", "法院", "检察院")) else None


MANAGED = ("管委会", "管理委员会", "党工委", "工委", "纪工委", "党委", "人大工委", "党组")
