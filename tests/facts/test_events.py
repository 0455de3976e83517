"""Invented articles of other cities, and the events a reader finds in them.

Each file in event_articles/ holds, between lines of dashes: the page's date and place with its entities; the text;
and the events: label, kind, date, and who took part in which role.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from facts.told import context

from kg.facts.context import Context
from kg.facts.events import events
from kg.model import EVENT_KINDS, Event, Unplaced

ARTICLES = sorted((Path(__file__).parent / "event_articles").glob("*.txt"))
Row = tuple[str, str, str, frozenset[str]]


def read(path: Path) -> tuple[Context, set[Row]]:
    head, text, tail = path.read_text("utf-8").split("\n----\n")
    (_, published, place), *entities = [
        [part.strip() for part in line.split("|")] for line in head.split("\n")
    ]
    rows = [[part.strip() for part in line.split("|")] for line in tail.strip().split("\n") if line]
    expected = {
        (label, kind, date, frozenset(part.strip() for part in who.split(",") if part))
        for label, kind, date, who in rows
    }
    return context(text, [(kind, name) for kind, name in entities], place, published), expected


def told(page: Context) -> list[Event]:
    return [event for event in events(page) if isinstance(event, Event)]


def row(event: Event) -> Row:
    return event.label, event.kind, event.date, frozenset(f"{who} {role}" for who, role in event.participants)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_tells_its_events_and_no_others(path):
    """Each event once, with its name, kind and date and all who took part wherever the article says so."""
    page, expected = read(path)
    assert {row(event) for event in told(page)} == expected


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_event_quotes_the_page(path):
    """The quotes are the page's own characters, and the kind and confidence are what the model allows."""
    page, _ = read(path)
    for event in told(page):
        assert event.evidence
        assert all(page.reading.page.raw[e.start : e.end] == e.exact for e in event.evidence)
        assert event.kind in EVENT_KINDS
        assert 0 < event.confidence <= 1


def test_headline_and_body_of_one_event_are_both_quoted():
    """An event told three times on a page is one event with the quotes of all three."""
    page = context(
        "全市双拥工作会议召开\n\n昨天，全市双拥工作会议召开。市长何大川出席会议并讲话。\n",
        [("Person", "何大川")],
    )
    [event] = told(page)
    assert [quote.exact for quote in event.evidence][:2] == ["全市双拥工作会议"] * 2


def test_an_id_comes_from_label_and_date_alone():
    """The same event of two pages has one id; a mark that an IRI may not hold is left out."""
    one, two = (
        [event.id for event in told(context(text, published="2024-06-18"))]
        for text in (
            "昨天，第三届“金种子”创业大赛举行。\n",
            "6月17日，第三届“金种子”创业大赛在云川市举行，百余人参加。\n",
        )
    )
    assert one == two == ["event-第三届金种子创业大赛-2024-06-17"]


@pytest.mark.parametrize(
    "text",
    [
        "我市将于下月召开全市经济工作会议。",
        "力争年内举办国际博览会。",
        "全年共举办招商推介会12场。",
        "记者从市政府新闻发布会上获悉，物价平稳。",
        "健全联席会议制度，定期召开调度会。",
        "全市新签约项目65个，总投资113亿元。",
        "今天多云，明天阴有小雨。",
    ],
)
def test_what_is_planned_counted_or_only_a_source_is_no_event(text):
    """Hopes, habits, totals and the weather tell of no single event."""
    assert list(events(context(f"{text}\n"))) == []


def test_people_whose_event_is_not_told_are_listed_as_unplaced():
    """Who took part in something the page does not tell of goes into the report, with the words that say so."""
    page = context("昨天，全市双拥工作会议召开。副市长方一屿参加了视察。\n", [("Person", "方一屿")])
    lost, _ = events(page)
    assert isinstance(lost, Unplaced)
    assert lost.what == "attendance-without-event"
    assert [quote.exact for quote in lost.evidence] == ["副市长方一屿参加了视察"]
