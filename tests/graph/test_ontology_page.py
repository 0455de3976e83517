"""`make docs`: the ontology as a web page."""

import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from rdflib import RDFS

from kg.graph import ontology
from kg.graph.vocab import KG

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> str:
    """The page that docs/ontology.py writes."""
    path = tmp_path_factory.mktemp("docs") / "ontology.html"
    subprocess.run([sys.executable, ROOT / "docs" / "ontology.py", path], check=True, capture_output=True)
    return path.read_text("utf-8")


def test_every_class_and_property_has_its_place_with_both_labels(page):
    """Chinese and English stand side by side: 项目 · project."""
    graph = rdflib.Graph()
    for path in ontology.terms():
        graph.parse(path)
    for name in (
        "Project",
        "Official",
        "partOf",
        "totalInvestment",
        "observedOn",
        "confidence",
        "relatedTo",
        "visitor",
    ):
        iri = rdflib.URIRef(KG.iri + name)
        labels = {label.language: str(label) for label in graph.objects(iri, RDFS.label)}
        assert str(iri) in page
        assert f"{labels['zh']} · {labels['en']}" in page


def test_it_needs_nothing_from_elsewhere_to_be_shown(page):
    """No style sheet, script or image is loaded."""
    assert 'rel="stylesheet" href' not in page
    assert "<script src" not in page
    assert "方志本体 · The fangzhi ontology" in page
