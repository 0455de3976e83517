"""Who followed whom: posts of one, holders in the order of time, and what is left to be reviewed."""

import itertools

import pytest

from kg.graph.combine import combine
from kg.graph.derive import derive
from kg.graph.derive.seats import full_title, lines
from kg.graph.derive.successions import directness
from kg.graph.query import run_query
from kg.graph.store import Graph, load
from kg.model import Document, Entity, Evidence, Kind, Knowledge, Relation, Tenure
from kg.publish.turtle import write_turtle

CITY = "昆山市"
BUREAU = "昆山市水务局"


def page(text: str, place: str = CITY, day: str = "", name: str = "") -> Knowledge:
    """A page that says “甲 局长”, “甲 局长 原”, “甲 代局长 任”, “甲 局长 免” of a body: 水务局:甲 局长;…"""
    body, _, told = text.partition(":")
    name = name or f"{place}-{day}-{text}.txt"
    people, facts = {}, []
    for start, one in enumerate(told.split(";")):
        person, title, *mark = one.split()
        quote = (Evidence(name, start, start + len(one), one),)
        people[person] = Entity(f"person-{person}", Kind.PERSON, person, (person,), quote, official=True)
        facts.append(
            Tenure(
                person=f"person-{person}",
                organization=f"agency-{body}",
                title=title,
                observed=day,
                former=mark in (["原"], ["免"]),
                change={"任": "appointed", "免": "removed"}.get("".join(mark), ""),
                evidence=quote,
                confidence=0.97,
                rule="office_then_name",
            )
        )
    kind = Kind.ENTERPRISE if body.endswith("公司") else Kind.AGENCY
    organ = Entity(f"agency-{body}", kind, body, (body,), facts[0].evidence)
    return Knowledge((Document(name, "0" * 64, "", place, day),), (*people.values(), organ), tuple(facts))


def told(*said: str, place: str = CITY) -> list[Knowledge]:
    """Pages “day body:…”, each with a name of its own."""
    return [page(one.partition(" ")[2], place, one.partition(" ")[0]) for one in said]


def followed(knowledge: Knowledge) -> set[str]:
    """Successions as “later<earlier”."""
    return {
        f"{f.subject.removeprefix('person-')}<{f.object.removeprefix('person-')}"
        for f in knowledge.facts
        if isinstance(f, Relation) and f.predicate == "succeeds"
    }


SUCCESSIONS = [
    ("two holders, one after the other", ["2020-12 昆山市水务局:甲 局长", "2022-07 昆山市水务局:乙 局长"], {"乙<甲"}),
    ("three in a row", ["2018 昆山市水务局:甲 局长", "2020 昆山市水务局:乙 局长", "2022 昆山市水务局:丙 局长"], {"乙<甲", "丙<乙"}),
    ("no deputy follows another", ["2020 昆山市水务局:甲 副局长", "2022 昆山市水务局:乙 副局长"], set()),
    ("nor a member of a committee", ["2020 昆山市委:甲 常委", "2022 昆山市委:乙 常委"], set()),
    ("nor a first deputy", ["2020 昆山市人民政府:甲 常务副市长", "2022 昆山市人民政府:乙 常务副市长"], set()),
    ("nor a first secretary", ["2020 昆山市水务局党委:甲 第一书记", "2022 昆山市水务局党委:乙 第一书记"], set()),
    ("a ministry has many heads of divisions", ["2020 昆山市水务局:甲 科长", "2022 昆山市水务局:乙 科长"], set()),
    ("a division has one", ["2020 昆山市水务局规划科:甲 科长", "2022 昆山市水务局规划科:乙 科长"], {"乙<甲"}),
    ("a firm has one", ["2020 某某有限公司:甲 董事长", "2022 某某有限公司:乙 董事长"], {"乙<甲"}),
    ("an acting mayor is on the mayor's seat", ["2020 昆山市人民政府:甲 市长", "2022 昆山市人民政府:乙 代市长"], {"乙<甲"}),
    ("and follows not himself", ["2020 昆山市人民政府:甲 代市长", "2021 昆山市人民政府:甲 市长"], set()),
    ("traditional script", ["2020 昆山市委:甲 書記", "2022 昆山市委:乙 书记"], {"乙<甲"}),
    ("two at one time are no holders of one seat", ["2022-07 昆山市水务局:甲 局长;乙 局长"], set()),
    ("nor two within one month", ["2022-07 昆山市水务局:甲 局长", "2022-07-20 昆山市水务局:乙 局长"], set()),
    ("nor those in turns", ["2020 昆山市水务局:甲 局长", "2021 昆山市水务局:乙 局长", "2022 昆山市水务局:甲 局长"], set()),
    ("a year and a month in it have no order", ["2022 昆山市水务局:甲 局长", "2022-07 昆山市水务局:乙 局长"], set()),
    ("removed and appointed on one page", ["2022-07 昆山市水务局:甲 局长 免;乙 局长 任"], {"乙<甲"}),
    ("and on a page without a date", [" 昆山市水务局:甲 局长 免;乙 局长 任"], {"乙<甲"}),
    ("two removed and one appointed", [" 昆山市水务局:甲 局长 免;丙 局长 免;乙 局长 任"], set()),
    ("called the former holder in the month of the other", ["2022-06 昆山市水务局:甲 局长", "2022-07 昆山市水务局:甲 局长 原;乙 局长"], {"乙<甲"}),
    ("on the day of the appointment the predecessor may still be seen", ["2022-07 昆山市水务局:甲 局长;乙 局长 任"], {"乙<甲"}),
    ("seen after it, he follows", ["2022-07 昆山市水务局:乙 局长 任", "2022-08 昆山市水务局:甲 局长"], {"甲<乙"}),
    ("nor two appointed on one day", ["2022-07 昆山市水务局:甲 局长 任;乙 局长 任"], set()),
    ("a removal told a day after the appointment", ["2022-07-18 昆山市水务局:甲 局长 免", "2022-07-17 昆山市水务局:乙 局长 任"], {"乙<甲"}),
    ("a former holder may be long gone", ["2022-07 昆山市水务局:甲 局长 原;乙 局长"], set()),
    ("without dates nothing is known", [" 昆山市水务局:甲 局长", " 昆山市水务局:乙 局长"], set()),
    ("after more than a term nobody can tell", ["2015 昆山市水务局:甲 局长", "2022 昆山市水务局:乙 局长"], set()),
    ("secretary and director are two posts", ["2020 昆山高新区党工委:甲 书记", "2022 昆山高新区管委会:乙 主任"], set()),
    ("the former is not the first again", ["2020 昆山市水务局:甲 局长", "2022 昆山市水务局:乙 局长", "2023 昆山市水务局:甲 局长 原"], {"乙<甲"}),
]  # fmt: skip


@pytest.mark.parametrize(("pages", "expected"), [c[1:] for c in SUCCESSIONS], ids=[c[0] for c in SUCCESSIONS])
def test_who_followed_whom(pages, expected):
    """In any order of the pages."""
    assert {
        frozenset(followed(derive(combine(order)))) for order in itertools.permutations(told(*pages))
    } == {frozenset(expected)}


def test_a_body_that_tells_no_city_is_one_within_a_place_only():
    """市民政局 of one city's paper is not that of another's; nor where nobody knows whose paper it is."""
    one, other = "民政局:甲 局长", "民政局:乙 局长"
    assert followed(derive(combine([page(one, CITY, "2020"), page(other, CITY, "2022")]))) == {"乙<甲"}
    assert followed(derive(combine([page(one, CITY, "2020"), page(other, "如皋市", "2022")]))) == set()
    assert followed(derive(combine([page(one, "", "2020"), page(other, "", "2022")]))) == set()


@pytest.mark.parametrize("body", ["办公室", "园区管委会", "工程指挥部办公室", "县委", "检察委员会"])
def test_a_name_of_kind_words_alone_is_that_of_many(body):
    """Also within one city."""
    pages = [
        page(f"{body}:{who} {title}", CITY, day)
        for who, title, day in (("甲", "主任", "2020"), ("乙", "主任", "2022"))
    ]
    assert followed(derive(combine(pages))) == set()


def test_what_cannot_be_told_is_listed_for_review():
    """Two at a time, and two that lie more than a term apart; with a quote of each."""
    known = derive(
        combine(
            told("2022-07 昆山市水务局:甲 局长;乙 局长", "2010 昆山市委:丙 书记", "2022 昆山市委:丁 书记")
        )
    )
    found = {(item.what, item.text): item for item in known.unplaced}
    assert set(found) == {
        ("one-seat-post-of-several", "昆山市水务局局长"),
        ("succession-after-long", "昆山市委书记"),
    }
    assert [quote.exact for quote in found["one-seat-post-of-several", "昆山市水务局局长"].evidence] == [
        "甲 局长",
        "乙 局长",
    ]


def test_a_succession_says_what_it_rests_on():
    """Both sightings, a rule that says it is derived, and less confidence the wider the gap."""
    near = derive(combine(told("2021-12 昆山市水务局:甲 局长", "2022-03 昆山市水务局:乙 局长")))
    far = derive(combine(told("2018-12 昆山市水务局:甲 局长", "2022-03 昆山市水务局:乙 局长")))
    (sure,), (unsure,) = ([f for f in k.facts if isinstance(f, Relation)] for k in (near, far))
    assert [quote.exact for quote in sorted(sure.evidence, key=lambda e: e.document)] == [
        "甲 局长",
        "乙 局长",
    ]
    assert sure.rule == unsure.rule == "derived-succession"
    assert 0.9 < sure.confidence < 0.97
    assert 0.5 < unsure.confidence < 0.7


def test_nobody_is_likelier_to_have_come_between_two_near_sightings():
    """One where there is no gap, falling with it."""
    values = [directness(gap) for gap in (0, 0.5, 1, 2, 3, 5)]
    assert values[0] == 1
    assert values == sorted(values, reverse=True)


def test_two_posts_that_pass_to_one_man_are_one_relation():
    """With the quotes of both posts."""
    known = derive(
        combine(
            told(
                "2020 昆山高新区党工委:甲 书记",
                "2020-02 昆山市招商局:甲 局长",
                "2022 昆山高新区党工委:乙 书记",
                "2022-02 昆山市招商局:乙 局长",
            )
        )
    )
    (relation,) = [f for f in known.facts if isinstance(f, Relation)]
    assert len(relation.evidence) == 4


def test_a_stated_succession_is_not_told_again():
    """It keeps its own words."""
    pages = told("2020 昆山市水务局:甲 局长", "2022 昆山市水务局:乙 局长")
    said = Relation(
        subject="person-乙",
        predicate="succeeds",
        object="person-甲",
        evidence=pages[1].facts[0].evidence,
        rule="stated",
    )
    known = derive(combine([*pages, Knowledge(facts=(said,))]))
    assert [f.rule for f in known.facts if isinstance(f, Relation)] == ["stated"]


@pytest.mark.parametrize("pages", [c[1] for c in SUCCESSIONS], ids=[c[0] for c in SUCCESSIONS])
def test_deriving_again_changes_nothing(tmp_path, pages):
    """Not at once, and not from a graph that was written and read back."""
    once = derive(combine(told(*pages)))
    assert derive(once) == once
    again = load(write_turtle(once, tmp_path / "graph.ttl")).knowledge
    assert derive(again).facts == again.facts == once.facts


def test_a_withdrawn_page_takes_its_succession_along():
    """What was derived before is derived anew."""
    pages = told("2020 昆山市水务局:甲 局长", "2022 昆山市水务局:乙 局长", "2021 昆山市水务局:丙 局长")
    two = derive(combine(pages[:2]))
    assert followed(two) == {"乙<甲"}
    assert followed(derive(combine([two, pages[2]]))) == {"丙<甲", "乙<丙"}


BOUNDS = [
    ("the first of two ends before the second is seen", "甲", "2020-12 . 2022-07", ("", "2020-12", "2020-12", "2022-07")),
    ("the second begins after the first was last seen", "乙", "2020-12 . 2022-07", ("2020-12", "2022-07", "2022-07", "")),
    ("one in the middle is bound on both sides", "乙", "2019 . 2021-05 . 2022-07", ("2019", "2021-05", "2021-05", "2022-07")),
    ("one alone is bound by himself", "甲", "2020-12", ("", "2020-12", "2020-12", "")),
]  # fmt: skip


@pytest.mark.parametrize(("person", "days", "expected"), [c[1:] for c in BOUNDS], ids=[c[0] for c in BOUNDS])
def test_holders_bound_each_other(person, days, expected):
    """Began not before and not after, ended not before and not after."""
    said = [f"{day} 昆山市水务局:{who} 局长" for day, who in zip(days.split(" . "), "甲乙丙", strict=False)]
    (row,) = run_query(Graph(derive(combine(told(*said)))), "tenure-bounds", {"person": person})
    assert (
        tuple(
            str(row[b] or "")
            for b in ("began_not_before", "began_not_after", "ended_not_before", "ended_not_after")
        )
        == expected
    )


SEVERAL = [
    ("an acting mayor became mayor after he was acting", ["2020 昆山市人民政府:甲 代市长", "2021 昆山市人民政府:甲 市长"], "市长", ("2020", "2021")),
    ("in a seat of several nobody bounds anybody", ["2020 昆山市水务局:甲 局长", "2020 昆山市水务局:乙 局长", "2022 昆山市水务局:丙 局长"], "局长", ("", "2022")),
    ("seen before he was appointed, he began before that", ["2020 昆山市水务局:甲 局长", "2022 昆山市水务局:甲 局长 任"], "局长", ("", "2020")),
    ("appointed, he began then", ["2022-07 昆山市水务局:甲 局长 任"], "局长", ("2022-07", "2022-07")),
]  # fmt: skip


@pytest.mark.parametrize(("pages", "title", "began"), [c[1:] for c in SEVERAL], ids=[c[0] for c in SEVERAL])
def test_when_the_last_holder_began(pages, title, began):
    """Not before and not after."""
    rows = [
        r
        for r in run_query(Graph(derive(combine(told(*pages)))), "tenure-bounds")
        if str(r["post"]).endswith(title) and "代" not in str(r["post"])
    ]
    row = max(rows, key=lambda r: str(r["began_not_after"]))
    assert tuple(str(row[b] or "") for b in ("began_not_before", "began_not_after")) == began


def test_a_removal_told_later_does_not_move_an_appointment():
    """乙 began on the 17th, though 甲 was told to be removed on the 18th."""
    pages = told("2022-07-17 昆山市水务局:乙 局长 任", "2022-07-18 昆山市水务局:甲 局长 免")
    (row,) = run_query(Graph(derive(combine(pages))), "tenure-bounds", {"person": "乙"})
    assert (row["began_not_before"], row["began_not_after"]) == ("2022-07-17", "2022-07-17")


def test_a_reported_removal_is_an_end():
    """Exact: in the post till then, not after; seen again later, it was none."""
    pages = told("2020 昆山市水务局:甲 局长", "2022-07 昆山市水务局:甲 局长 免")
    rows = run_query(Graph(derive(combine(pages))), "tenure-bounds")
    assert {(r["ended_not_before"], r["ended_not_after"]) for r in rows} == {("2022-07", "2022-07")}
    back = derive(combine([*pages, *told("2023 昆山市水务局:甲 局长")]))
    assert ("2023", None) in {
        (r["ended_not_before"], r["ended_not_after"]) for r in run_query(Graph(back), "tenure-bounds")
    }


@pytest.mark.parametrize(
    ("title", "full"),
    [("代市长", "市长"), ("代理县长", "县长"), ("書記", "书记"), ("副局长", "副局长"), ("代表", "表")],
)
def test_acting_titles_are_of_the_full_seat(title, full):
    """代表 makes no seat: 表 is no title."""
    assert full_title(title) == full


def test_lines_are_sorted_and_say_who_conflicts():
    line, other = lines(combine(told("2022-07 昆山市水务局:乙 局长;甲 局长", "2022 昆山市委:丙 书记")))
    assert (line.seat.title, other.seat.title) == ("书记", "局长")
    assert line.conflict == ()
    assert set(other.conflict) == {"person-甲", "person-乙"}
