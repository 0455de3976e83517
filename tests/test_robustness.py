"""Whatever stands on a page, it is read to the end, and every quote is true."""

import hashlib

from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import pipeline
from kg.cache.trust import is_sound
from kg.graph.combine import combine
from kg.graph.read import read
from kg.graph.triples import triples
from kg.model import Knowledge, Page

PRINTED = "".join(
    path.read_text("utf-8")
    for path in sorted([*(ROOT / "seeds").glob("*.txt"), *(ROOT / "tests/gold/dev/pages").glob("*.txt")])
)
MARKS = "\n\r\t \u3000\u2028\u200b\ufeff，。、；：！？（）()《》“”‘’■●—…·%％&<>\"'\\{}0123456789０１２３一二三十百千万亿元亩月日年市县区镇省"


@st.composite
def cuttings(draw) -> str:
    """Up to sixty characters of a real page, cut anywhere."""
    start = draw(st.integers(0, len(PRINTED) - 60))
    return PRINTED[start : start + draw(st.integers(1, 60))]


SCRAPS = st.lists(
    st.one_of(cuttings(), cuttings(), st.text(MARKS, max_size=4), st.text(max_size=6)),
    min_size=1,
    max_size=12,
)
MANY = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def page(raw: str) -> Page:
    return Page(
        "page.txt",
        raw,
        hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest(),
        published="2023-06-21",
    )


def quotes(known: Knowledge):
    for entity in known.entities:
        yield from entity.mentions
    for told in (*known.facts, *known.unplaced):
        yield from told.evidence


@MANY
@given(SCRAPS)
def test_scraps_of_pages_glued_together_are_read_and_quoted_truly(scraps):
    """Cut and glued text breaks no rule; every quote stands at its offsets; facts speak of entities that are there."""
    raw = "".join(scraps)
    known = pipeline.understand(page(raw))
    assert all(raw[quote.start : quote.end] == quote.exact for quote in quotes(known))
    assert all(entity.mentions for entity in known.entities)
    assert all(fact.evidence for fact in known.facts)
    assert is_sound(known, page(raw))


@MANY
@given(SCRAPS)
def test_what_is_understood_survives_the_way_into_rdf_and_back(scraps):
    """Reading back the triples of a page gives what was written, except for what could not be placed."""
    known = combine([pipeline.understand(page("".join(scraps)))])
    again = read(triples(known))
    assert (again.documents, again.entities, again.facts) == (known.documents, known.entities, known.facts)
