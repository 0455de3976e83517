"""A fact in Chinese, cut in two: the matter, “某项目 总投资”, and the answer, “80亿元”."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import singledispatch

from kg.model import STAGES, Amount, Completion, Event, Fact, Indicator, LandArea, Relation, Stage, Tenure
from kg.publish.changes.chinese import money, planned, quantity, word

Labels = Mapping[str, str]
"""The label of each entity of the graph that states the fact."""

MOST_NAMED = 5
"""Participants in one part (attended, spoke) that the line of an event names."""

_AMOUNTS = ("totalInvestment", "annualRevenue", "annualTax")


@dataclass(frozen=True, slots=True)
class Told:
    """A fact in words. `about` is the id of what it is about, `subject` its label.

    `seen` is true where the answer is a date on which the matter was seen, not a value of it; `rank` puts what is
    told of one thing in order.
    """

    group: str
    about: str
    subject: str
    matter: str
    answer: str = ""
    seen: bool = False
    rank: int = 0


@singledispatch
def told(fact: Fact, labels: Labels) -> Told:
    """A fact in words; every kind of fact has its own."""
    raise NotImplementedError(
        f"no Chinese wording for {type(fact).__name__} ({len(labels)} labels known): write one here"
    )


@told.register
def _(fact: Tenure, labels: Labels) -> Told:
    person = _label(fact.person, labels)
    former = word("post", "former") if fact.former else ""
    post = f"{former}{_label(fact.organization, labels)}{fact.title}"
    change = f"（{word('post', fact.change)}）" if fact.change else ""
    return Told(
        group="posts",
        about=fact.person,
        subject=person,
        matter=f"{person} 任 {post}",
        answer=f"{fact.observed or '日期不详'}{change}",
        seen=True,
        rank=int(fact.former),
    )


@told.register
def _(fact: Relation, labels: Labels) -> Told:
    subject, target = _label(fact.subject, labels), _label(fact.object, labels)
    return Told("relations", fact.subject, subject, f"{subject} —{word('tie', fact.predicate)}→ {target}")


@told.register
def _(fact: Amount, labels: Labels) -> Told:
    value = planned(money(fact.value, fact.currency, fact.comparator), hoped=fact.planned)
    return _of_project(
        fact.project, labels, word("amount", fact.property), value, _AMOUNTS.index(fact.property)
    )


@told.register
def _(fact: LandArea, labels: Labels) -> Told:
    value = quantity(fact.value, "m2", fact.comparator)
    return _of_project(fact.project, labels, word("amount", "landArea"), value, len(_AMOUNTS))


@told.register
def _(fact: Completion, labels: Labels) -> Told:
    value = planned(fact.date, hoped=fact.planned)
    return _of_project(fact.project, labels, word("amount", "completion"), value, 2 * len(STAGES))


@told.register
def _(fact: Stage, labels: Labels) -> Told:
    project = _label(fact.project, labels)
    stage = planned(word("stage", fact.stage), hoped=fact.planned)
    return Told(
        group="projects",
        about=fact.project,
        subject=project,
        matter=f"{project} {stage}",
        answer=fact.observed or "日期不详",
        seen=True,
        rank=len(STAGES) + STAGES.index(fact.stage),
    )


@told.register
def _(fact: Event, labels: Labels) -> Told:
    parts = (
        word("event", fact.kind),
        _days(fact.date),
        _label(fact.place, labels) if fact.place else "",
        *_parts_played(fact, labels),
    )
    return Told("events", fact.id, fact.label, fact.label, f"（{'；'.join(part for part in parts if part)}）")


def _parts_played(event: Event, labels: Labels) -> Iterator[str]:
    """出席 甲、乙; 讲话 甲."""
    roles: dict[str, list[str]] = {}
    for who, role in event.participants:
        roles.setdefault(role, []).append(_label(who, labels))
    for role, named in roles.items():
        more = f"等 {len(named)} 方" if len(named) > MOST_NAMED else ""
        yield f"{word('role', role) if role else word('tie', 'participant')} {'、'.join(named[:MOST_NAMED])}{more}"


@told.register
def _(fact: Indicator, labels: Labels) -> Told:
    subject = _label(fact.subject, labels)
    period = f"（{fact.period}）" if fact.period else ""
    matter = f"{subject} {fact.name}{period} {word('modality', fact.modality)}"
    value = quantity(fact.value, fact.unit, fact.comparator)
    return Told("indicators", fact.subject, subject, matter, value)


def differences(old: Event, new: Event, labels_old: Labels, labels_new: Labels) -> str:
    """What is told otherwise of one event, and who is told to have taken part besides."""
    pairs = {
        "名称": (old.label, new.label),
        "种类": (word("event", old.kind), word("event", new.kind)),
        "日期": (_days(old.date), _days(new.date)),
        "地点": (_label(old.place, labels_old), _label(new.place, labels_new)),
    }
    said = [f"{name} {a or '不详'} → {b or '不详'}" for name, (a, b) in pairs.items() if a != b]
    had, has = _took_part(old, labels_old), _took_part(new, labels_new)
    more, fewer = ([who for who in one if who not in other] for one, other in ((has, had), (had, has)))
    said += [f"增 {'、'.join(more)}"] if more else []
    said += [f"减 {'、'.join(fewer)}"] if fewer else []
    if old.id == new.id:
        return "；".join(said) or "地点或参加者改为同名的另一个"
    return "；".join(said) or f"编号 {old.id} → {new.id}"


def _took_part(event: Event, labels: Labels) -> list[str]:
    played = ((_label(who, labels), word("role", role) if role else "") for who, role in event.participants)
    return [f"{who}（{role}）" if role else who for who, role in played]


def _days(date: str) -> str:
    return date.replace("/", " 至 ")


def _of_project(project: str, labels: Labels, matter: str, answer: str, rank: int) -> Told:
    label = _label(project, labels)
    return Told("projects", project, label, f"{label} {matter}", answer, rank=rank)


def _label(identifier: str, labels: Labels) -> str:
    return labels.get(identifier, identifier)
