"""What a number counts, in the words around it: 新增 + 规上文化企业 + 15家, 文化产业营收 + 超190亿元.

The name is what stands before the number, without the words that only link them (为, 达, 力争实现), or, for
things counted, the verb before and the noun after. 增长8.6% and 总投资462亿元 take the name before as their base.
"""

from __future__ import annotations

import re

from kg.facts.bases import Said, with_base
from kg.facts.clauses import Figure
from kg.facts.lexicon import alternatives, whole
from kg.facts.modality import AIM, SET
from kg.facts.pairs import heads, paired
from kg.facts.roles import Role
from kg.facts.units import Measure
from kg.facts.wording import (
    EDGE,
    FROM_TO,
    LIST,
    achieving,
    before_verb,
    core,
    first_achieving,
    last_noun,
    last_verb,
    measure_noun,
    noun_counted,
    without_time,
)

LONGEST = 28
"""Characters; a longer name is a sentence and says less."""
DIMENSIONS = {Measure.AREA: "面积", Measure.LENGTH: "长度"}
THINGS = {"家": "企业", "个": "项目", "只": "项目", "名": "人员", "位": "人员"}
"""What is counted where only the verb is told: 开工12个."""
_GRANTED = "资金|贷款|融资|补贴|奖励|奖金|消费券|经费|补助|红包|债券|捐款|授信"


def names_of(figure: Figure, before: str, said: Said) -> tuple[str, ...]:
    """The names of what a figure says: one, one for each of several heads (甲、乙各4个), none where it has none.

    `before` are the words on its left without its subject.
    """
    if AIM.match(figure.right) and SET.search(figure.left) and said.last:
        return (said.last,)
    if figure.quantity.measure is Measure.LENGTH and re.match(r"^的[^，。；]*(?:仍|还|正)?在", figure.right):
        return ("长度",)  # 4.3公里的某某大道仍在报批
    if figure.role is Role.OWNED:
        names = [_owned(figure, before)]
    elif figure.quantity.measure is Measure.COUNT and _counts(figure):
        names = [_counted(figure, before)]
    elif name := paired(figure, said):
        return (name,)
    else:
        names = [_measured(figure, head) for head in heads(figure, before)]
    full = (with_base(_usual(name), figure, said)[-LONGEST:].strip(EDGE) for name in names)
    return tuple(name for name in full if name)


def _usual(name: str) -> str:
    """签下 is 签约, 共投 is 投资, and of 合作社现有社员 the members are counted."""
    name = re.sub(
        r"^[^，]{2,8}(?:现有|共有|拥有|已有)(?=..)|^.*(?:全年|上半年|季度)(?:累计)?(?:实现|完成)(?=..)",
        "",
        name,
    )
    name = re.sub(r"（[^）]*）?$", "", name)
    name = re.sub(r"^(?:本届|本次|此次)[^，]{1,4}?(?:共|累计|总共|已)+(?=..)|^[春夏秋冬]季起(?=..)", "", name)
    return re.sub(r"共投$|^投$", "投资", re.sub(r"签下|签订(?=项目)", "签约", name))


def _counts(figure: Figure) -> bool:
    """Whether what is counted stands after the number: 6家文化产业园区."""
    return bool(re.match(r"^\s?[一-鿿“《A-Za-z\d]", figure.right)) and not FROM_TO.match(figure.right)


def _counted(figure: Figure, before: str) -> str:
    noun = noun_counted(figure.right, shared=figure.shared)
    verb = _verb(before)
    return verb + noun[: LONGEST - len(verb)]


def _verb(before: str) -> str:
    """The achieving verb that governs a count, or the clause that qualifies it: 新增, 已签订合作协议的."""
    text = before.rstrip()
    if text.endswith(("等", "在内的")) or ("、" in text and not text.endswith("的")):
        first = text.partition("、")[0]
        qualified = re.search(r"[一-鿿]{2,10}的(?=[^的]*$)", first)
        return qualified.group() if qualified else _last_achieving(first)
    words_before = core(text.removesuffix("的"))
    if verb := achieving(words_before):
        return verb
    return words_before[-14:] if text.endswith("的") else last_verb(words_before)


def _last_achieving(text: str) -> str:
    found = re.findall(alternatives(LIST, "achieving verbs"), text)
    return found[-1] if found else ""


def _measured(figure: Figure, before: str) -> str:
    """What stands before the number, or the noun of 两位数增长 and 首期2亿元到位."""
    if FROM_TO.match(before.strip()):  # 由200人壮大到4500人: the name is told before
        return ""
    name = _after_a_list(core(before)).removesuffix("的")
    measure = figure.quantity.measure
    right = figure.right.strip(EDGE)
    if measure in (Measure.SHARE, Measure.FACTOR):
        grows = re.match(r"^(?:的)?(增长|增幅|增速|下降|降幅|提升)", right)
        return name + grows.group(1) if grows else name
    if measure is Measure.MONEY:
        name = _of_money(name, figure.right.strip(" ，、"))
    elif measure is Measure.COUNT:
        name = re.sub(r"(?<=.)(?:占|里有|中有)$", "", name)
        if whole(LIST, "achieving verbs").match(name) or before.rstrip().endswith("等"):
            name += THINGS.get(figure.quantity.unit, "")
    return _dimension(name, measure)


def _of_money(name: str, right: str) -> str:
    """签下60.5亿元 → 签约金额, 216亿元开工 → 开工投资, 共投27.65亿元 → 投资, 首期2亿元年内到位 → 首期到位."""
    right = without_time(right)
    object_ = re.match(rf"^(?:“[^”]{{2,8}}”|[一-鿿]{{2,6}}?(?:{_GRANTED}))[一-鿿]{{0,2}}", right)
    if object_ and (verb := last_verb(name)):
        return verb + object_.group()
    if re.fullmatch(r"投入|投资", name) and (
        done := re.match(r"(?:改造|建设|实施|新建|修缮|治理|整治|购置)[一-鿿]{0,6}", right)
    ):
        return done.group() + name
    if not name and (done := re.match(r"^(开工|签约|投产|竣工|落地)", right)):
        name = done.group()
    elif not name or re.fullmatch(r"[首一二三四]期", name):
        name += right[:8]
    if re.fullmatch(r".{0,4}(?:签下|签约|签订)", name):
        return "签约金额"
    return name + "投资" if re.fullmatch(r"开工|投产|竣工|落地", name) else name


def _after_a_list(name: str) -> str:
    head, listed, tail = name.rpartition("等")
    if not listed:
        return re.sub(r"《([^》]*)》", r"\1", name)
    return first_achieving(head.partition("、")[0]) + core(tail)


def _owned(figure: Figure, before: str) -> str:
    """总投资80亿元的…: the noun before; 1.04%的用地, 6平方公里概念规划: the noun after, with its measure."""
    noun = noun_counted(figure.right)
    if figure.quantity.measure is Measure.SHARE:
        return re.split(r"[、，]", noun)[0] + "占比"
    text, measure = core(before), figure.quantity.measure
    if text and figure.right.startswith("的") and not achieving(text) and not text.endswith(("的", "等")):
        return _dimension(last_noun(text), measure)
    return _dimension(measure_noun(text) or before_verb(noun)[:10], measure)


def _dimension(name: str, measure: Measure) -> str:
    word = DIMENSIONS.get(measure, "")
    if measure is Measure.LENGTH and not name:
        return "全长"
    if (
        not word
        or word in name
        or name.endswith(("规模", "全长", "里程", "全线"))
        or (word == "长度" and name)
    ):
        return name or word
    return name + word
