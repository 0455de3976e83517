"""Content negotiation: which of the forms we have does the other side like best?"""

from __future__ import annotations

from collections.abc import Sequence


def preferred(accept: str, offered: Sequence[str]) -> str | None:
    """The offered media type of highest quality, the first of equals; None where none is acceptable.

    "text/turtle;q=0.5, application/*" → the first application/… offered; "" accepts everything.
    """
    ranges = [_range(part) for part in accept.split(",") if part.strip()] or [("*/*", 1.0)]
    best, best_quality = None, 0.0
    for media_type in offered:
        quality = _quality(media_type, ranges)
        if quality > best_quality:
            best, best_quality = media_type, quality
    return best


def _range(part: str) -> tuple[str, float]:
    media_range, *parameters = (piece.strip().lower() for piece in part.split(";"))
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            return media_range, _number(value)
    return media_range, 1.0


def _number(value: str) -> float:
    try:
        return max(0.0, min(1.0, float(value)))
    except ValueError:
        return 0.0


def _quality(media_type: str, ranges: Sequence[tuple[str, float]]) -> float:
    """Of the most exact range that covers the type: text/turtle before text/* before */*."""
    covering = (media_type, f"{media_type.partition('/')[0]}/*", "*/*")
    for wanted in covering:
        for media_range, quality in ranges:
            if media_range == wanted:
                return quality
    return 0.0
