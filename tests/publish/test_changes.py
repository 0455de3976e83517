"""Changes in words: each kind of change is one line that a Chinese reader understands."""

import csv
import io
import json
import re
from dataclasses import replace

import factory
import pytest
from factory import JUNE, MARCH, quote

from kg.graph.changes import changes
from kg.graph.combine import combine
from kg.graph.resolve.rewrite import rewrite
from kg.model import (
    EVENT_KINDS,
    STAGES,
    Amount,
    Completion,
    Event,
    Fact,
    Indicator,
    Kind,
    Knowledge,
    LandArea,
    Relation,
    Stage,
    Tenure,
)
from kg.publish.changes import as_csv, as_json, lines, text
from kg.publish.changes.chinese import money, quantity, word
from kg.publish.changes.facts import told
from tests.graph.test_combine import alone

WHOLE = factory.knowledge()
PROJECT, FIRM, PARK = "project-星河电池二期", "enterprise-星河新能源科技有限公司", "park-云川高新区"
J, M = (quote(JUNE, "总投资80亿元"),), (quote(MARCH, "正加快建设"),)


def known(*facts: Fact) -> Knowledge:
    return combine([Knowledge(factory.documents(), factory.entities(), facts)])


def tenure(observed: str = "2025-03", who: str = "林知远", evidence=M, **more) -> Tenure:
    return Tenure(
        person=f"person-{who}",
        organization="agency-云川市发改委",
        title="主任",
        observed=observed,
        evidence=evidence,
        **more,
    )


def amount(value: float = 8e9, evidence=M, **more) -> Amount:
    return Amount(project=PROJECT, property="totalInvestment", value=value, evidence=evidence, **more)


def stage(name: str = "started", observed: str = "2025-03", **more) -> Stage:
    return Stage(project=PROJECT, stage=name, observed=observed, evidence=M, **more)


def indicator(value: float = 240, **more) -> Indicator:
    return Indicator(**{"subject": PARK, "name": "备案", "value": value, "unit": "家", "evidence": M} | more)


def relation(predicate: str = "undertakes", evidence=M) -> Relation:
    return Relation(subject=FIRM, predicate=predicate, object=PROJECT, evidence=evidence)


def event(**more) -> Event:
    said = {
        "id": "event-x",
        "label": "开工仪式",
        "kind": "groundbreaking",
        "date": "2025-03-01",
        "evidence": M,
    }
    return Event(**said | more)


OLDER = tenure("2023-06-21", "白松涛", J)
CASES = [
    (
        [],
        [tenure()],
        "posts 新增  林知远 任 云川市发改委主任 见于 2025-03〔2025-03（推断） page-2025-03.txt〕",
    ),
    (
        [OLDER],
        [OLDER, tenure()],
        "posts 新增  林知远 任 云川市发改委主任 见于 2025-03（旧图谱中任此职：白松涛 2023-06-21）",
    ),
    (
        [tenure()],
        [tenure(), tenure("2025-04")],
        "posts 又见  林知远 任 云川市发改委主任 又见于 2025-04（已见于 2025-03）",
    ),
    (
        [tenure(), tenure("2025-04")],
        [tenure()],
        "posts 减少  林知远 任 云川市发改委主任 不再见于 2025-04（仍见于 2025-03）",
    ),
    ([tenure()], [], "posts 移除  林知远 任 云川市发改委主任 见于 2025-03"),
    ([tenure("2025-02")], [tenure()], "posts 变更  林知远 任 云川市发改委主任 见于 2025-02 → 2025-03"),
    ([], [tenure(former=True)], "posts 新增  林知远 任 原云川市发改委主任 见于 2025-03"),
    ([], [tenure(change="appointed")], "posts 新增  林知远 任 云川市发改委主任 见于 2025-03（新任）"),
    ([], [tenure("")], "posts 新增  林知远 任 云川市发改委主任 见于 日期不详"),
    ([amount()], [amount(1e10)], "projects 变更  星河电池二期 总投资 80亿元 → 100亿元"),
    ([amount()], [amount(), amount(1e10)], "projects 又见  星河电池二期 总投资 又作 100亿元（已作 80亿元）"),
    ([amount()], [amount(planned=True)], "projects 变更  星河电池二期 总投资 80亿元 → 拟80亿元"),
    ([amount()], [amount(comparator=">")], "projects 变更  星河电池二期 总投资 80亿元 → 超80亿元"),
    (
        [amount(evidence=J)],
        [amount(9e9)],
        "〔旧 2023-06-21 page-2023-06.txt；新 2025-03（推断） page-2025-03.txt〕",
    ),
    (
        [LandArea(project=PROJECT, value=33333.33, evidence=M)],
        [LandArea(project=PROJECT, value=200000.0, evidence=M)],
        "projects 变更  星河电池二期 用地 33,333.33平方米 → 20万平方米",
    ),
    (
        [Completion(project=PROJECT, date="2025-06", planned=True, evidence=M)],
        [Completion(project=PROJECT, date="2026", planned=True, evidence=M)],
        "projects 变更  星河电池二期 竣工时间 拟2025-06 → 拟2026",
    ),
    ([], [stage()], "projects 新增  星河电池二期 开工 见于 2025-03"),
    (
        [stage()],
        [stage(), stage("operating", planned=True)],
        "星河电池二期 拟投产 见于 2025-03（旧图谱：开工 2025-03）",
    ),
    (
        [stage(observed="2024")],
        [stage(observed="2024"), stage()],
        "星河电池二期 开工 又见于 2025-03（已见于 2024）",
    ),
    ([indicator()], [indicator(251)], "indicators 变更  云川高新区 备案 实际 240家 → 251家"),
    (
        [indicator(comparator=">=", period="2023", modality="target")],
        [indicator(comparator=">=", period="2023", modality="target"), indicator(251, period="2023")],
        "indicators 新增  云川高新区 备案（2023） 实际 251家（旧图谱：备案（2023） 目标 ≥240家）",
    ),
    ([], [relation()], "relations 新增  星河新能源科技有限公司 —承担→ 星河电池二期"),
    ([relation()], [], "relations 移除  星河新能源科技有限公司 —承担→ 星河电池二期"),
    (
        [relation()],
        [relation("locatedIn")],
        "relations 改读  同一处原文，原读作：星河新能源科技有限公司 —承担→ 星河电池二期；今读作：星河新能源科技有限公司 —位于→ 星河电池二期",
    ),
    (
        [relation()],
        [relation(evidence=(*J, *M))],
        "evidence 增证  星河新能源科技有限公司 —承担→ 星河电池二期：证据 +1〔2023-06-21",
    ),
    (
        [relation(evidence=J)],
        [relation()],
        "evidence 增证  星河新能源科技有限公司 —承担→ 星河电池二期：证据 +1 -1〔旧 2023",
    ),
    (
        [relation()],
        [replace(relation(), confidence=0.5, rule="new-rule")],
        "confidence 改评  星河新能源科技有限公司 —承担→ 星河电池二期：可信度 1 → 0.5，规则 无 → new-rule",
    ),
    (
        [],
        [event(place="place-云川市", participants=(("person-高远山", "spoke"), (PARK, "")))],
        "events 新增  开工仪式（开工奠基；2025-03-01；云川市；参加 云川高新区；讲话 高远山）",
    ),
    (
        [event()],
        [event(date="2025-03-01/2025-03-02")],
        "events 变更  开工仪式：日期 2025-03-01 → 2025-03-01 至 2025-03-02",
    ),
    (
        [event(participants=(("person-高远山", "spoke"),))],
        [event(participants=(("person-沈月华", "spoke"),))],
        "events 变更  开工仪式：增 沈月华（讲话）；减 高远山（讲话）",
    ),
    (
        [event()],
        [event(id="event-y", label="项目开工仪式")],
        "events 变更  项目开工仪式：名称 开工仪式 → 项目开工仪式",
    ),
    ([event()], [event(id="event-y")], "events 变更  开工仪式：编号 event-x → event-y"),
    (
        [event(), event(id="event-y", label="奠基仪式", evidence=J)],
        [event(evidence=(*J, *M))],
        "events 合并  奠基仪式、开工仪式 合为 开工仪式",
    ),
]


def shown(old: Knowledge, new: Knowledge) -> list[str]:
    """The lines of the text, each after its group."""
    found = lines(changes(old, new))
    return [
        f"{line.group} {told}" for line in found for told in [text([line], confidence=True).splitlines()[-1]]
    ]


@pytest.mark.parametrize(("old", "new", "line"), CASES, ids=[case[2].split("〔")[0][-40:] for case in CASES])
def test_a_change_of_facts_is_one_line(old, new, line):
    found = shown(known(*old), known(*new))
    assert len(found) == 1
    assert line in found[0]


@pytest.mark.parametrize(
    ("ids", "there", "back"),
    [
        (
            {"agency-云川市政协": "agency-云川市人民政府"},
            "identity 合并  云川市政协 并入 云川市人民政府",
            "identity 拆分  云川市人民政府 拆出 云川市政协",
        ),
        (
            {PROJECT: "park-星河电池二期"},
            "entities 变更  星河电池二期：编号",
            "entities 变更  星河电池二期：编号",
        ),
    ],
)
def test_joined_and_parted_entities_are_told_as_such(ids, there, back):
    facts = tuple(f for f in WHOLE.facts if not (isinstance(f, Relation) and ids.get(f.subject) == f.object))
    old, new = replace(WHOLE, facts=facts), combine([rewrite(replace(WHOLE, facts=facts), ids)])
    assert [line[: len(there)] for line in shown(old, new)] == [there]
    assert [line[: len(back)] for line in shown(new, old)] == [back]


PARK_NOW = next(e for e in WHOLE.entities if e.id == PARK)


@pytest.mark.parametrize(
    ("other", "line"),
    [
        (replace(PARK_NOW, label="高新区"), "identity 改名  云川高新区 改称 高新区"),
        (replace(PARK_NOW, names=(*PARK_NOW.names, "云高新")), "entities 变更  云川高新区：又称 云高新"),
        (replace(PARK_NOW, names=("云川高新区",)), "entities 变更  云川高新区：不再称 高新区"),
        (replace(PARK_NOW, kind=Kind.PLACE, id="place-x"), "entities 变更  云川高新区：类型 园区 → 地方"),
        (replace(PARK_NOW, mentions=PARK_NOW.mentions[1:]), "evidence 减证  园区 云川高新区：提及 -1"),
    ],
)
def test_a_change_of_an_entity_is_one_line(other, line):
    old = Knowledge(factory.documents(), (PARK_NOW,))
    (found,) = shown(old, Knowledge(factory.documents(), (other,)))
    assert found.startswith(line)


def test_namesakes_that_part_are_told_apart_by_their_ids():
    one = next(e for e in WHOLE.entities if e.label == "白松涛")
    other = replace(one, id="person-白松涛-0a1b2c3d", mentions=one.mentions[1:])
    old = Knowledge(factory.documents(), (one,))
    (found,) = shown(old, Knowledge(factory.documents(), (replace(one, mentions=one.mentions[:1]), other)))
    assert "白松涛〔person-白松涛〕 拆出 白松涛〔person-白松涛-0a1b2c3d〕" in found


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"sha256": "0"}, "正文有改动"),
        ({"published": "2025"}, "日期 2025-03 → 2025"),
        ({"newspaper": ""}, "报纸 云川日报 → 无"),
        ({"identifier": "x.txt"}, "文件名 page-2025-03.txt → x.txt"),
        ({"authors": ("甲", "乙")}, "作者 无 → 甲、乙"),
    ],
)
def test_a_page_that_changed_says_in_what(change, words):
    page = factory.documents()[1]
    (found,) = shown(Knowledge((page,)), Knowledge((replace(page, **change),)))
    assert found.startswith("pages 变更")
    assert words in found


def test_totals_stand_at_the_top_and_the_groups_in_their_order():
    found = text(lines(changes(alone(WHOLE, JUNE), WHOLE)))
    assert found.startswith("共 ")
    assert "  版面：新增 1\n" in found
    headings = re.findall(r"^【(.+)】$", found, re.MULTILINE)
    assert headings == ["版面", "任职", "项目", "指标", "关系", "活动", "实体", "仅证据增减"]


def test_equal_graphs_have_no_changes():
    assert text(lines(changes(WHOLE, WHOLE))) == "没有变化\n"
    assert json.loads(as_json([])) == {"totals": {}, "changes": []}


def test_what_is_only_held_for_less_sure_is_counted_and_told_when_asked_for():
    found = lines(changes(known(relation()), known(replace(relation(), confidence=0.5))))
    assert text(found) == "没有变化；1 条只是可信度或规则不同（--confidence 列出）\n"
    assert "可信度 1 → 0.5" in text(found, confidence=True)


def test_a_limit_says_what_it_leaves_out():
    found = lines(changes(Knowledge(), WHOLE))
    short = text(found, 2)
    assert max(len(part.splitlines()) for part in short.split("\n\n")[1:]) <= 4
    assert "…… 还有 18 条（--all 全部列出）" in short
    assert "还有" not in text(found)


def test_quotes_stand_below_their_line_without_the_breaks_of_the_column():
    said = (replace(M[0], exact="正加\n快 建设"),)
    found = text(lines(changes(known(), known(replace(relation(), evidence=said)))), evidence=True)
    assert f"      {MARCH}:{M[0].start}-{M[0].end} “正加快建设”\n" in found


def test_a_quote_that_was_read_otherwise_is_shown_once():
    """The words are the same on both sides; different ones are marked as old and new."""
    same = lines(changes(known(relation()), known(relation("locatedIn"))))
    other = lines(changes(known(amount(evidence=J)), known(amount(9e9))))
    assert text(same, evidence=True).count("正加快建设") == 1
    assert [found[6] for found in text(other, evidence=True).splitlines()[-2:]] == ["旧", "新"]


def test_json_and_csv_have_every_change_with_both_sides():
    told_ = lines(changes(alone(WHOLE, JUNE), WHOLE))
    found = json.loads(as_json(told_))["changes"]
    rows = list(csv.DictReader(io.StringIO(as_csv(told_))))
    assert len(found) == len(rows) == len(told_)
    assert [row["words"] for row in rows] == [change["words"] for change in found]
    new = next(change for change in found if change["group"] == "posts")
    assert (new["change"], new["before"], new["after"][0]["type"]) == ("added", [], "Tenure")
    assert new["gained"][0]["document"] == MARCH


def test_names_that_mean_harm_stay_words():
    """Neither terminal nor spreadsheet obeys a name of a page."""
    found = lines(changes(Knowledge(), factory.hostile()))
    shown_, sheet, script = text(found, evidence=True), as_csv(found), as_json(found)
    for harm in ("\x00", "\x1f", "\r\t", "\u2028", "\u202e", "\ufeff"):
        assert harm not in shown_ + sheet + script
    for row in csv.reader(io.StringIO(sheet)):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]
    names = {
        item["label"]
        for change in json.loads(script)["changes"]
        for item in change["after"]
        if "label" in item
    }
    assert names >= set(factory.HOSTILE)


@pytest.mark.parametrize("fact", WHOLE.facts, ids=lambda fact: type(fact).__name__)
def test_every_fact_has_its_chinese_words(fact):
    """No English name of the model is left in a line."""
    found = told(fact, {e.id: e.label for e in WHOLE.entities})
    assert not re.search("[A-Za-z]{2}", found.matter + found.answer)


def test_a_new_kind_of_fact_asks_for_its_words():
    with pytest.raises(NotImplementedError, match="Fact"):
        told(Fact(evidence=()), {})


@pytest.mark.parametrize(
    ("family", "names"),
    [
        ("stage", STAGES),
        ("event", EVENT_KINDS),
        ("role", ("attended", "spoke", "hosted", "signed", "visited")),
        ("tie", [f.predicate for f in factory.relations()]),
        ("modality", ("target", "actual")),
    ],
)
def test_every_name_of_the_model_has_a_chinese_word(family, names):
    assert [name for name in names if word(family, name) == name] == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (money(8e9, "CNY"), "80亿元"),
        (money(1.2345e9, "USD", "~"), "约12.345亿美元"),
        (money(5e7, "CNY", ">"), "超5,000万元"),
        (money(8000000001, "CNY"), "80.00000001亿元"),
        (money(0.5, "CNY"), "0.5元"),
        (quantity(50000, "人"), "50,000人"),
        (quantity(1.2e6, "人", ">="), "≥120万人"),
        (quantity(15, "%"), "15%"),
        (quantity(1e15, ""), "10,000,000亿"),
        (quantity(1e-7, "克"), "0.0000001克"),
    ],
)
def test_numbers_are_exact_and_in_chinese_units(words, expected):
    assert words == expected
