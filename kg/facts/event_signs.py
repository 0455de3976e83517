"""The signs by which a name in a sentence tells of an event: it is held, somebody attends, a headline is the name."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from kg.facts.actors import persons
from kg.facts.event_names import Name, kind_of
from kg.facts.lexicon import alternatives
from kg.facts.reports import Line
from kg.facts.tellings import LIST, hoped
from kg.model import Span

LONGEST = 70
"""A name in characters at most; a longer one is a sentence that was not understood."""
SPEECHES_BELOW = 120
"""Characters behind a name within which “现将发言内容摘登如下” may stand."""
REACH = 120
"""Characters on both sides of a name that are read for signs."""
HOLDING = re.compile(
    r"(?:主持召开|组织召开|召开|举行|举办|承办|主办|协办|开|组织|(?<=[^主承协举])办)了?的?(?:一场|一次)?$"
)
ATTENDING = re.compile(r"(?:出席并见证|出席|参加|列席|受邀参加|应邀出席|主持|见证|参与|亮相)了?$")
IN_BRACKETS = re.compile(r"(?:上(?:的(?:讲话|发言|报告))?)?(?:，?[^，）]{4,16})?）。?")
"""What may stand behind a name in brackets below a headline: （在某大会上，2月6日）."""
SUBTITLE = re.compile(r"上(?:的[^，。的]{0,6}(?:报告|讲话|发言|致辞|说明)(?:（[^）]*）)?)?")
"""What may stand behind it in a subtitle: 在某代表大会第三次会议上的报告（节选）."""
SPEECHES = re.compile(r"^.{0,4}(?:交流|表态|大会|典型)?发言(?:材料)?(?:摘要|摘登|摘编|选登|选编|集萃|实录)|摘登")
MENTION = re.compile(
    r"^(?:[”）]|（[^）]*）)*(?:精神|上|以来|期间|后|前|要求|部署|提出|强调|指出|明确|闭幕|召开|决定|通过|表决|审议|于[^，。；]{4,12}(?:决定|通过|表决))"
)
QUOTED = re.compile(
    r"^[”）]?(?:上|中|期间|现场|在|[一-鿿]{0,3}(?:展示|吸引|发布|启动|推出|集中|签约|带来|亮相))"
)
HEARD = re.compile(r"^上?(?:获悉|了解到|传出|透露)")
"""记者从某某新闻发布会上获悉: the place of the news, not the news."""
OF_THOSE = re.compile(r"^(?:时)?的(?!重要讲话|讲话)")
"""看望参加某会议的委员: nobody has attended here."""
SHORT_FORM = re.compile(r"[省市县区]委(?:全会|全体会议|会议|常委会会议)")
"""Names that mean another meeting each year; as a background (根据市委全会精神) they tell of none."""
COUNT = re.compile(
    r"(?:\d|[两三四五六七八九十百多余几近数])+(?:余|多)?(?:场|次(?!全|会|党|代))|[等各]类|等$|等(?:系列)?活动$|多[场项]"
)
ORDINAL = re.compile(r"第[^，。]{1,5}[次届场]|[一二三四五六七八九十]+届[一二三四五六七八九十]+次")
VAGUE = re.compile(r"(?:有关|相关)(?:会议|大会|活动|精神)$")
"""传达上级有关会议精神: no certain meeting."""
COUNTED = re.compile(r"^(?:共|达|近)?\d+(?:余|多)?(?:场|次|期|个)")
AHEAD = re.compile(r"^[^，。]{0,3}(?:将|拟|计划)")
NO_NAME = re.compile(r"^(?:有|无|不|没|如何|怎样|如此|包括|以上|以及|这|那|每)")
_ON_THE_WAY = r"(?:(?!的|后|前|仪式|论坛|大会|会议|会上)[^，。；、]){0,28}?"
"""What may stand between a name and 举行: where, when, how."""
_DONE = r"(?:(?:在|圆满|顺利|历时|经过)[^，。；]{2,16})?"
"""圆满完成各项议程，于…闭幕"""


@dataclass(frozen=True, slots=True)
class Seen:
    """A name in its line, in the stretch where it starts."""

    line: Line
    part: Span
    name: Name

    @property
    def before(self) -> str:
        """The words of the sentence before the name, as far as they may govern it."""
        return self.line.text[max(0, self.name.span.start - REACH) : self.name.span.start]

    @property
    def lead(self) -> str:
        """Those of its stretch."""
        return self.line.text[max(self.part.start, self.name.span.start - REACH) : self.name.span.start]

    @property
    def after(self) -> str:
        """The words of the sentence behind the name, as far as they tell of it."""
        return self.line.text[self.name.span.end : self.name.span.end + REACH]


def sign_of(seen: Seen) -> str:
    """The sign that tells of the event, "" where nothing does; a bare noun tells where it is held."""
    signs = SIGNS[:1] if seen.name.bare else SIGNS
    found = next((sign for sign, told in signs if told(seen)), "") if _happened(seen) else ""
    return "mentioned" if found and _sets_time(seen) else found


def _happened(seen: Seen) -> bool:
    """Whether the words around a name leave it one event that has taken place."""
    label = seen.name.label
    if (
        len(label) > LONGEST
        or COUNT.search(ORDINAL.sub("", label))
        or NO_NAME.match(label)
        or VAGUE.search(label)
        or seen.lead.endswith("党的")
    ):
        return False
    if hoped(seen.lead) or (label[0] != "“" and hoped(label[:6])) or AHEAD.match(seen.after):
        return False
    if ATTENDING.search(seen.before) and OF_THOSE.match(seen.after):
        return False
    organ = label.endswith("人民代表大会") and not seen.after.startswith("第") and not seen.line.title
    return not (COUNTED.match(seen.after) or organ)


def _sets_time(seen: Seen) -> bool:
    """在某会议举行期间，…: the event is the setting of another."""
    return re.search(r"(?:期间|之际)$", seen.line.text[seen.part.start : seen.part.end]) is not None


def held(seen: Seen) -> bool:
    """召开某会议; 某会议昨天在某地召开"""
    verb = rf"^[”）]?(?:（[^）]*）)?{_DONE}，?{_ON_THE_WAY}(?:{alternatives(LIST, 'held')})"
    return bool(HOLDING.search(seen.before.rstrip("“")) or re.match(verb, seen.after))


def attended(seen: Seen) -> bool:
    """出席某论坛"""
    return bool(ATTENDING.search(seen.before))


def reprinted(seen: Seen) -> bool:
    """某会议发言摘要; （2015年2月10日，某市人民代表大会第四次会议）; ——在某市人民代表大会第二次会议上"""
    return bool(SPEECHES.match(seen.after)) or _below_a_speech(seen)


def spoken_at(seen: Seen) -> bool:
    """某某在某推介会上介绍"""
    at = seen.before.endswith("在") and seen.after.startswith("上")
    return at and bool(persons(seen.line.context, seen.line.span(0, seen.name.span.start)))


def headline(seen: Seen) -> bool:
    """A headline that is a name, or names one certain event."""
    return seen.line.title and (not seen.after.strip("”）") or seen.name.definite)


def background(seen: Seen) -> bool:
    """传达了市安委会全体会议精神: one certain meeting, told of in passing"""
    meeting = (
        seen.name.definite
        and kind_of(seen.name.label) == "meeting"
        and not SHORT_FORM.fullmatch(seen.name.label)
    )
    return meeting and bool(MENTION.match(seen.after)) and not HEARD.match(seen.after)


def quoted_name(seen: Seen) -> bool:
    """“金秋行”活动上; “金秋行”活动吸引了…"""
    return "“" in seen.name.label and QUOTED.match(seen.after) is not None


SIGNS: tuple[tuple[str, Callable[[Seen], bool]], ...] = (
    ("held", held),
    ("attended", attended),
    ("title", reprinted),
    ("attended", spoken_at),
    ("title", headline),
    ("mentioned", background),
    ("attended", quoted_name),
)
"""In this order; only the first tells of a bare noun (会议, 签约仪式)."""


def speeches(seen: Seen) -> bool:
    """Whether the page reprints what was said at the event."""
    below = seen.line.context.reading.plain[seen.line.sentence.span.end :][:SPEECHES_BELOW]
    noted = "发言" in seen.after and "摘登" in below
    return bool(SPEECHES.search(seen.after)) or noted or _below_a_speech(seen)


def _below_a_speech(seen: Seen) -> bool:
    """Whether a line says where the speech printed here was given."""
    bracket = seen.before.startswith("（") and "）" not in seen.before and IN_BRACKETS.fullmatch(seen.after)
    dashed = re.match(r"(?:—.*)?在$", seen.before) and SUBTITLE.fullmatch(seen.after)
    return bool(bracket or dashed)
