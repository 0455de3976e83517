"""Administrative divisions from cpca's data file."""

import sys
import time
from subprocess import run

import pytest

from kg.resources.divisions import Level, divisions, expand, is_division, named, stem

STEMS = [
    ("昆山市", "昆山"),
    ("浦东新区", "浦东"),
    ("清新区", "清新"),
    ("瀍河回族区", "瀍河"),
    ("恩施土家族苗族自治州", "恩施"),
    ("内蒙古自治区", "内蒙古"),
    ("香港特别行政区", "香港"),
    ("嵩县", "嵩县"),
]


@pytest.mark.parametrize(("name", "short"), STEMS)
def test_a_stem_is_the_name_without_its_kind(name: str, short: str):
    """Kinds and peoples are dropped; one character alone is no name."""
    assert stem(name) == short


def test_there_are_as_many_divisions_as_in_china():
    """A data file that lacks half of them would be noticed."""
    levels = [division.level for division in divisions().values()]
    assert levels.count(Level.PROVINCE) == 34
    assert 330 <= levels.count(Level.PREFECTURE) <= 350
    assert 2800 <= levels.count(Level.COUNTY) <= 2900


def test_every_parent_is_a_higher_division():
    known = divisions()
    for division in known.values():
        assert (division.level is Level.PROVINCE) == (not division.parent)
        assert not division.parent or known[division.parent].level < division.level


@pytest.mark.parametrize("name", ["昆山市", "偃师市", "偃师区", "嵩县", "北京市"])
def test_a_division_keeps_its_names(name: str):
    """A city that has become a district is known by both."""
    assert is_division(name)


@pytest.mark.parametrize("name", ["高新区", "嵩市", "市", "", "昆山"])
def test_what_is_no_division(name: str):
    assert not is_division(name)


def test_a_stem_may_be_of_several():
    assert [division.name for division in expand("朝阳")] == ["朝阳市", "朝阳区", "朝阳县", "朝阳区"]
    assert [division.name for division in named("朝阳县")] == ["朝阳县"]


def test_cpca_is_not_imported():
    """It would load pandas; its data file is read alone."""
    code = "import sys; from kg.resources.divisions import divisions; divisions(); sys.exit('cpca' in sys.modules)"
    assert run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_list_loads_quickly():
    """All readings wait for it: a twentieth of a second is enough (here a fifth, for busy machines)."""
    divisions.cache_clear()
    start = time.perf_counter()
    divisions()
    assert time.perf_counter() - start < 0.2
