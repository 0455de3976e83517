"""A page in one line: read, recognised and linked."""

from __future__ import annotations

import pytest

from kg.corpus.reading import read
from kg.entities.link import link
from kg.entities.recognize import recognize
from kg.facts.context import Context
from kg.facts.posts import posts
from kg.model import Page, PageEntities, Reading, Tenure


class Understood:
    """What the entity stages make of a short text of a made-up page of 宜兴市."""

    def __init__(self, text: str, place: str = "宜兴市") -> None:
        page = Page("page.txt", text, "0" * 64, place=place, published="2019-05-08")
        self.reading: Reading = read(page)
        self.recognition = recognize(self.reading)
        self.entities: PageEntities = link(self.reading, self.recognition)

    def names(self, kind: str) -> list[str]:
        """The labels of the entities of a kind, sorted."""
        return sorted(e.label for e in self.entities.entities if e.kind == kind)

    def mentioned(self, kind: str) -> list[str]:
        """The mentions of a kind in the order of the text."""
        return [m.text for m in self.recognition.mentions if m.kind == kind]

    def posts(self) -> list[str]:
        """Tenures as “person · organisation · title”, with “former” where it is over."""
        label = {e.id: e.label for e in self.entities.entities}
        found = [t for t in posts(Context(self.reading, self.entities)) if isinstance(t, Tenure)]
        return [
            f"{label[t.person]} · {label[t.organization]} · {t.title}{' · former' if t.former else ''}" for t in found
        ]


@pytest.fixture
def understand() -> type[Understood]:
    return Understood
