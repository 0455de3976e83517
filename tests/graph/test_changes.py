"""What differs between two graphs: nothing is dropped in silence, and one thing under two names is one thing."""

from dataclasses import fields, replace

import factory
import pytest
from factory import JUNE, MARCH, quote
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.graph.changes import Changes, changes
from kg.graph.changes.slots import said
from kg.graph.combine import combine
from kg.graph.resolve.rewrite import rewrite
from kg.model import Entity, Evidence, Fact, Kind, Knowledge, Relation
from tests.graph.test_combine import alone
from tests.graph.test_roundtrip import knowledges

WHOLE = factory.knowledge()
FACTS = {type(fact).__name__: fact for fact in WHOLE.facts}


def parts(found: Changes, swapped: bool = False) -> dict[str, list[str]]:
    """The changes as they are, or the other way round, in an order that does not depend on the side."""
    turn = {"old": "new", "new": "old", "gained": "lost", "lost": "gained"}
    turn |= {f"{name}_old": f"{name}_new" for name in ("stays", "around")}
    turn |= {f"{name}_new": f"{name}_old" for name in ("stays", "around")}

    def mirrored(change: object) -> object:
        values = {f.name: getattr(change, f.name) for f in fields(change)}
        return type(change)(**{turn.get(name, name) if swapped else name: v for name, v in values.items()})

    return {
        name: sorted(repr(mirrored(change)) for change in getattr(found, name))
        for name in ("pages", "entities", "facts", "grounds")
    } | {
        "moved": sorted(repr((c.new.id, c.old.id) if swapped else (c.old.id, c.new.id)) for c in found.moved)
    }


def known(*facts: Fact) -> Knowledge:
    """The factory's pages and entities with these facts alone."""
    return combine([Knowledge(factory.documents(), factory.entities(), facts)])


@given(knowledges())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_graph_does_not_differ_from_itself(one):
    assert not changes(one, one)


@given(knowledges(), knowledges())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_other_way_round_it_is_the_same_with_both_sides_swapped(one, other):
    assert parts(changes(one, other), swapped=True) == parts(changes(other, one))


@given(knowledges(), st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_fact_and_entity_that_differs_is_told(one, data):
    """Whatever is left out of a graph, each fact and entity of one side alone stands in a change, and only those."""

    def some(items):
        return tuple(item for item in items if data.draw(st.booleans()))

    other = replace(one, facts=some(one.facts))
    found = changes(one, other)
    assert {f for change in found.facts for f in change.old} == set(one.facts) - set(other.facts)
    assert not any(change.new for change in found.facts)
    fewer = replace(one, entities=some(one.entities), facts=())
    gone = {
        e for change in changes(replace(one, facts=()), fewer).entities for e in change.old if not change.new
    }
    assert gone <= set(one.entities) - set(fewer.entities)
    assert bool(changes(one, fewer)) == (one != fewer)


@given(knowledges(), knowledges())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_between_any_two_graphs_what_is_not_told_is_the_same(one, other):
    """Each fact of either side is told, or the other side has one that says the same of the same entities."""
    found = changes(one, other)
    for mine, theirs, side in ((one, other, "old"), (other, one, "new")):
        told = {fact for change in found.facts for fact in getattr(change, side)}
        ids = {
            e.id for change in found.entities if change.old and change.new for e in (*change.old, *change.new)
        }
        same = {said(fact, str, str) for fact in theirs.facts}
        for fact in set(mine.facts) - told:
            assert said(fact, str, str) in same or ids, fact
    assert bool(found) == (one != other)


@pytest.mark.parametrize("fact", FACTS.values(), ids=FACTS)
def test_whatever_a_fact_says_counts(fact):
    """No field of a fact but its quotes, confidence and rule can change without another slot or answer."""
    for field in fields(fact):
        value = getattr(fact, field.name)
        if field.name not in {f.name for f in fields(Fact)}:
            other = not value if isinstance(value, bool) else value * 2 or "x"
            if field.name == "participants":
                other = value[1:]
            changed = replace(fact, **{field.name: other})
            now, was = said(changed, str, str), said(fact, str, str)
            assert (now.slot, now.answer) != (was.slot, was.answer), field.name


def test_a_new_kind_of_fact_asks_for_its_comparison():
    with pytest.raises(NotImplementedError, match="Fact"):
        changes(WHOLE, replace(WHOLE, facts=(*WHOLE.facts, Fact(evidence=()))))


def test_an_added_page_brings_its_facts_and_nothing_goes():
    found = changes(alone(WHOLE, JUNE), WHOLE)
    assert [(c.old, c.new and c.new.identifier) for c in found.pages] == [(None, MARCH)]
    assert not any(change.old for change in found.facts)
    assert not any(change.lost for change in (*found.entities, *found.grounds))


def test_what_rests_on_two_pages_loses_a_quote_when_one_goes():
    place = next(f for f in WHOLE.facts if isinstance(f, Relation) and f.predicate == "partOf")
    twice = replace(place, evidence=(*place.evidence, quote(MARCH, "市发改委")))
    (change,) = changes(known(twice), known(place)).grounds
    assert (change.gained, change.lost) == ((), (quote(MARCH, "市发改委"),))


@pytest.mark.parametrize(
    ("ids", "old", "new"),
    [
        ({"park-云川高新区": "park-云川高新技术产业开发区"}, 1, 1),
        ({"project-星河电池二期": "park-星河电池二期"}, 1, 1),
        ({"agency-云川市发改委改革科": "agency-云川市发改委"}, 2, 1),
        ({"enterprise-远帆资本": "new", "enterprise-星河集团有限公司": "new"}, 2, 1),
    ],
    ids=["renamed", "retyped", "merged into one that is there", "merged into a new one"],
)
def test_facts_whose_ids_alone_changed_are_no_changes(ids, old, new):
    """Renamed, merged and, the other way round, split: one change of entities, and no fact comes or goes."""
    without_loops = tuple(
        f for f in WHOLE.facts if not isinstance(f, Relation) or ids.get(f.subject) != f.object
    )
    whole = replace(WHOLE, facts=without_loops)
    other = combine([rewrite(whole, ids)])
    for found in (changes(whole, other), changes(other, whole)):
        (entities,) = found.entities
        assert {len(entities.old), len(entities.new)} == {old, new}
        assert (found.facts, found.moved) == ((), ())


@given(
    st.sets(st.sampled_from([e.id for e in WHOLE.entities])),
    st.sets(st.sampled_from(range(len(WHOLE.facts)))),
)
@settings(max_examples=40, deadline=None)
def test_what_goes_while_entities_are_renamed_is_told_and_nothing_else(renamed, gone):
    """Any entities get another id, any facts go: each of these is told once."""
    kept = tuple(f for i, f in enumerate(WHOLE.facts) if i not in gone)
    other = combine([rewrite(replace(WHOLE, facts=kept), {i: f"{i}-again" for i in renamed})])
    found = changes(WHOLE, other)
    assert {e.id for change in found.entities for e in change.old} == renamed
    assert {f for change in found.facts for f in change.old} == {WHOLE.facts[i] for i in gone}
    assert not any(change.new for change in found.facts)
    assert not found.grounds


def test_a_namesake_who_takes_the_plain_id_is_another_person():
    """An earlier holder turns up and gets the plain id; he who had it keeps his words under another id."""
    had = Entity(
        "person-白松涛", Kind.PERSON, "白松涛", ("白松涛",), (quote(MARCH, "白松涛"),), official=True
    )
    now = replace(had, id="person-白松涛-0a1b2c3d")
    plain = replace(had, mentions=(quote(JUNE, "白松涛"),))
    old = Knowledge(factory.documents()[1:], (had,))
    found = changes(old, Knowledge(factory.documents(), (plain, now)))
    assert {(*(e.id for e in c.old), "→", *(e.id for e in c.new)) for c in found.entities} == {
        ("person-白松涛", "→", "person-白松涛-0a1b2c3d"),
        ("→", "person-白松涛"),
    }


def test_mentions_that_another_entity_has_now_are_moved():
    """Both stay, one mention changes hands."""
    stays, goes = quote(JUNE, "白松涛"), quote(MARCH, "白松涛")
    one = Entity("person-白松涛", Kind.PERSON, "白松涛", ("白松涛",), (stays, goes))
    other = Entity("person-林知远", Kind.PERSON, "林知远", ("林知远",), (quote(MARCH, "林知远"),))
    old = Knowledge(factory.documents(), (one, other))
    new = Knowledge(
        factory.documents(),
        (replace(one, mentions=(stays,)), replace(other, mentions=(goes, *other.mentions))),
    )
    found = changes(old, new)
    assert [(m.old.id, m.new.id, m.mentions) for m in found.moved] == [(one.id, other.id, (goes,))]
    assert found.entities == ()


def test_a_name_that_is_cut_otherwise_is_the_same_entity():
    long = replace(factory.entities()[17], mentions=(quote(JUNE, "云川高新区"),))
    start = long.mentions[0].start + 2
    short = Entity(
        "park-高新区", Kind.PARK, "高新区", ("高新区",), (Evidence(JUNE, start, start + 3, "高新区"),)
    )
    assert long.id == "park-云川高新区"
    old, new = (Knowledge(factory.documents(), (e,)) for e in (long, short))
    (change,) = changes(old, new).entities
    assert (change.old, change.new) == ((long,), (short,))


def test_a_name_in_which_another_thing_is_read_is_no_new_name():
    """云川高新区 gone and 云川 come are two things, although they share characters."""
    long = replace(factory.entities()[17], mentions=(quote(JUNE, "云川高新区"),), label="高新区")
    start = long.mentions[0].start
    town = Entity("park-云川", Kind.PARK, "云川", ("云川",), (Evidence(JUNE, start, start + 2, "云川"),))
    old, new = (Knowledge(factory.documents(), (e,)) for e in (long, town))
    assert len(changes(old, new).entities) == 2


def test_a_page_under_another_file_name_is_the_same_page():
    """Neither entities nor facts nor quotes change with the name of a file."""

    def renamed(quotes):
        return tuple(replace(q, document="renamed.txt") if q.document == JUNE else q for q in quotes)

    other = Knowledge(
        tuple(replace(d, identifier="renamed.txt") if d.identifier == JUNE else d for d in WHOLE.documents),
        tuple(replace(e, mentions=renamed(e.mentions)) for e in WHOLE.entities),
        tuple(replace(f, evidence=renamed(f.evidence)) for f in WHOLE.facts),
    )
    found = changes(WHOLE, combine([other]))
    assert [(c.old.identifier, c.new.identifier) for c in found.pages] == [(JUNE, "renamed.txt")]
    assert not (found.entities or found.facts or found.grounds or found.moved)


def test_a_line_added_on_top_of_a_page_moves_quotes_and_changes_no_fact():
    """Other offsets on a page of another digest: the page changed, what it says did not."""

    def moved(quotes):
        return tuple(
            replace(q, start=q.start + 9, end=q.end + 9) if q.document == JUNE else q for q in quotes
        )

    other = Knowledge(
        tuple(replace(d, sha256="0" * 64) if d.identifier == JUNE else d for d in WHOLE.documents),
        tuple(replace(e, mentions=moved(e.mentions)) for e in WHOLE.entities),
        tuple(replace(f, evidence=moved(f.evidence)) for f in WHOLE.facts),
    )
    found = changes(WHOLE, combine([other]))
    assert len(found.pages) == 1
    assert not (found.entities or found.facts or found.grounds or found.moved)


def test_a_quote_that_is_read_otherwise_is_one_change():
    """The same words gave another relation before: not one gone and one come."""
    here = next(f for f in WHOLE.facts if isinstance(f, Relation) and f.predicate == "invests")
    (change,) = changes(known(here), known(replace(here, predicate="undertakes"))).facts
    assert change.reread
    assert (len(change.old), len(change.new)) == (1, 1)


def test_another_quote_is_another_fact():
    here = next(f for f in WHOLE.facts if isinstance(f, Relation) and f.predicate == "invests")
    other = replace(here, predicate="undertakes", evidence=(quote(JUNE, "远帆资本"),))
    found = changes(known(here), known(other)).facts
    assert [change.reread for change in found] == [False, False]
