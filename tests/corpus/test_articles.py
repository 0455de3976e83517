"""Where articles begin and what their parts are."""

from kg.corpus.reading import read
from kg.model import Page, Reading, Span


def reading(raw: str) -> Reading:
    return read(Page("page.txt", raw, ""))


def parts(found: Reading) -> list[tuple[str, str, str]]:
    """Headline, byline and head of each article."""

    def text(span: Span | None) -> str:
        return found.text[span.start : span.end] if span else ""

    return [(text(a.headline), text(a.byline), text(a.head)) for a in found.articles]


def test_each_speaker_has_a_section():
    """A head line begins an article, the headline above it is its headline, the byline stays with the first."""
    found = reading(
        "展现新作为\n——全体会议发言摘要\n□本报记者 王一 李二\n\n"
        "港区要争先\n\n■市委常委、港区党工委书记 张大山\n\n港区要扩大开放，招引更多的好项目。今年有十个。\n\n"
        "交通要先行\n\n■市交通局局长 赵 河\n\n市交通局要修好路，建设更多的桥。\n"
    )
    assert parts(found) == [
        ("展现新作为", "本报记者 王一 李二", "市委常委、港区党工委书记 张大山"),
        ("交通要先行", "", "市交通局局长 赵河"),
    ]


def test_a_lead_begins_an_article_and_takes_the_headline_above():
    """本报讯 opens a report; what stands above it without text in between is its headline."""
    found = reading(
        "江边开了新码头\n本报讯（记者 王一）昨天，江边的新码头开工，总投资五亿元。市领导出席了开工仪式。\n"
        "学校放假了\n本报讯（记者 李二）日前，全市的学校都放假了，孩子们很高兴。\n"
    )
    assert [headline for headline, _, _ in parts(found)] == ["江边开了新码头", "学校放假了"]


def test_the_pages_furniture_is_no_part_of_an_article():
    """Weather, date line and editors are articles of their own."""
    found = reading(
        "今天多云；明天阴有小雨。东北风4级左右。\n\n本报讯（记者 王一）昨天，江边的新码头开工，总投资五亿元。\n\n"
        "2024年2月28日 星期三 农历甲辰年正月十九\n本版责编 李二 校对 赵三\n"
    )
    spans = [found.text[a.span.start : a.span.end] for a in found.articles]
    assert spans == [
        "今天多云；明天阴有小雨。东北风4级左右。",
        "本报讯（记者 王一）昨天，江边的新码头开工，总投资五亿元。",
        "2024年2月28日 星期三 农历甲辰年正月十九\n本版责编 李二 校对 赵三",
    ]


def test_what_follows_a_page_turn_is_another_article():
    """“下转第2版” ends what this page has of a report."""
    found = reading(
        "本报讯（记者 王一）昨天，江边的新码头开工，总投资五亿元。 （下转第2版）\n\n"
        "日前，全市的学校都放假了，孩子们很高兴，家长们也很高兴。\n"
    )
    assert len(found.articles) == 2
