"""Text → persons; what only looks like a name stays out."""

from __future__ import annotations

import pytest

FOUND = {
    "市领导王中苏、杨志军、邓晓平参加活动。": ["王中苏", "杨志军", "邓晓平"],
    "沈觉、王建、许蕾等市领导出席。": ["沈觉", "王建", "许蕾"],
    "市长徐华东出席仪式，李健表示满意，市委书记李健在会上讲话。": ["徐华东", "李健", "李健"],
    "公司总经理托马斯·韦伯回忆说。": ["托马斯·韦伯"],
    "副市长司马荣讲话，诸葛明远在推介时说。市商务局局长诸葛明远": ["司马荣", "诸葛明远", "诸葛明远"],
    "市长王建国及钱文、陆卫其、顾东到场。": ["王建国", "钱文", "陆卫其", "顾东"],
    "浙江客商田桂生合作的项目。": ["田桂生"],
    "高方凯是本市科技领军人才，创办了一家公司。": ["高方凯"],
}
NOBODY = (
    "高新区任务艰巨，方案成立后万名群众满意。",
    "加强宣传教育，英勇奋斗，仁慈待人。",
    "各镇、相关部门和百日行动专班参加。",
    "世界500强企业落户，全力以赴抓开工。",
)


@pytest.mark.parametrize("text", FOUND)
def test_persons_are_found(text: str, understand) -> None:
    """A name is told by its office, its list, its verb or its noun."""
    assert understand(text).mentioned("Person") == FOUND[text]


@pytest.mark.parametrize("text", NOBODY)
def test_words_are_no_persons(text: str, understand) -> None:
    """A part of speech alone makes nobody a person."""
    assert understand(text).mentioned("Person") == []


def test_reporters_are_authors_not_entities(understand) -> None:
    """A byline names the authors of the page, who are no part of what it tells."""
    told = understand("本报讯（记者 王倩）市长徐华东出席仪式。")
    assert told.names("Person") == ["徐华东"]


def test_traditional_script_is_read_and_printed(understand) -> None:
    """Labels are as printed, the simplified form is one of the names."""
    told = understand("漳州市副市長侯為東出席會議。", "漳州市")
    assert told.names("Person") == ["侯為東"]
    assert "侯为东" in told.entities.by_id["person-侯为东"].names
