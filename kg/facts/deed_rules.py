"""What tells an award, a signing and other deeds from other uses of their verbs."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.facts.actors import bodies, persons, signatories
from kg.facts.deed import DAY, GOES_ON, Deed, relabelled
from kg.facts.tellings import ORGANISED, Telling, quoted
from kg.model import Kind, Link, Span

COUNTED = re.compile(r"\d+(?:余|多)?个?(?:[一-鿿]{0,6}项目|批次)|项目\d+[个只]|签约\d+[宗个单项]")
ON_THE_SPOT = re.compile(r"(?:会|仪式|活动|论坛|现场)上?，|[会式坛]上|现场|集中|当天|昨[天日]")
NOT_SIGNED = re.compile(
    r"(?:已|完成\S{0,4}|搬迁|促成|在谈|待|拟|近|累计|共|全年|与(?:企业|客商|商户)(?:们)?)$"
)
NO_SIGNING = re.compile(r"^(?:的|率|活动|仪式|会|地|额|方|协议的|合同的|外资(?!利润))")
OPENING = 5
"""Sentences in which a report of a ceremony names it."""
SHORT_SUBJECT = 14
"""Characters of a subject that can still be a name alone."""
OUR_TOWN = ("我市", "我县", "我区", "我省", "全市")


def award(deed: Deed) -> Telling | None:
    """某镇获评国家级…, 某园区位列…10强, 某公司，…，这里…跻身…行列"""
    subject = deed.line.text[deed.subject.start : deed.subject.end]
    if len(deed.after) < 2 or re.match(r"^[的后本总]", deed.after):
        return None
    if subject.startswith(("这是", "继")) or re.search(
        r"\d+[个家名](?:项目|企业|选手)|代表$|人员$|成员$", subject
    ):
        return None
    where = re.search(r"在[^在]*[上中]$", subject)
    stop = deed.line.span(0, deed.subject.start + (where.start() if where else len(subject))).end
    honoured = [x for x in deed.links() if x.kind is not Kind.PERSON and x.span.end <= stop]
    plain = [x for x in honoured if not _within_marks(deed, x)]
    earlier = deed.antecedent()
    if earlier is not None:
        label = f"{deed.line.context.reading.text[earlier.span.start : earlier.span.end]}{deed.verb.group()}{deed.after}"
        told = deed.telling("award", "award", ((earlier.entity, "attended"),))
        return relabelled(told, label)
    if not (
        honoured or deed.line.title or "“" in subject or subject.startswith(OUR_TOWN) or _whole_subject(deed)
    ):
        return None
    giving = deed.line.links(deed.verb.start(), deed.verb.end())
    who = (
        *((x.entity, "attended") for x in _last_list(deed, plain) if x.kind is not Kind.PROJECT),
        *((x.entity, "hosted") for x in giving if x.kind in ORGANISED),
    )
    return deed.telling("award", "award", who)


def honouring(deed: Deed) -> Telling | None:
    """上级命名某市为国家卫生城市; 授予某镇某某称号"""
    honoured = deed.line.links(deed.verb.end(), deed.stretch.end)[:1]
    if not honoured or honoured[0].kind in (Kind.PERSON, Kind.PROJECT):
        return None
    return deed.telling("award", "award", tuple((x.entity, "attended") for x in honoured))


def commended(deed: Deed) -> Telling | None:
    """某局近日表彰“十佳职工”，甲、乙等榜上有名: the body, and the persons told of in that sentence."""
    line, links = deed.line, deed.links()
    acting = [x for x in links if x.kind in ORGANISED and x.span.end <= line.span(0, deed.verb.start()).end]
    between = line.text[line.at(acting[-1].span.end) : deed.verb.start()] if acting else ""
    if not acting or not re.fullmatch(rf"(?:{DAY.pattern}|[一-鿿]{{0,4}})", between) or len(deed.after) < 2:
        return None
    honoured = persons(line.context, line.span(deed.verb.end(), len(line.text)))
    who = ((acting[-1].entity, "hosted"), *((x.entity, "attended") for x in honoured))
    return deed.telling("award", "award", who)


def _last_list(deed: Deed, links: list[Link]) -> list[Link]:
    """The last name and those joined to it by 、 or 和."""
    found = links[-1:]
    for link in reversed(links[:-1]):
        between = deed.line.text[deed.line.at(link.span.end) : deed.line.at(found[0].span.start)]
        if not re.fullmatch(r"[、和与及]|以及", between):
            break
        found.insert(0, link)
    return found


def _whole_subject(deed: Deed) -> bool:
    """Whether a short subject that no recogniser knows opens its sentence: 某古镇评上国家4A级景区."""
    opens = deed.stretch.start == 0 or deed.line.text[deed.stretch.start - 1] in "；。"
    return opens and 2 <= len(deed.subject) <= SHORT_SUBJECT and not re.search(r"[的，、了]", deed.before)


def _within_marks(deed: Deed, link: Link) -> bool:
    at = deed.line.at(link.span.start)
    before = deed.line.text[:at]
    return quoted(deed.line.text, at) or before.count("（") > before.count("）")


def signing(deed: Deed) -> Telling | None:
    """甲与乙签约, 现场签约项目12个, 两地部门签署备忘录; further where it came on top: 商会会长还与某局签订…"""
    told = _signing(deed)
    return told and replace(told, further=re.search(r"还[与和同]", deed.before) is not None)


def _signing(deed: Deed) -> Telling | None:
    if NO_SIGNING.match(deed.after) or NOT_SIGNED.search(deed.before):
        return None
    if deed.before.endswith("新") and not deed.dated():
        return None
    start = deed.subject.start
    earlier = deed.previous()
    if earlier and re.fullmatch(
        r"(?:正式|共同|现场|成功|当场|并|还)*", deed.line.text[start : deed.verb.start()]
    ):
        start = earlier.start
    lead = deed.line.text[start : deed.verb.start()]
    every = bodies(deed.line.context, deed.line.span(start, deed.verb.start()), places=True)
    if "来自" in lead:
        every = tuple(x for x in every if x.kind is not Kind.PLACE)
    parties = [x for x in every if deed.line.text[deed.line.at(x.span.start) - 1] not in "在于到赴"]
    signed = signatories(deed.line.context, deed.line.span(start, deed.verb.start()))
    if signed and deed.after:
        parties = _with_signatories(deed, parties, signed)
    who = tuple(dict.fromkeys((x.entity, "signed") for x in parties))
    words = Span(start, deed.stretch.end)
    if signed and all(x in signed for x in parties) and _at_a_ceremony(deed):
        return None
    if len(parties) > 1 and re.search(r"[与和同]", lead):
        return deed.telling("signing", "signing", who, words=words)
    known = who or re.search(r"部门|[双三两][方地市]", lead)
    if known and deed.verb.group() in ("签署", "签订", "签下"):
        return deed.telling("signing", "signing", who, words=words)
    if COUNTED.search(deed.line.text[deed.stretch.start : deed.stretch.end]) and (
        deed.line.leads or ON_THE_SPOT.search(deed.line.text[: deed.verb.end()])
    ):
        return deed.telling(
            "signing",
            "signing",
            tuple(w for w, x in zip(who, parties, strict=False) if x.kind is not Kind.PLACE),
        )
    return None


def _at_a_ceremony(deed: Deed) -> bool:
    """Whether the report has told of a ceremony, so that the persons who sign do it there."""
    here = deed.line.sentence.span.start
    opening = [s.text for s in deed.line.report.body[:OPENING] if s.span.start < here]
    return any("签约仪式" in text or "签字仪式" in text for text in opening)


def _with_signatories(deed: Deed, parties: list[Link], signed: tuple[Link, ...]) -> list[Link]:
    """The bodies, the persons who sign, and the firms and agencies for which they do: 某公司董事长甲.

    A place beside them only says where somebody comes from (某市籍企业家).
    """
    stop = signed[-1].span.end
    offices = [
        x
        for x in deed.line.context.links(Span(deed.line.span(deed.stretch.start, 0).start, stop))
        if x.kind in (Kind.AGENCY, Kind.ENTERPRISE)
    ]
    return sorted(
        {*(x for x in parties if x.kind is not Kind.PLACE), *signed, *offices}, key=lambda x: x.span
    )


def other(deed: Deed) -> Telling | None:
    """千亩稻田开镰, 上级部门复函同意某事"""
    links = deed.links()
    if GOES_ON.match(deed.after) or any(x.kind is Kind.PERSON for x in links):
        return None
    if not (links or deed.line.title or _whole_subject(deed)):
        return None
    every = bodies(deed.line.context, deed.line.span(deed.subject.start, deed.verb.start()), places=True)
    acting = [x for x in every if deed.line.text[deed.line.at(x.span.start) - 1] not in "在于到赴"]
    return deed.telling("other", "deed", tuple((x.entity, "hosted") for x in acting[-1:]), confidence=0.75)


def first_of_its_kind(deed: Deed) -> Telling | None:
    """落地全省首个某应用场景: the label is what came, whoever brought it"""
    who = tuple(
        (x.entity, "hosted")
        for x in bodies(deed.line.context, deed.line.span(deed.subject.start, deed.verb.start()))
    )
    return deed.telling(
        "other", "deed", who[-1:], words=Span(deed.verb.start(), deed.stretch.end), confidence=0.7
    )
