"""Short made-up pages of three invented cities: enough for people, posts, projects and events to meet across pages.

Persons hold offices in more than one city, projects go on from page to page under short and full names.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from hypothesis import strategies as st

CITIES = ("云川市", "柏原市", "沙岭市")
DAYS = ("2021-03-05", "2021-11-18", "2022-07", "2023-06-21", "2024")
PEOPLE = ("高远山", "沈月华", "白松涛", "林知远", "蓝小雨", "叶知秋")
FIRMS = ("星河新能源", "远帆精工", "青禾生物")
PARKS = ("云川高新区", "柏原港经济技术开发区", "港区", "高新区")
TOWNS = ("青石镇", "龙溪镇")
SENTENCES = (
    "市委书记{person}、市长{other}出席{city}重点项目集中开工仪式。",
    "{town}党委书记{person}，{town}镇长{other}参加活动。",
    "{firm}科技有限公司投资{number}亿元的{firm}二期项目落户{park}。",
    "{park}管委会主任{person}说，{park}力争年内新增企业{number}家，柏原港经济技术开发区先行一步。",
    "原市招商局局长{person}任市科技局局长，{other}任市招商局局长。",
    "市科技局局长{person}、副局长{other}走访{firm}科技有限公司。",
    "{firm}二期项目总投资{number}亿元，占地{number}亩，已于上月开工，计划2025年竣工。",
    "{firm}副总经理{person}介绍，{firm}与{park}签约。",
    "总投资{number}亿元的{town}{firm}产业园项目竣工，{person}致辞。",
    "今年上半年，全市规模以上工业产值增长{number}%。",
)


@dataclass(frozen=True)
class MadeUp:
    """The text of a page and what pages.toml says of it."""

    text: str
    place: str
    published: str


Corpus = dict[str, MadeUp]
"""Pages by file name."""


@st.composite
def pages(draw: st.DrawFn) -> MadeUp:
    """A headline and up to four sentences."""
    city = draw(st.sampled_from(CITIES))
    sentences = [
        template.format(
            city=city,
            person=draw(st.sampled_from(PEOPLE)),
            other=draw(st.sampled_from(PEOPLE)),
            firm=draw(st.sampled_from(FIRMS)),
            park=draw(st.sampled_from(PARKS)),
            town=draw(st.sampled_from(TOWNS)),
            number=draw(st.integers(2, 90)),
        )
        for template in draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))
    ]
    text = f"{city}召开工作会议\n  本报讯 昨天，" + "\n".join(sentences) + "\n"
    return MadeUp(text, draw(st.sampled_from(("", city))), draw(st.sampled_from(("", *DAYS))))


def write(corpus: Corpus, folder: Path) -> list[Path]:
    """The pages of a corpus and no others as files in a folder, with their pages.toml."""
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    listing = ""
    for name, page in corpus.items():
        (folder / name).write_text(page.text, encoding="utf-8")
        told = {"place": page.place, "published": page.published}
        listing += f'["{name}"]\n' + "".join(f"{k} = {json.dumps(v)}\n" for k, v in told.items() if v)
    (folder / "pages.toml").write_text(listing, encoding="utf-8")
    return [folder / name for name in corpus]
