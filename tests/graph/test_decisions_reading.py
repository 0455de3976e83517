"""What a decisions file may say: each slip is one line with the file, the line and what to do."""

import re

import pytest
from conftest import ROOT

from kg.errors import DecisionError
from kg.graph.decide import Reference, read_decisions
from kg.graph.decide.entries import FORMS
from kg.graph.decide.reading import parse_decisions

WHY = 'reason = "known"\n'
SAME = '[[same]]\nentities = ["a-1", "a-2"]\n'
WRONG = [
    ('[[same]\nentities = ["a-1", "a-2"]', "not readable as TOML"),
    ("[[same]]\nentities = [a-1, a-2]\n" + WHY, "not readable as TOML"),
    ("[same]\n" + WHY, "[same] needs two brackets on each side"),
    ("[[smae]]\n" + WHY, "[[smae]] is no kind of decision: did you mean same?"),
    ('same = ["a-1", "a-2"]\n', "entry 1, [[same]]: must be a table"),
    (SAME, "line 1, [[same]]: reason is missing: say why"),
    ("\n\n" + SAME + 'reason = " "\n', "line 3, [[same]]: reason is empty"),
    (
        SAME + WHY + "entity = 'a-1'\n",
        "'entity' is no field of this entry (entities): did you mean entities?",
    ),
    ('[[same]]\nentities = "a-1"\n' + WHY, "entities must be a list of two or more"),
    ('[[same]]\nentities = ["a-1"]\n' + WHY, "entities must be a list of two or more"),
    ('[[same]]\nentities = ["a-1", "a-1"]\n' + WHY, "entities names one of them twice"),
    ('[[same]]\nentities = ["a-1", 5]\n' + WHY, "must be an id"),
    ('[[same]]\nentities = ["a-1", { page = "1.txt" }]\n' + WHY, "has no name"),
    ('[[same]]\nentities = ["a-1", { nmae = "x" }]\n' + WHY, "'nmae': did you mean name?"),
    ('[[type]]\nentity = "a-1"\ntype = "Prak"\n' + WHY, "type is 'Prak': did you mean Park?"),
    ('[[type]]\nentity = "a-1"\ntype = "Official"\n' + WHY, 'write "Person"'),
    ('[[type]]\nentity = "a-1"\n' + WHY, "type is missing: entity needs entity, type"),
    (
        '[[wrong]]\nsubject = "a-1"\npredicate = "locatedin"\nobject = "b-1"\n' + WHY,
        "did you mean locatedIn?",
    ),
    (
        '[[wrong]]\nperson = "a-1"\ntitle = "书记"\n' + WHY,
        "organization is missing: tenure needs person, organization",
    ),
    ('[[wrong]]\nproject = "a-1"\nstage = "begun"\n' + WHY, "stage is 'begun'"),
    ('[[wrong]]\nproject = "a-1"\nproperty = "completion"\nvalue = 5\n' + WHY, 'a date like "2025-06"'),
    ('[[wrong]]\nproject = "a-1"\nproperty = "landArea"\nvalue = "80亿"\n' + WHY, "not a date like"),
    ('[[wrong]]\nproject = "a-1"\nproperty = "landArea"\nvalue = nan\n' + WHY, "a number in plain units"),
    (
        '[[wrong]]\nperson = "a-1"\norganization = "b-1"\nobserved = "21.6.2023"\n' + WHY,
        "not a date like 2023-06-21",
    ),
    (
        '[[add]]\nsubject = "a-1"\npredicate = "invests"\nobject = "b-1"\npage = "1.txt"\n' + WHY,
        "quote is missing",
    ),
    (
        '[[add]]\nproject = "a-1"\nproperty = "landArea"\nvalue = -5\npage = "1.txt"\nquote = "x"\n' + WHY,
        "must be more than nothing",
    ),
    (
        SAME + WHY + '[[different]]\nentities = ["a-2", "a-1"]\n' + WHY,
        "line 4, [[different]]: a-2 and a-1 differ here",
    ),
    (
        SAME
        + WHY
        + '[[same]]\nentities = ["a-2", "a-3"]\n'
        + WHY
        + '[[different]]\nentities = ["a-1", "a-3"]\n'
        + WHY,
        "are the same by d.toml, line 1, [[same]]; d.toml, line 4, [[same]]",
    ),
    (
        '[[name]]\nentity = "a-1"\nname = "x"\n' + WHY + '[[name]]\nentity = "a-1"\nname = "y"\n' + WHY,
        "a-1 has another name in",
    ),
    (
        '[[wrong]]\nproject = "a-1"\nstage = "signed"\n'
        + WHY
        + '[[add]]\nproject = "a-1"\nstage = "signed"\npage = "1.txt"\nquote = "x"\n'
        + WHY,
        "adds what",
    ),
    ("a = " + "[" * 20_000, "not readable as TOML"),
]


@pytest.mark.parametrize(("text", "message"), WRONG, ids=range(len(WRONG)))
def test_a_slip_is_told_with_its_place_and_what_to_do(tmp_path, monkeypatch, text, message):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "d.toml").write_text(text, encoding="utf-8")
    with pytest.raises(DecisionError) as error:
        read_decisions("d.toml")
    assert message in str(error.value)
    assert "d.toml" in str(error.value)


@pytest.mark.parametrize(
    ("told", "reference"),
    [
        ('"park-某某"', Reference(id="park-某某")),
        ('"id:park-某某"', Reference(id="park-某某")),
        ('"<https://w3id.org/fangzhi/id/park-%E6%9F%90>"', Reference(id="park-某")),
        ('"https://example.org/graph#park-某%20B"', Reference(id="park-某 B")),
        ('{ name = "某某", page = "1.txt" }', Reference(name="某某", pages=("1.txt",))),
        ('{ name = "某某", page = ["2.txt", "1.txt"] }', Reference(name="某某", pages=("1.txt", "2.txt"))),
        ('{ name = "某某", type = "Park" }', Reference(name="某某", kind="Park")),
    ],
)
def test_an_entity_is_named_by_id_by_iri_or_by_name_and_page(told, reference):
    (decision,) = parse_decisions(f"[[drop]]\nentity = {told}\n{WHY}", "d.toml")
    assert decision.reference("entity") == reference


def test_dates_may_be_dates_or_text():
    text = '[[drop]]\nentity = "a-1"\nreason = "known"\nby = "李"\non = 2026-03-01\n'
    (decision,) = parse_decisions(text, "d.toml")
    assert (decision.by, decision.on) == ("李", "2026-03-01")


def test_a_file_from_windows_is_read(tmp_path):
    """With a byte order mark and carriage returns, as an editor there saves it."""
    file = tmp_path / "decisions.toml"
    file.write_bytes(("\ufeff" + SAME + WHY).replace("\n", "\r\n").encode())
    assert len(read_decisions(file)) == 1


def test_a_folder_gives_the_decisions_of_its_files_and_equal_ones_once(tmp_path):
    (tmp_path / "a.toml").write_text(SAME + WHY, encoding="utf-8")
    (tmp_path / "b.toml").write_text(SAME + WHY + '[[drop]]\nentity = "a-9"\n' + WHY, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no decision", encoding="utf-8")
    assert [d.verb for d in read_decisions(tmp_path)] == ["drop", "same"]


def test_a_contradiction_between_two_files_names_both(tmp_path):
    (tmp_path / "a.toml").write_text(SAME + WHY, encoding="utf-8")
    (tmp_path / "b.toml").write_text(SAME.replace("same", "different") + WHY, encoding="utf-8")
    with pytest.raises(DecisionError, match=r"b\.toml.*a\.toml"):
        read_decisions(tmp_path)


def test_what_is_not_there_or_not_utf8_is_an_error(tmp_path):
    (tmp_path / "gbk.toml").write_bytes("# 人工".encode("gbk"))
    for path in (tmp_path / "none.toml", tmp_path / "gbk.toml"):
        with pytest.raises(DecisionError, match=path.name):
            read_decisions(path)
    (tmp_path / "empty").mkdir()
    with pytest.raises(DecisionError, match="no decisions in this folder"):
        read_decisions(tmp_path / "empty")


GUIDE = (ROOT / "docs" / "decisions.md").read_text("utf-8")


@pytest.mark.parametrize("example", re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL))
def test_every_example_of_the_guide_can_be_read(example):
    """What a reader copies from there is understood."""
    assert len(parse_decisions(example, "docs/decisions.md")) == example.count("[[")


def test_the_guide_shows_every_kind_of_decision():
    shown = {
        d.verb + d.about
        for e in re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
        for d in parse_decisions(e, "")
    }
    assert shown == {form.verb + form.about for form in FORMS}
