"""What holds of every reading, whatever the page: the text leads back to the raw page and is cut without gaps."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.corpus.reading import read
from kg.model import Page, Reading, Span

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("seeds/*.txt"), *ROOT.glob("tests/gold/dev/pages/*.txt")])
SCRAPS = st.sampled_from(
    (
        *(
            "本报讯（记者 王一）昨天，",
            "市委书记",
            "李 健",
            "■市科技局局长 张三",
            "●要点",
            "①",
            "20222022年",
            "港区港区医院医院",
        ),
        *(
            "，",
            "。",
            "”",
            "“ “",
            "（下转第2版）",
            "12.5",
            "亿元",
            "1,200",
            "漳州市十六屆人大",
            "A B",
            "# ",
            "**粗**",
        ),
        *("\n", "\n\n", "\r\n", "\r", " ", "\u3000", "\t", "\ufeff", "\u200b", "\u202e", "\u2028", "\x07"),
        *("😀", "👨‍👩‍👧", "مرحبا", "e\u0301", "\U00020bb7", "\ud7ff", "﷽"),
    )
)
TEXTS = st.one_of(st.text(), st.lists(SCRAPS).map("".join))


def reading(raw: str) -> Reading:
    return read(Page("page.txt", raw, ""))


def check(found: Reading) -> None:
    """Every promise of Reading."""
    raw = found.page.raw
    assert len(found.origin) == len(found.text) == len(found.plain)
    assert len(set(found.origin)) == len(found.origin)
    assert all(0 <= place < len(raw) for place in found.origin)
    whole = Span(0, len(found.text))
    for quote in found.evidence(whole):
        assert quote.exact == raw[quote.start : quote.end]
    covered: list[int] = []
    for sentence in found.sentences:
        assert sentence.text == found.text[sentence.span.start : sentence.span.end] != ""
        assert "\n" not in sentence.text
        assert found.articles[sentence.article].span.covers(sentence.span)
        covered.extend(range(sentence.span.start, sentence.span.end))
    assert covered == [i for i, character in enumerate(found.text) if character != "\n"]


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_becomes_a_reading_that_leads_back_to_it(raw: str):
    """Garbage of any kind never fails, and what is read of it has its place in the raw page."""
    check(reading(raw))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name[:6])
def test_each_page_leads_back_to_its_file(path: Path):
    """Text, sentences and articles of the seeds and of the development pages keep every promise."""
    check(reading(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name[:6])
def test_nothing_but_damage_is_left_out(path: Path):
    """Of every page all Chinese characters are read once, but those that were printed twice."""
    raw = path.read_text(encoding="utf-8")
    found = reading(raw)
    lost = set(range(len(raw))) - set(found.origin)
    lost_han = [raw[place] for place in sorted(lost) if "\u4e00" <= raw[place] <= "\u9fff"]
    printed_twice = 300 if path.name.startswith("002") else 0
    assert len(lost_han) <= printed_twice


def test_a_quote_across_a_column_jump_has_two_parts():
    """Evidence of a sentence that two columns share quotes both sides and nothing between them."""
    raw = (
        "本报讯（记者 王一）昨天，市委副书\n记、市长张大山来到临江镇，实地调研\n重点项目建设情况，他首先走进新区，\n要求各部门全力服务，副市长\n\n"
        "本报讯（记者 李二）日前，全市\n举行农业农村工作会议，部署了\n下一阶段的任务，会议由副局长\n主持，各镇负责人参加会议。\n\n"
        "赵小河等陪同，一行人还看了江边的新\n港码头工地，详细询问了工程进度，并\n希望施工单位保证质量，早日建成投用，\n为全市经济发展作出贡献。\n"
    )
    found = reading(raw)
    start = found.text.index("副市长赵小河")
    quotes = found.evidence(Span(start, start + 6))
    assert [quote.exact for quote in quotes] == ["副市长", "赵小河"]


def test_traditional_pages_have_a_simplified_twin():
    """`plain` is the text in simplified script, of the same length; of a simplified page it is the text itself."""
    found = reading("漳州、薌城同日人事任免\n市人大常委會8月27日開會，侯某獲任副市長。（記者 張三）")
    assert found.plain == "漳州、芗城同日人事任免\n市人大常委会8月27日开会，侯某获任副市长。（记者 张三）"
    assert found.text.startswith("漳州、薌城同日人事任免\n")
    simple = reading("市长获任。")
    assert simple.plain is simple.text


@pytest.mark.parametrize(
    "junk", ["港\n", "港区要发展，\n\n", "“", "(", "建设", "1,", "（下转", "记者 ", "![ ", "  \n", "■"]
)
def test_a_page_of_junk_is_read_in_time_of_its_length(junk: str):
    """No pattern that occurs thousands of times makes reading slow: 40,000 characters take seconds at most."""
    start = time.process_time()
    reading(junk * (40_000 // len(junk)))
    assert time.process_time() - start < 5
