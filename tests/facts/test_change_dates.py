"""When appointments and removals were, and what is none: read from whole pages."""

import hashlib

import pytest

from kg.model import Page, Tenure
from kg.pipeline import understand

CHANGES = [
    ("17日，市人大常委会决定任命白松涛为市水务局局长。", "2022-01-18", {("白松涛", "appointed", "2022-01-17")}),
    ("昨日，市人大常委会举行会议。会议决定任命：白松涛为市水务局局长。免去：沈月华的市水务局局长职务。", "2022-01-18",
     {("白松涛", "appointed", "2022-01-17"), ("沈月华", "removed", "2022-01-17")}),
    ("市人大常委会任命白松涛为市水务局局长。", "2022-01-18", {("白松涛", "appointed", "2022-01-18")}),
    ("2019年9月，市人大常委会任命白松涛为市水务局局长。", "2022-01-18", {("白松涛", "appointed", "2019-09")}),
    ("今年，市人大常委会任命白松涛为市水务局局长。", "2022-01-18", {("白松涛", "appointed", "2022-01-18")}),
    ("1月17日，市人大常委会任命白松涛为市水务局局长。", "2022-01", {("白松涛", "appointed", "2022-01-17")}),
    ("9月开工的水库，由市水务局副局长白松涛兼任市防汛指挥部指挥长。", "2022-11-18", {("白松涛", "", "2022-11-18")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "changes"), CHANGES)
def test_a_change_has_the_day_that_the_page_tells(text, published, changes):
    """The page's own day where it tells none; who holds an office beside another was not appointed that day."""
    page = Page("page.txt", text, hashlib.sha256(text.encode()).hexdigest(), "昆山日报", "昆山市", published)
    known = understand(page)
    labels = {entity.id: entity.label for entity in known.entities}
    found = {(labels[f.person], f.change, f.observed) for f in known.facts if isinstance(f, Tenure)}
    assert changes <= found
    assert {change for change in found if change[1]} == {change for change in changes if change[1]}
