"""The nouns of fangzhi, in the order in which data flows: page → reading → mentions → entities → facts → knowledge.

All are frozen; a stage makes new objects and never fills in old ones. Two coordinate systems occur, and
every docstring says which is meant:

* *raw*: code points in the input file as it is; only `Evidence` carries these.
* *clean*: code points in `Reading.text`, the repaired page; everything between corpus and facts uses these.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a mention or an entity is; the values are the class names of the ontology."""

    PERSON = "Person"
    AGENCY = "Agency"
    ENTERPRISE = "Enterprise"
    INSTITUTION = "Institution"
    PROJECT = "Project"
    PARK = "Park"
    PLACE = "Place"
    INDUSTRY = "Industry"
    OFFICE = "Office"
    """A bare office (局长); a mention only, never an entity: as an entity it is a post, which belongs to a fact."""


ORGANISATIONS = frozenset({Kind.AGENCY, Kind.ENTERPRISE, Kind.INSTITUTION})
SITES = frozenset({Kind.PARK, Kind.PLACE})


# ── corpus ──────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Page:
    """One input file, unchanged, and what is known of it.

    `published` is a date as precise as known: "2023", "2023-06" or "2023-06-21"; "" where nothing is known.
    `inferred` names the fields that were read from the text and not told in pages.toml.
    """

    identifier: str
    raw: str
    sha256: str
    newspaper: str = ""
    place: str = ""
    published: str = ""
    inferred: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of clean code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, headline, caption or list line: what a rule may look at in one go. `article` is an index."""

    span: Span
    text: str
    article: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article or one speaker's section of a page; the parts are clean spans, empty ones are None.

    `head` is the line that introduces a speaker (“■市科技局局长 张三”), `byline` the reporters' line.
    """

    span: Span
    headline: Span | None = None
    byline: Span | None = None
    head: Span | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as a person reads it: repaired, in order, cut into articles and sentences.

    `origin[i]` is the raw position of the clean character `text[i]`; clean neighbours need not be raw
    neighbours, since line breaks, doubled glyphs and column jumps were taken out. `plain` is `text` in
    simplified script, of the same length: rules match in it, labels are taken from `text`.
    """

    page: Page
    text: str
    plain: str
    origin: tuple[int, ...]
    articles: tuple[Article, ...]
    sentences: tuple[Sentence, ...]

    def evidence(self, span: Span) -> tuple[Evidence, ...]:
        """The raw quotes of a clean span: one, or one for each side of a column jump."""
        quotes = []
        first = span.start
        for i in range(span.start, span.end):
            if i + 1 == span.end or not self._adjacent(i, i + 1):
                start, end = self.origin[first], self.origin[i] + 1
                quotes.append(Evidence(self.page.identifier, start, end, self.page.raw[start:end]))
                first = i + 1
        return tuple(quotes)

    def _adjacent(self, i: int, j: int) -> bool:
        """Whether nothing but white space and repaired marks stands between two clean characters."""
        a, b = self.origin[i] + 1, self.origin[j]
        return a <= b and b - a <= MAX_REPAIR_GAP

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that contains a clean position."""
        i = bisect_right(self.sentences, position, key=lambda s: s.span.start) - 1
        return self.sentences[i] if i >= 0 and position < self.sentences[i].span.end else None


MAX_REPAIR_GAP = 40
"""Raw characters that a repair may have taken out within one quote: a doubled caption line, a blank line."""


# ── entities ────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Mention:
    """Clean characters that name something of a kind, and the rule that saw it."""

    span: Span
    text: str
    kind: Kind
    rule: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """A body with an office, “太仓港经济技术开发区党工委副书记”, before it is known who holds it.

    `body` is the span of the organisation, None where it is implied (副市长 → the place's government);
    then `implied` names that body ("人民政府"). `title` is the bare office with its rank prefix: 副书记, 代市长.
    """

    span: Span
    body: Span | None
    implied: str
    title: str
    former: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing in the world. `id` is the local part of its IRI and depends on the entity alone.

    `label` is the fullest name, `names` every form seen (sorted), `mentions` its evidence (sorted);
    an implied entity (太仓市人民政府 for 副市长) has the words that imply it as its mention.
    """

    id: str
    kind: Kind
    label: str
    names: tuple[str, ...]
    mentions: tuple[Evidence, ...]
    official: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A mention and the id of the entity it stands for."""

    span: Span
    kind: Kind
    entity: str


@dataclass(frozen=True, slots=True)
class NameRelation:
    """A relation that a name itself tells: 市委|宣传部 partOf 市委, 某某镇|工业园区 locatedIn 某某镇."""

    subject: str
    predicate: str
    object: str
    span: Span


@dataclass(frozen=True)
class PageEntities:
    """The entities of one page and where they are mentioned; `links` are sorted and do not overlap.

    Of an office phrase `seats` gives the id of the organisation in which the office is held; a phrase
    whose organisation could not be told has none. `structure` are the relations inside names,
    `unresolved` mentions of which nobody can tell whom they mean (a bare 党委).
    """

    entities: tuple[Entity, ...]
    links: tuple[Link, ...]
    offices: tuple[OfficePhrase, ...] = ()
    seats: tuple[tuple[OfficePhrase, str], ...] = ()
    structure: tuple[NameRelation, ...] = ()
    unresolved: tuple[Mention, ...] = ()
    by_id: dict[str, Entity] = field(init=False, repr=False, compare=False)
    seat_of: dict[OfficePhrase, str] = field(init=False, repr=False, compare=False)
    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {e.id: e for e in self.entities})
        object.__setattr__(self, "seat_of", dict(self.seats))
        object.__setattr__(self, "_starts", [link.span.start for link in self.links])

    def within(self, span: Span) -> tuple[Link, ...]:
        """The links that lie wholly inside a clean span, in order."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return tuple(link for link in self.links[first:last] if link.span.end <= span.end)


# ── facts ───────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The characters that say it: raw half-open range in a document, and exactly those characters."""

    document: str
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every statement carries: its quotes, how sure it is (0–1], and the rule that made it."""

    evidence: tuple[Evidence, ...]
    confidence: float = 1.0
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure(Fact):
    """A person seen in a post. `observed` is the date of the page or of the sentence ("2022-07").

    `change` is "appointed" or "removed" where the text reports that very event, else "".
    """

    person: str
    organization: str
    title: str
    observed: str
    former: bool = False
    change: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Fact):
    """One direct relation; `predicate` is its local name in the ontology (partOf, locatedIn …)."""

    subject: str
    predicate: str
    object: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Fact):
    """Money of a project. `property`: totalInvestment, annualRevenue or annualTax; `value` in plain units."""

    project: str
    property: str
    value: float
    currency: str = "CNY"
    comparator: str = "="
    planned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LandArea(Fact):
    """Land a project takes, in square metres."""

    project: str
    value: float
    comparator: str = "="


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion(Fact):
    """When a project was or is to be ready; `date` as precise as told."""

    project: str
    date: str
    planned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Fact):
    """A stage of a project's life (STAGES), reached or hoped for (`planned`), as of `observed`."""

    project: str
    stage: str
    observed: str
    planned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Fact):
    """Something that happened. `kind` is one of EVENT_KINDS, `date` a date or an interval "a/b", or "".

    `participants` are entity ids with what they did: attended, spoke, hosted, signed, visited.
    """

    id: str
    label: str
    kind: str
    date: str = ""
    place: str = ""
    participants: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Fact):
    """A number said of a body or place.

    `value` in plain units (yuan, m², persons: 5万人 → 50000 人), `unit` as printed or CNY, USD, m2, %;
    `comparator` one of = >= > <= < ~; `period` "2021", "2023-H1", "2014-Q1", "2026-2030", "2023-01/2023-05" or "";
    `modality` "target" or "actual".
    """

    subject: str
    name: str
    value: float
    unit: str
    comparator: str = "="
    period: str = ""
    modality: str = "actual"


STAGES = (
    "negotiating",
    "signed",
    "registered",
    "planned",
    "started",
    "under-construction",
    "completed",
    "operating",
)
EVENT_KINDS = (
    "meeting",
    "signing",
    "groundbreaking",
    "opening",
    "inspection",
    "forum",
    "competition",
    "visit",
    "award",
    "other",
)


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What the rules saw and could not place; it goes into report.json and is never dropped in silence.

    `what` is a short kebab-case class: "office-without-person", "amount-without-owner", "unparsed-number" …
    """

    what: str
    text: str
    reason: str
    evidence: tuple[Evidence, ...]


# ── knowledge ───────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Document:
    """A page as the graph speaks of it. `authors` are reporters' names from the bylines."""

    identifier: str
    sha256: str
    newspaper: str = ""
    place: str = ""
    published: str = ""
    inferred: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What one page, or many together, say. Everything is sorted: equal knowledge has equal bytes."""

    documents: tuple[Document, ...] = ()
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
