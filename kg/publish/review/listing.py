"""What is unsure, as a person needs it to decide: both sides with their pages, words and facts, and the reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.entities.identity import plain_id
from kg.graph.resolve.judgement import Judgement, Verdict
from kg.graph.resolve.reasons import against
from kg.model import Event, Evidence, Fact, Indicator, Knowledge, Relation, Stage, Tenure
from kg.publish.wording import words

QUOTES = 3
FACTS = 4
AROUND = 18
"""Characters of a page before and behind a quote."""
TELLING = (Tenure, Relation, Stage, Indicator)
"""What tells most of an entity comes first."""


def review_list(
    judgements: Iterable[Judgement], knowledge: Knowledge, texts: Mapping[str, str]
) -> list[dict[str, object]]:
    """One item for each unsure judgement, in the order given; `texts` are the raw pages by identifier."""
    unsure = [judgement for judgement in judgements if judgement.verdict is Verdict.UNSURE]
    asked = {one for judgement in unsure for one in (judgement.left, judgement.right)}
    sides = _sides(asked, _references(unsure, knowledge), knowledge, texts)
    return [_item(judgement, sides) for judgement in unsure]


def _item(judgement: Judgement, sides: Mapping[str, dict[str, object]]) -> dict[str, object]:
    contra = [reason for reason in judgement.reasons if against(reason)]
    return {
        "left": judgement.left,
        "right": judgement.right,
        "mentions": judgement.mentions,
        "reasons": [reason for reason in judgement.reasons if reason not in contra],
        "against": contra,
        "entities": [sides[one] for one in (judgement.left, judgement.right) if one in sides],
    }


def _sides(
    asked: set[str], named: Mapping[str, object], knowledge: Knowledge, texts: Mapping[str, str]
) -> dict[str, dict[str, object]]:
    """What is told of each entity that is asked for."""
    facts = _facts_of(asked, knowledge)
    labels = {entity.id: entity.label for entity in knowledge.entities}
    return {
        entity.id: {
            "id": entity.id,
            "type": entity.kind.value,
            "label": entity.label,
            "names": list(entity.names),
            "pages": sorted({quote.document for quote in entity.mentions}),
            "named": named[entity.id],
            "facts": [words(fact, labels) for fact in facts[entity.id][:FACTS]],
            "quotes": [_quote(quote, texts) for quote in _spread(entity.mentions)],
        }
        for entity in knowledge.entities
        if entity.id in asked
    }


def _references(unsure: Iterable[Judgement], knowledge: Knowledge) -> dict[str, object]:
    """How a decision names each entity: by its id, but namesakes by name and page.

    Which namesake has which id depends on what the other pages say; name and page do not. Where one page has
    two of one name, only the id tells them apart.
    """
    namesakes = {one for j in unsure if plain_id(j.left) == plain_id(j.right) for one in (j.left, j.right)}
    on_page: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entity in knowledge.entities:
        for quote in entity.mentions:
            on_page[_squeezed(quote.exact), quote.document].add(entity.id)
    named: dict[str, object] = {}
    for entity in knowledge.entities:
        told = {(quote.document, _squeezed(quote.exact)) for quote in entity.mentions}
        alone = sorted((p, name) for p, name in told if name in entity.names and len(on_page[name, p]) == 1)
        by_name = entity.id in namesakes and alone
        named[entity.id] = {"name": alone[0][1], "page": alone[0][0]} if by_name else entity.id
    return named


def _squeezed(text: str) -> str:
    """Without the line breaks of the page."""
    return "".join(text.split())


def _spread(quotes: Iterable[Evidence]) -> list[Evidence]:
    """Some quotes, of as many pages as possible."""
    by_page: dict[str, list[Evidence]] = defaultdict(list)
    for quote in sorted(quotes):
        by_page[quote.document].append(quote)
    ranked = sorted((rank, quote) for page in by_page.values() for rank, quote in enumerate(page))
    return [quote for _, quote in ranked[:QUOTES]]


def _quote(quote: Evidence, texts: Mapping[str, str]) -> dict[str, object]:
    raw = texts.get(quote.document, "")
    return {
        "page": quote.document,
        "start": quote.start,
        "end": quote.end,
        "before": raw[max(0, quote.start - AROUND) : quote.start],
        "exact": quote.exact,
        "after": raw[quote.end : quote.end + AROUND],
    }


def _facts_of(asked: set[str], knowledge: Knowledge) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in sorted(knowledge.facts, key=_rank):
        for one in _named(fact) & asked:
            found[one].append(fact)
    return found


def _rank(fact: Fact) -> int:
    return next((rank for rank, kind in enumerate(TELLING) if isinstance(fact, kind)), len(TELLING))


def _named(fact: Fact) -> set[str]:
    """The ids that a fact names; of an event, who took part."""
    roles = {getattr(fact, role, "") for role in ("person", "organization", "subject", "object", "project")}
    return roles | ({who for who, _ in fact.participants} if isinstance(fact, Event) else set())
