"""Names told somewhere on the page, wherever else they stand: in full, or as the page shortens them.

The recognisers see a name where its surroundings show that it is one (某市某某医药有限公司新建项目). Further on the
page says 某某 and means it: 某某镇 is 某某, 某某公路改扩建 is 某某公路, 某国某某刀具 is 某某刀具.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from kg.corpus.words import words
from kg.entities.identity import firm_core, project_core
from kg.entities.park_candidate import ALONE
from kg.entities.whereabouts import leading_place
from kg.model import Entity, Kind, Link, PageEntities, Reading, Sentence, Span
from kg.resources import sections
from kg.resources import words as word_list

KINDS = frozenset({Kind.ENTERPRISE, Kind.INSTITUTION, Kind.PROJECT, Kind.PARK, Kind.PLACE})
SHORTEST = 3
"""Characters of a name that may be looked for; of a town's stem two."""
STEM = re.compile(r"^(?P<stem>[\u4e00-\u9fff]{2,4})(?:镇|街道|乡)$")
"""A town without its kind; a county's or district's stem is too often a city's or a river's."""


def repeated(reading: Reading, entities: PageEntities) -> tuple[Link, ...]:
    """The links of a page together with those of names that stand again; sorted, none overlapping another."""
    meant = _meant(entities)
    if not meant:
        return entities.links
    pattern = re.compile("|".join(map(re.escape, sorted(meant, key=lambda n: (-len(n), n)))))
    found = list(entities.links)
    for sentence in reading.sentences:
        taken = [link.span for link in entities.within(sentence.span)]
        for name, span in _standing(reading, sentence, pattern):
            if not any(span.touches(other) for other in taken):
                entity = meant[name]
                found.append(Link(span, entity.kind, entity.id))
    return tuple(sorted(found, key=lambda link: link.span))


def _standing(reading: Reading, sentence: Sentence, pattern: re.Pattern[str]) -> Iterator[tuple[str, Span]]:
    """Names in a sentence that begin and end where words do: not the 新安 of 重新安排."""
    text = reading.plain[sentence.span.start : sentence.span.end]
    hits = list(pattern.finditer(text))
    cuts = {w.start for w in words(text)} | {len(text)} if hits else set()
    for hit in hits:
        if hit.start() in cuts and hit.end() in cuts:
            yield hit[0], Span(sentence.span.start + hit.start(), sentence.span.start + hit.end())


def _meant(entities: PageEntities) -> dict[str, Entity]:
    """Each name and short form that means just one entity of the page; a full name goes before a short form."""
    full: dict[str, set[str]] = defaultdict(set)
    short: dict[str, set[str]] = defaultdict(set)
    for entity in entities.entities:
        if entity.kind in KINDS:
            for name in entity.names:
                full[name].add(entity.id)
                for form in _forms(entity.kind, name):
                    short[form].add(entity.id)
    sure = {name: ids for name, ids in full.items() if len(name) >= SHORTEST}
    sure |= {form: ids for form, ids in short.items() if form not in full}
    return {
        name: entities.by_id[min(ids)]
        for name, ids in sorted(sure.items())
        if len(ids) == 1 and name not in ALONE
    }


def _forms(kind: Kind, name: str) -> Iterator[str]:
    """How a page shortens a name; only forms that still are names."""
    if kind is Kind.PLACE:
        if stem := STEM.match(name):
            yield stem["stem"]
        return
    bare = name.removeprefix(_origin(name))
    forms = {bare}
    if kind is Kind.ENTERPRISE:
        forms |= {firm_core(name), firm_core(bare)}
    if kind is Kind.PROJECT:
        forms |= {project_core(name), project_core(bare), _without_work(name)}
    yield from (form for form in forms if form != name and len(form) > SHORTEST)


def _origin(name: str) -> str:
    """The country, city or town at the head of a name: 某国|某某刀具, 某市|某某医药."""
    abroad = next((place for place in word_list("places") if name.startswith(place)), "")
    return abroad or leading_place(name)


def _without_work(name: str) -> str:
    """某某公路|改扩建工程"""
    return _work().sub("", project_core(name))


@cache
def _work() -> re.Pattern[str]:
    ended = sorted(sections("project_words")["work"], key=lambda w: (-len(w), w))
    return re.compile(rf"(?<=[路道铁速桥])(?:{'|'.join(map(re.escape, ended))})(?:工程)?$")
