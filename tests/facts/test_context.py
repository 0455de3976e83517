"""Whom a sentence without a subject speaks of."""

from dataclasses import replace

import pytest
from facts.told import context

from kg.facts.context import Context
from kg.model import NameRelation, PageEntities, Span

NAMED = (
    ("Park", "云川高新区|高新区"),
    ("Agency", "高新区党工委"),
    ("Agency", "白沙镇党委"),
    ("Agency", "清溪区委"),
    ("Agency", "云川市委"),
    ("Agency", "市商务局"),
    ("Place", "白沙镇"),
    ("Place", "清溪区"),
    ("Person", "叶知秋"),
)


def page(text: str) -> Context:
    """A page on which 高新区党工委 is known to administer the zone."""
    plain = context(text, NAMED)
    told = NameRelation("高新区党工委", "administers", "云川高新区", Span(0, 1))
    entities = PageEntities(plain.entities.entities, plain.entities.links, structure=(told,))
    return replace(plain, entities=entities)


def subjects(context: Context) -> list[str]:
    """The subject of the last sentence of each article."""
    last = {sentence.article: sentence for sentence in context.sentences()}
    return [context.subject(sentence) for sentence in last.values()]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("高新区党工委书记 叶知秋", "云川高新区"),
        ("白沙镇党委书记 叶知秋", "白沙镇"),
        ("云川市委常委、清溪区委书记 叶知秋", "清溪区"),
        ("市商务局局长 叶知秋", "云川市"),
    ],
)
def test_a_speakers_section_speaks_of_what_he_heads(head: str, expected: str):
    """Of the zone, of the town or district, and for a bureau of the city."""
    found = page(f"奋力向前\n■{head}\n今年力争新增企业20家，加快项目建设。")
    assert subjects(found)[-1] == expected


def test_a_headline_may_put_a_place_in_front():
    """“某区某镇：…” speaks of the town, the innermost that is named."""
    found = page("清溪区白沙镇：小果园办成大产业\n去年新增果园300亩，带动83户就业。")
    assert subjects(found)[-1] == "白沙镇"
    assert found.is_report(next(found.sentences()))


def test_an_article_that_keeps_naming_a_zone_speaks_of_it():
    """A zone of the opening, named again and again, is the subject; one named by the way is not."""
    often = page("书记到高新区调研\n昨天，书记来到高新区。高新区新建项目加快。今年新增企业20家。")
    once = page("书记调研\n昨天，书记来到高新区。今年新增企业20家。")
    assert subjects(often)[-1] == "云川高新区"
    assert subjects(once)[-1] == "云川市"


def test_names_that_stand_again_are_links():
    """A full name elsewhere and a town without its kind are links; the same characters inside a word are not."""
    found = context(
        "星河医药有限公司落户白沙镇。白沙的客人来了，星河医药很忙。",
        [("Enterprise", "星河医药有限公司"), ("Place", "白沙镇")],
    )
    text = found.reading.text
    links = [text[link.span.start : link.span.end] for link in found.links(Span(0, len(text)))]
    assert links == ["星河医药有限公司", "白沙镇", "白沙", "星河医药"]


def test_a_page_without_a_place_has_no_city():
    """Then a sentence without a subject speaks of nobody."""
    nowhere = context("今年新增企业20家。", [("Place", "白沙镇")], place="")
    assert nowhere.city == ""
    assert nowhere.subject(next(nowhere.sentences())) == ""
