/* The side panel: everything that is known of the chosen node or edge, each line with the words that say it. */

const Panel = (() => {
  const MOST_MENTIONS = 8;
  const MOST_LINES = 25;

  function render(state) {
    const panel = Dom.byId("panel");
    const { selected } = state;
    const content = !selected ? overview() : selected.node !== undefined ? ofNode(selected.node) : ofEdge(selected.edge);
    Dom.fill(panel, content);
    panel.classList.toggle("chosen", Boolean(selected));
    panel.scrollTop = 0;
  }

  const section = (title, ...content) => Dom.make("section", {}, Dom.make("h3", {}, title), ...content);
  /** A list of facts; of a long one the first lines, and a button for the others. */
  function lines(items, lineOf, tag = "ul", look = "facts") {
    const list = Dom.make(tag, { class: look }, items.slice(0, MOST_LINES).map(lineOf));
    const rest = items.slice(MOST_LINES);
    if (!rest.length) return list;
    const more = Dom.button(Words.say("panel.more", { count: rest.length }), () => {
      list.append(...rest.map(lineOf));
      more.remove();
    });
    return [list, more];
  }

  const closing = () => Dom.button("✕", () => State.change({ selected: null }), { class: "close", "aria-label": Words.say("close") });

  /* ── nothing chosen: what is in this graph ── */

  function overview() {
    const dates = Dates.steps();
    return [
      Dom.make("h2", {}, Words.say("overview.title")),
      Dom.make("p", {}, Words.say("overview.counts", { nodes: Words.count(Graph.nodes().length), facts: Words.count(Graph.facts().length), pages: Words.count(Graph.documents().length) })),
      dates.length ? Dom.make("p", { class: "muted" }, Words.say("overview.dates", { from: dates[0], to: dates.at(-1) })) : null,
      Dom.make("p", { class: "muted" }, Words.say("overview.hint")),
      ["Official", "Project", "Park", "Enterprise", "Event"].map(foremost),
      section(Words.say("overview.pages"), Dom.make("ul", { class: "plain" }, Graph.documents().slice(0, 50).map((page) => Dom.make("li", {}, [page.newspaper, Quotes.dateOf(page), page.id].filter(Boolean).join(" · "))))),
    ];
  }

  function foremost(group) {
    const ids = Graph.nodes().filter((node) => node.group === group).slice(0, 5).map((node) => node.id);
    return ids.length ? section(Words.name("kind", group), Dom.make("div", { class: "chips" }, ids.map(Lines.link))) : null;
  }

  /* ── a node ── */

  function ofNode(id) {
    const node = Graph.node(id);
    return [
      Dom.make("div", { class: "panel-head" },
        Dom.make("p", { class: "kind" }, Shapes.swatch(node.group), Words.name("kind", node.group)), closing(),
        Dom.make("h2", {}, node.label),
        node.names ? Dom.make("p", { class: "muted names" }, Words.say("panel.names"), node.names.join("、")) : null),
      actions(id),
      eventHead(id),
      posts(id),
      figures(id),
      stages(id),
      indicators(id),
      relations(id),
      events(id),
      mentions(node),
      Dom.make("p", { class: "muted iri" }, Graph.base() + node.key),
    ];
  }

  function actions(id) {
    const button = (key, action, values) => Dom.button(Words.say(key), action, { "data-action": key.split(".")[1], ...values });
    const pinned = Boolean(State.get().pinned[id]);
    return Dom.make("div", { class: "actions", role: "group", "aria-label": Words.say("panel.actions") },
      button("act.one", () => Actions.neighbourhood(id, 1)),
      button("act.two", () => Actions.neighbourhood(id, 2)),
      button("act.expand", () => Actions.expand(id)),
      button("act.collapse", () => Actions.collapse(id)),
      button("act.path", () => Actions.askPath(id)),
      button(pinned ? "act.unpin" : "act.pin", () => Actions.togglePin(id), { "aria-pressed": String(pinned) }),
      button("act.hide", () => Actions.hide(id)),
      button("act.centre", () => Actions.goTo(id)));
  }

  function eventHead(id) {
    const [event] = Lines.factsOf(id, "Event").filter((fact) => fact.node === id);
    if (!event) return null;
    const rows = [[Words.say("event.kind"), Words.name("event", event.kind)], [Words.say("event.date"), event.date ?? Words.say("date.unknown")]];
    return section(Words.say("panel.event"),
      Dom.make("dl", {}, rows.map(([name, value]) => [Dom.make("dt", {}, name), Dom.make("dd", {}, value)]), event.place === undefined ? null : [Dom.make("dt", {}, Words.say("event.place")), Dom.make("dd", {}, Lines.link(event.place))]),
      Dom.make("ul", { class: "facts" }, (event.participants ?? []).map(([who, role]) => Dom.make("li", {}, Lines.link(who), Dom.make("span", { class: "muted" }, Words.name("role", role))))),
      Quotes.blocks(event.evidence));
  }

  /** Posts of a person, or the people of an organisation: a line each, dots on the dates of the pages. */
  function posts(id) {
    const tenures = Lines.factsOf(id, "Tenure");
    if (!tenures.length) return null;
    const held = new Map();
    for (const fact of tenures) {
      const other = fact.person === id ? fact.organization : fact.person;
      const key = `${other} ${fact.title}`;
      if (!held.has(key)) held.set(key, { other, title: fact.title, facts: [] });
      held.get(key).facts.push(fact);
    }
    const dates = [...new Set(tenures.map((fact) => fact.observed ?? ""))].filter(Boolean).sort();
    const ordered = [...held.values()].sort((a, b) => latest(b).localeCompare(latest(a)) || a.other - b.other);
    return section(Words.say(Graph.node(id).group === "Official" || Graph.node(id).group === "Person" ? "panel.posts" : "panel.people"),
      lines(ordered, (line) => postLine(line, dates)));
  }

  const latest = (line) => Dates.newest(line.facts).observed ?? "";

  function postLine({ other, title, facts }, dates) {
    return Dom.make("li", {},
      Dom.make("div", { class: "fact-line" }, Lines.link(other), Dom.make("b", {}, title), [...new Set(facts.map(Lines.tenureMark))].filter(Boolean).map((mark) => Dom.make("span", { class: "badge" }, mark))),
      timeline(facts, dates),
      Quotes.blocks(facts.flatMap((fact) => fact.evidence)));
  }

  /** Where on the time line of all dates this post was seen. */
  function timeline(facts, dates) {
    const seen = [...new Set(facts.map((fact) => fact.observed).filter(Boolean))].sort();
    const label = seen.join("、") || Words.say("date.unknown");
    const [low, high] = [Years.of(dates[0]), Years.of(dates.at(-1))];
    if (high - low < 0.01 || !seen.length) return Dom.make("p", { class: "muted when" }, label);
    const at = (date) => 4 + (92 * (Years.of(date) - low)) / (high - low);
    const track = Dom.make("div", { class: "track", role: "img", "aria-label": label },
      seen.length > 1 ? Dom.make("i", { class: "held", style: { left: `${at(seen[0])}%`, width: `${at(seen.at(-1)) - at(seen[0])}%` } }) : null,
      seen.map((date) => Dom.make("i", { class: facts.some((fact) => fact.observed === date && fact.former) ? "seen former" : "seen", title: date, style: { left: `${at(date)}%` } })));
    return Dom.make("div", { class: "when" }, track, Dom.make("span", { class: "muted" }, label));
  }

  function figures(id) {
    const rows = Lines.figures(id);
    return rows.length ? section(Words.say("panel.figures"), Dom.make("ul", { class: "facts" }, rows.map(([name, value, quotes]) =>
      Dom.make("li", {}, Dom.make("div", { class: "fact-line" }, Dom.make("span", { class: "muted" }, name), Dom.make("b", {}, value)), Quotes.blocks(quotes))))) : null;
  }

  function stages(id) {
    const told = Lines.stages(id);
    return told.length ? section(Words.say("panel.stages"), Dom.make("ol", { class: "facts stages" }, told.map((fact) =>
      Dom.make("li", { class: fact.planned ? "hoped" : "" }, Dom.make("div", { class: "fact-line" }, Dom.make("b", {}, Lines.hoped(fact) + Words.name("stage", fact.stage)), Dom.make("span", { class: "muted" }, fact.observed ?? Words.say("date.unknown"))), Quotes.blocks(fact.evidence))))) : null;
  }

  /** Targets beside what was reached: one line for a name and period. */
  function indicators(id) {
    const facts = Lines.factsOf(id, "Indicator");
    if (!facts.length) return null;
    const told = new Map();
    for (const fact of facts) {
      const key = `${fact.name} ${fact.period ?? ""}`;
      if (!told.has(key)) told.set(key, []);
      told.get(key).push(fact);
    }
    return section(Words.say("panel.indicators"), lines([...told.values()], indicatorLine));
  }

  function indicatorLine(facts) {
    const values = facts.map((fact) => [Words.say(`modality.${fact.modality ?? "actual"}`), Lines.indicatorValue(fact)]);
    return Dom.make("li", {},
      Dom.make("div", { class: "fact-line" }, Dom.make("span", {}, facts[0].name), Dom.make("span", { class: "muted" }, facts[0].period ?? "")),
      Dom.make("div", { class: "values" }, values.map(([modality, value]) => Dom.make("span", { class: "value" }, Dom.make("small", {}, modality), Dom.make("b", {}, value)))),
      Quotes.blocks(facts.flatMap((fact) => fact.evidence)));
  }

  /** Direct relations by kind and direction. */
  function relations(id) {
    const groups = new Map();
    for (const fact of Lines.factsOf(id, "Relation")) {
      const out = fact.subject === id;
      const key = fact.predicate === "cooperatesWith" || out ? `tie.${fact.predicate}` : `tie.${fact.predicate}.back`;
      if (!groups.has(key)) groups.set(key, new Map());
      const other = out ? fact.object : fact.subject;
      groups.get(key).set(other, [...(groups.get(key).get(other) ?? []), ...fact.evidence]);
    }
    if (!groups.size) return null;
    return section(Words.say("panel.relations"), [...groups].map(([key, others]) => [
      Dom.make("h4", {}, Words.say(key)),
      lines([...others], ([other, quotes]) => Dom.make("li", {}, Lines.link(other), Quotes.blocks([...new Set(quotes)]))),
    ]));
  }

  function events(id) {
    const facts = Lines.factsOf(id, "Event").filter((fact) => fact.node !== id);
    if (!facts.length) return null;
    const ordered = [...facts].sort((a, b) => (b.date ?? "").localeCompare(a.date ?? ""));
    return section(Words.say("panel.events"), lines(ordered, (fact) => eventLine(fact, id)));
  }

  function eventLine(fact, id) {
    const roles = (fact.participants ?? []).filter(([who]) => who === id).map(([, role]) => Words.name("role", role));
    return Dom.make("li", {}, Dom.make("div", { class: "fact-line" }, Lines.link(fact.node), Dom.make("span", { class: "muted" }, [fact.date, ...roles].filter(Boolean).join(" · "))), Quotes.blocks(fact.evidence));
  }

  function mentions(node) {
    if (!node.mentions.length) return null;
    return Dom.make("details", { class: "mentions" }, Dom.make("summary", {}, Words.say("panel.mentions", { count: node.mentions.length })),
      node.mentions.slice(0, MOST_MENTIONS).map(Quotes.block),
      node.mentions.length > MOST_MENTIONS ? Dom.make("p", { class: "muted" }, Words.say("panel.more", { count: node.mentions.length - MOST_MENTIONS })) : null);
  }

  /* ── an edge ── */

  function ofEdge(id) {
    const edge = Graph.edge(id);
    return [
      Dom.make("div", { class: "panel-head" }, Dom.make("p", { class: "kind" }, Words.say("panel.edge")), closing(),
        Dom.make("h2", { class: "edge-title" }, Lines.link(edge.from), Dom.make("span", { class: "tie" }, `${Lines.edgeWords(edge)} →`), Lines.link(edge.to))),
      section(Words.say("panel.sentences"), lines(Lines.visible(edge.facts.map(Graph.fact)), (fact) => edgeLine(fact, edge))),
    ];
  }

  function edgeLine(fact, edge) {
    const words = fact.is === "Tenure" ? [fact.title, fact.observed, Lines.tenureMark(fact)]
      : fact.is === "Event" ? [fact.date, ...(fact.participants ?? []).filter(([who]) => who === edge.from).map(([, role]) => Words.name("role", role))]
      : [Words.name("tie", edge.kind)];
    return Dom.make("li", {}, Dom.make("div", { class: "fact-line" }, words.filter(Boolean).join(" · ")), Quotes.blocks(fact.evidence));
  }

  return { render };
})();

/* Dates as numbers: "2022-07" → 2022.5; what is less precise counts from its beginning. */
const Years = (() => {
  function of(date) {
    const [year = 0, month = 1, day = 1] = (date ?? "").split(/[-/]/).map(Number);
    return year + ((month || 1) - 1) / 12 + ((day || 1) - 1) / 365;
  }

  return { of };
})();
