import random
from dataclasses import replace

import factory
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.graph.combine import combine
from kg.model import Document, Entity, Event, Evidence, Indicator, Kind, Knowledge, Relation

E1, E2 = Evidence("a.txt", 0, 2, "甲乙"), Evidence("b.txt", 3, 5, "丙丁")


def alone(knowledge: Knowledge, document: str) -> Knowledge:
    """What one page says by itself."""
    return Knowledge(
        tuple(d for d in knowledge.documents if d.identifier == document),
        tuple(
            replace(e, mentions=tuple(m for m in e.mentions if m.document == document))
            for e in knowledge.entities
            if any(m.document == document for m in e.mentions)
        ),
        tuple(f for f in knowledge.facts if any(e.document == document for e in f.evidence)),
    )


def test_pages_combine_to_the_same_in_every_order_and_grouping():
    """The parts of the whole, shuffled and nested, give the whole again."""
    whole = factory.knowledge()
    june, march = (alone(whole, page) for page in (factory.JUNE, factory.MARCH))
    other = factory.hostile()
    assert (
        combine([june, march]) == combine([march, june]) == combine([combine([march]), june, june]) == whole
    )
    assert combine([combine([june, other]), march]) == combine([other, combine([march, june])])


@given(st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_the_order_of_facts_and_entities_does_not_matter(shuffle: random.Random):
    """Shuffled knowledge combines to the same."""
    whole = factory.knowledge()
    parts = [list(part) for part in (whole.documents, whole.entities, whole.facts)]
    for part in parts:
        shuffle.shuffle(part)
    assert combine([Knowledge(*map(tuple, parts))]) == whole


def test_entities_of_one_id_become_one():
    """Names and mentions of both, the fullest label, and official if either says so."""
    short = Entity("agency-x", Kind.AGENCY, "市科技局", ("市科技局",), (E1,))
    full = Entity("agency-x", Kind.AGENCY, "云川市科技局", ("云川市科技局", "科技局"), (E2,), official=True)
    (one,) = combine([Knowledge(entities=(short,)), Knowledge(entities=(full,))]).entities
    assert one == Entity(
        "agency-x",
        Kind.AGENCY,
        "云川市科技局",
        ("云川市科技局", "市科技局", "科技局"),
        (E1, E2),
        official=True,
    )


@pytest.mark.parametrize(("a", "b"), [(Kind.PARK, Kind.PLACE), (Kind.PERSON, Kind.AGENCY)])
def test_a_conflict_of_kinds_is_settled_alike_in_both_orders(a, b):
    first, second = (Entity("x", kind, "名", ("名",), (E1,)) for kind in (a, b))
    one, other = (combine([Knowledge(entities=pair)]) for pair in ((first, second), (second, first)))
    assert one == other
    assert len(one.entities) == 1


def test_equal_facts_share_their_evidence():
    """Quotes of both, the confidence and the rule of the surer; 240 and 240.0 are one number."""
    said = {"subject": "park-x", "name": "企业", "unit": "家"}
    facts = (
        Indicator(**said, value=240, evidence=(E2,), confidence=0.5, rule="b"),
        Indicator(**said, value=240.0, evidence=(E1,), confidence=0.9, rule="c"),
        Indicator(**said, value=241, evidence=(E1,)),
    )
    first, second = combine([Knowledge(facts=facts)]).facts
    assert (first.evidence, first.confidence, first.rule) == ((E1, E2), 0.9, "c")
    assert second.value == 241


def test_a_relation_that_holds_both_ways_is_kept_once():
    there = Relation(subject="a", predicate="cooperatesWith", object="b", evidence=(E1,))
    back = Relation(subject="b", predicate="cooperatesWith", object="a", evidence=(E2,))
    (one,) = combine([Knowledge(facts=(back, there))]).facts
    assert one == replace(there, evidence=(E1, E2))


def test_events_of_one_id_become_one():
    """Participants of both, the most precise date; an unknown part gives way to a known one."""
    vague = Event(
        id="event-x",
        label="会议",
        kind="other",
        date="2023",
        participants=(("a", ""), ("b", "")),
        evidence=(E1,),
    )
    exact = Event(
        id="event-x",
        label="工作会议",
        kind="meeting",
        date="2023-06-20",
        participants=(("a", "spoke"),),
        evidence=(E2,),
    )
    (one,) = combine([Knowledge(facts=(vague,)), Knowledge(facts=(exact,))]).facts
    assert (one.label, one.kind, one.date) == ("工作会议", "meeting", "2023-06-20")
    assert one.participants == (("a", "spoke"), ("b", ""))


def test_two_different_pages_of_one_name_are_refused():
    """The error names the page and says what to do."""
    pages = [Knowledge((Document("a.txt", digest),)) for digest in ("1" * 64, "2" * 64)]
    with pytest.raises(InputError, match=r"a\.txt.*rename one"):
        combine(pages)
