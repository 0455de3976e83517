"""What makes two appearances of one name one person: a function each, whose docstring is the reason it gives."""

from __future__ import annotations

from collections.abc import Callable

from kg.graph.resolve.appearances import Appearance
from kg.graph.resolve.camps import Camp, related, siblings
from kg.resources import words

Ties = Callable[[Appearance, Appearance], bool]
"""Whether it is seen of two appearances on two pages."""

COMMON = frozenset(words("common_given_names"))
COMPANIONS = 2
"""So many others beside both are no chance."""


def one_body(one: Appearance, other: Appearance) -> bool:
    """They are seen in one body."""
    return not one.bodies.isdisjoint(other.bodies)


def one_city(one: Appearance, other: Appearance) -> bool:
    """They are seen in the service of one city."""
    return not cities(one).isdisjoint(cities(other))


def leader_of_city(one: Appearance, other: Appearance) -> bool:
    """A leader without a post on one page serves the city of that page on the other."""
    return not served(one).isdisjoint(served(other))


def one_company(one: Appearance, other: Appearance) -> bool:
    """The same others stand beside both."""
    plain = not (one.told_apart or other.told_apart)
    return plain and len(one.company & other.company) >= COMPANIONS and related(one.city, other.city)


def own_firm(one: Appearance, other: Appearance) -> bool:
    """The one page names the firm of the other."""
    return _names_firm_of(one, other) or _names_firm_of(other, one)


def told_move(one: Appearance, other: Appearance) -> bool:
    """A new post is told, later and in a neighbouring city or the one above."""
    return _moves_to(one, other) or _moves_to(other, one)


def rare_name(one: Appearance, other: Appearance) -> bool:
    """The name is a rare one, and both serve the state in one prefecture."""
    given = one.given
    rare = len(given) > 1 and given not in COMMON and not (one.told_apart or other.told_apart)
    return rare and any(siblings(a, b) for a in cities(one) for b in cities(other))


def one_noun(one: Appearance, other: Appearance) -> bool:
    """Both pages tell the same citizen from an official of that name: 种粮大户张三."""
    return one.id == other.id and one.told_apart and other.told_apart and related(one.city, other.city)


TIES: tuple[tuple[Ties, float], ...] = (
    (one_body, 0.95),
    (one_city, 0.9),
    (leader_of_city, 0.85),
    (one_company, 0.8),
    (own_firm, 0.8),
    (rare_name, 0.75),
    (told_move, 0.7),
    (one_noun, 0.7),
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


def _moves_to(new: Appearance, old: Appearance) -> bool:
    moves = (post for post in new.posts if post.moved and post.day)
    return any(post.day > then.day and siblings(post.camp.city, then.camp.city) for post in moves for then in old.posts)


def _names_firm_of(page: Appearance, manager: Appearance) -> bool:
    return not page.bodies and any(camp.firm in page.firms for camp in manager.camps - {Camp()} if camp.firm)
