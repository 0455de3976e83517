"""Lines that a reader takes for one sentence, and lines that he does not; `/` stands for a line's end, `|` for a blank line."""

import pytest

from kg.corpus.reading import read
from kg.model import Page

READ = [
    # hard-wrapped prose, cut in mid-word
    (
        "昨天，全市重点项目推进会召开，市委书记张/大山出席会议并讲话，强调要全力以赴抓项/目促开工。",
        ["昨天，全市重点项目推进会召开，市委书记张大山出席会议并讲话，强调要全力以赴抓项目促开工。"],
    ),
    # a blank line in mid-sentence
    (
        "昨天，全市重点项目推进会召开，市委书记张/大山出席会议并讲话，强调要全力以赴抓项|目促开工，确保全年目标任务如期圆满完成/，为发展作贡献。",
        [
            "昨天，全市重点项目推进会召开，市委书记张大山出席会议并讲话，"
            "强调要全力以赴抓项目促开工，确保全年目标任务如期圆满完成，为发展作贡献。"
        ],
    ),
    # an unfinished column and a new report below it
    (
        "昨天，全市重点项目推进会召开，市委书记张/大山出席会议并讲话，强调要全力以赴抓项|本报讯（记者 王一）日前，江边码头开工。",
        [
            "昨天，全市重点项目推进会召开，市委书记张大山出席会议并讲话，强调要全力以赴抓项",
            "本报讯（记者 王一）日前，江边码头开工。",
        ],
    ),
    # many short paragraphs in a column: an indent says where each begins
    (
        "市人大常委会举行会议/　　本报讯（记者 王一）4月28日，市人大/常委会举行第九次会议。市人大常委会主任/栾山主持，副主任李二出席会议。/"
        "　　决定任命：/　　赵三为市水利局局长。/　　决定免去：/　　钱四的市水利局局长职务。",
        [
            "市人大常委会举行会议",
            "本报讯（记者 王一）4月28日，市人大常委会举行第九次会议。",
            "市人大常委会主任栾山主持，副主任李二出席会议。",
            "决定任命：",
            "赵三为市水利局局长。",
            "决定免去：",
            "钱四的市水利局局长职务。",
        ],
    ),
    # headlines in steps
    ("港城建设日新月异|重点项目紧锣密鼓", ["港城建设日新月异", "重点项目紧锣密鼓"]),
    ("二期项目力争年底竣/工验收", ["二期项目力争年底竣工验收"]),
    (
        "●打造文化产业/集聚新高地|文化产业发展离不开空间，要搭建载体。",
        ["打造文化产业集聚新高地", "文化产业发展离不开空间，要搭建载体。"],
    ),
    ("在深化改革和扩大开放/上勇争先", ["在深化改革和扩大开放上勇争先"]),
    # a headline above its article, both a line
    (
        "市领导到港区调研/昨天，市领导到港区调研，先后看了三处工地，听取了汇报。",
        ["市领导到港区调研", "昨天，市领导到港区调研，先后看了三处工地，听取了汇报。"],
    ),
    # lists and captions
    ("①王一/②李二/③赵三", ["王一", "李二", "赵三"]),
    (
        "码头施工现场 记者 王一 摄/88个项目开工，总投资9亿元。",
        ["码头施工现场 记者 王一 摄", "88个项目开工，总投资9亿元。"],
    ),
    (
        "□本报记者 王一 通讯员 李二/立春已过，镇里早早进入施工季。",
        ["本报记者 王一 通讯员 李二", "立春已过，镇里早早进入施工季。"],
    ),
    # sentences
    ("他说：“好！”大家笑了。“真的？”，有人问。", ["他说：“好！”", "大家笑了。", "“真的？”，有人问。"]),
    ("占地1.2平方公里；投资3.5亿元。", ["占地1.2平方公里；", "投资3.5亿元。"]),
    ("连说两声“中！中！”", ["连说两声“中！中！”"]),
    ("提供交通支撑。” （下转第2版）", ["提供交通支撑。”", "（下转第2版）"]),
]


@pytest.mark.parametrize(("printed", "sentences"), READ)
def test_lines_are_read_as_a_person_reads_them(printed: str, sentences: list[str]):
    """What belongs together is joined, what does not is left apart."""
    raw = printed.replace("|", "\n\n").replace("/", "\n")
    assert [sentence.text for sentence in read(Page("page.txt", raw, "")).sentences] == sentences
