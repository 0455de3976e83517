"""How a sentence goes on about the project of the one before: 据悉，该项目…; 10月28日，大桥…; 某某局局长说，明年8月通车."""

from __future__ import annotations

import re

from kg.facts.dates import dates

REPORTED = re.compile(r"(?:据(?:悉|了解|介绍|透露)|记者(?:获悉|了解到)|(?:目前|眼下|如今|其中))，")
SAID = re.compile(
    r"[^，。：；“”]{2,28}(?:说|介绍|表示|透露|称)，[预计力争有望可能将明今年底下本目眼前现再\d月日初末中旬春节国庆元旦全线]{2,12}"
    r"(?:通车|开工|竣工|完工|建成|投产|投用|投运|交付|启用|试生产|开业|贯通|合龙|封顶)"
)
"""Somebody says when it will be ready, and names nothing."""
WORK = re.compile(
    r"(?:新|老)?(?P<noun>大桥|隧道|水库|电站|医院|学校|工厂|厂房|基地|产业园|公路|高速|铁路|大厦|堤防|泵站)"
)
"""A work called by its noun alone, as it goes on: 大桥主跨合龙."""


def without_lead(text: str) -> str:
    """据悉，|该项目…; 10月28日，|大桥…: the sentence without what leads into it."""
    while True:
        if lead := REPORTED.match(text):
            text = text[lead.end() :]
            continue
        first = next(iter(dates(text[:20], "")), None)
        if first is None or first.span.start or not text.startswith("，", first.span.end):
            return text
        text = text[first.span.end + 1 :]


def called_so(text: str, name: str) -> bool:
    """Whether a sentence opens with the noun that a project's name ends with: 大桥… of 某某二桥."""
    work = WORK.match(text)
    return work is not None and name.endswith((work["noun"], work["noun"].removeprefix("大")))


def said_of_it(text: str) -> bool:
    """Whether somebody says of what was told before when it will be ready, naming nothing himself."""
    return SAID.match(text) is not None
