"""The rules know classes of names, never the names of the pages that we happen to have."""

import json
from collections.abc import Iterator

import pytest
from conftest import ROOT

GOLD = ROOT / "tests" / "gold"
KINDS = {"Person", "Enterprise", "Project"}
COMMON = {
    "新院区": "a new part of any hospital",
    "敬老院": "a kind of house",
    "一期厂房": "the first building of any works",
    "区域检测中心": "a kind of laboratory",
    "污水集中处理": "a kind of works",
    "污水集中处理项目": "a kind of works",
    "二期工程": "the second phase of anything",
    "二期项目": "the second phase of anything",
    "保税物流中心": "a kind of bonded zone",
    "展示馆": "a kind of building",
    "疏港铁路": "a kind of railway: every port has its own",
    "项目部": "a part of any building site",
    "集装箱码头": "a kind of quay",
    "国开行": "a bank of the whole country",
    "人民银行": "the central bank, with a branch in every city",
    "研发中心": "a kind of building",
    "产业园": "a kind of park",
    "人才公寓": "a kind of building",
    "住院楼": "a kind of building",
    "污水处理厂": "a kind of works",
    "县人民医院": "every county has one",
    "智能工厂": "a kind of building",
    "电动工具": "a kind of goods",
    "城建投": "what a city's own builder is called anywhere",
}
"""Names that are words of the language, each with its reason."""
def _annotated() -> Iterator[tuple[str, set[str]]]:
    """Every name in the annotations with its types; clusters.json lists what is one on many pages."""
    for path in GOLD.glob("**/*.json"):
        told = json.loads(path.read_text("utf-8"))
        if isinstance(told, list):
            for cluster in told:
                kinds = {cluster["type"], *cluster.get("types", ())}
                yield from ((name, kinds) for name in (cluster["name"], *(m["name"] for m in cluster["mentions"])))
        else:
            for entity in told["entities"]:
                kinds = {*entity.get("types", ()), entity.get("type")}
                yield from ((name, kinds) for name in (entity["name"], *entity.get("aliases", ())))


NAMES = sorted({name for name, kinds in _annotated() if KINDS & kinds and len(name) >= 3 and name not in COMMON})
FILES = sorted(
    path
    for folder in ("kg", "ontology")
    for path in (ROOT / folder).rglob("*")
    if path.is_file() and "__pycache__" not in path.parts
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_name_of_an_annotated_page_stands_in_code_or_word_lists(path):
    """A rule that names a case instead of a class would be worth nothing on other pages."""
    text = path.read_text("utf-8")
    assert [name for name in NAMES if name in text] == []


def test_the_annotations_name_enough_to_be_looked_for():
    """The test above looks for hundreds of names in dozens of files."""
    assert len(NAMES) > 200
    assert len(FILES) > 30
