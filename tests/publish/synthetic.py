"""Invented towns of any size, for timing: hub-heavy, Chinese labels, 2.5 edges a node, quotes in their pages."""

from __future__ import annotations

import random
from itertools import product

from kg.model import (
    STAGES,
    Amount,
    Document,
    Entity,
    Event,
    Evidence,
    Fact,
    Indicator,
    Kind,
    Knowledge,
    Relation,
    Stage,
    Tenure,
)

SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅云川山海江河"
STEMS = "星河远帆云岭松涛金谷银湖青禾海岳华辰同舟启明永安瑞丰德源泰和"
TAILS = {
    Kind.AGENCY: ("发改委", "科技局", "财政局", "教育局", "街道办事处", "管委会"),
    Kind.ENTERPRISE: ("新能源有限公司", "精密机械有限公司", "生物科技有限公司"),
    Kind.INSTITUTION: ("大学", "人民医院", "研究院"),
    Kind.PROJECT: ("电池二期项目", "智能制造项目", "研发中心项目"),
    Kind.PARK: ("高新区", "产业园"),
    Kind.PLACE: ("市", "镇", "村"),
}
SHARES = (
    (Kind.PERSON, 0.42),
    (Kind.AGENCY, 0.16),
    (Kind.ENTERPRISE, 0.18),
    (Kind.INSTITUTION, 0.05),
    (Kind.PROJECT, 0.12),
    (Kind.PARK, 0.03),
    (Kind.PLACE, 0.04),
)
TITLES = ("书记", "局长", "主任", "副主任", "镇长", "总经理")


def town(size: int, seed: int = 7) -> tuple[Knowledge, dict[str, str]]:
    """Knowledge of `size` nodes (a twentieth of them events) and the raw pages it was read from."""
    chance = random.Random(seed)
    writer = Writer(chance, pages=min(60, max(4, size // 60)))
    events = size // 20
    entities = [writer.entity(kind, number) for kind, number in numbered(size - events)]
    by_kind: dict[Kind, list[str]] = {kind: [e.id for e in entities if e.kind is kind] for kind, _ in SHARES}
    facts: list[Fact] = [*writer.ties(by_kind, int(size * 2.2)), *writer.events(by_kind, events)]
    facts += writer.numbers(by_kind)
    order = sorted(facts, key=lambda fact: (type(fact).__name__, repr(fact)))
    knowledge = Knowledge(writer.documents(), tuple(sorted(entities, key=lambda e: e.id)), tuple(order))
    return knowledge, writer.texts()


def numbered(size: int) -> list[tuple[Kind, int]]:
    counts = [(kind, max(1, round(size * share))) for kind, share in SHARES]
    first, most = counts[0]
    counts[0] = (first, most + size - sum(count for _, count in counts))
    return [(kind, number) for kind, count in counts for number in range(count)]


def name(kind: Kind, number: int) -> str:
    if kind is Kind.PERSON:
        pairs = list(product(GIVEN, GIVEN))
        one, two = pairs[number * 37 % len(pairs)]
        return SURNAMES[number // len(pairs) * 5 % len(SURNAMES) - number % 7] + one + two
    stem = STEMS[number * 2 % len(STEMS)] + STEMS[(number * 2 + 1 + number // 17) % len(STEMS)]
    tails = TAILS[kind]
    return stem + (str(number) if number > 40 else "") + tails[number % len(tails)]


class Writer:
    """Writes sentences into pages and hands back the quotes."""

    def __init__(self, chance: random.Random, pages: int) -> None:
        self.chance = chance
        self.parts: list[list[str]] = [[] for _ in range(pages)]
        self.lengths = [0] * pages
        self.labels: dict[str, str] = {}

    def date(self, page: int) -> str:
        return f"{2018 + page % 7}-{1 + page * 5 % 12:02d}-{1 + page * 11 % 28:02d}"

    def identifier(self, page: int) -> str:
        return f"page-{page:03d}.txt"

    def say(self, words: str) -> tuple[int, Evidence]:
        page = self.chance.randrange(len(self.parts))
        start = self.lengths[page]
        self.parts[page].append(words + "。\n")
        self.lengths[page] += len(words) + 2
        return page, Evidence(self.identifier(page), start, start + len(words), words)

    def entity(self, kind: Kind, number: int) -> Entity:
        id = f"{kind.lower()}-{number}"
        self.labels[id] = label = name(kind, number)
        quotes = tuple(sorted(self.say(f"记者在现场看到{label}")[1] for _ in range(1 + (number < 9))))
        return Entity(id, kind, label, (label,), quotes, kind is Kind.PERSON and number % 3 > 0)

    def pick(self, ids: list[str]) -> str:
        """Hub-heavy: the first ids are drawn far more often."""
        return ids[int(len(ids) * self.chance.random() ** 3)]

    def ties(self, ids: dict[Kind, list[str]], count: int) -> list[Fact]:
        kinds = [self.tenure] * 4 + [self.relation] * 6
        made = [kinds[i % len(kinds)](ids) for i in range(count)]
        unique = {(type(fact).__name__, *key(fact)): fact for fact in made}
        return list(unique.values())

    def tenure(self, ids: dict[Kind, list[str]]) -> Fact:
        person = self.chance.choice(ids[Kind.PERSON])
        body = self.pick(ids[Kind.AGENCY] + ids[Kind.ENTERPRISE])
        title = self.chance.choice(TITLES)
        page, quote = self.say(f"{self.labels[body]}{title}{self.labels[person]}出席会议")
        return Tenure(
            evidence=(quote,), person=person, organization=body, title=title, observed=self.date(page)
        )

    def relation(self, ids: dict[Kind, list[str]]) -> Fact:
        predicate, subjects, objects = self.chance.choice(
            (
                ("partOf", Kind.AGENCY, Kind.AGENCY),
                ("locatedIn", Kind.PROJECT, Kind.PARK),
                ("locatedIn", Kind.ENTERPRISE, Kind.PLACE),
                ("undertakes", Kind.ENTERPRISE, Kind.PROJECT),
                ("cooperatesWith", Kind.ENTERPRISE, Kind.INSTITUTION),
                ("invests", Kind.ENTERPRISE, Kind.PROJECT),
            )
        )
        a, b = self.chance.choice(ids[subjects]), self.pick(ids[objects])
        _, quote = self.say(f"{self.labels[a]}与{self.labels[b]}的事({predicate})")
        return Relation(evidence=(quote,), subject=a, predicate=predicate, object=b)

    def events(self, ids: dict[Kind, list[str]], count: int) -> list[Fact]:
        return [self.event(ids, number) for number in range(count)]

    def event(self, ids: dict[Kind, list[str]], number: int) -> Fact:
        who = sorted({self.pick(ids[Kind.PERSON]) for _ in range(4)})
        label = f"第{number + 1}次工作会议"
        page, quote = self.say(f"{label}召开")
        return Event(
            evidence=(quote,),
            id=f"event-{number}",
            label=label,
            kind="meeting",
            date=self.date(page),
            place=self.pick(ids[Kind.PLACE]),
            participants=tuple((person, "attended") for person in who),
        )

    def numbers(self, ids: dict[Kind, list[str]]) -> list[Fact]:
        """An amount and two stages for each project, an indicator for each park."""
        facts: list[Fact] = []
        for number, project in enumerate(ids[Kind.PROJECT]):
            page, quote = self.say(f"{self.labels[project]}总投资{number % 90 + 1}亿元")
            facts.append(
                Amount(
                    evidence=(quote,),
                    project=project,
                    property="totalInvestment",
                    value=(number % 90 + 1) * 1e8,
                )
            )
            told = sorted({STAGES[number % len(STAGES)], STAGES[number * 3 % len(STAGES)]})
            facts += [
                Stage(evidence=(quote,), project=project, stage=s, observed=self.date(page)) for s in told
            ]
        facts += [self.target(park) for park in ids[Kind.PARK]]
        return facts

    def target(self, park: str) -> Fact:
        page, quote = self.say(f"{self.labels[park]}力争新增企业240家")
        period = self.date(page)[:4]
        return Indicator(
            evidence=(quote,),
            subject=park,
            name="新增企业",
            value=240,
            unit="家",
            period=period,
            modality="target",
        )

    def documents(self) -> tuple[Document, ...]:
        return tuple(
            Document(self.identifier(page), f"{page:064x}", "云川日报", "云川市", self.date(page))
            for page in range(len(self.parts))
        )

    def texts(self) -> dict[str, str]:
        return {self.identifier(page): "".join(parts) for page, parts in enumerate(self.parts)}


def key(fact: Fact) -> tuple[str, ...]:
    if isinstance(fact, Tenure):
        return fact.person, fact.organization, fact.title
    assert isinstance(fact, Relation)
    return fact.subject, fact.predicate, fact.object
