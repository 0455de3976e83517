"""An entry gives back exactly what was extracted, or nothing: then the page is extracted again."""

import gzip
import json
import os
import pickle
from dataclasses import replace

import pytest
from conftest import ROOT, SEEDS

from kg import pipeline
from kg.cache import Cache, entry, rules
from kg.corpus.pages import find_pages, read_page
from kg.model import Entity, Evidence, Kind, Knowledge, Page

PAGES = [
    read_page(path)
    for folder in (SEEDS, *sorted((ROOT / "tests" / "gold").glob("*/pages")))
    for path in find_pages([folder])
]
PAGE, OTHER = PAGES[:2]
QUOTE = Evidence(PAGE.identifier, 0, 3, PAGE.raw[:3])


@pytest.fixture(scope="module")
def known() -> Knowledge:
    """What extraction makes of the page."""
    return pipeline.understand(PAGE)


def fail(page: Page) -> Knowledge:
    raise AssertionError(f"{page.identifier} was extracted again")


def test_every_annotated_page_comes_back_exactly_as_it_was_extracted(tmp_path):
    """Floats, kinds, order and all, so that no byte of an output can differ."""
    cold = Cache(tmp_path)
    told = [cold.knowledge(page, pipeline.understand) for page in PAGES]
    cold.save()
    warm = Cache(tmp_path)
    assert [repr(warm.knowledge(page, fail)) for page in PAGES] == [repr(one) for one in told]
    assert (cold.anew, cold.kept, warm.anew, warm.kept) == (len(PAGES), 0, 0, len(PAGES))


def truncated(data: bytes) -> bytes:
    return data[: len(data) // 2]


def empty(_: bytes) -> bytes:
    return b""


def with_a_digit_changed(data: bytes) -> bytes:
    return data.replace(b'"start":1', b'"start":2', 1)


def pickled(_: bytes) -> bytes:
    return pickle.dumps(Exploding())


def compressed(data: bytes) -> bytes:
    return gzip.compress(data)


def of_another_schema(_: bytes) -> bytes:
    return b'{"version": 1, "entities": []}'


def a_deep_nest(_: bytes) -> bytes:
    return b'{"seal":"","knowledge":' + b"[" * 200_000


def not_utf_8(data: bytes) -> bytes:
    return data[:-20] + b"\xff" * 20


def with_another_page_s_seal(data: bytes) -> bytes:
    return entry.encode("0" * 64, entry.decode(_seal_of(data), data) or Knowledge())


def without_seal(data: bytes) -> bytes:
    return json.dumps(json.loads(data)["knowledge"], ensure_ascii=False).encode()


class Exploding:
    """What a pickle from somebody else may hold."""

    def __reduce__(self):
        return os._exit, (3,)


DAMAGES = (
    truncated,
    empty,
    with_a_digit_changed,
    pickled,
    compressed,
    of_another_schema,
    a_deep_nest,
    not_utf_8,
    with_another_page_s_seal,
    without_seal,
)


def _seal_of(_: bytes) -> str:
    return Cache("unused")._key(PAGE)


def kept(tmp_path, known: Knowledge):
    """The file of the page in a cache that has just been saved."""
    cache = Cache(tmp_path)
    cache.knowledge(PAGE, lambda _: known)
    cache.save()
    (file,) = tmp_path.iterdir()
    return file


def check_extracted_again(tmp_path, known: Knowledge) -> None:
    cache = Cache(tmp_path)
    assert repr(cache.knowledge(PAGE, lambda _: known)) == repr(known)
    assert (cache.anew, cache.kept) == (1, 0)
    cache.save()
    again = Cache(tmp_path)
    assert repr(again.knowledge(PAGE, fail)) == repr(known)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_entry_counts_as_not_there_and_is_replaced(tmp_path, known, damage):
    """Whatever stands in the file, the page is extracted again and the next build finds it."""
    file = kept(tmp_path, known)
    assert damage(file.read_bytes()) != file.read_bytes()
    file.write_bytes(damage(file.read_bytes()))
    check_extracted_again(tmp_path, known)


def changed(known: Knowledge, which: str, **values: object) -> Knowledge:
    """The same knowledge with the first fact of a type changed."""
    at = next(i for i, fact in enumerate(known.facts) if type(fact).__name__ == which)
    facts = [*known.facts]
    facts[at] = replace(facts[at], **values)
    return replace(known, facts=tuple(facts))


def documented(known: Knowledge, **values: object) -> Knowledge:
    return replace(known, documents=(replace(known.documents[0], **values),))


def with_entity(known: Knowledge, **values: object) -> Knowledge:
    told = {"id": "person-x", "kind": Kind.PERSON, "label": "x", "names": ("x",), "mentions": (QUOTE,)}
    return replace(known, entities=(*known.entities, Entity(**(told | values))))


FORGERIES = {
    "of no document": lambda k: replace(k, documents=()),
    "of another page": lambda _: pipeline.understand(OTHER),
    "of other content": lambda k: documented(k, sha256="0" * 64),
    "of another place": lambda k: documented(k, place="云川市"),
    "of another day": lambda k: documented(k, published="1999"),
    "with words that are not there": lambda k: with_entity(k, mentions=(replace(QUOTE, exact="不在"),)),
    "with a quote beyond the end": lambda k: with_entity(
        k, mentions=(replace(QUOTE, start=10**9, end=10**9 + 3),)
    ),
    "with a quote counted from the end": lambda k: with_entity(
        k, mentions=(replace(QUOTE, start=-9, end=-6, exact=PAGE.raw[-9:-6]),)
    ),
    "with another page's quote": lambda k: with_entity(k, mentions=(replace(QUOTE, document="other.txt"),)),
    "with an office for an entity": lambda k: with_entity(k, kind=Kind.OFFICE),
    "with an entity that is nowhere": lambda k: with_entity(k, mentions=()),
    "with a fact that nothing shows": lambda k: changed(k, "Relation", evidence=()),
    "with a relation that there is not": lambda k: changed(
        k, "Relation", predicate="x> <http://example.org/"
    ),
    "with a fact of nobody": lambda k: changed(k, "Tenure", person="person-nobody"),
    "with a change that there is not": lambda k: changed(k, "Tenure", change="hanged"),
    "with a stage that there is not": lambda k: changed(k, "Stage", stage="dreamt"),
    "with an event that there is not": lambda k: changed(k, "Event", kind="war"),
    "with a part that there is not": lambda k: changed(
        k, "Event", participants=((k.entities[0].id, "slept"),)
    ),
    "with text for a number": lambda k: changed(k, "Indicator", value="1"),
    "with no number": lambda k: changed(k, "Indicator", value=float("nan")),
}


@pytest.mark.parametrize("forge", FORGERIES.values(), ids=FORGERIES)
def test_a_well_sealed_entry_that_cannot_be_this_page_s_counts_as_not_there(tmp_path, known, forge):
    """Somebody else's folder can neither stop a build nor bring in what the page does not have."""
    file = kept(tmp_path, known)
    forged = forge(known)
    assert repr(forged) != repr(known)
    file.write_bytes(entry.encode(file.stem, forged))
    check_extracted_again(tmp_path, known)


def test_the_forgeries_differ_from_the_truth_in_one_thing_only(tmp_path, known):
    """Written the same way, what was extracted is taken: the tests above refuse forgeries, not their making."""
    file = kept(tmp_path, known)
    file.write_bytes(entry.encode(file.stem, with_entity(known)))
    assert Cache(tmp_path).knowledge(PAGE, fail) == with_entity(known)


def a_folder(path):
    path.mkdir()


def a_pipe(path):
    os.mkfifo(path)


def a_link_to_itself(path):
    path.symlink_to(path)


def an_endless_device(path):
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize(
    "thing", [a_folder, a_pipe, a_link_to_itself, an_endless_device], ids=lambda t: t.__name__
)
def test_what_is_no_file_is_not_read(tmp_path, known, thing):
    """A pipe would block, a device never end."""
    file = kept(tmp_path, known)
    file.unlink()
    thing(file)
    cache = Cache(tmp_path)
    assert cache.knowledge(PAGE, lambda _: known) is known
    assert (cache.anew, cache.kept) == (1, 0)


def test_what_would_not_come_back_exactly_is_not_kept(tmp_path, known):
    """10 and 10.0 are equal, but not the same bytes; half of a surrogate pair is no character."""
    for odd in (changed(known, "Indicator", value=10), with_entity(known, label="\ud800")):
        cache = Cache(tmp_path)
        assert cache.knowledge(PAGE, lambda _, odd=odd: odd) is odd
        cache.save()
        assert list(tmp_path.iterdir()) == []


CHANGES = {
    "text": {"raw": PAGE.raw + "。", "sha256": "1" * 64},
    "name": {"identifier": "renamed.txt"},
    "newspaper": {"newspaper": "云川日报"},
    "place": {"place": "云川市"},
    "date": {"published": "2020"},
    "what was inferred": {"inferred": frozenset({"published", "place"})},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_page_that_changed_or_of_which_other_things_are_told_is_a_new_page(tmp_path, known, change):
    """Content, name and everything that pages.toml can say."""
    kept(tmp_path, known)
    cache = Cache(tmp_path)
    cache.knowledge(replace(PAGE, **change), lambda _: known)
    assert (cache.anew, cache.kept) == (1, 0)


def test_other_rules_make_every_page_a_new_one(tmp_path, known, monkeypatch):
    """What older rules made is neither used nor left."""
    old = kept(tmp_path, known)
    monkeypatch.setattr(rules, "version", lambda: "other rules")
    check_extracted_again(tmp_path, known)
    assert not old.exists()


def test_under_rules_that_changed_meanwhile_nothing_is_read_or_written(tmp_path, known, monkeypatch):
    """What runs is not what stands on the disk, so nobody can tell under which rules to keep it."""
    file = kept(tmp_path, known)
    before = file.read_bytes()
    cache = Cache(tmp_path)
    cache.knowledge(OTHER, lambda _: known)
    monkeypatch.setattr(rules, "version", lambda: "")
    cache.save()
    unsure = Cache(tmp_path)
    unsure.knowledge(PAGE, lambda _: known)
    unsure.save()
    assert unsure.anew == 1
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [before]


def test_the_folder_holds_the_pages_of_the_last_build_and_leaves_alone_what_is_not_ours(tmp_path, known):
    """Removed pages go, and what a killed build left half-written; other files stay."""
    old = kept(tmp_path, known)
    for name in (f".{old.name}.abcd", "notes.json", ".hidden"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    cache = Cache(tmp_path)
    cache.knowledge(OTHER, pipeline.understand)
    cache.save()
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"notes.json", ".hidden", f"{cache._key(OTHER)}.json"}
