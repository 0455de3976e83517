"""A small hand-made `Knowledge` with every class and every family of facts, from two invented pages.

`knowledge()` is what an extraction of `PAGES` could have made: every quote stands at its offsets there.
`hostile()` says the same kind of things of names that try to break out of Turtle, HTML, SPARQL and CSV.
"""

from __future__ import annotations

import hashlib
from typing import Any

from kg.graph.combine import combine
from kg.model import (
    Amount,
    Completion,
    Document,
    Entity,
    Event,
    Evidence,
    Fact,
    Indicator,
    Kind,
    Knowledge,
    LandArea,
    Relation,
    Stage,
    Tenure,
)

JUNE = "page-2023-06.txt"
MARCH = "page-2025-03.txt"
JANUARY = "page-2023-01.txt"

PAGES: dict[str, str] = {
    JUNE: (
        "云川日报 2023年6月21日 星期三\n"
        "云川市举行重点项目集中开工仪式\n"
        "本报讯(记者 蓝小雨)6月20日,云川市举行重点项目集中开工仪式。市委书记高远山、副市长、"
        "市投资促进局局长沈月华出席,市发改委主任白松涛主持。市发改委改革科负责具体工作。\n"
        "星河新能源科技有限公司投资建设的星河电池二期项目落户云川高新区,总投资80亿元,占地50亩,"
        "已于当日开工,计划2025年6月30日竣工,达产后年产值120亿元、年税收超5亿元。\n"
        "星河新能源是星河集团有限公司的全资子公司,由留学归来的博士叶知秋创办,远帆资本参与投资,"
        "属于动力电池产业。公司与云川大学签约共建研究院。\n"
        "云川高新区管委会表示,高新区位于云川市,今年国家科技型中小企业备案入库力争达到240家,"
        "上半年工业产值增长15%。\n"
    ),
    MARCH: (
        "云川日报 2025年3月3日 星期一\n"
        "云川市委工作会议召开 市委书记高远山讲话\n"
        "日前,市委工作会议召开。市长沈月华出席。原市发改委主任白松涛任市政协副主席,"
        "新任市发改委主任林知远接替白松涛。\n"
        "星河电池二期封顶在即,正加快建设,力争年内投产。高新区2023年国家科技型中小企业备案入库已达251家。"
        "星河新能源科技有限公司的前身是星河集团有限公司。\n"
    ),
    JANUARY: (
        "云川日报 2023年1月9日 星期一\n"
        "云川高新区全年国家科技型中小企业备案入库力争达到220家。去年税收增长5%,计划增长8%。星河电池二期已竣工。\n"
    ),
}


def quote(document: str, words: str, nth: int = 0) -> Evidence:
    """The nth place where a page says these words."""
    start = -1
    for _ in range(nth + 1):
        start = PAGES[document].index(words, start + 1)
    return Evidence(document, start, start + len(words), words)


def entity(kind: Kind, label: str, *mentions: Evidence, official: bool = False) -> Entity:
    """An entity of this name; the words of its mentions are its names as well."""
    names = tuple(sorted({label, *(m.exact for m in mentions)}))
    return Entity(f"{kind.lower()}-{label}", kind, label, names, tuple(sorted(mentions)), official)


def documents() -> tuple[Document, ...]:
    """The two pages; of the second, the date was read from the text."""
    digest = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in PAGES.items()}
    return (
        Document(JUNE, digest[JUNE], "云川日报", "云川市", "2023-06-21", (), ("蓝小雨",)),
        Document(MARCH, digest[MARCH], "云川日报", "云川市", "2025-03", ("published",)),
    )


def entities() -> tuple[Entity, ...]:
    """One or more of every kind; 沈月华's 副市长 implies the city's government."""
    return (
        entity(Kind.PERSON, "高远山", quote(JUNE, "高远山"), quote(MARCH, "高远山"), official=True),
        entity(Kind.PERSON, "沈月华", quote(JUNE, "沈月华"), quote(MARCH, "沈月华"), official=True),
        entity(Kind.PERSON, "白松涛", quote(JUNE, "白松涛"), quote(MARCH, "白松涛"), official=True),
        entity(Kind.PERSON, "林知远", quote(MARCH, "林知远"), official=True),
        entity(Kind.PERSON, "叶知秋", quote(JUNE, "叶知秋")),
        entity(Kind.AGENCY, "云川市委", quote(JUNE, "市委"), quote(MARCH, "云川市委")),
        Entity(
            "agency-云川市人民政府",
            Kind.AGENCY,
            "云川市人民政府",
            ("云川市人民政府",),
            (quote(JUNE, "副市长"), quote(MARCH, "市长")),
        ),
        entity(Kind.AGENCY, "云川市投资促进局", quote(JUNE, "市投资促进局")),
        entity(Kind.AGENCY, "云川市发改委", quote(JUNE, "市发改委"), quote(MARCH, "市发改委")),
        entity(Kind.AGENCY, "云川市发改委改革科", quote(JUNE, "市发改委改革科")),
        entity(Kind.AGENCY, "云川市政协", quote(MARCH, "市政协")),
        entity(Kind.AGENCY, "云川高新区管委会", quote(JUNE, "云川高新区管委会")),
        entity(
            Kind.ENTERPRISE,
            "星河新能源科技有限公司",
            quote(JUNE, "星河新能源科技有限公司"),
            quote(JUNE, "星河新能源", 1),
        ),
        entity(Kind.ENTERPRISE, "星河集团有限公司", quote(JUNE, "星河集团有限公司")),
        entity(Kind.ENTERPRISE, "远帆资本", quote(JUNE, "远帆资本")),
        entity(Kind.INSTITUTION, "云川大学", quote(JUNE, "云川大学")),
        entity(Kind.PROJECT, "星河电池二期", quote(JUNE, "星河电池二期"), quote(MARCH, "星河电池二期")),
        entity(
            Kind.PARK,
            "云川高新区",
            quote(JUNE, "云川高新区"),
            quote(JUNE, "高新区", 2),
            quote(MARCH, "高新区"),
        ),
        entity(Kind.PLACE, "云川市", quote(JUNE, "云川市"), quote(MARCH, "云川市")),
        entity(Kind.INDUSTRY, "动力电池产业", quote(JUNE, "动力电池产业")),
    )


def tenures() -> tuple[Tenure, ...]:
    """A post seen twice, two posts in one phrase, a former post, an appointment."""
    return (
        _tenure("高远山", "云川市委", "书记", quote(JUNE, "市委书记高远山")),
        _tenure("高远山", "云川市委", "书记", quote(MARCH, "市委书记高远山")),
        _tenure("沈月华", "云川市人民政府", "副市长", quote(JUNE, "副市长、市投资促进局局长沈月华")),
        _tenure("沈月华", "云川市投资促进局", "局长", quote(JUNE, "市投资促进局局长沈月华")),
        _tenure("沈月华", "云川市人民政府", "市长", quote(MARCH, "市长沈月华")),
        _tenure("白松涛", "云川市发改委", "主任", quote(JUNE, "市发改委主任白松涛")),
        _tenure("白松涛", "云川市发改委", "主任", quote(MARCH, "原市发改委主任白松涛"), former=True),
        _tenure("白松涛", "云川市政协", "副主席", quote(MARCH, "白松涛任市政协副主席"), change="appointed"),
        _tenure("林知远", "云川市发改委", "主任", quote(MARCH, "新任市发改委主任林知远"), change="appointed"),
    )


def _tenure(person: str, body: str, title: str, said: Evidence, **more: Any) -> Tenure:
    """A sighting on the page that is quoted."""
    return Tenure(
        person=f"person-{person}",
        organization=f"agency-{body}",
        title=title,
        observed={JUNE: "2023-06-21", MARCH: "2025-03"}[said.document],
        evidence=(said,),
        confidence=0.95,
        rule="title-before-name",
        **more,
    )


def relations() -> tuple[Relation, ...]:
    """One of every direct relation."""
    firm, group = "enterprise-星河新能源科技有限公司", "enterprise-星河集团有限公司"
    project, park = "project-星河电池二期", "park-云川高新区"
    said = (
        ("agency-云川市发改委改革科", "partOf", "agency-云川市发改委", quote(JUNE, "市发改委改革科")),
        ("agency-云川高新区管委会", "administers", park, quote(JUNE, "云川高新区管委会")),
        (park, "locatedIn", "place-云川市", quote(JUNE, "高新区位于云川市")),
        (project, "locatedIn", park, quote(JUNE, "星河电池二期项目落户云川高新区")),
        (
            firm,
            "locatedIn",
            park,
            quote(JUNE, "星河新能源科技有限公司投资建设的星河电池二期项目落户云川高新区"),
        ),
        (firm, "undertakes", project, quote(JUNE, "星河新能源科技有限公司投资建设的星河电池二期")),
        (firm, "subsidiaryOf", group, quote(JUNE, "星河新能源是星河集团有限公司的全资子公司")),
        ("person-叶知秋", "founded", firm, quote(JUNE, "博士叶知秋创办")),
        (firm, "cooperatesWith", "institution-云川大学", quote(JUNE, "公司与云川大学签约共建研究院")),
        ("enterprise-远帆资本", "invests", firm, quote(JUNE, "远帆资本参与投资")),
        (firm, "inIndustry", "industry-动力电池产业", quote(JUNE, "属于动力电池产业")),
        (firm, "continues", group, quote(MARCH, "星河新能源科技有限公司的前身是星河集团有限公司")),
        ("person-林知远", "succeeds", "person-白松涛", quote(MARCH, "林知远接替白松涛")),
    )
    return tuple(
        Relation(subject=s, predicate=p, object=o, evidence=(e,), confidence=0.9, rule=f"stated-{p}")
        for s, p, o, e in said
    )


def project_facts() -> tuple[Fact, ...]:
    """Amounts, land, completion and stages of the one project."""
    project = "project-星河电池二期"
    return (
        Amount(
            project=project, property="totalInvestment", value=8e9, evidence=(quote(JUNE, "总投资80亿元"),)
        ),
        Amount(
            project=project,
            property="annualRevenue",
            value=1.2e10,
            planned=True,
            evidence=(quote(JUNE, "达产后年产值120亿元"),),
            confidence=0.9,
        ),
        Amount(
            project=project,
            property="annualTax",
            value=5e8,
            comparator=">",
            planned=True,
            evidence=(quote(JUNE, "年税收超5亿元"),),
            confidence=0.9,
        ),
        LandArea(project=project, value=33333.33, evidence=(quote(JUNE, "占地50亩"),)),
        Completion(
            project=project, date="2025-06-30", planned=True, evidence=(quote(JUNE, "计划2025年6月30日竣工"),)
        ),
        Stage(
            project=project, stage="started", observed="2023-06-20", evidence=(quote(JUNE, "已于当日开工"),)
        ),
        Stage(
            project=project,
            stage="under-construction",
            observed="2025-03",
            evidence=(quote(MARCH, "正加快建设"),),
        ),
        Stage(
            project=project,
            stage="operating",
            observed="2025-03",
            planned=True,
            evidence=(quote(MARCH, "力争年内投产"),),
            confidence=0.8,
        ),
    )


def events() -> tuple[Event, ...]:
    """A ground-breaking with a day, a meeting with none."""
    return (
        Event(
            id="event-云川市重点项目集中开工仪式-2023-06-20",
            label="云川市重点项目集中开工仪式",
            kind="groundbreaking",
            date="2023-06-20",
            place="place-云川市",
            participants=(
                ("person-沈月华", "attended"),
                ("person-白松涛", "hosted"),
                ("person-高远山", "attended"),
            ),
            evidence=(quote(JUNE, "云川市举行重点项目集中开工仪式", 1),),
            confidence=0.9,
            rule="event-verb",
        ),
        Event(
            id="event-云川市委工作会议-2025-03",
            label="市委工作会议",
            kind="meeting",
            participants=(
                ("person-沈月华", "attended"),
                ("person-高远山", "attended"),
                ("person-高远山", "spoke"),
            ),
            evidence=(quote(MARCH, "市委工作会议召开", 1),),
            confidence=0.9,
            rule="event-noun",
        ),
    )


def indicators() -> tuple[Indicator, ...]:
    """A target, its later outcome, and a percentage."""
    name = "国家科技型中小企业备案入库"
    return (
        Indicator(
            subject="park-云川高新区",
            name=name,
            value=240,
            unit="家",
            comparator=">=",
            period="2023",
            modality="target",
            evidence=(quote(JUNE, "国家科技型中小企业备案入库力争达到240家"),),
        ),
        Indicator(
            subject="park-云川高新区",
            name=name,
            value=251,
            unit="家",
            period="2023",
            evidence=(quote(MARCH, "国家科技型中小企业备案入库已达251家"),),
        ),
        Indicator(
            subject="park-云川高新区",
            name="工业产值增长",
            value=15,
            unit="%",
            period="2023-H1",
            evidence=(quote(JUNE, "上半年工业产值增长15%"),),
            confidence=0.7,
            rule="number-after-noun",
        ),
    )


def knowledge() -> Knowledge:
    """Everything above, sorted as a build would sort it."""
    facts = (*tenures(), *relations(), *project_facts(), *events(), *indicators())
    return combine([Knowledge(documents(), entities(), facts)])


def derived() -> Knowledge:
    """`knowledge()` and an earlier page, of whose targets one was revised and one missed; it calls ready what was started later."""
    name, park = "国家科技型中小企业备案入库", "park-云川高新区"
    digest = hashlib.sha256(PAGES[JANUARY].encode()).hexdigest()
    page = Document(JANUARY, digest, "云川日报", "云川市", "2023-01-09")
    facts = (
        Indicator(
            subject=park,
            name=name,
            value=220,
            unit="家",
            period="2023",
            modality="target",
            evidence=(quote(JANUARY, "全年国家科技型中小企业备案入库力争达到220家"),),
        ),
        *(
            Indicator(
                subject=park,
                name="税收增长",
                value=value,
                unit="%",
                period="2022",
                modality=modality,
                evidence=(quote(JANUARY, words),),
            )
            for value, modality, words in ((8, "target", "计划增长8%"), (5, "actual", "去年税收增长5%"))
        ),
        Stage(
            project="project-星河电池二期",
            stage="completed",
            observed="2023-01-09",
            evidence=(quote(JANUARY, "星河电池二期已竣工"),),
        ),
    )
    return combine([knowledge(), Knowledge((page,), (), facts)])


HOSTILE = (
    '"""\\" . <x:a> <x:b> <x:c> . #',
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    '=HYPERLINK("http://example.invalid","click")',
    "' } DELETE WHERE { ?s ?p ?o } #",
    "../../etc/passwd",
    "a\nb\r\tc\u2028\u202e\ufeff\x00\x1f",
    "%41%2f%zz {{ name }} ${name} 😀𠮷",
)
"""Names that mean harm to some format or other."""


def hostile() -> Knowledge:
    """Every hostile name as a person in a post of an equally named body, at an event, with a number."""
    page = "\n".join(HOSTILE)
    source = "pa ge<1>\"'.txt"
    found: list[Entity] = []
    facts: list[Fact] = []
    for name in HOSTILE:
        start = page.index(name)
        said = (Evidence(source, start, start + len(name), name),)
        person, body = f"person-{name}", f"agency-{name}"
        found.append(Entity(person, Kind.PERSON, name, (name,), said, official=True))
        found.append(Entity(body, Kind.AGENCY, name, (name,), said))
        facts += (
            Tenure(
                person=person, organization=body, title=name, observed="2023-06", evidence=said, rule=name
            ),
            Relation(subject=body, predicate="partOf", object=body, evidence=said),
            Event(
                id=f"event-{name}",
                label=name,
                kind="meeting",
                place=body,
                participants=((person, "spoke"),),
                evidence=said,
            ),
            Indicator(subject=body, name=name, value=0.1, unit=name, period=name, evidence=said),
        )
    digest = hashlib.sha256(page.encode()).hexdigest()
    return combine([Knowledge((Document(source, digest, '报"\\', "<b>市"),), tuple(found), tuple(facts))])
