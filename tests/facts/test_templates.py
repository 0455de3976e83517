"""Patterns over names."""

from facts.told import context

from kg.facts.templates import BLOCK, Text
from kg.model import Span


def whole(text: str, names: list[str]) -> Text:
    page = context(text, [("Enterprise", name) for name in names])
    return Text.of(page, Span(0, len(page.reading.text)))


def test_each_name_is_one_character_and_its_place_is_kept():
    """The text gets shorter, spans stay those of the page."""
    text = whole("由远帆科技投资。", ["远帆科技"])
    assert len(text.text) == len("由投资。") + 1
    assert text.span(0, 2) == Span(0, len("由远帆科技"))
    assert [link.entity for link in text.named(text.text)] == ["远帆科技"]


def test_private_characters_of_a_page_are_no_names():
    """A page that brings such characters along cannot forge a name."""
    assert whole("由\ue400投资\uf000。", ["远帆"]).named("\ue400\uf000") == ()


def test_more_names_than_there_are_characters_stay_words():
    """The names beyond the block are left as they are printed."""
    text = whole("远帆、" * (BLOCK + 3), ["远帆"])
    assert len(text.links) == BLOCK
    assert text.text.count("远帆") == 3
