import pytest

from kg.model import Fact
from kg.publish.wording import words
from tests import factory

KNOWN = factory.knowledge()
LABELS = {entity.id: entity.label for entity in KNOWN.entities}


@pytest.mark.parametrize("fact", KNOWN.facts, ids=lambda fact: type(fact).__name__)
def test_every_fact_has_its_words(fact):
    """One line that names at least one entity, and no id."""
    line = words(fact, LABELS)
    assert "\n" not in line
    assert any(label in line for label in LABELS.values())


def test_a_new_kind_of_fact_asks_for_its_wording():
    """A kind that nobody has thought of is an error, not an empty line."""
    with pytest.raises(NotImplementedError, match="Fact"):
        words(Fact(evidence=()), LABELS)
