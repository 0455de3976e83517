"""What a number counts, in the words around it: 新增 + 规上文化企业 + 15家, 文化产业营收 + 超190亿元.

The name is what stands before the number, without the words that only link them (为, 达, 力争实现), or, for
things counted, the verb before and the noun after. 增长8.6% and 总投资462亿元 take the name before as their base.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.corpus.words import words
from kg.facts.clauses import Figure, Role
from kg.facts.dates import dates
from kg.facts.lexicon import alternatives, leading, trailing, whole
from kg.facts.units import Measure

LIST = "facts_names"
LONGEST = 28
"""Characters; a longer name is a sentence and says less."""
DIMENSIONS = {Measure.AREA: "面积", Measure.LENGTH: "长度"}
GROWTH = re.compile(r"(?:增长|增加|增幅|增速|下降|降幅|降低|减少|提高|提升|上升|回落)率?$|占[^，]{0,10}(?:比重)?$")
THINGS = {"家": "企业", "个": "项目", "只": "项目", "名": "人员", "位": "人员"}
"""What is counted where only the verb is told: 开工12个."""
_EDGE = " ，、；：。“”‘’（）()《》—-·\n"
FROM_TO = re.compile(r"^\s?(?:[增减升降提扩壮发缩拓改][一-鿿]{0,3}|调整)[至到为](?=\d|[一二三四五六七八九十]|$)")


@dataclass(frozen=True, slots=True)
class Said:
    """The names said before in a chain of sentences, for names that need one.

    What was counted last, what was measured last, which of them was the last, and the things that parts are told
    of (151个项目里，制造业占135个).
    """

    counted: str = ""
    measured: str = ""
    last: str = ""
    unit: str = ""
    group: str = ""
    history: tuple[str, ...] = ()
    """The names of all figures but those of change, in order."""
    clause: int = -1
    """Where the clause of the last name begins."""

    def after(self, figure: Figure, name: str) -> Said:
        """What is said once this figure has its name."""
        new = replace(self, clause=figure.clause.span.start, last=name)
        if figure.quantity.measure is Measure.COUNT:
            return replace(new, counted=name, unit=figure.quantity.unit, history=(*self.history, name))
        if figure.quantity.measure is Measure.SHARE and GROWTH.search(name):
            return replace(new, last=self.last)
        return replace(new, measured=name, unit=figure.quantity.unit, history=(*self.history, name))


def names_of(figure: Figure, before: str, said: Said) -> tuple[str, ...]:
    """The names of what a figure says: one, one for each of several heads (甲、乙各4个), none where it has none.

    `before` are the words on its left without its subject.
    """
    if figure.role is Role.OWNED:
        names = [_owned(figure, before)]
    elif figure.quantity.measure is Measure.COUNT and _counts(figure):
        names = [_counted(figure, before)]
    elif paired := _paired(figure, said):
        return (paired,)
    else:
        names = [_measured(figure, head) for head in _heads(figure, before)]
    full = (_with_base(_usual(name), figure, said)[-LONGEST:].strip(_EDGE) for name in names)
    return tuple(name for name in full if name)


def _usual(name: str) -> str:
    """签下 is 签约, 共投 is 投资."""
    return re.sub(r"共投$|^投$", "投资", re.sub(r"签下|签订(?=项目)", "签约", name))


def core(text: str) -> str:
    """Words before a number, freed of time, hope and copula: 今年力争实现文化产业营收 → 文化产业营收."""
    previous = None
    while previous != text:
        previous = text
        text = _without_time(text.strip(_EDGE))
        text = leading(LIST, "light verbs").sub("", text)
        text = trailing(LIST, "copulas").sub("", text).strip(_EDGE)
    return text


def _without_time(text: str) -> str:
    first = next(iter(dates(text, "")), None)
    return text[first.span.end :].lstrip("，的") if first and first.span.start == 0 else text


def noun_counted(right: str) -> str:
    """项目 of 项目挂图作战、逐个会诊; a short verb after it is kept: 年度重点项目全部开工."""
    text = right.strip(_EDGE).removeprefix("的").partition("。")[0]
    head = re.match(rf"^.{{0,14}}?(?:{alternatives(LIST, 'things')})", text)
    if head is None:
        return text if len(text) <= 14 else _before_verb(text)
    rest = _without_time(text[head.end() :])
    if re.match(r"正|已|都|均|还|也|将|则|更|仍|率|开工率", rest):
        return head.group()
    short = len(rest) <= 16 if head.end() <= 2 else len(rest) <= 8 and "、" not in rest
    return head.group() + rest if short else head.group()


def _before_verb(text: str) -> str:
    tagged = words(text)
    for i, word in enumerate(tagged):
        if i and word.pos.startswith("v") and word.pos != "vn":
            return text[: word.start]
    return text


def _counts(figure: Figure) -> bool:
    """Whether what is counted stands after the number: 6家文化产业园区."""
    return bool(re.match(r"^\s?[一-鿿“《A-Za-z\d]", figure.right)) and not FROM_TO.match(figure.right)


def _counted(figure: Figure, before: str) -> str:
    noun = noun_counted(figure.right)
    verb = _verb(before)
    return verb + noun[: LONGEST - len(verb)]


def _verb(before: str) -> str:
    """The achieving verb that governs a count, or the clause that qualifies it: 新增, 已签订合作协议的."""
    text = before.rstrip()
    if text.endswith(("等", "在内的")) or "、" in text:
        first = re.split(r"、", text)[0]
        found = list(re.finditer(alternatives(LIST, "achieving verbs"), first))
        qualified = re.search(r"[一-鿿]{2,10}的(?=[^的]*$)", first)
        return found[-1].group() if found and not qualified else qualified.group() if qualified else ""
    qualifies = text.endswith("的")
    text = core(text.removesuffix("的"))
    tail = re.search(rf"(?:{alternatives(LIST, 'achieving verbs')})(?:了|到)?$", text)
    if tail:
        return re.sub(r"[了到]$", "", tail.group())
    if qualifies:
        return text[-10:]
    return _last_verb(text)


def _heads(figure: Figure, before: str) -> list[str]:
    """一般公共预算收入、规模工业产值 before 两位数增长, 基础设施和生态环保 before 各4个; else the words as they are."""
    text = core(before)
    each = re.search(r"(?:各|均|都)[一-鿿]{0,4}$", before.rstrip())
    parts = re.split(r"、|和|及|与", text)
    if len(parts) > 1 and "等" not in text:
        growing = figure.quantity.measure in (Measure.SHARE, Measure.FACTOR)
        if (each and figure.quantity.measure is Measure.COUNT) or (
            growing and all(re.search(rf"(?:{alternatives(LIST, 'money names')})$", p) for p in parts[:-1])
        ):
            return parts
    return [before]


def _paired(figure: Figure, said: Said) -> str:
    """同比分别增长31%和28%: the first is of the first told before, or of the first of the heads on its left."""
    text, start = figure.clause.text, figure.quantity.span.start - figure.clause.span.start
    each = re.search(r"(?:同比|环比|[比较][一-鿿]{2,5})?(?:分别|各)(?:同比|环比|[比较][一-鿿]{2,5}?)?(增长|增加|增|提高|提升|上升|下降|减少|降低|降|达到?|为)(?=\d)", text)
    if each is None or each.end() > start or figure.quantity.measure is not Measure.SHARE:
        return ""
    place = len(re.findall(r"\d[%％]", text[each.end() : start]))
    row = len(re.findall(r"\d[%％]", text[each.end() :]))
    before = core(text[: each.start()])
    heads = [h for h in re.split(r"、|和|及|与", before) if h]
    if row == 2 and before.startswith("城乡居民"):
        heads = [before.replace("城乡", kind, 1) for kind in ("城镇", "农村")]
    if len(heads) != row:
        heads = list(said.history[-row:]) if not before and len(said.history) >= row else []
    change = "" if each.group(1)[0] in "达为" else each.group(1)
    return heads[place] + change if len(heads) == row else ""


def _measured(figure: Figure, before: str) -> str:
    """What stands before the number, or the noun of 两位数增长 and 首期2亿元到位."""
    if FROM_TO.match(before.strip()):  # 由200人壮大到4500人: the name is told before
        return ""
    name = _after_a_list(core(before)).removesuffix("的")
    measure = figure.quantity.measure
    right = figure.right.strip(_EDGE)
    if measure in (Measure.SHARE, Measure.FACTOR):
        grows = re.match(r"^(?:的)?(增长|增幅|增速|下降|降幅|提升)", right)
        return name + grows.group(1) if grows else name
    if measure is Measure.MONEY:
        name = _of_money(name, right)
    elif measure is Measure.COUNT:
        name = re.sub(r"(?<=.)(?:占|里有|中有)$", "", name)
        if whole(LIST, "achieving verbs").match(name):
            name += THINGS.get(figure.quantity.unit, "")
    return _dimension(name, measure)


def _of_money(name: str, right: str) -> str:
    """签下60.5亿元 → 签约金额, 216亿元开工 → 开工投资, 共投27.65亿元 → 投资, 首期2亿元年内到位 → 首期到位."""
    right = _without_time(right)
    object_ = re.match(
        r"^(?:“[^”]{2,8}”|[一-鿿]{2,6}?(?:资金|贷款|融资|补贴|奖励|奖金|消费券|经费|补助|红包|债券|捐款|授信))[一-鿿]{0,2}",
        right,
    )
    if object_ and (verb := _last_verb(name)):
        return verb + object_.group()
    if not name and (done := re.match(r"^(开工|签约|投产|竣工|落地)", right)):
        name = done.group()
    elif not name or re.fullmatch(r"[首一二三四]期", name):
        name += right[:8]
    if re.fullmatch(r".{0,4}(?:签下|签约|签订)", name):
        return "签约金额"
    return name + "投资" if re.fullmatch(r"开工|投产|竣工|落地", name) else name


def _last_verb(text: str) -> str:
    tagged = words(text)
    return tagged[-1].text if tagged and tagged[-1].pos.startswith("v") else ""


def _after_a_list(name: str) -> str:
    head, listed, tail = name.rpartition("等")
    if not listed:
        return re.sub(r"《([^》]*)》", r"\1", name)
    verb = re.search(alternatives(LIST, "achieving verbs"), head.partition("、")[0])
    return (verb.group() if verb else "") + core(tail)


def _owned(figure: Figure, before: str) -> str:
    """总投资80亿元的…: the noun before; 1.04%的用地, 6平方公里概念规划: the noun after, with its measure."""
    noun = noun_counted(figure.right)
    if figure.quantity.measure is Measure.SHARE:
        return re.split(r"[、，]", noun)[0] + "占比"
    text = core(before)
    name = "" if text.endswith(("的", "等")) else _last_noun(text)
    if name:
        return _dimension(name, figure.quantity.measure)
    return _dimension(_before_verb(noun)[:10], figure.quantity.measure) if not noun.startswith("的") else ""


def _last_noun(text: str) -> str:
    """规模 of 牵头组建规模, 建筑面积 of 在滨河路建设建筑面积: the last word, with what belongs to its name."""
    measured = re.search(
        r"(?:总|计划|规划|设计|年|日|建筑|占地|用地|营业|展示|注册|招商|种植|租用){0,3}(?:面积|投资|产能|产值|收入|资本|规模|长度)$",
        text,
    )
    if measured:
        return measured.group()
    tagged = words(text)
    return tagged[-1].text if tagged else ""


def _dimension(name: str, measure: Measure) -> str:
    word = DIMENSIONS.get(measure, "")
    if (
        not word
        or word in name
        or name.endswith(("规模", "全长", "里程", "全线"))
        or (word == "长度" and name)
    ):
        return name or word
    return name + word


def _with_base(name: str, figure: Figure, said: Said) -> str:
    """The name with the base it needs, the name itself where it needs none or there is none."""
    measure = figure.quantity.measure
    counted = said.counted or said.group
    if not name:
        return f"{counted}投资" if measure is Measure.MONEY and counted and not said.measured else said.last
    if measure in (Measure.SHARE, Measure.FACTOR):
        growing = whole(LIST, "needs base").match(name) or whole(LIST, "growth").match(name)
        return (said.measured or counted) + name if growing else name
    if measure is Measure.COUNT and said.group and not re.search(alternatives(LIST, "things"), name):
        return name.removesuffix("的") + said.group
    if counted and name != counted and whole(LIST, "things").match(name) and counted.endswith(name):
        return counted
    new_clause = said.clause != figure.clause.span.start
    if counted and (
        whole(LIST, "sums").match(name) or (new_clause and whole(LIST, "needs base").match(name))
    ):
        return _thing(counted) + _when_full(figure, name) + name
    # 农村居民23590元 after 城镇居民人均可支配收入46377元
    parallel = len(name) > 2 and measure is Measure.MONEY and said.unit == figure.quantity.unit
    return name + said.measured.partition(name[-2:])[2] if parallel and name not in said.measured else name


def _when_full(figure: Figure, name: str) -> str:
    """达产后 before what a project yields once it is at full capacity."""
    full = re.search(
        r"(?:达产|投产|建成|满产|投用)后",
        figure.sentence.text[: figure.quantity.span.start - figure.sentence.span.start],
    )
    return full.group() if full and not whole(LIST, "sums").match(name) else ""


def _thing(counted: str) -> str:
    """高企 of 净增高企, as the base of 总量."""
    return re.sub(rf"^(?:{alternatives(LIST, 'won')})", "", counted) or counted
