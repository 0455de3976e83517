"""Interleaved columns: each torn sentence of the two development pages that have them, left and right of the cut."""

from pathlib import Path

import pytest

from kg.corpus.pages import read_page
from kg.corpus.reading import read
from kg.model import Page

PAGES = Path(__file__).parents[1] / "gold" / "dev" / "pages"

TORN = [
    ("P07.txt", "诺德威一期投资7800万", "美元，库容12万吨"),
    ("P07.txt", "苏州市贸促会会长徐联全同行，副市长", "张展等陪同"),
    ("P07.txt", "达产后每年可产吸入制剂", "43850万粒（瓶）"),
    ("P07.txt", "日产能可达900万", "支。"),
    ("P07.txt", "活动一口气展示了", "88个开工、竣工、开业项目"),
    ("P07.txt", "新加坡南洋高科技创新中心、南京腾", "森国际技术转移中心"),
    ("P11.txt", "“天冷油面压不实，入冬前", "必须收口”。"),
    ("P11.txt", "张好富为市公用事业局局长，蒋勤为", "市园林局局长，左发勤"),
    ("P11.txt", "汝阳县付店至王坪", "公路（6500万元）"),
    ("P11.txt", "栾川山大沟深，一公里", "路抵平原三公里的钱"),
    ("P11.txt", "24年前背", "着铺盖卷南下"),
]


@pytest.mark.parametrize(("page", "left", "right"), TORN)
def test_torn_sentences_are_whole_again(page: str, left: str, right: str):
    """Both sides of a cut stand in one sentence, side by side."""
    sentences = [sentence.text for sentence in read(read_page(PAGES / page)).sentences]
    assert any(left + right in sentence for sentence in sentences)


def test_pieces_of_an_article_stand_together():
    """What follows in another column belongs to the article that speaks of it, not to the one printed above it."""
    found = read(read_page(PAGES / "P07.txt"))
    articles = [found.text[article.span.start : article.span.end] for article in found.articles]
    (investment,) = [text for text in articles if "程建川率队调研" in text]
    assert "程建川强调，各地各部门" in investment
    assert "菏泽" not in investment


def test_what_nothing_joins_is_left_apart():
    """Two unfinished columns of different width without a sign that they belong together stay two."""
    raw = (
        "昨天，全市农业农村工作会议召开，市委书记张大山\n出席会议并讲话，会议部署了下一阶段的重点任务，\n他要求各镇各部门全力以赴抓好春耕生产工作，确保\n\n"
        "江边的新码头昨天\n开工，总投资五亿\n元，市领导出席了\n开工仪式并致辞。\n"
    )
    found = read(Page("page.txt", raw, ""))
    assert any(sentence.text.endswith("工作，确保") for sentence in found.sentences)
