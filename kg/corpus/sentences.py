"""A paragraph → its sentences. A rule looks at one place between two characters and says whether to cut there."""

from __future__ import annotations

import re
from collections.abc import Iterator

CUT = re.compile(
    r"""[。！？；…!?]++                # a final mark, or several,
        [”’」』）)》】]*+             # with the quotation marks and brackets that close after it
        (?![，、。；：])               # unless the sentence goes on: “……！”，他说
        (?![^“”，。]{0,3}[！？]”)      # or it is one cry of several: “中！中！”
      | (?<=[^0-9])[;.](?=\ ?$)       # a half-width mark only where the line ends
      | (?=（下转)                   # the page's furniture is no part of the last sentence
    """,
    re.VERBOSE,
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of the sentences of one paragraph: in order, without gaps."""
    start = 0
    for match in CUT.finditer(text):
        if start < match.end() < len(text):
            yield start, match.end()
            start = match.end()
    if start < len(text):
        yield start, len(text)
