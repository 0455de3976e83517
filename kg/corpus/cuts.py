"""The signs that a piece goes on with another: each sees one thing at the cut and says how much it is worth."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from kg.corpus.paragraphs import PLACED, hangs
from kg.corpus.pieces import Piece
from kg.corpus.surnames import SURNAME_STARTS
from kg.corpus.words import last_word, word_across
from kg.resources import words as listed

NEAR = 12
"""Characters on either side of the cut that the signs of language look at."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The place between an unfinished piece and another, further down the file, that may go on with it.

    `before` and `after` are the NEAR characters on either side.
    """

    left: Piece
    right: Piece
    prose_between: int
    others_between: int
    before: str
    after: str


def cut_between(left: Piece, right: Piece, prose_between: int, others_between: int) -> Cut:
    """The cut between two pieces that have so many of running text and of other kinds between them."""
    before, after = left.last.text[-NEAR:], right.first.text[:NEAR]
    return Cut(left, right, prose_between, others_between, before, after)


def neighbours(cut: Cut) -> float:
    """Nothing but a blank line between them, or only headlines and captions."""
    if cut.prose_between:
        return 0.0
    return 2.5 if not cut.others_between else 1.0


def distance(cut: Cut) -> float:
    """The more stands between, the less likely."""
    return -0.05 * (cut.prose_between + cut.others_between)


def column_width(cut: Cut) -> float:
    """Columns of one article are of one width; a piece of a single line may be indented."""
    left, right = cut.left.width, cut.right.width
    if left and right:
        apart = abs(left - right)
        return 2.0 if apart <= 0.5 else 1.5 if apart <= 1 else 0.0 if apart <= 1.5 else -2.0
    line = cut.left.last.lines[-1].width
    if not right:
        return 0.0
    return 0.5 if right - 3 <= line <= right + 1 else -0.5


def indent(cut: Cut) -> float:
    """A first line two characters short was indented: a paragraph begins; a full one may go on with another."""
    column = cut.right.width if cut.right.measured else cut.left.width if cut.left.measured else 0.0
    first = cut.right.first.lines
    if not column or not first[1:]:
        return 0.0
    short = column - first[0].width
    return -2.5 if 1.5 <= short <= 3 else 0.5 if abs(short) <= 1 else 0.0


def word(cut: Cut) -> float:
    """创 | 新: a word of the dictionary lies across the cut."""
    if NUMBER_END.search(cut.before):
        return 0.0
    found = word_across(cut.before[-6:], cut.after[:6])
    return 0.0 if not found else 2.0 if len(found) == 2 else 3.0


def number_and_unit(cut: Cut) -> float:
    """7800万 | 美元, 12. | 5亿: a number lies across the cut; money where there is talk of money."""
    if not NUMBER_END.search(cut.before):
        return -2.0 if UNIT_ONLY.match(cut.after) else 0.0
    if cut.after[0].isdigit():
        return 3.0 if cut.before[-1] in "0123456789." else -1.0
    if not UNIT.match(cut.after):
        return -0.5
    money = bool(MONEY.search(cut.left.last.text[-20:]))
    return 3.0 + (1.5 if bool(CURRENCY.match(cut.after)) == money else -3.0)


def amount_expected(cut: Cut) -> float:
    """同比增长 | 8%: the left side speaks of a number and the right one has it."""
    return 1.5 if cut.after[0].isdigit() and AMOUNT_EXPECTED.search(cut.before) else 0.0


def title_and_name(cut: Cut) -> float:
    """副市长 | 张展: an office, and a name after it."""
    if not OFFICE_END.search(cut.before):
        return 0.0
    return 2.5 if cut.after[0] in SURNAME_STARTS and NAME_BEGIN.match(cut.after) else 0.0


def hanging_end(cut: Cut) -> float:
    """The left side ends with 、 or 的 or 与, or with 了 and lacks its object."""
    return 1.5 if hangs(cut.before) or cut.before[-1] == "了" else 0.0


def no_beginning(cut: Cut) -> float:
    """The right side begins with what begins no sentence: ， or 等; or 着 and 了, which need a verb before."""
    if cut.after[0] in ASPECTS:
        return 2.0 if last_word(cut.before).pos.startswith("v") else -1.0
    return 1.5 if cut.after[0] in NO_BEGINNING else 0.0


def quotation(cut: Cut) -> float:
    """“…入冬前 | 必须收口”: what is opened on one side is closed on the other."""
    opened, closed = cut.left.last.unclosed, cut.right.first.unopened
    if opened and closed:
        return 1.5 if opened[0] == closed[0] else -2.0
    return -0.5 if opened or closed else 0.0  # a long speech is closed some columns on


def clause_open(cut: Cut) -> float:
    """随着中心 | 启用，…: the left side's clause lacks its comma; or the left side has commas and ends with a verb."""
    last = cut.left.last.text
    if last.startswith(CLAUSE_OPENERS) and "，" not in last and not PLACED.search(last):
        return 1.5
    if "，" not in last:
        return 0.0
    return 1.0 if last_word(cut.before).pos == "v" else 0.5


def new_beginning(cut: Cut) -> float:
    """The right side begins as sentences and reports begin: 日前, 会议指出; or, less sure, with a date."""
    if cut.after.startswith(SENTENCE_STARTS):
        return -3.0
    return -2.0 if DATE_START.match(cut.after) else 0.0


NUMBER_END = re.compile(r"\d[万亿千百]?$|\d\.$|[一二三四五六七八九十百千万亿]$")
UNIT = re.compile(
    r"\d|\.\d|[万亿]|(?:人民币|美|欧|日|港)?元|[年月日时分个家件台辆人户名位条座公平立千米亩吨次支只颗粒片套项倍万%％℃]"
)
UNIT_ONLY = re.compile(r"(?:美元|欧元|万元|亿元|元|平方米|公里|亩|吨)")
CURRENCY = re.compile(r"(?:\.?\d*[万亿]?)(?:人民币|美|欧|日|港)?元")
MONEY = re.compile("投资|资金|外资|金额|产值|收入|营收|税|利润|贷款|出资|注册资本|造价|概算|奖励")
AMOUNT_EXPECTED = re.compile(
    "(?:增长|下降|增加|减少|提高|达|达到|超|超过|突破|约|近|逾|共|有|了|实现|完成|总投资|占地|面积|其中)$"
)
OFFICE_END = re.compile(
    "(?:" + "|".join(sorted(listed("offices"), key=lambda office: (-len(office), office))) + ")$"
)
NAME_BEGIN = re.compile(
    r"[\u4e00-\u9fff]{2,4}?(?:[，、。；]|等|出席|参加|主持|陪同|表示|介绍|说|在|指出|强调|会见|率|带队|调研|致辞|讲话)"
)

DATE_START = re.compile(r"(?:19|20)\d\d年|\d{1,2}月\d{1,2}日")
NO_BEGINNING = frozenset("，、。；：！？）》”’的地得们等")
ASPECTS = frozenset("着了过")
SENTENCE_STARTS = listed("corpus_sentence_starts")
CLAUSE_OPENERS = listed("corpus_clause_openers")

SIGNS: tuple[Callable[[Cut], float], ...] = (
    neighbours,
    distance,
    column_width,
    indent,
    word,
    number_and_unit,
    amount_expected,
    title_and_name,
    hanging_end,
    no_beginning,
    quotation,
    clause_open,
    new_beginning,
)
