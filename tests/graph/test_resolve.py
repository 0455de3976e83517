"""Identity across pages: what becomes one, what stays two, and what is left for review."""

import itertools
import random
from dataclasses import replace

import factory
import pytest

from kg.entities.identity import identifier
from kg.graph.combine import combine
from kg.graph.resolve import resolve
from kg.graph.resolve.judgement import Verdict
from kg.model import Document, Entity, Event, Evidence, Fact, Kind, Knowledge, Relation, Stage, Tenure

HOME, NEAR, ABOVE = "昆山市", "太仓市", "苏州市"


def page(name: str, *entities: Entity, facts: tuple[Fact, ...] = (), place: str = HOME) -> Knowledge:
    return Knowledge((Document(name, name, "日报", place, "2021"),), entities, facts)


def thing(kind: Kind, canonical: str, *names: str) -> Entity:
    return Entity(identifier(kind, canonical), kind, canonical, tuple(sorted({canonical, *names})), (QUOTE,))


def park(canonical: str, *names: str) -> Entity:
    return thing(Kind.PARK, canonical, *names)


def project(canonical: str, *names: str) -> Entity:
    return thing(Kind.PROJECT, canonical, *names)


def post(body: Entity, title: str, day: str, **more: object) -> tuple[Entity, Tenure]:
    held = Tenure(person=WHO.id, organization=body.id, title=title, observed=day, evidence=(QUOTE,), **more)
    return body, held


def holder(name: str, *posts: tuple[Entity, Tenure], place: str = HOME) -> Knowledge:
    """A page on which the one name is seen in these posts."""
    return page(name, WHO, *(body for body, _ in posts), facts=tuple(held for _, held in posts), place=place)


def ids(pages: list[Knowledge], kind: Kind) -> list[list[str]]:
    """The ids of a kind page by page after they were resolved."""
    return [[e.id for e in p.entities if e.kind is kind] for p in resolve(pages)[0]]


def verdicts(pages: list[Knowledge]) -> list[Verdict]:
    return [judgement.verdict for judgement in resolve(pages)[1]]


QUOTE = Evidence("a.txt", 0, 1, "某")
WHO = thing(Kind.PERSON, "石建国")
BUREAU = thing(Kind.AGENCY, "昆山市水务局")
LEADER = replace(WHO, official=True)
TOWN = thing(Kind.AGENCY, "白鹭镇人民政府")
TOWN_PARTY = thing(Kind.AGENCY, "白鹭镇党委")
CITY_FIRM = thing(Kind.ENTERPRISE, "昆山市城投集团")
MINISTRY = thing(Kind.AGENCY, "农业农村部")
SECOND = thing(Kind.AGENCY, "昆山市财政局")
OTHER = thing(Kind.AGENCY, "太仓市教育局")
FAR = thing(Kind.AGENCY, "沈阳市教育局")
UPPER = thing(Kind.AGENCY, "苏州市委")
FIRM = thing(Kind.ENTERPRISE, "白鹭水泵")
ZONE = park("昆山湖经济技术开发区", "湖区")
SHORT = park("昆山市湖区", "湖区")


def test_a_short_name_that_one_page_explains_is_the_full_one_everywhere():
    """湖区 alone, on another page of the city, is the 开发区 that a page calls 湖区."""
    assert ids([page("a", ZONE), page("b", SHORT)], Kind.PARK) == [[ZONE.id], [ZONE.id]]


def test_a_short_name_in_another_city_stays_its_own():
    assert ids([page("a", ZONE), page("b", SHORT, place=NEAR)], Kind.PARK) == [[ZONE.id], [SHORT.id]]


def test_a_short_name_that_two_full_ones_explain_is_left_for_review():
    second = park("湖滨旅游度假区", "湖区")
    pages = [page("a", ZONE), page("b", second), page("c", SHORT)]
    assert ids(pages, Kind.PARK) == [[ZONE.id], [second.id], [SHORT.id]]
    assert verdicts(pages) == [Verdict.UNSURE, Verdict.UNSURE]


def test_what_a_page_tells_apart_is_never_made_one():
    """湖区 and the 开发区 are one on one page and two on another: that is for a person to say."""
    pages = [page("a", ZONE), page("b", ZONE, SHORT)]
    assert ids(pages, Kind.PARK) == [[ZONE.id], [ZONE.id, SHORT.id]]
    assert verdicts(pages) == [Verdict.UNSURE]
    pages = [page("a", project("白鹭路"), project("白鹭路改造")), page("b", project("白鹭路"))]
    assert ids(pages, Kind.PROJECT) == [*ids(pages[:1], Kind.PROJECT), [project("白鹭路").id]]
    assert verdicts(pages) == [Verdict.DIFFERENT]


def test_a_chain_of_judgements_does_not_join_what_a_page_tells_apart():
    """Two short names of one project, which stand on one page as two, are both left for review."""
    full = project("白鹭冷链中心", "白鹭", "白鹭冷链")
    pages = [page("a", full), page("b", project("白鹭"), project("白鹭冷链"))]
    assert set(verdicts(pages)) == {Verdict.UNSURE}
    assert resolve(pages)[0] == pages


@pytest.mark.parametrize(
    ("short", "full", "one"),
    [
        ("白鹭路", "白鹭路快速化", True),
        ("北环江", "北环江高铁", True),
        ("白鹭", "白鹭二期", False),
        ("白鹭一期", "白鹭二期", False),
        ("白鹭食品", "白鹭食品展销中心", False),
        ("鹭", "鹭改造", False),
    ],
)
def test_a_project_whose_name_only_adds_the_work_is_the_same(short: str, full: str, one: bool):
    """A road and its widening are one; a phase and the whole are two; what adds more is left for review."""
    pages = [page("a", project(short)), page("b", project(full))]
    last = project(full).id
    assert ids(pages, Kind.PROJECT) == [[last if one else project(short).id], [last]]


def test_a_road_that_was_ready_before_the_work_began_is_not_that_work():
    road, work = project("白鹭路"), project("白鹭路改造")
    done = Stage(project=road.id, stage="operating", observed="2019", evidence=(QUOTE,))
    begun = Stage(project=work.id, stage="started", observed="2021-03", evidence=(QUOTE,))
    assert verdicts([page("a", road, facts=(done,)), page("b", work, facts=(begun,))]) == [Verdict.DIFFERENT]


def test_the_same_organ_of_one_park_is_one_and_facts_follow():
    """With the park, its 管理委员会 of two names becomes one, and the relation between them holds the new ids."""
    organs = [thing(Kind.AGENCY, p.label + "管理委员会") for p in (ZONE, SHORT)]
    runs = [
        Relation(subject=organ.id, predicate="administers", object=p.id, evidence=(QUOTE,))
        for organ, p in zip(organs, (ZONE, SHORT), strict=True)
    ]
    pages = [page("a", ZONE, organs[0], facts=(runs[0],)), page("b", SHORT, organs[1], facts=(runs[1],))]
    assert combine(resolve(pages)[0]).facts == (runs[0],)


@pytest.mark.parametrize(
    ("pages", "persons"),
    [
        pytest.param([(BUREAU, "局长", "2021"), (BUREAU, "局长", "2022")], 1, id="one body"),
        pytest.param([(BUREAU, "局长", "2021"), (SECOND, "局长", "2022")], 1, id="one city"),
        pytest.param([(BUREAU, "局长", "2021"), (UPPER, "副秘书长", "2021")], 2, id="city above"),
        pytest.param([(BUREAU, "局长", "2021"), (OTHER, "局长", "2021")], 2, id="two cities at once"),
        pytest.param([(BUREAU, "局长", "2021"), (OTHER, "局长", "2025")], 2, id="two cities, years between"),
        pytest.param([(BUREAU, "局长", "2021"), (OTHER, "委员", "2021")], 2, id="part-time elsewhere"),
        pytest.param([(TOWN, "镇长", "2021-03"), (TOWN_PARTY, "书记", "2022-01")], 1, id="one town"),
        pytest.param([(TOWN, "镇长", "2021-03"), (SECOND, "局长", "2022-01")], 1, id="from town to bureau"),
        pytest.param(
            [(TOWN, "镇长", "2021-03"), (SECOND, "局长", "2021-05"), (TOWN, "镇长", "2021-08")], 2, id="heads at once"
        ),
        pytest.param(
            [(TOWN, "镇长", "2021-03"), (SECOND, "副局长", "2021-05"), (TOWN, "镇长", "2021-08")], 1, id="deputy at once"
        ),
        pytest.param([(BUREAU, "局长", "2021"), (CITY_FIRM, "董事长", "2022")], 1, id="state and the state's firm"),
        pytest.param([(MINISTRY, "部长", "2021"), (MINISTRY, "部长", "2022")], 1, id="a ministry"),
        pytest.param([(BUREAU, "局长", "2021"), (FIRM, "董事长", "2022")], 2, id="state and firm"),
    ],
)
def test_full_posts_that_exclude_each_other_make_two_persons(pages, persons):
    """One name, a page for each post: how many persons that is."""
    known = [holder(f"p{i}", post(*told)) for i, told in enumerate(pages)]
    found = set(itertools.chain(*ids(known, Kind.PERSON)))
    assert len(found) == persons
    assert WHO.id in found


def test_who_is_promoted_to_the_city_above_is_one():
    pages = [holder("a", post(BUREAU, "局长", "2021")), holder("b", post(UPPER, "副秘书长", "2022", change="appointed"))]
    assert ids(pages, Kind.PERSON) == [[WHO.id], [WHO.id]]


@pytest.mark.parametrize("told", [{"change": "appointed"}, {"former": True}])
def test_a_move_that_is_told_keeps_one_person(told):
    """任太仓市教育局局长, or 原昆山市水务局局长 beside the new post: one career."""
    new = [post(OTHER, "局长", "2022"), post(BUREAU, "局长", "2022", **told)]
    if "change" in told:
        new = [post(OTHER, "局长", "2022", **told)]
    pages = [holder("a", post(BUREAU, "局长", "2021")), holder("b", *new)]
    assert ids(pages, Kind.PERSON) == [[WHO.id], [WHO.id]]


def test_a_leader_without_a_post_belongs_to_the_one_of_the_page_s_city():
    """市领导石建国 on a page of 太仓 is the one with a post there; on one of 沈阳 nobody knows."""
    pages = [
        holder("a", post(BUREAU, "局长", "2021")),
        holder("b", post(OTHER, "局长", "2021")),
        page("c", LEADER, place=NEAR),
        page("d", LEADER, place="沈阳市"),
    ]
    (first,), (second,), (third,), (fourth,) = ids(pages, Kind.PERSON)
    assert second == third != first
    assert fourth not in {first, second}
    assert verdicts(pages).count(Verdict.UNSURE) == 2


def test_a_name_alone_is_not_enough():
    """A villager of the bureau head's name and city, with nobody else beside both, stays apart."""
    pages = [holder("a", post(BUREAU, "局长", "2021")), page("b", WHO)]
    assert len({*itertools.chain(*ids(pages, Kind.PERSON))}) == 2
    assert verdicts(pages) == [Verdict.UNSURE]


def test_the_same_company_is_enough():
    """Two others stand beside the name on both pages of one city."""
    others = (thing(Kind.PERSON, "常恩"), thing(Kind.PERSON, "龚立"))
    pages = [
        page("a", WHO, BUREAU, *others, facts=(post(BUREAU, "局长", "2021")[1],)),
        page("b", WHO, *others),
    ]
    assert ids(pages, Kind.PERSON)[0][0] == ids(pages, Kind.PERSON)[1][0] == WHO.id


def test_who_is_named_beside_his_firm_is_its_head():
    pages = [holder("a", post(FIRM, "董事长", "2021")), page("b", WHO, FIRM)]
    assert ids(pages, Kind.PERSON) == [[WHO.id], [WHO.id]]


@pytest.mark.parametrize(("place", "confidence"), [(1, 0.88), (3, 0.7)])
def test_the_place_in_a_list_of_attendance_is_evidence(place: int, confidence: float):
    """市领导甲、石建国、乙、丙: between leaders of the 人大 he may be the one who was seen there, behind the 政协 hardly."""
    organs = [thing(Kind.AGENCY, f"昆山{name}") for name in ("市委", "市人大常委会", "市人民政府", "市政协")]
    known = [thing(Kind.PERSON, name) for name in ("常恩", "龚立", "陶其和")]
    told = [
        Tenure(person=who.id, organization=organ.id, title="主任", observed="2021", evidence=(QUOTE,))
        for who, organ in zip(known, (organs[0], organs[1], organs[3]), strict=True)
    ]
    row = [*known[:place], LEADER, *known[place:]]
    listed = [
        replace(who, mentions=(Evidence("c", 4 * i, 4 * i + 3, who.label),)) for i, who in enumerate(row)
    ]
    pages = [
        holder("a", post(organs[1], "主任", "2021")),
        page("b", *known, *organs, facts=tuple(told)),
        page("c", *listed),
    ]
    judged = [j for j in resolve(pages)[1] if j.left == j.right == WHO.id]
    assert [j.confidence for j in judged] == [confidence]


@pytest.mark.parametrize(
    ("entity", "cities", "kinds"),
    [
        pytest.param(park("智谷产业园"), (HOME, "沈阳市"), 2, id="a park"),
        pytest.param(park("智谷产业园"), (HOME, ABOVE), 1, id="a park of a city and the one above"),
        pytest.param(thing(Kind.PLACE, "白鹭镇"), (HOME, NEAR), 2, id="a town"),
        pytest.param(thing(Kind.PLACE, "鼓楼区"), ("徐州市", "开封市"), 2, id="districts of one name"),
        pytest.param(thing(Kind.PLACE, "杭州市"), (HOME, "沈阳市"), 1, id="a city"),
        pytest.param(thing(Kind.PLACE, "挪威"), (HOME, "沈阳市"), 1, id="a country"),
        pytest.param(thing(Kind.AGENCY, "农业农村部"), (HOME, "沈阳市"), 1, id="a ministry"),
        pytest.param(thing(Kind.AGENCY, "昆山市水务局"), (HOME, "沈阳市"), 1, id="a bureau that names its city"),
        pytest.param(thing(Kind.AGENCY, "园区管委会"), (HOME, "沈阳市"), 2, id="a bureau that names none"),
        pytest.param(project("人民路改造"), (HOME, NEAR), 2, id="a road"),
        pytest.param(project("上海路改造"), (HOME, "沈阳市"), 2, id="a road that is called after a city"),
        pytest.param(project("宁沈高速"), ("南京市", "沈阳市"), 1, id="a line between cities"),
        pytest.param(thing(Kind.INSTITUTION, "第一中学"), (HOME, NEAR), 2, id="a school"),
        pytest.param(thing(Kind.INSTITUTION, "江海大学"), (HOME, "沈阳市"), 1, id="a university"),
        pytest.param(thing(Kind.ENTERPRISE, "兴业银行"), (HOME, "沈阳市"), 1, id="a bank"),
        pytest.param(thing(Kind.ENTERPRISE, "白鹭水泵"), (HOME, "沈阳市"), 2, id="a firm's short name"),
        pytest.param(
            thing(Kind.ENTERPRISE, "白鹭水泵", "昆山白鹭水泵有限公司"), (HOME, "沈阳市"), 1, id="a firm's full name"
        ),
    ],
)
def test_one_name_in_two_cities(entity: Entity, cities: tuple[str, str], kinds: int):
    pages = [page(f"p{i}", entity, place=city) for i, city in enumerate(cities)]
    assert len({*itertools.chain(*ids(pages, entity.kind))}) == kinds
    assert ids(pages, entity.kind)[0] == [entity.id]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(park("昆山市经济技术开发区"), park("昆山市经开区", "经开区"), True, id="kind of zone written short"),
        pytest.param(park("昆山市经济技术开发区"), park("昆山市开发区", "开发区"), True, id="general kind"),
        pytest.param(park("昆山市高新技术产业开发区"), park("昆山市开发区", "开发区"), False, id="general kind is no 高新区"),
        pytest.param(park("昆山市高新技术产业开发区"), park("昆山市经开区"), False, id="another kind"),
        pytest.param(park("白鹭环保科技工业园"), park("环科园"), True, id="coined name"),
        pytest.param(park("精密仪器产业园"), park("昆山精密仪器产业园"), True, id="with the city in front"),
        pytest.param(thing(Kind.PLACE, "神木县"), thing(Kind.PLACE, "神木市"), True, id="county that became a city"),
        pytest.param(thing(Kind.PLACE, "新乡市"), thing(Kind.PLACE, "新乡县"), False, id="city and county"),
        pytest.param(
            thing(Kind.ENTERPRISE, "白鹭新材料", "江苏白鹭新材料科技有限公司"), thing(Kind.ENTERPRISE, "白鹭科技"), True, id="own word"
        ),
        pytest.param(
            thing(Kind.ENTERPRISE, "白鹭新材料", "江苏白鹭新材料科技有限公司"), thing(Kind.ENTERPRISE, "白鹭食品"), False, id="other trade"
        ),
        pytest.param(project("陶瓷基板项目一期"), project("陶瓷基板项目二期"), False, id="phases"),
    ],
)
def test_names_of_one_city(one: Entity, other: Entity, same: bool):
    pages = [page("a", one), page("b", other)]
    assert (len({*itertools.chain(*ids(pages, one.kind))}) == 1) is same


def test_a_project_with_its_firm_in_front_is_the_project():
    """白鹭科技陶瓷基板项目 and 陶瓷基板项目, where a page of the city knows the firm."""
    pages = [page("a", project("白鹭科技陶瓷基板")), page("b", project("陶瓷基板")), page("c", thing(Kind.ENTERPRISE, "白鹭科技"))]
    assert len({*itertools.chain(*ids(pages, Kind.PROJECT))}) == 1


def test_two_full_names_are_two_firms():
    """昆山某某有限公司 and 沈阳某某有限公司 have one id by their own word; a short name goes with the firm of its city."""
    firms = [thing(Kind.ENTERPRISE, "白鹭水泵", f"{city}白鹭水泵有限公司") for city in ("昆山", "沈阳")]
    pages = [page("a", firms[0]), page("b", firms[1], place="沈阳市"), page("c", FIRM, place="沈阳市")]
    (first,), (second,), (third,) = ids(pages, Kind.ENTERPRISE)
    assert first == FIRM.id != second == third


def test_one_full_name_is_one_firm_whatever_the_id():
    """Beside its namesake 沈阳白鹭水泵有限公司 the firm's id keeps its place; alone on a page it does not."""
    beside = thing(Kind.ENTERPRISE, "昆山白鹭水泵", "昆山白鹭水泵有限公司")
    alone = thing(Kind.ENTERPRISE, "白鹭水泵", "昆山白鹭水泵有限公司")
    assert ids([page("a", beside), page("b", alone)], Kind.ENTERPRISE) == [[beside.id]] * 2


@pytest.mark.parametrize(
    ("date", "cities", "days", "events"),
    [
        ("2021-03", (HOME, HOME), ("2021-03-05", "2021-03-09"), 1),
        ("2021-03", (HOME, NEAR), ("2021-03-05", "2021-03-09"), 2),
        ("", (HOME, HOME), ("2021-03-05", "2021-03-09"), 1),
        ("", (HOME, HOME), ("2021-03-05", "2022-03-05"), 2),
    ],
)
def test_meetings_of_one_name(date: str, cities: tuple[str, str], days: tuple[str, str], events: int):
    """市委工作会议 is another one in another city, and without a date in another month."""
    meeting = Event(id="event-市委工作会议", label="市委工作会议", kind="meeting", date=date, evidence=(QUOTE,))
    pages = [
        Knowledge((Document(day, day, "日报", city, day),), (), (meeting,))
        for city, day in zip(cities, days, strict=True)
    ]
    assert len(combine(resolve(pages)[0]).facts) == events


def test_persons_of_different_names_are_never_one():
    """Even where a page calls the one by a form of the other."""
    full = Entity("person-石明远", Kind.PERSON, "石明远", ("明远", "石明远"), (QUOTE,))
    short = Entity("person-明远", Kind.PERSON, "明远", ("明远",), (QUOTE,))
    pages = [page("a", full), page("b", short)]
    assert resolve(pages) == (pages, ())


@pytest.mark.parametrize(("body", "persons"), [(OTHER, 1), (UPPER, 1), (FAR, 2)])
def test_a_rare_name_ties_the_posts_of_one_prefecture(body: Entity, persons: int):
    """石砚舟 in 昆山 and years later in 太仓 or 苏州 is one; in 沈阳 nobody knows. Of 石建国 there are many."""
    rare = thing(Kind.PERSON, "石砚舟")
    pages = [
        page(f"p{i}", rare, body, facts=(replace(post(body, "局长", day)[1], person=rare.id),))
        for i, (body, day) in enumerate(((BUREAU, "2018"), (body, "2022")))
    ]
    assert len({*itertools.chain(*ids(pages, Kind.PERSON))}) == persons


def test_a_told_leave_makes_room_for_a_new_post_elsewhere():
    """In one city till 2021, 不再担任 in 2022, then head of a county of another one: one person, whom no page has in both."""
    left = post(BUREAU, "局长", "2022-01", change="removed")
    pages = [
        holder("a", post(BUREAU, "局长", "2021")),
        holder("b", left),
        holder("c", post(OTHER, "局长", "2022-07", change="appointed")),
    ]
    assert ids(pages, Kind.PERSON) == [[WHO.id]] * 3


def test_a_name_in_traditional_script_is_the_name():
    """The page prints 侯為東 where the id has 侯为东; on two pages it keeps that id."""
    printed = Entity("person-侯为东", Kind.PERSON, "侯為東", ("侯为东", "侯為東"), (QUOTE,), official=True)
    simple = replace(thing(Kind.PERSON, "侯为东"), official=True)
    assert ids([page("a", printed), page("b", printed), page("c", simple)], Kind.PERSON) == [[simple.id]] * 3


def test_a_page_alone_stays_as_it_is():
    """Whatever stands on it: short names, projects, namesakes."""
    alone = page("a", ZONE, SHORT, project("白鹭路"), project("白鹭路改造"))
    assert resolve([alone]) == ([alone], ())
    assert resolve([factory.hostile()]) == ([factory.hostile()], ())


def test_the_order_of_the_pages_does_not_matter():
    """Ids and judgements of every shuffled corpus are the same."""
    pages = [
        page("a", ZONE, project("白鹭冷链中心", "白鹭")),
        page("b", SHORT, project("白鹭")),
        page("c", project("白鹭路"), project("白鹭二期")),
        page("d", project("白鹭路快速化")),
        *(holder(f"h{i}", post(body, "局长", day)) for i, (body, day) in enumerate(CAREERS)),
    ]
    whole = combine(resolve(pages)[0]), resolve(pages)[1]
    for seed in range(20):
        mixed = random.Random(seed).sample(pages, len(pages))
        again, judged = resolve(mixed)
        assert (combine(again), judged) == whole


CAREERS = [(BUREAU, "2020"), (OTHER, "2021"), (FIRM, "2021"), (UPPER, "2021"), (SECOND, "2024"), (OTHER, "2024")]
