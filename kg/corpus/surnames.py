"""The characters with which Chinese names begin."""

from __future__ import annotations

from kg.resources import words

LONGEST_COMPOUND = 4
"""爱新觉罗; what is longer in the list is a run of one-character surnames."""

SURNAME_STARTS = frozenset(
    character
    for word in words("surnames")
    for character in (word if len(word) > LONGEST_COMPOUND else word[0])
)
"""All one-character surnames, and the first characters of the compound ones."""
