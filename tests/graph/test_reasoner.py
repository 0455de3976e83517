"""The ontology holds together under an OWL 2 RL reasoner, with a graph and without."""

import shutil

import factory
import owlready2
import owlrl
import pytest
import rdflib
from rdflib import RDF

from kg.graph import ontology
from kg.graph.store import Graph
from kg.graph.vocab import KG, PREFIXES

PERSON, TENURE = Graph(factory.knowledge()).base + "person-高远山", rdflib.URIRef(KG.Tenure)


def closed(more: str = "") -> rdflib.Graph:
    """Ontology, graph and further statements, with all that follows from them."""
    graph = Graph(factory.knowledge()).to_rdf()
    for path in ontology.terms():
        graph.parse(path)
    prefixes = {**PREFIXES, "id": "https://w3id.org/fangzhi/id/"}
    graph.parse(
        data="".join(f"@prefix {p}: <{iri}> .\n" for p, iri in prefixes.items()) + more, format="turtle"
    )
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def complaints(graph: rdflib.Graph) -> list[str]:
    error = rdflib.Namespace("http://www.daml.org/2002/03/agents/agent-ont#")
    return [
        str(words)
        for node in graph.subjects(RDF.type, error.ErrorMessage)
        for words in graph.objects(node, error.error)
    ]


@pytest.fixture(scope="module")
def inferred() -> rdflib.Graph:
    return closed()


def test_graph_and_ontology_are_consistent(inferred):
    assert complaints(inferred) == []


@pytest.mark.parametrize(
    "contradiction",
    [
        "id:person-高远山 a kg:Park .",
        "id:enterprise-远帆资本 kg:inIndustry id:person-沈月华 .",
        "id:park-云川高新区 kg:subsidiaryOf id:enterprise-远帆资本 .",
    ],
)
def test_a_contradiction_is_seen(contradiction):
    """Two classes that exclude each other; a range or domain that makes it so."""
    assert complaints(closed(contradiction)) != []


@pytest.mark.parametrize(
    ("subject", "cls"),
    [
        ("person-高远山", "http://xmlns.com/foaf/0.1/Person"),
        ("person-高远山", "https://schema.org/Person"),
        ("agency-云川市委", "http://www.w3.org/ns/org#FormalOrganization"),
        ("park-云川高新区", "https://schema.org/Place"),
        ("post-agency-云川市委_书记", "http://www.w3.org/ns/org#Post"),
    ],
)
def test_superclasses_of_others_follow(inferred, subject, cls):
    """Who knows FOAF, schema.org or ORG finds our entities by their classes."""
    node = rdflib.URIRef("https://w3id.org/fangzhi/id/" + subject)
    assert (node, RDF.type, rdflib.URIRef(cls)) in inferred


def test_whoever_spoke_took_part(inferred):
    """The parts played are kinds of participation."""
    speaker, participant = (rdflib.URIRef(KG[name]) for name in ("speaker", "participant"))
    for event, person in inferred.subject_objects(speaker):
        assert (event, participant, person) in inferred


@pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs Java (Debian: default-jre-headless)")
@pytest.mark.parametrize(
    ("more", "consistent"),
    [
        ("", True),
        ("<https://w3id.org/fangzhi/id/person-高远山> a <https://w3id.org/fangzhi/ns#Park> .", False),
    ],
)
def test_hermit_agrees(tmp_path, more, consistent):
    """The full OWL 2 reasoner, on ontology and graph without the dates that OWL 2 has no datatype for."""
    graph = Graph(factory.knowledge()).to_rdf().parse(data=more, format="turtle")
    for path in ontology.terms():
        graph.parse(path)
    for triple in list(graph):
        if str(getattr(triple[2], "datatype", "")).rpartition("#")[2] in ("gYear", "gYearMonth", "date"):
            graph.remove(triple)
    graph.serialize(tmp_path / "all.nt", format="nt", encoding="utf-8")
    world = owlready2.World()
    world.get_ontology((tmp_path / "all.nt").as_uri()).load()
    if consistent:
        owlready2.sync_reasoner_hermit(world, debug=0)
        assert list(world.inconsistent_classes()) == []
    else:
        with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
            owlready2.sync_reasoner_hermit(world, debug=0)
