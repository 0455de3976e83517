r"""Raw page → the same page without the damage of PDF extraction, each character still knowing its raw place.

The canonical forms: digits, Latin letters and ％＋－＝／＆ half-width; Chinese punctuation full-width (，。；：！？（）);
one middle dot (·); no space but where it separates; lines end in \n. Nothing is reworded: a repair folds one character
into another form of itself, or drops characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from kg.corpus.doubled import undouble
from kg.corpus.surnames import SURNAME_STARTS
from kg.corpus.traced import Traced

HAN = r"\u3400-\u9fff"
CJK = HAN + "，。；：！？、（）《》“”‘’【】〔〕—…·％"


def repair(raw: str) -> Traced:
    """The page with every repair applied, in order."""
    text = Traced.raw(raw)
    for mend in REPAIRS:
        text = mend(text)
    return text


def fold_forms(text: Traced) -> Traced:
    r"""Ｒ＆Ｄ → R&D, 汉斯•米勒 → 汉斯·米勒, ⽂ (a radical that a font used) → 文, \u3000 → space."""
    return text.rewritten(text.text.translate(FORMS))


def drop_invisible(text: Traced) -> Traced:
    r"""Zero-width characters, byte order marks, controls; and \r before \n."""
    return text.without(m.span() for m in INVISIBLE.finditer(text.text))


def drop_markup(text: Traced) -> Traced:
    """Markdown's pictures, bold print and list dashes; headings keep their # until lines are read."""
    return text.without(m.span() for m in MARKUP.finditer(text.text))


def fold_punctuation(text: Traced) -> Traced:
    """“2021年,力争” → “2021年，力争”, 通快(中国) → 通快（中国）; but 1,200 and R&D (Lab) stay."""
    return text.rewritten(HALF_MARK.sub(_full_where_chinese, text.text))


def _full_where_chinese(mark: re.Match[str]) -> str:
    """The mark in its Chinese form where one of its neighbours is Chinese."""
    text, start, end = mark.string, mark.start(), mark.end()
    neighbours = text[start - 1 : start] + text[end : end + 2].lstrip(" ")[:1]
    if start > 1 and text[start - 1] == " ":
        neighbours += text[start - 2]
    return FULL_MARKS[mark[0]] if IS_CJK.search(neighbours) else mark[0]


def undouble_lines(text: Traced) -> Traced:
    """Bold print that was extracted twice: “某某某某医院医院” → 某某医院."""
    return text.without(undouble(text.text))


def drop_stray_quotes(text: Traced) -> Traced:
    """Big quotation marks that set off a lead: “ 今年是…, …贡献。“ “."""
    return text.without(m.span() for m in STRAY_QUOTES.finditer(text.text))


def close_spaces(text: Traced) -> Traced:
    """Spaces that typesetting left: 李 健 → 李健, 面积为 10 万平方米, （扩大） 会议; and those at the end of a line.

    Those at the beginning of a line are its indent, which tells where paragraphs begin.
    """
    return text.without(_idle_spaces(text.text))


def _idle_spaces(text: str) -> Iterator[tuple[int, int]]:
    for match in SPACES.finditer(text):
        start, end = match.span()
        if end == len(text) or text[end] == "\n" or not (_leads(text, start) or _separates(text, start, end)):
            yield start, end


def _leads(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] == "\n"


def _separates(text: str, start: int, end: int) -> bool:
    """Whether the spaces between two characters of a line keep two things apart."""
    before, after = text[start - 1], text[end]
    if not (IS_CJK.match(before) or IS_CJK.match(after)):
        return True
    if not (IS_HAN.match(before) and IS_HAN.match(after)):
        return False
    if before in SURNAME_STARTS and before not in CREDITS:
        return not (_alone(text, start - 1) or text[start - 2] in OFFICE_ENDS)
    return not (_alone(text, start - 1) and _alone(text, end))


def _alone(text: str, at: int) -> bool:
    """Whether a Chinese character has no Chinese neighbour: it was spaced out, as in 政 府 工 作 报 告."""
    return not (at and IS_HAN.match(text[at - 1])) and not (at + 1 < len(text) and IS_HAN.match(text[at + 1]))


def _forms() -> dict[int, str]:
    full_width = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    for mark in "，：；！？（）～":
        full_width.pop(ord(mark), None)
    radicals = {
        code: form
        for first, last in ((0x2E80, 0x2FDF), (0xF900, 0xFAFF))
        for code in range(first, last + 1)
        if len(form := unicodedata.normalize("NFKC", chr(code))) == 1 and form != chr(code)
    }
    dots = dict.fromkeys(map(ord, "•・‧･∙⋅"), "·")
    spaces = dict.fromkeys(map(ord, "\t\u00a0\u3000\u2002\u2003\u2009\u202f"), " ")
    breaks = dict.fromkeys(map(ord, "\f\v\x85\u2028\u2029"), "\n")
    return full_width | radicals | dots | spaces | breaks | {ord("~"): "～"}


FORMS = _forms()
INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+|\r(?=\n)"
)
HALF_MARK = re.compile(r"[,:;?!()]")
FULL_MARKS = dict(zip(",:;?!()", "，：；？！（）", strict=True))
MARKUP = re.compile(r"!\[[^\]\n]{0,200}\]\([^)\n]{0,200}\)|\*\*|^[-*+] +(?=\S)|^[-=_*|]{3,} *$", re.MULTILINE)
STRAY_QUOTES = re.compile(
    r"^[“”](?: +[“”])* +(?=\S)|(?<=[。！？”]) *“(?: *[“”])* *$|^[“”](?: *[“”])* *$", re.MULTILINE
)
SPACES = re.compile(r" +")
IS_CJK = re.compile(rf"[{CJK}]")

OFFICE_ENDS = frozenset("长任记员席事理裁人监命去")
"""市长|李 健, 任命|李 健: what a name follows without a mark."""
CREDITS = frozenset("文图摄")
"""王俊/文 张三/图: who wrote and who took the picture."""
IS_HAN = re.compile(rf"[{HAN}]")

REPAIRS: tuple[Callable[[Traced], Traced], ...] = (
    fold_forms,
    drop_invisible,
    drop_markup,
    fold_punctuation,
    undouble_lines,
    drop_stray_quotes,
    close_spaces,
)
