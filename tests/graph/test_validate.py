"""Each shape accepts a good graph and refuses its own bad example."""

import factory
import pytest
import rdflib
from rdflib import RDF
from rdflib.namespace import SH

from kg.errors import InputError
from kg.graph import ontology
from kg.graph.store import Graph
from kg.graph.validate import Violation, check, validate
from kg.graph.vocab import PREFIXES
from kg.publish.turtle import write_turtle

SHAPE = "https://w3id.org/fangzhi/shapes#"
GRAPH = Graph(factory.knowledge())

BAD = {
    "label": 'x:label a kg:Agency ; skos:prefLabel "科技局"@en',
    "same-label": 'x:same-label a kg:Agency ; skos:prefLabel "科技局"@zh ; rdfs:label "科技办"@zh',
    "other-name": 'x:other-name a kg:Agency ; skos:prefLabel "科技局"@zh ; skos:altLabel "科技局"@zh',
    "mention": "x:mention a kg:Agency",
    "one-class": 'x:one-class a kg:Agency, kg:Park ; skos:prefLabel "港区"@zh',
    "part-of": "x:part-of a kg:Person ; kg:partOf id:agency-云川市委",
    "part-of-object": "x:part-of-object a kg:Agency ; kg:partOf id:person-高远山",
    "administers": "x:administers a kg:Enterprise ; kg:administers id:park-云川高新区",
    "administers-object": "x:administers-object a kg:Agency ; kg:administers id:place-云川市",
    "located-in": "x:located-in a kg:Person ; kg:locatedIn id:place-云川市",
    "located-in-object": "x:located-in-object a kg:Project ; kg:locatedIn id:agency-云川市委",
    "undertakes": "x:undertakes a kg:Project ; kg:undertakes id:project-星河电池二期",
    "undertakes-object": "x:undertakes-object a kg:Enterprise ; kg:undertakes id:agency-云川市委",
    "subsidiary-of": "x:subsidiary-of a kg:Person ; kg:subsidiaryOf id:enterprise-远帆资本",
    "subsidiary-of-object": "x:subsidiary-of-object a kg:Enterprise ; kg:subsidiaryOf id:agency-云川市委",
    "founded": "x:founded a kg:Enterprise ; kg:founded id:enterprise-远帆资本",
    "founded-object": "x:founded-object a kg:Person ; kg:founded id:park-云川高新区",
    "cooperates-with": "x:cooperates-with a kg:Person ; kg:cooperatesWith id:enterprise-远帆资本",
    "cooperates-with-object": "x:cooperates-with-object a kg:Agency ; kg:cooperatesWith id:person-叶知秋",
    "invests": "x:invests a kg:Person ; kg:invests id:enterprise-远帆资本",
    "invests-object": "x:invests-object a kg:Enterprise ; kg:invests id:park-云川高新区",
    "in-industry": "x:in-industry a kg:Person ; kg:inIndustry id:industry-动力电池产业",
    "in-industry-object": "x:in-industry-object a kg:Park ; kg:inIndustry id:park-云川高新区",
    "irregularity": "x:irregularity a kg:StageObservation ; kg:irregularity kg:Met",
    "outcome": "x:outcome a kg:Indicator ; kg:outcome kg:Skipped",
    "fulfils": "x:fulfils a kg:Indicator ; kg:fulfils id:agency-云川市委",
    "falls-short-of": "x:falls-short-of a kg:Indicator ; kg:fallsShortOf id:agency-云川市委",
    "revises": "x:revises a kg:Indicator ; kg:revises id:agency-云川市委",
    "of-targets": "x:of-targets a kg:Indicator ; kg:modality kg:Actual ; kg:outcome kg:Met",
    "succeeds": "x:succeeds a kg:Agency ; kg:succeeds id:person-高远山",
    "continues": "x:continues a kg:Person ; kg:continues id:agency-云川市委",
    "continues-object": "x:continues-object a kg:Agency ; kg:continues id:person-高远山",
    "succeeds-object": "x:succeeds-object a kg:Person ; kg:succeeds id:agency-云川市委",
    "both-ways": "x:both-ways a kg:Enterprise ; kg:cooperatesWith id:institution-云川大学",
    "traced": "x:traced a kg:Enterprise ; kg:invests id:enterprise-远帆资本",
    "derived": "x:derived a kg:Indicator",
    "confidence": "x:confidence a kg:Indicator ; kg:confidence 1.5",
    "rule": 'x:rule a kg:Indicator ; kg:rule "a", "b"',
    "title": 'x:title a kg:Post ; kg:title "局长"',
    "post-in": "x:post-in a kg:Post ; org:postIn id:person-高远山",
    "tenure-member": "x:tenure-member a kg:Tenure ; org:member id:agency-云川市委",
    "tenure-organization": "x:tenure-organization a kg:Tenure",
    "tenure-post": "x:tenure-post a kg:Tenure ; kg:post id:agency-云川市委",
    "tenure-former": 'x:tenure-former a kg:Tenure ; kg:former "no"',
    "tenure-observed": 'x:tenure-observed a kg:Tenure ; kg:observedOn "去年"',
    "tenure-observation": "x:tenure-observation a kg:Tenure",
    "tenure-interval": "x:tenure-interval a kg:Tenure ; org:memberDuring id:agency-云川市委",
    "post-of-body": "x:post-of-body a kg:Tenure ; kg:post id:post-agency-云川市委_书记 ; org:organization id:agency-云川市政协",
    "holds": "x:holds a kg:Tenure ; kg:former false ; kg:post id:post-agency-云川市委_书记 ; org:member id:person-林知远",
    "observation-date": 'x:observation-date a kg:PostObservation ; kg:observedOn "2023", "2024"',
    "observation-change": "x:observation-change a kg:PostObservation ; kg:change kg:Started",
    "began-not-before": "x:began-not-before a kg:Interval ; kg:beganNotBefore 2023",
    "began-not-after": "x:began-not-after a kg:Interval ; kg:beganNotAfter 2023",
    "ended-not-before": "x:ended-not-before a kg:Interval ; kg:endedNotBefore 2023",
    "ended-not-after": "x:ended-not-after a kg:Interval ; kg:endedNotAfter 2023",
    "total-investment": "x:total-investment a kg:Place ; kg:totalInvestment x:currency",
    "total-investment-value": "x:total-investment-value a kg:Project ; kg:totalInvestment 8000000000",
    "annual-revenue": "x:annual-revenue a kg:Place ; kg:annualRevenue x:currency",
    "annual-revenue-value": "x:annual-revenue-value a kg:Project ; kg:annualRevenue x:square-metre",
    "annual-tax": "x:annual-tax a kg:Place ; kg:annualTax x:currency",
    "annual-tax-value": "x:annual-tax-value a kg:Project ; kg:annualTax x:square-metre",
    "land-area": "x:land-area a kg:Place ; kg:landArea x:square-metre",
    "land-area-value": "x:land-area-value a kg:Project ; kg:landArea x:currency",
    "has-stage": "x:has-stage a kg:Place ; kg:hasStage x:stage",
    "has-stage-value": "x:has-stage-value a kg:Project ; kg:hasStage kg:Started",
    "completion": 'x:completion a kg:Place ; kg:completion "2025"^^xsd:gYear',
    "completion-date": 'x:completion-date a kg:Project ; kg:completion "年底"',
    "positive": "x:positive a schema:MonetaryAmount ; schema:value -1",
    "currency": 'x:currency a schema:MonetaryAmount ; schema:currency "元"',
    "square-metre": 'x:square-metre a schema:QuantitativeValue ; schema:unitCode "亩"',
    "comparator": 'x:comparator a schema:MonetaryAmount ; kg:comparator "≥"',
    "planned": "x:planned a kg:StageObservation",
    "stage": "x:stage a kg:StageObservation ; kg:stage kg:Appointed",
    "event-kind": 'x:event-kind a kg:Event ; kg:eventKind "party"',
    "event-start": 'x:event-start a kg:Event ; schema:startDate "昨日"',
    "event-end": 'x:event-end a kg:Event ; schema:endDate "明日"',
    "event-place": "x:event-place a kg:Event ; schema:location id:person-高远山",
    "participant": "x:participant a kg:Event ; kg:participant kg:Started",
    "role": "x:role a kg:Event ; kg:speaker id:person-高远山",
    "indicator-subject": "x:indicator-subject a kg:Indicator ; kg:ofSubject kg:Started",
    "indicator-name": "x:indicator-name a kg:Indicator",
    "indicator-value": 'x:indicator-value a kg:Indicator ; schema:value "240"',
    "indicator-unit": 'x:indicator-unit a kg:Indicator ; schema:unitText "家"@zh',
    "period": 'x:period a kg:Indicator ; kg:period "上半年"',
    "modality": "x:modality a kg:Indicator ; kg:modality kg:Started",
    "assertion-subject": 'x:assertion-subject a kg:Assertion ; rdf:subject "高远山"',
    "assertion-predicate": "x:assertion-predicate a kg:Assertion ; rdf:predicate org:holds",
    "assertion-object": "x:assertion-object a kg:Assertion",
    "stated": "x:stated a kg:Assertion ; rdf:subject id:person-高远山 ; rdf:predicate kg:founded ; rdf:object id:agency-云川市委",
    "source": "x:source a kg:Evidence ; oa:hasSource id:agency-云川市委",
    "selector": "x:selector a kg:Evidence ; oa:hasSelector id:agency-云川市委",
    "start": "x:start a oa:TextPositionSelector ; oa:start 5 ; oa:end 5",
    "end": 'x:end a oa:TextPositionSelector ; oa:end "5"',
    "exact": 'x:exact a oa:TextPositionSelector ; oa:exact ""',
    "quote-length": 'x:quote-length a oa:TextPositionSelector ; oa:start 0 ; oa:end 3 ; oa:exact "甲乙"',
    "identifier": "x:identifier a kg:Document",
    "sha256": 'x:sha256 a kg:Document ; kg:sha256 "abc"',
    "issued": 'x:issued a kg:Document ; dcterms:issued "2023-06-21"',
}
"""Shape → a node, named after it, that breaks it."""


@pytest.fixture(scope="module")
def violations() -> list[Violation]:
    """What is wrong with the good graph once all bad examples stand in it."""
    prefixes = {**PREFIXES, "id": GRAPH.base, "x": "http://example.org/"}
    head = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in prefixes.items())
    return check(GRAPH.to_rdf().parse(data=head + " .\n".join(BAD.values()) + " .", format="turtle"))


def test_every_rule_has_a_bad_example():
    """Rules are the property shapes, and the node shapes that have a message or a query of their own."""
    shapes = rdflib.Graph().parse(ontology.shapes())
    rules = set(shapes.subjects(RDF.type, SH.PropertyShape)) | set(shapes.subjects(SH.sparql))
    rules |= set(shapes.subjects(SH.message)) & set(shapes.subjects(RDF.type, SH.NodeShape))
    assert {str(rule).removeprefix(SHAPE) for rule in rules} == set(BAD)


@pytest.mark.parametrize("rule", BAD)
def test_a_shape_refuses_its_bad_example(violations, rule):
    """With a message in both languages."""
    found = [v for v in violations if v.rule == rule and v.node == f"http://example.org/{rule}"]
    assert found
    assert all(v.zh.endswith("。") and v.en.endswith(".") for v in found)


def test_nothing_but_the_bad_examples_is_refused(violations):
    good = {str(subject) for subject, _, _ in GRAPH.triples}
    assert not {v.node for v in violations} & good


def test_every_message_stands_in_both_languages():
    shapes = rdflib.Graph().parse(ontology.shapes())
    for shape in shapes.subjects(SH.message):
        assert {m.language for m in shapes.objects(shape, SH.message)} == {"zh", "en"}


def test_a_good_graph_has_no_violation(tmp_path):
    assert validate(GRAPH) == []
    assert validate(write_turtle(factory.derived(), tmp_path / "graph.ttl")) == []


def test_hostile_names_break_no_shape_but_the_period():
    """Their periods are no periods; everything else holds whatever it is called."""
    assert {v.rule for v in validate(Graph(factory.hostile()))} == {"period"}


def test_a_violation_is_told_in_one_line(tmp_path):
    """By label, rule and value, and with what to do."""
    path = write_turtle(factory.knowledge(), tmp_path / "graph.ttl")
    path.write_text(path.read_text("utf-8").replace("kg:stage kg:Started", "kg:stage kg:Signd"), "utf-8")
    (violation,) = validate(path)
    assert str(violation).startswith("(星河电池二期) <https://w3id.org/fangzhi/id/stage-")
    assert "stage · kg:stage · found kg:Signd" in str(violation)
    assert "Let kg:stage be one of the eight stages" in str(violation)
    assert "\n" not in str(violation)


def test_an_unreadable_graph_is_an_input_error():
    with pytest.raises(InputError, match="nowhere"):
        validate("nowhere.ttl")
