from kg.facts.officials import with_officials
from kg.model import Entity, Kind, Tenure


def entity(name: str, kind: Kind) -> Entity:
    return Entity(name, kind, name, (name,), ())


def post(person: str, body: str) -> Tenure:
    return Tenure(evidence=(), person=person, organization=body, title="主任", observed="2023")


def test_whoever_has_a_post_of_an_agency_is_an_official_and_nobody_else():
    """A head of a bureau is one; a head of a firm, and the bureau itself, are not."""
    everybody = (
        entity("高远", Kind.PERSON),
        entity("白松", Kind.PERSON),
        entity("云川市发改委", Kind.AGENCY),
        entity("星河公司", Kind.ENTERPRISE),
    )
    marked = with_officials(everybody, [post("高远", "云川市发改委"), post("白松", "星河公司")])
    assert [(e.label, e.official) for e in marked] == [
        ("高远", True),
        ("白松", False),
        ("云川市发改委", False),
        ("星河公司", False),
    ]
