"""Which reasons of a judgement speak against two being one, or say that nothing speaks for it."""

from __future__ import annotations

from kg.graph.resolve.evidence import AGAINST, reason
from kg.graph.resolve.homonyms import FIRM_ELSEWHERE, OTHER_CITY, OTHER_FIRM
from kg.graph.resolve.homonyms import NOWHERE as NO_CITY
from kg.graph.resolve.judgement import SEVERAL
from kg.graph.resolve.persons import APART, EXCLUDED, NO_TIE, NOWHERE

_OF_THINGS = {*map(reason, AGAINST), SEVERAL}
_OF_NAMES = {OTHER_CITY, OTHER_FIRM, FIRM_ELSEWHERE, NO_CITY}
_OF_PERSONS = {APART, EXCLUDED, NOWHERE, NO_TIE}
_AGAINST = frozenset(_OF_THINGS | _OF_NAMES | _OF_PERSONS)


def against(said: str) -> bool:
    """Whether a reason speaks against; any other speaks for it."""
    return said in _AGAINST
