"""What a person decides holds in the graph, whatever the rules say."""

import random

import pytest
from graph.deciding import FIRM, PAGES, PARK, PROJECT, SHORT, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.combine import combine
from kg.graph.resolve.judgement import Verdict
from kg.model import Amount, Event, Indicator, Kind, LandArea, Relation, Stage, Tenure

WHY = 'reason = "known"\n'
SHEN_A, SHEN_B = '{ name = "沈月华", page = "a.txt" }', '{ name = "沈月华", page = "b.txt" }'
BAI_B, BAI_C = '{ name = "白松涛", page = "b.txt" }', '{ name = "白松涛", page = "c.txt" }'
PARK_B = '{ name = "高新区", page = "b.txt" }'


def same(*entities: str) -> str:
    return f"[[same]]\nentities = [{', '.join(map(quoted, entities))}]\n{WHY}"


def different(*entities: str, more: str = "") -> str:
    return f"[[different]]\nentities = [{', '.join(map(quoted, entities))}]\n{more}{WHY}"


def entry(verb: str, **fields: str) -> str:
    return f"[[{verb}]]\n" + "".join(f"{k} = {quoted(v)}\n" for k, v in fields.items()) + WHY


def quoted(value: str) -> str:
    return value if value[:1] in "{[" or value in ("true", "false") or value.isdigit() else f'"{value}"'


SEEN = Result("")


# ── the same, different ──


def test_persons_of_two_names_become_one_by_decision():
    """A slip of the printer, 华 and 桦: no rule would join them."""
    built = Result(same("person-沈月华", "person-沈月桦"))
    assert "person-沈月桦" not in built.ids
    assert {f.title for f in built.facts(Tenure, person="person-沈月华")} == {"局长", "副主任"}
    assert built.outcomes[0].did == ("person-沈月华 and person-沈月桦 are one: person-沈月华",)


def test_two_of_one_name_and_one_id_are_split_by_page():
    """The first named keeps the id; the other's is made of its page."""
    built = Result(different(BAI_B, BAI_C))
    (other,) = built.ids - SEEN.ids
    assert other.startswith("person-白松涛-")
    assert [f.title for f in built.facts(Tenure, person="person-白松涛")] == ["副主任"]
    assert [f.title for f in built.facts(Tenure, person=other)] == ["主任"]


@pytest.mark.parametrize("first", ["person-白松涛", BAI_B])
def test_what_stays_with_the_id_may_be_named_by_the_id(first):
    assert Result(different(first, BAI_C)).ids == Result(different(BAI_B, BAI_C)).ids


def test_a_split_off_person_is_named_by_what_tells_apart():
    """`apart` makes the id instead of the page, so that entries about several pages mean one person."""
    by_page, by_name = (
        Result(different(BAI_B, BAI_C)),
        Result(different(BAI_B, BAI_C, more='apart = "卫健系统"\n')),
    )
    assert by_name.ids != by_page.ids
    assert len(by_name.ids) == len(by_page.ids)


def test_a_join_of_the_rules_is_undone():
    """高新区 on page b is the full name's park by rule; a person says it is not."""
    assert SHORT not in SEEN.ids
    built = Result(different(PARK, PARK_B))
    assert {PARK, SHORT} <= built.ids


@pytest.mark.parametrize("told", [different(PARK, SHORT), different(SHORT, PARK), different(PARK_B, PARK)])
def test_an_id_that_a_rule_has_merged_away_is_still_found(told):
    built = Result(told)
    assert {PARK, SHORT} <= built.ids
    assert built.warnings == []


def test_what_differs_by_decision_is_not_joined_through_a_third():
    """A rule joins the two parks; a person joins one with the town's and keeps the town's from the other."""
    new = entry("add", name="青松镇", type="Park", page="b.txt")
    built = Result(new + same("park-青松镇", PARK_B) + different("park-青松镇", PARK))
    assert PARK in built.ids
    assert len({e.id for e in built.knowledge.entities if e.kind is Kind.PARK}) == 2
    assert built.warnings == []


def test_different_wins_over_same_where_only_the_pages_show_the_contradiction():
    """By id and by name and page they are the same thing; a wrong join spoils more than a missed one."""
    luo, gao = '{ name = "罗青云", page = "c.txt" }', '{ name = "高远山", page = "a.txt" }'
    built = Result(same("person-罗青云", "person-高远山") + different(luo, gao))
    assert built.ids == SEEN.ids
    assert len(built.warnings) == 1 and "contradicts" in built.warnings[0]


def test_things_of_two_types_are_not_made_one():
    built = Result(same(PARK, FIRM))
    assert {PARK, FIRM} <= built.ids
    assert "[[type]]" in built.warnings[0]


def test_a_decision_is_a_judgement_of_full_confidence():
    """With its reason, and marked as a person's."""
    (judgement,) = [j for j in Result(same("person-沈月华", "person-沈月桦")).judgements if j.by]
    assert (judgement.verdict, judgement.confidence, judgement.reasons) == (Verdict.SAME, 1.0, ("known",))
    assert judgement.by == "decision"


def test_one_page_alone_can_be_decided_of():
    one = {"c.txt": PAGES["c.txt"]}
    assert "person-罗青云" not in Result(same("person-罗青云", "person-沈月桦"), one).ids


# ── no entity, type, name ──


def test_what_is_no_entity_goes_with_what_is_said_of_it():
    """An event stays, without the participant."""
    built = Result(entry("drop", entity="person-白松涛"))
    assert "person-白松涛" not in built.ids
    assert built.facts(Tenure, person="person-白松涛") == []
    assert len(built.facts(Event)) == len(SEEN.facts(Event))
    assert "took 2 statements along" in built.outcomes[0].did[0]


def test_what_is_no_entity_on_one_page_stays_on_others():
    built = Result(entry("drop", entity="person-白松涛", page="c.txt"))
    assert [f.title for f in built.facts(Tenure, person="person-白松涛")] == ["副主任"]


def test_who_held_a_post_of_no_agency_is_no_official():
    built = Result(entry("drop", entity='{ name = "市委", page = "a.txt" }'))
    assert {e.id: e.official for e in built.knowledge.entities}["person-高远山"] is False


def test_another_type_changes_the_id_and_drops_what_does_not_fit():
    """A place has no stages, no investment and is undertaken by nobody."""
    built = Result(entry("type", entity=PROJECT, type="Place"))
    assert "place-星河电池二期" in built.ids and PROJECT not in built.ids
    assert built.facts(Stage) == built.facts(Amount) == built.facts(Relation, predicate="undertakes") == []
    assert built.facts(Relation, subject="place-星河电池二期", predicate="locatedIn")


def test_what_is_one_by_several_names_is_one_under_another_type():
    """The rules join short and full names of parks, and of places they would not."""
    built = Result(entry("type", entity=PARK, type="Place"))
    assert built.ids - SEEN.ids == {"place-云川高新技术产业开发区"}


def test_other_decisions_find_an_entity_by_the_id_of_its_old_and_its_new_type():
    changed = entry("type", entity="institution-云川日报", type="Enterprise")
    for one in ("institution-云川日报", "enterprise-云川日报", '{ name = "云川日报", page = "b.txt" }'):
        built = Result(changed + entry("name", entity=one, name="云川日报社"))
        assert built.warnings == []
        assert {e.id: e.label for e in built.knowledge.entities}["enterprise-云川日报"] == "云川日报社"


@pytest.mark.parametrize(
    "one", [PARK, SHORT, PARK_B, '{ name = "高新区" }', f"https://w3id.org/fangzhi/id/{PARK}"]
)
def test_a_name_changes_the_label_and_never_the_id(one):
    built = Result(entry("name", entity=one, name="云川高新区"))
    (park,) = [e for e in built.knowledge.entities if e.id == PARK]
    assert park.label == "云川高新区"
    assert "云川高新技术产业开发区" in park.names
    assert built.ids == SEEN.ids


# ── wrong, missing ──

WRONG = [
    ({"subject": PROJECT, "predicate": "locatedIn", "object": PARK}, Relation, 1),
    ({"subject": PROJECT, "predicate": "locatedIn", "object": PARK_B}, Relation, 1),
    ({"person": "person-沈月华", "organization": "agency-云川市投资促进局"}, Tenure, 2),
    ({"person": "person-沈月华", "organization": "agency-云川市投资促进局", "title": "局长"}, Tenure, 2),
    ({"person": SHEN_B, "organization": "agency-云川市投资促进局", "observed": "2024-03-03"}, Tenure, 1),
    ({"person": "person-沈月华", "organization": "agency-云川市投资促进局", "page": "a.txt"}, Tenure, 1),
    ({"project": PROJECT, "stage": "registered"}, Stage, 1),
    ({"project": PROJECT, "property": "totalInvestment"}, Amount, 1),
    ({"project": PROJECT, "property": "totalInvestment", "value": "8000000000"}, Amount, 1),
    ({"subject": "place-青松镇", "indicator": "新开工项目"}, Indicator, 1),
    ({"event": "event-市卫健委会议-2024-09-02"}, Event, 1),
    ({"event": '{ name = "市卫健委会议", page = "c.txt" }'}, Event, 1),
]


@pytest.mark.parametrize(("fields", "kind", "fewer"), WRONG)
def test_what_is_wrong_is_taken_out_and_nothing_else(fields, kind, fewer):
    built = Result(entry("wrong", **fields))
    assert len(built.facts(kind)) == len(SEEN.facts(kind)) - fewer
    assert len(built.knowledge.facts) == len(SEEN.knowledge.facts) - fewer
    assert built.warnings == []


ADDED = [
    (
        {
            "subject": FIRM,
            "predicate": "locatedIn",
            "object": PARK,
            "quote": "星河电池二期项目落户云川高新技术产业开发区",
        },
        Relation,
    ),
    (
        {"person": "person-高远山", "organization": PARK, "title": "党工委书记", "quote": "市委书记高远山"},
        Tenure,
    ),
    ({"project": PROJECT, "stage": "signed", "quote": "项目落户"}, Stage),
    ({"project": PROJECT, "property": "landArea", "value": "5000", "quote": "占地"}, None),
    ({"project": PROJECT, "property": "landArea", "value": "5000", "quote": "总投资80亿元"}, LandArea),
]


@pytest.mark.parametrize(("fields", "kind"), ADDED)
def test_what_is_added_has_its_words_and_what_no_page_says_is_not_added(fields, kind):
    built = Result(entry("add", page="a.txt", **fields))
    new = [f for f in built.knowledge.facts if f.rule == "decision"]
    assert [type(f) for f in new] == ([kind] if kind else [])
    assert len(built.warnings) == (0 if kind else 1)
    for fact in new:
        (quote,) = fact.evidence
        assert PAGES["a.txt"][quote.start : quote.end] == quote.exact == fields["quote"]
        assert fact.confidence == 1.0


def test_a_quote_is_found_across_a_line_break_and_keeps_it():
    held = {"person": '{ name = "罗青云", page = "c.txt" }', "organization": "agency-云川市卫健委"}
    built = Result(
        entry(
            "add",
            **{**held, "organization": '{ name = "市卫健委", page = "c.txt" }'},
            title="党组书记",
            page="c.txt",
            quote="副市长罗青云主持",
        )
    )
    (fact,) = [f for f in built.knowledge.facts if f.rule == "decision"]
    assert fact.evidence[0].exact == "副市长罗青\n云主持"
    assert fact.observed == "2024-09-03"


def test_what_the_rules_say_already_gains_the_words_and_the_certainty():
    quote = "星河新能源科技有限公司投资建设"
    built = Result(
        entry("add", subject=FIRM, predicate="undertakes", object=PROJECT, page="a.txt", quote=quote)
    )
    (fact,) = built.facts(Relation, predicate="undertakes")
    assert (fact.rule, fact.confidence, len(fact.evidence)) == ("decision", 1.0, 2)


def test_what_the_ontology_forbids_is_not_added():
    built = Result(
        entry(
            "add",
            subject=FIRM,
            predicate="founded",
            object=PARK,
            page="a.txt",
            quote="星河新能源科技有限公司",
        )
    )
    assert built.knowledge == SEEN.knowledge
    assert "subject must be Person, not Enterprise" in built.warnings[0]


def test_who_is_given_a_post_of_an_agency_is_an_official():
    told = entry("add", name="会议", type="Person", page="c.txt")
    held = entry(
        "add",
        person="person-会议",
        organization="agency-云川市卫生健康委员会",
        title="主任",
        page="c.txt",
        quote="会议",
    )
    assert {e.id: e.official for e in Result(told).knowledge.entities}["person-会议"] is False
    assert {e.id: e.official for e in Result(told + held).knowledge.entities}["person-会议"] is True


def test_an_entity_that_the_rules_overlooked_is_mentioned_wherever_its_name_stands():
    built = Result(entry("add", name="重点项目", type="Project", page="a.txt"))
    (new,) = [e for e in built.knowledge.entities if e.id == "project-重点"] or [
        e for e in built.knowledge.entities if e.label == "重点项目"
    ]
    assert [PAGES["a.txt"][q.start : q.end] for q in new.mentions] == ["重点项目", "重点项目"]


# ── what matches nothing ──

NOTHING = [
    (same("park-云川高新技术开发区", SHORT), f"the nearest is {PARK}"),
    (different("person-沈月花", "person-沈月桦"), "the nearest is person-沈月桦, person-沈月华"),
    (entry("drop", entity='{ name = "沈月画", page = "b.txt" }'), "the nearest is person-沈月华"),
    (entry("drop", entity='{ name = "高远山", page = "b.txt" }'), "not named there, but on a.txt"),
    (entry("drop", entity='{ name = "沈月华", page = "d.txt" }'), "there is no page d.txt: the nearest is"),
    (entry("drop", entity="person-高远山", page="b.txt"), "is not named on b.txt"),
    (entry("name", entity='{ name = "不存在的名字" }', name="x"), "no page names “不存在的名字”"),
    (
        entry("wrong", subject=PROJECT, predicate="partOf", object=PARK),
        f"the nearest is {PROJECT} locatedIn {PARK}",
    ),
    (entry("wrong", project=PROJECT, stage="signed"), "the nearest is registered (2023-06-21)"),
    (entry("wrong", event="event-市卫健委会议-2024"), "the nearest is"),
    (
        entry(
            "add",
            subject=FIRM,
            predicate="locatedIn",
            object=PARK,
            page="a.txt",
            quote="星河新能源落户高新区",
        ),
        "of this it has “星河新能源”",
    ),
    (entry("add", name="不在", type="Person", page="a.txt"), "does not stand on a.txt"),
    (entry("add", name="高远山", type="Person", page="a.txt"), "has person-高远山 already"),
]


@pytest.mark.parametrize(("told", "warning"), NOTHING)
def test_an_entry_that_matches_nothing_is_warned_of_with_the_nearest_and_changes_nothing(told, warning):
    built = Result(told)
    assert len(built.warnings) == 1 and warning in built.warnings[0]
    assert built.knowledge == SEEN.knowledge


def test_the_other_entries_are_applied_beside_one_that_matches_nothing():
    built = Result(entry("drop", entity="person-无") + entry("drop", entity="person-高远山"))
    assert "person-高远山" not in built.ids


def test_a_name_of_several_on_one_page_is_not_guessed():
    """On the page the name is that of a park and of a place."""
    new = entry("add", name="青松镇", type="Park", page="b.txt")
    named = '{ name = "青松镇", page = "b.txt" }'
    assert "place-青松镇" in Result(new + entry("drop", entity=named)).ids
    assert "give the type or the id" in Result(new + entry("drop", entity=named)).warnings[0]
    typed = '{ name = "青松镇", page = "b.txt", type = "Place" }'
    assert "place-青松镇" not in Result(new + entry("drop", entity=typed)).ids


# ── for good ──

ALL = [
    same("person-沈月华", "person-沈月桦"),
    different(BAI_B, BAI_C),
    different(PARK, PARK_B),
    entry("drop", entity="institution-云川日报"),
    entry("type", entity="place-青松镇", type="Park"),
    entry("name", entity=PROJECT, name="星河电池"),
    entry("wrong", project=PROJECT, stage="registered"),
    entry("add", project=PROJECT, stage="signed", page="a.txt", quote="落户云川"),
    entry("add", name="重点项目", type="Project", page="a.txt"),
    entry("drop", entity="person-谁"),
]


@settings(deadline=None, max_examples=25)
@given(st.permutations(ALL), st.permutations(list(PAGES)))
def test_neither_the_order_of_entries_nor_that_of_pages_matters(entries, names):
    """Knowledge, judgements and what is reported of each decision."""
    built = Result("".join(entries), {name: PAGES[name] for name in names})
    expected = Result("".join(ALL))
    assert built.knowledge == expected.knowledge
    assert built.judgements == expected.judgements
    assert [(o.decision.plain, o.did, o.warnings) for o in built.outcomes] == [
        (o.decision.plain, o.did, o.warnings) for o in expected.outcomes
    ]


def test_decisions_hold_when_a_page_is_printed_anew():
    """Other words around the same entities: each decision still does what it did."""
    changed = {
        **PAGES,
        "a.txt": PAGES["a.txt"].replace("本报讯 昨天，", "本报讯 记者获悉，\n日前，"),
        "c.txt": PAGES["c.txt"].replace("出席会议。", "出席会议并讲话。\n会议要求，抓好落实。"),
    }
    before, after = Result("".join(ALL)), Result("".join(ALL), changed)
    assert after.ids == before.ids
    assert [(o.decision.plain, o.did) for o in after.outcomes] == [
        (o.decision.plain, o.did) for o in before.outcomes
    ]
    (signed,) = after.facts(Stage, stage="signed")
    assert changed["a.txt"][signed.evidence[0].start : signed.evidence[0].end] == "落户云川"


def test_decisions_hold_when_pages_are_added():
    """A page more about the same names changes no id that was decided."""
    told = different(BAI_B, BAI_C)
    few = Result(told, {name: PAGES[name] for name in ("b.txt", "c.txt")})
    assert {i for i in few.ids if "白松涛" in i} == {i for i in Result(told).ids if "白松涛" in i}


def test_no_decision_is_no_change():
    """A file of comments builds what no file builds."""
    assert Result("# nothing yet\n").knowledge == SEEN.knowledge
    assert Result("# nothing yet\n").judgements == SEEN.judgements


def test_knowledge_after_decisions_is_sorted_like_any():
    """Combining it once more changes nothing."""
    shuffled = random.Random(7).sample(ALL, len(ALL))
    known = Result("".join(shuffled)).knowledge
    assert combine([known]) == known
