"""Code, ontology and shapes speak of the same terms."""

import re

import factory
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS
from rdflib.namespace import SH, SKOS

from kg.graph import ontology, vocab
from kg.graph.store import Graph
from kg.graph.vocab import KG, NAMESPACES, UnknownTermError
from kg.model import STAGES

TERMS = rdflib.Graph()
for file in ontology.terms():
    TERMS.parse(file)
SHAPES = rdflib.Graph().parse(ontology.shapes())

ONTOLOGY_ONLY = {"relatedTo", "Stage", "StageScheme", "Change", "Modality", "Irregularity", "Outcome"}
"""Terms that only the ontology needs: superproperties and the classes of its own individuals."""


STAGE = rdflib.URIRef(KG.Stage)


def local(iri: object) -> str:
    return str(iri).removeprefix(KG.iri)


def defined() -> set[str]:
    return {local(s) for s in TERMS.subjects(RDF.type) if str(s).startswith(KG.iri)}


def used_by(graph: rdflib.Graph) -> set[str]:
    """Terms of ours in a graph; the bare namespace, which VoID names, is none."""
    return {local(term) for triple in graph for term in triple if str(term).startswith(KG.iri)} - {""}


def test_the_vocabulary_is_what_the_ontology_defines():
    assert set(KG.terms) == defined()


def test_a_graph_with_every_kind_of_fact_uses_every_term():
    """No term is declared for nothing, and none is used undeclared."""
    used = used_by(Graph(factory.derived()).to_rdf())
    individuals = {local(s) for s in TERMS.subjects(RDF.type, STAGE)} | {"Removed", "Skipped", "NotReported"}
    roles = {"signatory", "visitor"}
    assert used <= defined()
    assert defined() - used == ONTOLOGY_ONLY | (individuals | roles) - used


def test_shapes_speak_of_defined_terms_only():
    queries = " ".join(map(str, SHAPES.objects(None, SH.select)))
    used = used_by(SHAPES) | set(re.findall(r"\bkg:(\w+)", queries))
    assert used <= defined()


def test_every_class_of_a_graph_has_a_shape():
    classes = {o for s, p, o in Graph(factory.knowledge()).triples if p.endswith("#type")}
    shaped = {str(c) for c in SHAPES.objects(None, SH.targetClass)}
    superclasses = {
        str(c): {str(o) for o in TERMS.objects(rdflib.URIRef(c), RDFS.subClassOf)} for c in classes
    }
    # The two selector classes are stated by the same node, as are evidence and specific resource.
    free = {vocab.OA.SpecificResource, vocab.OA.TextQuoteSelector, vocab.VOID.Dataset, vocab.KG.Newspaper}
    free |= {vocab.DCAT.Dataset, vocab.PROV.Activity, vocab.PROV.SoftwareAgent}
    assert {c for c in classes - free if c not in shaped and not superclasses[c] & shaped} == set()


def test_every_foreign_term_of_a_graph_is_declared():
    """A reasoner can read a graph with the ontology alone."""
    for prefix, space in NAMESPACES.items():
        if prefix not in ("kg", "rdf"):
            for iri in space.terms.values():
                assert (rdflib.URIRef(iri), RDF.type, None) in TERMS, iri


@pytest.mark.parametrize("term", sorted(defined()))
def test_a_term_says_what_it_means(term):
    """Label and definition, each in Chinese and in English."""
    node = rdflib.URIRef(KG.iri + term)
    for predicate in (RDFS.label, SKOS.definition):
        assert {o.language for o in TERMS.objects(node, predicate)} == {"zh", "en"}, (term, predicate)


def test_entities_have_the_superclasses_of_the_contract():
    expected = {
        "Official": "https://w3id.org/fangzhi/ns#Person",
        "Person": "http://xmlns.com/foaf/0.1/Person https://schema.org/Person",
        "Agency": "http://www.w3.org/ns/org#FormalOrganization https://schema.org/GovernmentOrganization",
        "Enterprise": "http://www.w3.org/ns/org#FormalOrganization https://schema.org/Corporation",
        "Institution": "http://www.w3.org/ns/org#FormalOrganization",
        "Project": "https://schema.org/Project",
        "Park": "https://schema.org/Place",
        "Place": "https://schema.org/Place",
        "Event": "https://schema.org/Event http://www.w3.org/ns/prov#Activity",
        "Industry": "http://www.w3.org/2004/02/skos/core#Concept",
        "Post": "http://www.w3.org/ns/org#Post",
    }
    for term, superclasses in expected.items():
        found = {str(o) for o in TERMS.objects(rdflib.URIRef(KG.iri + term), RDFS.subClassOf)}
        assert found == set(superclasses.split()), term


def test_the_stages_stand_in_order():
    """Notation and position of each, as the model has them."""
    position = rdflib.URIRef("https://schema.org/position")
    found = sorted(
        (int(TERMS.value(s, position)), str(TERMS.value(s, SKOS.notation)))
        for s in TERMS.subjects(RDF.type, STAGE)
    )
    assert [notation for _, notation in found] == list(STAGES)


def test_the_ontology_has_a_version():
    (head,) = TERMS.subjects(RDF.type, OWL.Ontology)
    assert TERMS.value(head, OWL.versionIRI) == rdflib.URIRef(f"{head}/{TERMS.value(head, OWL.versionInfo)}")


@pytest.mark.parametrize(("misspelt", "meant"), [("partof", "partOf"), ("Ofical", "Official")])
def test_a_misspelt_term_raises(misspelt, meant):
    """As attribute and as key; the error names the term that was meant."""
    with pytest.raises(UnknownTermError, match=meant):
        getattr(KG, misspelt)
    with pytest.raises(UnknownTermError, match=meant):
        KG[misspelt]
