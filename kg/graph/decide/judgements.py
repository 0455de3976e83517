"""What is left of the rules' judgements beside a person's: nothing that was decided is unsure any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.graph.decide.identity import Identity
from kg.graph.resolve.judgement import Judgement, Verdict, by_use


def settled(judgements: Iterable[Judgement], identity: Identity) -> tuple[Judgement, ...]:
    """The rules' judgements that no decision contradicts or answers, with the persons' ones; the most mentioned first.

    What is unsure names entities as they are in the end, each pair once.
    """
    by_rules = sorted(judgements, key=by_use)
    pairs = (
        (identity.now(j.left), identity.now(j.right))
        for j in (*by_rules, *identity.judgements)
        if j.verdict is Verdict.DIFFERENT
    )
    different = {frozenset(pair) for pair in pairs}
    kept = [*_kept(by_rules, identity, different), *identity.judgements]
    return tuple(sorted(kept, key=by_use))


def _kept(
    judgements: Iterable[Judgement], identity: Identity, different: set[frozenset[str]]
) -> Iterator[Judgement]:
    asked: set[frozenset[str]] = set()
    for judgement in judgements:
        left, right = identity.now(judgement.left), identity.now(judgement.right)
        pair = frozenset((left, right))
        match judgement.verdict:
            case Verdict.SAME if left == right:
                yield judgement
            case Verdict.DIFFERENT if left != right:
                yield judgement
            case Verdict.UNSURE if left != right and pair not in different | asked:
                asked.add(pair)
                yield replace(judgement, left=left, right=right)
            case Verdict.SAME | Verdict.DIFFERENT | Verdict.UNSURE:
                pass  # answered or contradicted by a person
