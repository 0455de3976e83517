"""The file itself: one, whole, deterministic, and safe whatever the names are. No browser needed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import factory
import pytest
from publish.synthetic import town

from kg.errors import InputError, OutputError
from kg.model import EVENT_KINDS, STAGES, Document, Kind, Knowledge, Relation
from kg.publish.explorer import explorer_html, write_explorer
from kg.publish.explorer.page import template


def data_of(html: str) -> dict:  # type: ignore[type-arg]
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])  # type: ignore[no-any-return]


def test_two_builds_have_the_same_bytes() -> None:
    """Equal knowledge, equal file."""
    assert explorer_html(factory.knowledge(), factory.PAGES) == explorer_html(
        factory.knowledge(), factory.PAGES
    )


def test_nothing_points_outside() -> None:
    """No script, style, image or link has an address, and the policy forbids to fetch."""
    html = explorer_html(factory.knowledge(), factory.PAGES)
    assert not re.search(r"<(script|link|img|iframe)[^>]*\s(src|href)=", html)
    assert "default-src 'none'" in html and "sourceMappingURL" not in html
    assert not re.search(r"<[^>]+\son[a-z]+=", html.split('<script type="application/json"')[0])


def test_hostile_names_stay_data() -> None:
    """Whatever the names and pages say, the file has its four script elements and no more, and the JSON is whole."""
    pages = {
        d.identifier: '</script><script>alert("1")</script>{{vis}}\u2028\udc80'
        for d in factory.hostile().documents
    }
    html = explorer_html(factory.hostile(), pages)
    plain = explorer_html(factory.knowledge(), factory.PAGES)
    assert html.count("<script") == plain.count("<script")
    assert html.count("</script>") == plain.count("</script>")
    labels = {node["label"] for node in data_of(html)["nodes"]}
    assert labels >= {entity.label for entity in factory.hostile().entities}


def test_every_node_and_quote_is_there() -> None:
    """Each entity and event is a node; each quote can be cut out of its page."""
    data = data_of(explorer_html(factory.knowledge(), factory.PAGES))
    events = [fact for fact in data["facts"] if fact["is"] == "Event"]
    assert len(data["nodes"]) == len(factory.knowledge().entities) + len(events)
    assert len(data["facts"]) == len(factory.knowledge().facts)
    for document, start, end in data["quotes"]:
        assert data["documents"][document]["text"][start:end]


def test_without_pages_quotes_carry_their_words() -> None:
    """A page's text may be left out; the quotes are still readable."""
    data = data_of(explorer_html(factory.knowledge()))
    assert all(isinstance(quote[3], str) and quote[3] for quote in data["quotes"])
    assert not any("text" in document for document in data["documents"])


def test_no_knowledge_is_a_page_too() -> None:
    """An empty graph opens as an empty explorer."""
    assert data_of(explorer_html(Knowledge()))["nodes"] == []


def test_first_view_is_a_core() -> None:
    """Of a thousand nodes at most 300 are shown first, and their names have room."""
    knowledge, _ = town(1000)
    nodes = data_of(explorer_html(knowledge))["nodes"]
    core = [node["core"] for node in nodes if "core" in node]
    assert len(nodes) == 1000 and 50 <= len(core) <= 300
    assert len({tuple(place) for place in core}) == len(core)
    assert len({(node["x"], node["y"]) for node in nodes}) == 1000


def test_fact_about_nobody_is_an_error() -> None:
    """A fact of an entity that is not there says so."""
    lost = Relation(evidence=(), subject="agency-x", predicate="partOf", object="agency-y")
    with pytest.raises(InputError, match="agency-x"):
        explorer_html(Knowledge(facts=(lost,)))


def test_unwritable_place_is_an_error(tmp_path: Path) -> None:
    """A path that is a folder cannot be written."""
    with pytest.raises(OutputError, match="cannot write"):
        write_explorer(Knowledge((Document("a.txt", ""),)), tmp_path)


def test_words_are_complete_in_both_languages() -> None:
    """Every text of the interface exists in zh and en; every word of the model has one; every key used exists."""
    words = json.loads(template("words.json"))
    assert set(words["zh"]) == set(words["en"])
    kinds = set(json.loads(template("kinds.json")))
    assert kinds == {str(k) for k in Kind if k is not Kind.OFFICE} | {"Official", "Event"}
    wanted = (
        {f"kind.{kind}" for kind in kinds}
        | {f"stage.{s}" for s in STAGES}
        | {f"event.{k}" for k in EVENT_KINDS}
    )
    folder = Path(__file__).parents[2] / "kg" / "publish" / "templates" / "explorer"
    for file in sorted(folder.iterdir()):
        if file.suffix == ".js":
            wanted |= set(re.findall(r'Words\.say\("([\w.-]+)"', file.read_text(encoding="utf-8")))
    html = template("explorer.html")
    wanted |= set(re.findall(r'data-(?:word|label|title|placeholder)="([\w.-]+)"', html))
    assert wanted - set(words["zh"]) == set()
