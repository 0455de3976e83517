"""What makes two appearances of one name one person: a function each, whose docstring is the reason it gives."""

from __future__ import annotations

from collections.abc import Callable

from kg.graph.resolve.appearances import Appearance
from kg.graph.resolve.camps import Camp, related, siblings

Ties = Callable[[Appearance, Appearance], bool]
"""Whether it is seen of two appearances on two pages."""

COMPANIONS = 2
"""So many others beside both are no chance."""


def one_body(one: Appearance, other: Appearance) -> bool:
    """They are seen in one body."""
    return not one.bodies.isdisjoint(other.bodies)


def one_city(one: Appearance, other: Appearance) -> bool:
    """They are seen in the service of one city."""
    return any(related(a, b) for a in cities(one) for b in cities(other))


def leader_of_city(one: Appearance, other: Appearance) -> bool:
    """A leader without a post on one page serves the city of that page on the other."""
    return any(related(a, b) for a in served(one) for b in served(other))


def one_company(one: Appearance, other: Appearance) -> bool:
    """The same others stand beside both."""
    return len(one.company & other.company) >= COMPANIONS and related(one.city, other.city)


def own_firm(one: Appearance, other: Appearance) -> bool:
    """The one page names the firm of the other."""
    return _names_firm_of(one, other) or _names_firm_of(other, one)


def told_move(one: Appearance, other: Appearance) -> bool:
    """A new post is told, and it is in a neighbouring city."""
    moved = any(post.moved for there in (one, other) for post in there.posts)
    return moved and any(siblings(a, b) for a in cities(one) for b in cities(other))


TIES: tuple[tuple[Ties, float], ...] = (
    (one_body, 0.95),
    (one_city, 0.9),
    (leader_of_city, 0.85),
    (one_company, 0.8),
    (own_firm, 0.8),
    (told_move, 0.7),
)
"""With how sure each makes it, the surest first."""


def strongest(one: Appearance, other: Appearance) -> tuple[Ties, float] | None:
    """The surest tie between two appearances."""
    return next(((ties, sure) for ties, sure in TIES if ties(one, other)), None)


def reason_of(ties: Ties) -> str:
    """What a tie says, in a sentence."""
    return ties.__doc__ or ties.__name__


def cities(there: Appearance) -> set[str]:
    """The cities that somebody serves by a post."""
    return {camp.city for camp in there.camps} - {""}


def served(there: Appearance) -> set[str]:
    """The same, or the page's city, of whom the page introduces as a leader without a post."""
    return {there.city} - {""} if there.official and not there.bodies else cities(there)


def _names_firm_of(page: Appearance, manager: Appearance) -> bool:
    return not page.bodies and any(camp.firm in page.firms for camp in manager.camps - {Camp()} if camp.firm)
