/* What the side panel says of a node, a section for each kind of fact; each line with the words that say it. */

const Sections = (() => {
  const MOST_LINES = 25;
  const MOST_MENTIONS = 8;

  /* ── building blocks ── */

  const section = (title, ...content) => Dom.make("section", {}, Dom.make("h3", {}, title), ...content);
  const muted = (text) => Dom.make("span", { class: "muted" }, text);
  const badge = (text) => (text ? Dom.make("span", { class: "badge" }, text) : null);
  const bold = (text) => Dom.make("b", {}, text);

  /** A line of facts: what it says, whatever stands below, and its quotes. */
  const line = (says, quotes, ...below) =>
    Dom.make(
      "li",
      {},
      Dom.make("div", { class: "fact-line" }, says),
      ...below,
      Quotes.blocks([...new Set(quotes)]),
    );

  /** A list of facts; of a long one the first lines, and a button for the others. */
  function list(items, lineOf) {
    const shown = Dom.make("ul", { class: "facts" }, items.slice(0, MOST_LINES).map(lineOf));
    const rest = items.slice(MOST_LINES);
    if (!rest.length) return shown;
    const more = Dom.button(Words.say("panel.more", { count: rest.length }), () => {
      shown.append(...rest.map(lineOf));
      more.remove();
    });
    return [shown, more];
  }

  /** Items by key, in order of first appearance. */
  function grouped(items, keyOf) {
    const groups = new Map();
    for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
    return groups;
  }

  /* ── events ── */

  /** Of an event itself: what, when, where, who. */
  function ofEvent(id) {
    const event = Lines.factsOf(id, "Event").find((fact) => fact.node === id);
    if (!event) return null;
    const row = (key, value) => [Dom.make("dt", {}, Words.say(key)), Dom.make("dd", {}, value)];
    return section(
      Words.say("panel.event"),
      Dom.make(
        "dl",
        {},
        row("event.kind", Words.name("event", event.kind)),
        row("event.date", event.date ?? Words.say("date.unknown")),
        event.place === undefined ? null : row("event.place", Lines.link(event.place)),
      ),
      list(event.participants ?? [], ([who, role]) =>
        line([Lines.link(who), muted(Words.name("role", role))], []),
      ),
      Quotes.blocks(event.evidence),
    );
  }

  /** Of somebody: the events, newest first. */
  function events(id) {
    const facts = Lines.factsOf(id, "Event").filter((fact) => fact.node !== id);
    if (!facts.length) return null;
    const newestFirst = facts.sort((a, b) => (b.date ?? "").localeCompare(a.date ?? ""));
    return section(
      Words.say("panel.events"),
      list(newestFirst, (fact) =>
        line(
          [Lines.link(fact.node), muted(Lines.spaced(fact.date ?? "", ...rolesOf(id, fact)))],
          fact.evidence,
        ),
      ),
    );
  }

  const rolesOf = (id, event) =>
    (event.participants ?? []).filter(([who]) => who === id).map(([, role]) => Words.name("role", role));

  /* ── posts ── */

  /** Posts of a person, or the people of an organisation: a line each, dots on the dates of the pages. */
  function posts(id) {
    const tenures = Lines.factsOf(id, "Tenure");
    if (!tenures.length) return null;
    const other = (fact) => (fact.person === id ? fact.organization : fact.person);
    const dates = [...new Set(tenures.map((fact) => fact.observed))].filter(Boolean).sort();
    const held = [...grouped(tenures, (fact) => `${other(fact)} ${fact.title}`).values()];
    const latest = (facts) => Dates.newest(facts).observed ?? "";
    held.sort((a, b) => latest(b).localeCompare(latest(a)) || other(a[0]) - other(b[0]));
    return section(
      Words.say(tenures[0].person === id ? "panel.posts" : "panel.people"),
      list(held, (facts) => post(other(facts[0]), facts, dates)),
    );
  }

  function post(other, facts, dates) {
    const marks = [...new Set(facts.map(Lines.tenureMark))].filter(Boolean);
    const quotes = facts.flatMap((fact) => fact.evidence);
    return line([Lines.link(other), bold(facts[0].title), marks.map(badge)], quotes, track(facts, dates));
  }

  /** Where on the line of all dates this post was seen. */
  function track(facts, dates) {
    const seen = [...new Set(facts.map((fact) => fact.observed).filter(Boolean))].sort();
    const label = seen.join("、") || Words.say("date.unknown");
    const [low, high] = [Dates.asYears(dates[0]), Dates.asYears(dates.at(-1))];
    if (!seen.length || high - low < 0.01) return Dom.make("p", { class: "muted when" }, label);
    const at = (date) => 4 + (92 * (Dates.asYears(date) - low)) / (high - low);
    const former = (date) => facts.some((fact) => fact.observed === date && fact.former);
    const dot = (date) =>
      Dom.make("i", {
        class: former(date) ? "seen former" : "seen",
        title: date,
        style: { left: `${at(date)}%` },
      });
    const [first, last] = [at(seen[0]), at(seen.at(-1))];
    const bar = Dom.make("i", { class: "held", style: { left: `${first}%`, width: `${last - first}%` } });
    return Dom.make(
      "div",
      { class: "when" },
      Dom.make("div", { class: "track", role: "img", "aria-label": label }, bar, seen.map(dot)),
      muted(label),
    );
  }

  /* ── projects ── */

  function figures(id) {
    const rows = Lines.figures(id);
    if (!rows.length) return null;
    return section(
      Words.say("panel.figures"),
      list(rows, ([name, value, quotes]) => line([muted(name), bold(value)], quotes)),
    );
  }

  function stages(id) {
    const told = Lines.stages(id);
    if (!told.length) return null;
    const steps = told.map((fact) => {
      const when = fact.observed ?? Words.say("date.unknown");
      const says = [bold(Lines.stageWords(fact)), muted(when), badge(Lines.flag(fact))];
      const step = line(says, fact.evidence);
      step.className = fact.planned ? "hoped" : "reached";
      return step;
    });
    return section(Words.say("panel.stages"), Dom.make("ol", { class: "facts stages" }, steps));
  }

  /* ── indicators ── */

  /** Targets beside what was reached: one line for a name and period. */
  function indicators(id) {
    const facts = Lines.factsOf(id, "Indicator");
    if (!facts.length) return null;
    const lines = [...grouped(facts, (fact) => `${fact.name} ${fact.period ?? ""}`).values()];
    return section(Words.say("panel.indicators"), list(lines, indicator));
  }

  /** The number that decided an outcome stands beside its target, whatever name or period the page gave it. */
  function indicator(group) {
    const deciding = group.filter(Lines.outcome).filter((fact) => fact.by !== undefined);
    const all = [...new Set([...group, ...deciding.map((fact) => Graph.fact(fact.by))])];
    const facts = all.sort((a, b) => (b.modality ?? "").localeCompare(a.modality ?? ""));
    const value = (fact) =>
      Dom.make(
        "span",
        { class: "value" },
        Dom.make("small", {}, Words.say(`modality.${fact.modality ?? "actual"}`)),
        bold(Lines.indicatorValue(fact)),
        badge(Lines.outcome(fact)),
      );
    const quotes = facts.flatMap((fact) => fact.evidence);
    const says = [Dom.make("span", {}, group[0].name), muted(group[0].period ?? "")];
    return line(says, quotes, Dom.make("div", { class: "values" }, facts.map(value)));
  }

  /* ── relations and mentions ── */

  /** Direct relations by kind and direction. */
  function relations(id) {
    const facts = Lines.factsOf(id, "Relation");
    if (!facts.length) return null;
    const heading = (fact) =>
      fact.subject === id || fact.predicate === "cooperatesWith"
        ? `tie.${fact.predicate}`
        : `tie.${fact.predicate}.back`;
    const other = (fact) => (fact.subject === id ? fact.object : fact.subject);
    const group = ([key, told]) => [
      Dom.make("h4", {}, Words.say(key)),
      list([...grouped(told, other)], ([who, same]) =>
        line(
          [Lines.link(who), badge(Lines.inferred(same))],
          same.flatMap((fact) => fact.evidence),
        ),
      ),
    ];
    return section(Words.say("panel.relations"), [...grouped(facts, heading)].map(group));
  }

  function mentions(node) {
    if (!node.mentions.length) return null;
    const rest = node.mentions.length - MOST_MENTIONS;
    return Dom.make(
      "details",
      { class: "mentions" },
      Dom.make("summary", {}, Words.say("panel.mentions", { count: node.mentions.length })),
      node.mentions.slice(0, MOST_MENTIONS).map(Quotes.block),
      rest > 0 ? Dom.make("p", { class: "muted" }, Words.say("panel.more", { count: rest })) : null,
    );
  }

  return {
    section,
    line,
    list,
    ofEvent,
    posts,
    figures,
    stages,
    indicators,
    relations,
    events,
    mentions,
    rolesOf,
  };
})();
