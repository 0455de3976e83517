"""Bureaus that took over from others in the reforms of organs are linked, never made one."""

import pytest

from kg.entities.identity import identifier
from kg.graph.combine import combine
from kg.graph.derive import derive
from kg.model import Document, Entity, Evidence, Kind, Knowledge, Relation


def bureau(name: str, *pages: str) -> Entity:
    quotes = tuple(Evidence(page, 0, len(name), name) for page in pages)
    return Entity(identifier(Kind.AGENCY, name), Kind.AGENCY, name, (name,), quotes)


def links(*bureaus: Entity) -> list[tuple[str, str]]:
    """New and old bureau of every continuation, by label; pages are called by their dates."""
    days = sorted({quote.document for one in bureaus for quote in one.mentions})
    pages = tuple(Document(day, day, "日报", "太仓市", day) for day in days)
    known = derive(combine([Knowledge(pages, bureaus)]))
    labels = {entity.id: entity.label for entity in known.entities}
    made = [fact for fact in known.facts if isinstance(fact, Relation)]
    assert all(fact.predicate == "continues" and len(fact.evidence) == 2 for fact in made)
    return [(labels[fact.subject], labels[fact.object]) for fact in made]


@pytest.mark.parametrize(
    ("old", "new", "linked"),
    [
        (("太仓市科学技术委员会", "2008-03"), ("太仓市科学技术局", "2012-05"), True),
        (("太仓市国土资源局", "2018-03"), ("太仓市自然资源和规划局", "2019-05"), True),
        (("太仓市国土资源局", "2019-05"), ("太仓市自然资源和规划局", "2019-05"), True),
        (("太仓市国土资源局", "2021-05"), ("太仓市自然资源和规划局", "2019-05"), False),
        (("昆山市国土资源局", "2018-03"), ("太仓市自然资源和规划局", "2019-05"), False),
        (("太仓市国土资源局", "2018-03"), ("太仓市生态环境局", "2019-05"), False),
    ],
)
def test_a_bureau_continues_the_one_before_the_reform(old, new, linked):
    """In one city, and where the old name is not seen after the new one."""
    assert links(bureau(*old), bureau(*new)) == ([(new[0], old[0])] if linked else [])


def test_the_nearest_is_linked():
    """工信局 continues 经信委, and that 经贸委; not the first the last."""
    found = links(
        bureau("太仓市经济贸易委员会", "2006-01"),
        bureau("太仓市经济和信息化委员会", "2014-01"),
        bureau("太仓市工业和信息化局", "2020-01"),
    )
    assert set(found) == {
        ("太仓市经济和信息化委员会", "太仓市经济贸易委员会"),
        ("太仓市工业和信息化局", "太仓市经济和信息化委员会"),
    }


def test_an_old_name_after_the_new_one_is_for_review():
    pages = tuple(Document(day, day, "日报", "太仓市", day) for day in ("2019-05", "2021-05"))
    bureaus = (bureau("太仓市国土资源局", "2021-05"), bureau("太仓市自然资源和规划局", "2019-05"))
    (doubt,) = derive(combine([Knowledge(pages, bureaus)])).unplaced
    assert doubt.what == "reform-in-doubt"


def test_deriving_twice_is_as_once():
    pages = tuple(Document(day, day, "日报", "太仓市", day) for day in ("2018", "2020"))
    known = combine([Knowledge(pages, (bureau("太仓市环境保护局", "2018"), bureau("太仓市生态环境局", "2020")))])
    assert derive(derive(known)) == derive(known)
