"""What a decision may say of which types is what the shapes of the ontology allow."""

import re

import pytest
import rdflib
from conftest import ROOT

from kg.graph.decide.fitting import BODIES, COUNTED, FROM, TO, WORKS
from kg.model import Kind

KG, SH = rdflib.Namespace("https://w3id.org/fangzhi/ns#"), rdflib.Namespace("http://www.w3.org/ns/shacl#")
SHAPES = rdflib.Graph().parse(ROOT / "ontology" / "shapes.ttl")


def allowed(shape: rdflib.term.Node) -> set[Kind]:
    """The classes of a shape, one or several."""
    members = [m for choice in SHAPES.objects(shape, SH["or"]) for m in SHAPES.items(choice)]
    classes = {c for node in (shape, *members) for c in SHAPES.objects(node, SH["class"])}
    return {Kind(str(c).removeprefix(str(KG))) for c in classes}


def subjects(term: str) -> set[Kind]:
    return set().union(*(allowed(shape) for shape in SHAPES.subjects(SH.targetSubjectsOf, KG[term])))


def objects(path: rdflib.URIRef) -> set[Kind]:
    return set().union(*(allowed(shape) for shape in SHAPES.subjects(SH.path, path)))


@pytest.mark.parametrize("predicate", sorted(FROM))
def test_relations_join_what_the_shapes_allow(predicate):
    assert (set(FROM[predicate]), set(TO[predicate])) == (subjects(predicate), objects(KG[predicate]))


def test_posts_works_and_indicators_too():
    org = rdflib.Namespace("http://www.w3.org/ns/org#")
    assert set(BODIES) == objects(org.organization)
    assert set(WORKS) == subjects("hasStage") == subjects("totalInvestment")
    assert set(COUNTED) == objects(KG.ofSubject)


def test_the_shapes_are_read_at_all():
    assert len(re.findall(r"targetSubjectsOf", (ROOT / "ontology" / "shapes.ttl").read_text("utf-8"))) > 10
