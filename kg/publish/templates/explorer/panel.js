/* The side panel: what is known of the chosen node or edge; with nothing chosen, what is in this graph. */

const Panel = (() => {
  const FOREMOST = 5;
  const MOST_PAGES = 50;

  function render(state) {
    const panel = Dom.byId("panel");
    const held = document.activeElement?.dataset?.keep;
    Dom.fill(panel, contentFor(state.selected));
    panel.classList.toggle("chosen", Boolean(state.selected));
    panel.scrollTop = 0;
    // Whoever works by keyboard stays on the button that was pressed.
    if (held) panel.querySelector(`[data-keep="${held}"]`)?.focus();
  }

  function contentFor(selected) {
    if (!selected) return overview();
    return selected.node !== undefined ? ofNode(selected.node) : ofEdge(selected.edge);
  }

  /* ── nothing chosen ── */

  function overview() {
    const dates = Dates.steps();
    const counts = {
      nodes: Graph.nodes().length,
      facts: Graph.facts().length,
      pages: Graph.documents().length,
    };
    const written = Object.fromEntries(
      Object.entries(counts).map(([name, count]) => [name, Words.count(count)]),
    );
    return [
      Dom.make("h2", {}, Words.say("overview.title")),
      Dom.make("p", {}, Words.say("overview.counts", written)),
      dates.length ? muted(Words.say("overview.dates", { from: dates[0], to: dates.at(-1) })) : null,
      muted(Words.say("overview.hint")),
      ["Official", "Project", "Park", "Enterprise", "Event"].map(foremost),
      pages(),
    ];
  }

  const muted = (text) => Dom.make("p", { class: "muted" }, text);

  function foremost(group) {
    const ids = Graph.nodes()
      .flatMap((node) => (node.group === group ? [node.id] : []))
      .slice(0, FOREMOST);
    if (!ids.length) return null;
    return Sections.section(
      Words.name("kind", group),
      Dom.make("div", { class: "chips" }, ids.map(Lines.link)),
    );
  }

  function pages() {
    const page = (each) =>
      Dom.make("li", {}, [each.newspaper, Quotes.dateOf(each), each.id].filter(Boolean).join(" · "));
    const shown = Graph.documents().slice(0, MOST_PAGES).map(page);
    return Sections.section(Words.say("overview.pages"), Dom.make("ul", { class: "plain" }, shown));
  }

  /* ── a node ── */

  function ofNode(id) {
    const node = Graph.node(id);
    return [
      head(
        [Shapes.swatch(node.group), Words.name("kind", node.group)],
        Dom.make("h2", {}, node.label),
        node.names
          ? Dom.make("p", { class: "muted" }, Words.say("panel.names"), node.names.join("、"))
          : null,
      ),
      actions(id),
      Sections.ofEvent(id),
      Sections.posts(id),
      Sections.figures(id),
      Sections.stages(id),
      Sections.indicators(id),
      Sections.relations(id),
      Sections.events(id),
      Sections.mentions(node),
      Dom.make("p", { class: "muted iri" }, Graph.base() + node.key),
    ];
  }

  function head(kind, ...content) {
    const close = Dom.button("✕", () => State.change({ selected: null }), {
      class: "close",
      "aria-label": Words.say("close"),
    });
    return Dom.make(
      "div",
      { class: "panel-head" },
      Dom.make("p", { class: "kind" }, kind),
      close,
      ...content,
    );
  }

  function actions(id) {
    const pinned = Boolean(State.get().pinned[id]);
    const button = (name, action, attributes) =>
      Dom.button(Words.say(`act.${name}`), action, {
        "data-action": name,
        "data-keep": name.replace("unpin", "pin"),
        ...attributes,
      });
    return Dom.make(
      "div",
      { class: "actions", role: "group", "aria-label": Words.say("panel.actions") },
      button("one", () => Actions.neighbourhood(id, 1)),
      button("two", () => Actions.neighbourhood(id, 2)),
      button("expand", () => Actions.expand(id)),
      button("collapse", () => Actions.collapse(id)),
      button("path", () => Actions.askPath(id)),
      button(pinned ? "unpin" : "pin", () => Actions.togglePin(id), { "aria-pressed": String(pinned) }),
      button("hide", () => Actions.hide(id)),
      button("centre", () => Actions.goTo(id)),
    );
  }

  /* ── an edge ── */

  function ofEdge(id) {
    const edge = Graph.edge(id);
    const title = Dom.make(
      "h2",
      { class: "edge-title" },
      Lines.link(edge.from),
      Dom.make("span", { class: "tie" }, `${Lines.edgeWords(edge)} →`),
      Lines.link(edge.to),
    );
    const facts = Lines.visible(edge.facts.map(Graph.fact));
    const line = (fact) => Sections.line([wordsOf(fact, edge).filter(Boolean).join(" · ")], fact.evidence);
    return [
      head(Words.say("panel.edge"), title),
      Sections.section(Words.say("panel.sentences"), Sections.list(facts, line)),
    ];
  }

  function wordsOf(fact, edge) {
    switch (fact.is) {
      case "Tenure":
        return [fact.title, fact.observed, Lines.tenureMark(fact)];
      case "Event":
        return [fact.date, ...Sections.rolesOf(edge.from, fact)];
      default:
        return [Words.name("tie", edge.kind)];
    }
  }

  return { render };
})();
