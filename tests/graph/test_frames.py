import factory
import networkx as nx
import pandas as pd
import pytest

from kg.errors import QueryError
from kg.graph.frames import FRAMES
from kg.graph.store import Graph
from kg.model import Knowledge

GRAPH = Graph(factory.knowledge())


@pytest.mark.parametrize(
    ("name", "rows", "columns"),
    [
        ("entities", 20, {"id", "iri", "type", "label", "names"}),
        ("tenures", 9, {"person", "organization", "title", "observed", "former", "change", "quotes"}),
        ("relations", 13, {"subject", "predicate", "object", "confidence"}),
        ("facts", 8, {"project", "property", "value", "unit", "planned", "observed"}),
        ("indicators", 3, {"subject", "name", "value", "unit", "comparator", "period", "modality"}),
        ("events", 2, {"event", "kind", "date", "place", "participants"}),
        ("evidence", 66, {"family", "about", "document", "start", "end", "exact"}),
    ],
)
def test_a_table_has_a_row_for_each(name, rows, columns):
    frame = GRAPH.frame(name)
    assert len(frame) == rows
    assert columns <= set(frame.columns)


@pytest.mark.parametrize("name", FRAMES)
def test_an_empty_table_has_its_columns(name):
    frame = Graph(Knowledge()).frame(name)
    assert frame.empty
    assert list(frame.columns) == list(GRAPH.frame(name).columns)


def test_quotes_of_the_evidence_table_stand_in_the_pages():
    for row in GRAPH.frame("evidence").itertuples():
        assert factory.PAGES[row.document][row.start : row.end] == row.exact


def test_an_unknown_table_is_refused():
    with pytest.raises(QueryError, match=r"no table 'posts'.*tenures"):
        GRAPH.frame("posts")


def test_rows_of_a_query_make_a_table():
    """A row is a dict by column, so pandas takes an answer as it is."""
    answer = GRAPH.query(
        "SELECT ?name ?value { ?i kg:indicatorName ?name ; schema:value ?value } ORDER BY ?value"
    )
    assert answer.columns == ("name", "value")
    assert pd.DataFrame(answer)["value"].tolist() == [15, 240, 251]


def test_networkx_has_typed_nodes_and_an_edge_for_each_relation():
    graph = GRAPH.to_networkx()
    base = GRAPH.base
    assert isinstance(graph, nx.MultiDiGraph)
    person, project = base + "person-沈月华", base + "project-星河电池二期"
    assert graph.nodes[person] == {
        "id": "person-沈月华",
        "type": "Official",
        "label": "沈月华",
        "names": ("沈月华",),
    }
    assert set(graph[base + "enterprise-星河新能源科技有限公司"][project]) == {"undertakes"}
    posts = {
        graph.nodes[n]["label"]: data
        for _, n, k, data in graph.out_edges(person, keys=True, data=True)
        if k == "holds"
    }
    assert set(posts) == {"云川市人民政府副市长", "云川市投资促进局局长", "云川市人民政府市长"}
    assert posts["云川市人民政府市长"]["evidence"][0].exact == "市长沈月华"
    assert all("type" in data and "label" in data for _, data in graph.nodes(data=True))


def test_a_post_once_held_is_not_former_while_it_was_seen_held():
    """白松涛 was seen as director and later as the former one: both sightings are one edge."""
    edge = GRAPH.to_networkx().edges[
        GRAPH.base + "person-白松涛", GRAPH.base + "post-agency-云川市发改委_主任", "holds"
    ]
    assert edge["observed"] == ("2023-06-21", "2025-03")
    assert edge["former"] is False
