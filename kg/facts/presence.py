"""A presence: one sentence that says who took part in some event, and the words for events and parts in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.facts.lexicon import anywhere
from kg.facts.tellings import LIST
from kg.model import Span

DEED_NOUN = re.compile(
    r"调研|考察|视察|检查|督查|参观|观摩|座谈|开工|奠基|签约|揭牌|走访|慰问|审议|仪式|活动"
)
ACCOMPANY = re.compile(r"陪同|接待|同行|随行|同往")
LEADING = re.compile(r"带队|领队|率")
OF_THE_SIGNED = "其中项目"
"""The word for an event of a presence that tells of one project among those signed."""
MET = "受访"
"""The word for a journey of a presence that tells of somebody met on it."""
HOST = re.compile(r"主办|承办|联合举办|协办")


@dataclass(frozen=True, slots=True)
class Presence:
    """Persons and bodies with what they did, at a place in the page.

    `noun` is the word for the event they took part in (会议, 恳谈会, 调研), "" where it is not named. One that
    `only_speaks` (某局局长某某说) counts where the event around is a gathering.
    """

    span: Span
    noun: str
    who: tuple[tuple[str, str], ...]
    only_speaks: bool = False


def role_of(words: str) -> str:
    """What somebody did by the words from the verb on: 出席会议并讲话 → spoke."""
    if words.startswith("主持") or HOST.search(words):
        return "hosted"
    if anywhere(LIST, "speaking").search(words) and not re.search(r"讲话精神", words):
        return "spoke"
    if re.match(r"率|带队|带着", words):
        return "visited"
    return "attended"


def way_of(verb: str) -> str:
    """陪同 where the verb tells of a journey: it fits another event too, but a journey best."""
    if LEADING.match(verb):
        return "带队"
    if verb.startswith("出席"):
        return "出席"
    return "陪同" if ACCOMPANY.match(verb) else ""


def deed_noun(text: str) -> str:
    match = DEED_NOUN.search(text)
    return match.group() if match else ""
