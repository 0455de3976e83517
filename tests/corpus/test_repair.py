"""Each class of damage beside what is left of it."""

import pytest

from kg.corpus.repair import repair

REPAIRED = [
    # full-width and half-width forms
    ("ＡＩ＆５Ｇ，２０２２年", "AI&5G，2022年"),
    ("2021年,力争增长15%;总投资1,200万元,用地3.5亩", "2021年，力争增长15%；总投资1,200万元，用地3.5亩"),
    ("通快(中国)有限公司", "通快（中国）有限公司"),
    ("R&D (Lab)", "R&D (Lab)"),
    ("托马斯•韦伯、安娜‧韦伯", "托马斯·韦伯、安娜·韦伯"),
    ("2022~2025年", "2022～2025年"),
    ("\u2f42化⼯作", "文化工作"),
    # spaces
    ("副局长李 健表示", "副局长李健表示"),
    ("代市长 沈 觅", "代市长 沈觅"),
    ("政 府 工 作 报 告", "政府工作报告"),
    ("记者 陆媛 王倩", "记者 陆媛 王倩"),
    ("王俊/文 计海/图", "王俊/文 计海/图"),
    ("面积为 10 万平方米", "面积为10万平方米"),
    ("全体成员 （扩大） 会议", "全体成员（扩大）会议"),
    ("INGCO 电动工具 Test Kit", "INGCO电动工具Test Kit"),
    ("学先进之长 谋合作之实", "学先进之长 谋合作之实"),
    # bold print extracted twice
    ("20222022年省重大项目", "2022年省重大项目"),
    ("20222022年省重大项目年省重大项目", "2022年省重大项目"),
    ("港港区区医医院院加加快快建建设设", "港区医院加快建设"),
    ("检测试剂荣获检测试剂荣获““创之星创之星””杯杯", "检测试剂荣获“创之星”杯"),
    ("测 试 剂测 试 剂 HymonHymon®®", "测试剂Hymon®"),
    ("中广三角洲中广三角洲((江苏江苏))塑化有限公司塑化有限公司", "中广三角洲（江苏）塑化有限公司"),
    ("天天向上，人人有责", "天天向上，人人有责"),
    ("谢谢谢谢", "谢谢谢谢"),
    # marks that say nothing
    ("“ 今年是开局之年。", "今年是开局之年。"),
    ("作出“港区贡献”。“ “", "作出“港区贡献”。"),
    ("**重点**项目![图](images/1.jpg)", "重点项目"),
    ("- 第一项\n- 第二项", "第一项\n第二项"),
    ("\ufeff港\u200b区\r\n新城", "港区\n新城"),
]


@pytest.mark.parametrize(("raw", "clean"), REPAIRED)
def test_damage_is_undone(raw: str, clean: str):
    """What a reader would not see is gone, and nothing else."""
    assert repair(raw).text == clean


@pytest.mark.parametrize("raw", [raw for raw, _ in REPAIRED])
def test_each_character_is_a_form_of_the_raw_one_at_its_place(raw: str):
    """Folding changes a character's form only: digits stay the digit, letters the letter."""
    repaired = repair(raw)
    for character, place in zip(repaired.text, repaired.origin, strict=True):
        if raw[place].isalnum() and raw[place].isascii():
            assert character == raw[place]
        assert character.isspace() == raw[place].isspace()


def test_a_long_doubled_line_costs_no_more_than_its_length():
    """A line that nearly is doubled throughout is given up quickly."""
    line = "建设" * 119 + "完"
    assert repair(line).text == line
