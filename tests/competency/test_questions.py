"""What the five seed pages answer together, whichever page comes first."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from kg import pipeline
from kg.cache import Cache
from kg.corpus.pages import find_pages, read_page
from kg.graph.combine import combine
from kg.graph.derive import derive
from kg.graph.query import render, run_query
from kg.graph.resolve import resolve
from kg.graph.store import Graph
from kg.model import Knowledge
from kg.pipeline import understand

HERE = Path(__file__).parent / "questions"
QUESTIONS = sorted(HERE.glob("*.rq"))
PARK = "太仓港经济技术开发区"


@pytest.fixture(scope="session")
def known(seeds: Path) -> list[Knowledge]:
    """What each seed page says alone."""
    return [understand(read_page(path)) for path in find_pages([seeds])]


@pytest.fixture(scope="session", params=[1, -1], ids=["in order", "reversed"])
def graph(request: pytest.FixtureRequest, known: list[Knowledge]) -> Graph:
    """The graph of all seed pages together."""
    return Graph(derive(combine(resolve(known[:: request.param])[0])))


@pytest.fixture(scope="session", params=["together", "reversed", "one by one"])
def built(request: pytest.FixtureRequest, seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The graph of the seed pages by the whole pipeline: given at once in two orders, or page after page with a cache."""
    pages = find_pages([seeds])
    if request.param == "together":
        return Graph(pipeline.build(pages).knowledge)
    if request.param == "reversed":
        return Graph(pipeline.build(pages[::-1]).knowledge)
    folder = tmp_path_factory.mktemp("cache")
    for number in range(1, len(pages) + 1):
        cache = Cache(folder)
        knowledge = pipeline.build(pages[:number], cache=cache).knowledge
        cache.save()
        assert cache.anew == 1
    return Graph(knowledge)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda path: path.stem)
def test_a_competency_question_has_its_answer(built: Graph, question: Path):
    """Each .rq file is a question, the .csv beside it the answer that a reader of the five pages would give."""
    expected = question.with_suffix(".csv").read_text("utf-8")
    answer = io.StringIO(render(run_query(built, question), "csv"))
    assert list(csv.reader(answer)) == list(csv.reader(io.StringIO(expected)))


def test_there_are_enough_questions():
    assert len(QUESTIONS) >= 25
    assert {path.stem for path in HERE.glob("*.csv")} == {path.stem for path in QUESTIONS}


def answers(graph: Graph, question: str, columns: str, **parameters: str) -> list[tuple[object, ...]]:
    """The rows of a query of the library or of this folder, these columns of them; equal neighbours once."""
    own = HERE / f"{question}.rq"
    rows = run_query(graph, own if own.exists() else question, parameters)
    return _once([tuple(row[name] for name in columns.split()) for row in rows])


def _once(rows: Sequence[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return [row for i, row in enumerate(rows) if i == 0 or row != rows[i - 1]]


@pytest.mark.parametrize(
    ("post", "holders"),
    [
        ("太仓市高新区党工委书记", [("王红星", "2020-12"), ("毛雅萍", "2022-07")]),
        ("沙溪镇党委书记", [("潘红忠", "2020-12"), ("王晓红", "2022-07")]),
        ("太仓市招商局局长", [("陆征", "2020-12"), ("郁颖珠", "2025-03")]),
        ("太仓市科技局局长", [("万芬奇", "2020-12"), ("郁颖珠", "2025-03")]),
        (f"{PARK}管委会副主任", [("徐志强", "2020-12"), ("戚振宇", "2022-07"), ("王瑜", "2025-03")]),
        (f"{PARK}党工委副书记", [("徐志强", "2020-12"), ("戚振宇", "2022-07"), ("王瑜", "2025-03")]),
    ],
)
def test_who_held_a_post_through_the_years(graph, post, holders):
    assert answers(graph, "holders", "person observed", post=post) == holders


@pytest.mark.parametrize(
    ("project", "label", "stages"),
    [
        ("斯凯奇二期", "斯凯奇二期", [("2022-07", "在建"), ("2023-02", "开工"), ("2023-02", "在建")]),
        ("龙江路", "龙江路快速化工程", [("2023-02", "在建"), ("2025-03", "在建")]),
        ("夸特纳斯", "夸特纳斯冷链物流项目", [("2022-07", "在建"), ("2023-02", "开工"), ("2023-02", "在建")]),
    ],
)
def test_how_far_a_project_got_through_the_years(graph, project, label, stages):
    """Stages reached; what is only planned is left out here."""
    rows = answers(graph, "project-stages", "name observed stageName planned", project=project)
    assert {name for name, *_ in rows} == {label}
    assert [(day, stage) for _, day, stage, planned in rows if not planned] == stages


@pytest.mark.parametrize(
    ("project", "label", "plan"),
    [
        ("龙江路", "龙江路快速化工程", ("2020-12", "开工")),
        ("恒度生物", "苏州恒度生物高性能纳米微球产品研发及产业基地项目", ("2023-02", "开工")),
        ("北沿江", "北沿江高铁", ("2020-12", "开工")),
    ],
)
def test_what_was_planned_under_a_short_name_belongs_to_the_project(graph, project, label, plan):
    rows = answers(graph, "project-stages", "name observed stageName planned", project=project)
    assert (label, *plan, True) in rows
    assert {name for name, *_ in rows} == {label}


def test_which_projects_take_a_billion_yuan(graph):
    assert answers(graph, "projects-of-a-billion", "project investment park") == [
        ("华能太仓支撑性电源", 8e9, PARK),
        ("玖龙特种文化纸项目", 5e9, None),
        ("阿尔卑斯度假区二期", 5e9, None),
        ("龙江路快速化工程", 4.37e9, None),
        ("博马科技中国总部", 3e9, PARK),
    ]


def test_which_projects_are_followed_through_several_years(graph):
    found = {project for project, _ in answers(graph, "projects-in-years", "project years")}
    assert {"斯凯奇二期", "夸特纳斯冷链物流项目", "龙江路快速化工程", "星河动力", "太仓港疏港铁路"} <= found


def test_which_officials_are_named_on_several_pages(graph):
    assert answers(graph, "officials-on-pages", "official pages") == [("戚振宇", 2), ("王莉萍", 2)]


def test_which_enterprises_lie_in_the_park_by_whatever_name_a_page_calls_it(graph):
    """中化学 on a page that only says 港区, the others on pages with the full name."""
    firms = {firm for _, firm in answers(graph, "park-enterprises", "where enterprise", park=PARK)}
    assert {"中化学建筑工程有限公司", "宝洁", "扬子三井", "华一"} <= firms


def test_projects_of_all_years_lie_in_one_park(graph):
    assert (PARK, 4) in answers(graph, "parks-on-pages", "park pages")


@pytest.mark.parametrize(
    ("post", "earlier", "later"),
    [
        ("太仓市招商局局长", "陆征", "郁颖珠"),
        ("太仓市科技局局长", "万芬奇", "郁颖珠"),
        ("太仓市高新区党工委书记", "王红星", "毛雅萍"),
        ("沙溪镇党委书记", "潘红忠", "王晓红"),
    ],
)
def test_who_came_after_whom(graph, post, earlier, later):
    assert (post, earlier, later) in answers(graph, "successions", "office earlier later")


@pytest.mark.parametrize(
    ("post", "day", "answer"),
    [
        ("太仓市招商局局长", "2020-12", [("陆征", "seen"), ("郁颖珠", "possible")]),
        ("太仓市招商局局长", "2023-06-01", [("郁颖珠", "possible"), ("陆征", "possible")]),
        ("太仓市招商局局长", "2019", [("陆征", "possible")]),
        ("太仓市招商局局长", "2025-06", [("郁颖珠", "possible")]),
        ("沙溪镇党委书记", "2022-07", [("王晓红", "seen"), ("潘红忠", "possible")]),
        ("沙溪镇党委书记", "2022-08", [("王晓红", "possible")]),
    ],
)
def test_who_held_a_post_on_a_day(graph, post, day, answer):
    """Between two sightings either may have, and in the very month of one; before the first and after the last nobody else."""
    assert answers(graph, "holder-on", "person certainty", post=post, day=day) == answer


def test_how_sure_a_succession_is(graph):
    """Two years apart somebody may have come between, four years apart as likely as not."""
    rows = dict(answers(graph, "successions", "office confidence"))
    assert 0.7 < rows["沙溪镇党委书记"] < 0.8
    assert 0.45 < rows["太仓市招商局局长"] < 0.55


def test_deputies_and_committees_have_no_successions(graph):
    offices = {office for (office,) in answers(graph, "successions", "office")}
    assert offices == {"太仓市招商局局长", "太仓市科技局局长", "太仓市高新区党工委书记", "沙溪镇党委书记"}


def test_a_start_told_in_retrospect_is_no_step_back(graph):
    """In 2022-07 being built, in 2023-02 a review of the year says that it was started."""
    assert answers(graph, "irregular-projects", "project") == []


def test_what_came_of_what_was_promised_for_2021(graph):
    """Later pages of the city report none of these numbers; nothing else can be said."""
    rows = answers(graph, "targets", "name indicator target result", subject="太仓")
    promised = {row[1:] for row in rows}
    assert ("净增高企", 200, "NotReported") in promised
    assert {result for *_, result in promised} == {"", "NotReported"}


def test_a_promise_for_years_to_come_is_open(graph):
    rows = answers(graph, "targets", "indicator period result", subject="太仓市")
    assert {result for _, period, result in rows if period == "2026-2030"} == {""}


def test_what_posts_one_person_holds(graph):
    rows = answers(graph, "career", "organization title", person="郁颖珠")
    assert rows == [("太仓市招商局", "局长"), ("太仓市政协", "副主席"), ("太仓市科技局", "局长")]


def test_who_founded_invested_and_owns(graph):
    assert answers(graph, "founders", "person founded") == [("薛方凯", "苏州无限纤意科技有限公司")]
    assert ("高瓴投资", "苏州恒度生物科技有限公司") in answers(graph, "investors", "investor enterprise")
    owned = [("苏州恒度生物科技有限公司", "苏州为度生物技术有限公司")]
    assert answers(graph, "ownership", "enterprise owner") == owned


def test_both_orders_say_the_same(known):
    """Not only the answers: the whole knowledge and every judgement."""
    forth, judged = resolve(known)
    back, again = resolve(known[::-1])
    assert (derive(combine(forth)), judged) == (derive(combine(back)), again)


def test_a_person_can_reject_what_was_derived(seeds: Path, tmp_path: Path):
    """Somebody knows who came between 陆征 and 郁颖珠; the other successions stay."""
    decisions = tmp_path / "decisions.toml"
    decisions.write_text(
        '[[wrong]]\nsubject = "person-郁颖珠"\npredicate = "succeeds"\nobject = "person-陆征"\nreason = "another held it between"\n',
        "utf-8",
    )
    built = pipeline.build([seeds], decisions=decisions)
    rows = answers(Graph(built.knowledge), "successions", "earlier later")
    assert ("陆征", "郁颖珠") not in rows
    assert ("万芬奇", "郁颖珠") in rows
    assert [outcome.warnings for outcome in built.outcomes] == [()]
