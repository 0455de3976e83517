"""Every term the graph may use, by namespace; a misspelt one raises `UnknownTermError`.

The namespace of ours is defined in `ontology/`; a test holds this list, the ontology and the shapes together.
"""

from __future__ import annotations

from difflib import get_close_matches

from kg.errors import KgError
from kg.graph.terms import XSD as _XSD
from kg.graph.terms import Iri


class UnknownTermError(KgError, AttributeError):
    """A term that its namespace does not have."""


class Namespace:
    """A closed list of terms: `KG.partOf` and `KG["partOf"]` are the IRI, `KG.partof` raises."""

    def __init__(self, iri: str, terms: str) -> None:
        self.iri = iri
        self.terms = {name: Iri(iri + name) for name in terms.split()}
        self.__dict__.update(self.terms)

    def __getattr__(self, name: str) -> Iri:
        """Only reached by a name that is no term."""
        terms = self.__dict__.get("terms", {})
        near = get_close_matches(name, terms, n=1)
        hint = f"did you mean {near[0]}?" if near else "declare it in kg/graph/vocab.py and in ontology/"
        raise UnknownTermError(f"{self.__dict__.get('iri', 'the namespace')} has no term {name!r}: {hint}")

    def __getitem__(self, name: str) -> Iri:
        return self.terms[name] if name in self.terms else self.__getattr__(name)


KG = Namespace(
    "https://w3id.org/fangzhi/ns#",
    # entities
    "Person Official Agency Enterprise Institution Project Park Place Event Industry mention "
    # direct relations
    "relatedTo partOf administers locatedIn undertakes subsidiaryOf founded cooperatesWith invests inIndustry succeeds continues "
    # posts and tenures
    "Post Tenure PostObservation post title observedOn former observation change Appointed Removed Change "
    "Interval beganNotBefore beganNotAfter endedNotBefore endedNotAfter "
    # projects
    "totalInvestment annualRevenue annualTax landArea completion hasStage StageObservation stage planned comparator "
    "Stage StageScheme Negotiating Signed Registered Planned Started UnderConstruction Completed Operating "
    "irregularity Irregularity WentBack Skipped "
    # events and indicators
    "eventKind participant attendee speaker host signatory visitor "
    "Indicator ofSubject indicatorName period modality Modality Target Actual "
    "outcome Outcome Met Missed Revised NotReported fulfils fallsShortOf revises "
    # evidence
    "Assertion Evidence Document Newspaper confidence rule sha256 byline coverage inferred ",
)
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "type subject predicate object")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#", "label")
ORG = Namespace("http://www.w3.org/ns/org#", "holds postIn member organization memberDuring")
PROV = Namespace(
    "http://www.w3.org/ns/prov#",
    "wasDerivedFrom Activity SoftwareAgent used wasGeneratedBy wasAssociatedWith",
)
OA = Namespace(
    "http://www.w3.org/ns/oa#",
    "SpecificResource TextPositionSelector TextQuoteSelector hasSource hasSelector start end exact",
)
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#", "prefLabel altLabel")
SCHEMA = Namespace(
    "https://schema.org/",
    "MonetaryAmount QuantitativeValue value currency unitCode unitText startDate endDate location softwareVersion",
)
DCTERMS = Namespace("http://purl.org/dc/terms/", "identifier issued isPartOf title license conformsTo")
VOID = Namespace(
    "http://rdfs.org/ns/void#",
    "Dataset uriSpace triples entities documents vocabulary classPartition propertyPartition class property",
)
DCAT = Namespace("http://www.w3.org/ns/dcat#", "Dataset")

NAMESPACES: dict[str, Namespace] = {
    "dcat": DCAT,
    "dcterms": DCTERMS,
    "kg": KG,
    "oa": OA,
    "org": ORG,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "skos": SKOS,
    "void": VOID,
}
PREFIXES: dict[str, str] = {**{prefix: space.iri for prefix, space in NAMESPACES.items()}, "xsd": _XSD}
"""Prefix → namespace IRI, sorted, as every file and query of ours declares them (`id:` is the base's)."""
