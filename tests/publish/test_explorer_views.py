"""The other views, and what can be taken away: tables, posts, project board, files."""

import csv
import io
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import factory
import networkx as nx
import pytest
from PIL import Image
from playwright.sync_api import Browser
from publish.browsing import Explorer
from publish.conftest import DESKTOP

from kg.graph.combine import combine
from kg.model import Knowledge, Relation
from kg.publish.explorer import write_explorer

pytestmark = pytest.mark.browser


def rows(explorer: Explorer) -> list[list[str]]:
    """The visible table."""
    lines = explorer.page.locator("#table tbody tr").all()
    return [[cell.strip() for cell in line.locator("td").all_inner_texts()] for line in lines]


def saved(explorer: Explorer, click: str) -> Path:
    """The file that a click on this element saves."""
    with explorer.page.expect_download() as waiting:
        explorer.page.locator(click).click()
    return Path(waiting.value.path())


def exported(explorer: Explorer, name: str) -> Path:
    explorer.page.locator("#open-export").click()
    return saved(explorer, f"[data-export={name}]")


def test_table_of_officials_sorts_and_filters(explorer: Explorer) -> None:
    """A click on a column sorts, a second one the other way; typing filters; the name leads to the network."""
    explorer.view("table")
    assert {row[0] for row in rows(explorer)} == {"高远山", "沈月华", "白松涛", "林知远"}
    heads = explorer.page.locator("#table th button")
    heads.filter(has_text="提及").click()
    mentions = [int(row[3]) for row in rows(explorer)]
    assert mentions == sorted(mentions, reverse=True)
    heads.filter(has_text="提及").click()
    assert [int(row[3]) for row in rows(explorer)] == mentions[::-1]
    explorer.page.locator("#table-filter").fill("政协")
    assert [row[0] for row in rows(explorer)] == ["白松涛"]
    explorer.page.locator("#table .node-link").first.click()
    assert explorer.title == "白松涛"


def test_every_table_opens(explorer: Explorer) -> None:
    """Each type and each family of facts has a table with rows."""
    explorer.view("table")
    names = explorer.page.locator("#table-name option").all()
    values = [name.get_attribute("value") for name in names]
    assert {"Official", "Project", "Event", "Tenure", "Relation", "Indicator", "Stage", "Amount"} <= set(
        values
    )
    for value in values:
        explorer.page.locator("#table-name").select_option(value)
        assert rows(explorer), value


def test_quote_in_a_table_opens_the_page(explorer: Explorer) -> None:
    """The words in a fact's row lead to their place."""
    explorer.go("#view=table&table=Tenure")
    explorer.page.locator(".cell-quote", has_text="市委书记高远山").first.click()
    assert explorer.reading().replace("\n", "") == "市委书记高远山"


def test_table_as_csv(explorer: Explorer) -> None:
    """What the filter shows is saved, with numbers as numbers."""
    explorer.go("#view=table&table=Project")
    text = saved(explorer, "#table-csv").read_text(encoding="utf-8-sig")
    head, row = csv.reader(io.StringIO(text))
    assert row[head.index("名称")] == "星河电池二期"
    assert float(row[head.index("总投资")]) == 8e9


def test_posts_over_time(explorer: Explorer) -> None:
    """A bar spans the dates a holder was seen; who followed stands in the same rows; a former holder is marked."""
    explorer.view("posts")
    bar = explorer.page.locator("#posts .spell", has_text="高远山")
    assert bar.locator("xpath=..").get_attribute("colspan") == "2"
    assert "2023-06-21、2025-03" in bar.inner_text()
    heads = explorer.page.locator("#posts thead th").all_inner_texts()
    assert heads[1:] == ["2023-06-21", "2025-03"]
    assert explorer.page.locator("#posts .spell.former").inner_text().startswith("白松涛")
    explorer.page.locator("#posts-filter").fill("发改委")
    assert explorer.page.locator("#posts .spell").count() == 3
    explorer.page.locator("#posts .spell", has_text="林知远").click()
    assert explorer.title == "林知远"


def test_project_board_follows_the_time(explorer: Explorer) -> None:
    """The card stands in the stage last reached; at an earlier date in an earlier one."""
    explorer.view("board")
    card = explorer.page.locator("#board .card", has_text="星河电池二期")
    assert explorer.page.locator("#board [data-stage=under-construction] .card").count() == 1
    assert "80亿元" in card.inner_text()
    explorer.page.locator("#time").fill("0")
    assert explorer.page.locator("#board [data-stage=started] .card").count() == 1
    explorer.page.locator("#board .card").click()
    assert explorer.title == "星河电池二期"


def test_panel_of_a_project(explorer: Explorer) -> None:
    """Amounts, land, completion, and the stages in order, each with its words."""
    explorer.search("星河电池二期")
    text = explorer.panel.inner_text()
    for words in ("80亿元", "120亿元", "> 5亿元", "2025-06-30", "3.33万 m²", "开工", "在建", "承担方"):
        assert words in text, words
    assert explorer.panel.locator(".stages li").count() >= 2


def test_panel_of_a_park_sets_target_beside_actual(explorer: Explorer) -> None:
    """One indicator, its target and its outcome."""
    explorer.search("云川高新区")
    values = explorer.panel.locator(".value").all_inner_texts()
    assert any("目标" in value and "240" in value and "达成" in value for value in values)
    assert any("实际" in value and "251" in value for value in values)


def test_an_outcome_is_shown_once_its_number_is_in_view(explorer: Explorer) -> None:
    """In June 2023 nobody knew whether the target would be met."""
    explorer.search("云川高新区")
    explorer.page.locator("#time").fill("0")
    assert "240" in explorer.panel.inner_text()
    assert "达成" not in explorer.panel.inner_text()


def test_what_follows_from_several_pages_is_marked(browser: Browser, tmp_path: Path) -> None:
    """A stage that goes back, targets raised and missed, a successor whom no page calls one."""
    successor = replace(
        factory.relations()[-1],
        rule="derived-succession",
        confidence=0.768,
        evidence=factory.tenures()[-1].evidence,
    )
    stated = factory.derived()
    known = replace(stated, facts=tuple(f for f in stated.facts if not isinstance(f, Relation)))
    write_explorer(combine([known, Knowledge(facts=(successor,))]), tmp_path / "graph.html", factory.PAGES)
    with Explorer.opened(browser, tmp_path / "graph.html", viewport=DESKTOP) as explorer:
        for name, *marks in (
            ("星河电池二期", "回退"),
            ("云川高新区", "上调", "达成", "未达成"),
            ("林知远", "推断 77%"),
        ):
            explorer.search(name)
            badges = explorer.panel.locator(".badge").all_inner_texts()
            assert set(marks) <= set(badges), name
        explorer.check_quiet()


def test_panel_of_an_event(explorer: Explorer) -> None:
    """Kind, date, place, participants with what they did."""
    explorer.search("云川市重点项目集中开工仪式")
    text = explorer.panel.inner_text()
    for words in ("开工奠基", "2023-06-20", "云川市", "白松涛", "主持"):
        assert words in text, words


def test_gexf_and_graphml_are_read_by_networkx(explorer: Explorer) -> None:
    """Both hold exactly what is in view."""
    shown, edges = explorer.shown(), explorer.shown_edges()
    gexf = nx.read_gexf(exported(explorer, "gexf"))
    assert {data["label"] for _, data in gexf.nodes(data=True)} == shown
    assert gexf.number_of_edges() == len(edges)
    graph = nx.read_graphml(exported(explorer, "graphml"), force_multigraph=True)
    assert {data["label"] for _, data in graph.nodes(data=True)} == shown
    assert graph.number_of_edges() == len(edges)


def test_csv_of_nodes_and_edges(explorer: Explorer) -> None:
    """A row for each node and each edge in view."""
    nodes = list(csv.DictReader(io.StringIO(exported(explorer, "csv-nodes").read_text(encoding="utf-8-sig"))))
    assert {row["label"] for row in nodes} == explorer.shown()
    edges = list(csv.DictReader(io.StringIO(exported(explorer, "csv-edges").read_text(encoding="utf-8-sig"))))
    assert len(edges) == len(explorer.shown_edges())
    assert all(row["quote"] for row in edges)


def test_png_and_svg(explorer: Explorer) -> None:
    """The PNG is a picture with colours in it; the SVG has a shape for each node and a line for each edge."""
    with Image.open(exported(explorer, "png")) as picture:
        assert picture.width > 600
        assert len(picture.convert("RGB").getcolors(1 << 24)) > 50
    svg = ET.parse(exported(explorer, "svg"))
    assert len(list(svg.iter("{http://www.w3.org/2000/svg}path"))) == len(explorer.shown())
    assert len(list(svg.iter("{http://www.w3.org/2000/svg}line"))) == len(explorer.shown_edges())


def test_link_is_copied(explorer: Explorer) -> None:
    """The link to the view, by the clipboard or, where there is none, on the screen."""
    explorer.search("高远山")
    explorer.page.locator("#open-export").click()
    explorer.page.locator("[data-export=link]").click()
    notice = explorer.page.locator(".notice-line").inner_text()
    assert "链接已复制" in notice or explorer.page.url in notice


def test_hostile_names_leave_in_order(browser: Browser, tmp_path: Path) -> None:
    """What is exported of names that mean harm is well-formed, and no spreadsheet takes them for formulas."""
    path = tmp_path / "hostile.html"
    write_explorer(factory.hostile(), path)
    with Explorer.opened(browser, path, viewport=DESKTOP) as explorer:
        explorer.page.locator("#show-all").click()
        count = len(factory.hostile().entities)
        assert (
            nx.read_graphml(exported(explorer, "graphml"), force_multigraph=True).number_of_nodes() >= count
        )
        assert nx.read_gexf(exported(explorer, "gexf")).number_of_nodes() >= count
        assert len(ET.parse(exported(explorer, "svg")).getroot())
        text = exported(explorer, "csv-nodes").read_text(encoding="utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        assert len(rows) >= count
        assert not [row["label"] for row in rows if row["label"].startswith(("=", "+", "-", "@"))]
        explorer.check_quiet()
