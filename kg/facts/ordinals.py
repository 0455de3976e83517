"""A total told by the last of the row: 这是我市第4家国家级孵化器 says that the city has four."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.facts.context import Context
from kg.facts.home import Home
from kg.facts.modality import Scene
from kg.facts.quantities import parse
from kg.facts.repeats import Candidate
from kg.facts.script import printed
from kg.model import Indicator, Span

LAST_OF_THE_ROW = re.compile(
    r"(?:是|成为|系)(?:我市|全市|本市|我县|全县|我区|全区)第(?P<number>\d+|[二三四五六七八九十]+)(?P<unit>家|个|座|所|条|只)"
    r"(?P<noun>[^，。；、]{2,24})"
)


def ordinals(context: Context, scene: Scene) -> Iterator[Candidate]:
    """The totals that a sentence tells so, of the page's own place."""
    sentence, place = scene.sentence, Home(context).place
    for match in LAST_OF_THE_ROW.finditer(sentence.text) if place else ():
        span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
        indicator = Indicator(
            subject=place,
            name=printed(context.reading, match["noun"]),
            value=parse(match["number"]),
            unit=printed(context.reading, match["unit"]),
            evidence=context.evidence(span),
            confidence=0.8,
            rule="indicator-ordinal",
        )
        yield Candidate(indicator, span, sentence.span, sentence.article, headline=False)
