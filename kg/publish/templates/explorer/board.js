/* The project board: a column for each stage, a card for each project in the stage it was last seen in. */

const Board = (() => {
  const MOST_CARDS = 60;

  function render() {
    const projects = Graph.nodes().filter(
      (node) => node.group === "Project" && Dates.nodeCounts(node, State.get()),
    );
    const columns = new Map([...Graph.stages(), ""].map((stage) => [stage, []]));
    for (const project of projects) {
      const now = Lines.stageNow(project.id);
      columns.get(columns.has(now?.stage) ? now.stage : "").push({ project, now });
    }
    Dom.fill(
      Dom.byId("board"),
      Dom.make(
        "div",
        { class: "view-head" },
        Dom.make("h2", {}, Words.say("board.title")),
        Dom.make("span", { class: "muted hint" }, Words.say("board.hint")),
      ),
      projects.length
        ? Dom.make(
            "div",
            { class: "columns", tabindex: "0", role: "region", "aria-label": Words.say("board.title") },
            [...columns].map(([stage, cards]) => column(stage, cards)),
          )
        : Dom.make("p", { class: "empty" }, Words.say("empty")),
    );
  }

  function column(stage, cards) {
    const name = stage ? Words.name("stage", stage) : Words.say("board.unknown");
    const rest = cards.length - MOST_CARDS;
    return Dom.make(
      "section",
      { class: cards.length ? "column" : "column none", "data-stage": stage || "unknown" },
      Dom.make("h3", {}, name, Dom.make("span", { class: "count" }, String(cards.length))),
      Dom.make("ul", {}, cards.slice(0, MOST_CARDS).map(card)),
      rest > 0 ? Dom.make("p", { class: "muted" }, Words.say("panel.more", { count: rest })) : null,
    );
  }

  function card({ project, now }) {
    const money = Lines.investment(project.id);
    const sites = Lines.factsOf(project.id, "Relation")
      .filter((fact) => fact.predicate === "locatedIn" && fact.subject === project.id)
      .map((fact) => Graph.node(fact.object).label);
    const facts = [
      money ? Words.money(money.value, money.currency) : "",
      [...new Set(sites)].join("、"),
      now ? Lines.spaced(Lines.hoped(now), now.observed ?? "") : "",
    ];
    return Dom.make(
      "li",
      {},
      Dom.make(
        "button",
        {
          type: "button",
          class: now?.planned ? "card hoped" : "card",
          onclick: () => State.change({ selected: { node: project.id } }),
        },
        Dom.make("span", { class: "name" }, project.label),
        facts.filter(Boolean).map((fact) => Dom.make("span", { class: "muted" }, fact)),
      ),
    );
  }

  return { render };
})();
