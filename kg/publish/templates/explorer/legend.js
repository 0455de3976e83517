/* The legend: types and relations with counts in view; each a switch. */

const Legend = (() => {
  function render(state) {
    const inView = countBy(Picture.shown().map(Graph.node), (node) => node.group);
    const all = countBy(Graph.nodes(), (node) => node.group);
    const tiesInView = countBy(Picture.shownEdges().map(Graph.edge), (edge) => edge.kind);
    const ties = countBy(Graph.edges(), (edge) => edge.kind);
    const focused = document.activeElement?.dataset?.switch;
    Dom.fill(
      Dom.byId("legend"),
      Dom.make("h2", {}, Words.say("legend.kinds")),
      Shapes.groups()
        .filter((group) => all.has(group))
        .map((group) =>
          row(
            `kind-${group}`,
            !state.offKinds.includes(group),
            () => Actions.toggleKind(group),
            Shapes.swatch(group),
            Words.name("kind", group),
            inView.get(group) ?? 0,
            all.get(group),
          ),
        ),
      Dom.make("h2", {}, Words.say("legend.ties")),
      [...ties.keys()]
        .sort((a, b) => ties.get(b) - ties.get(a) || a.localeCompare(b))
        .map((kind) =>
          row(
            `tie-${kind}`,
            !state.offTies.includes(kind),
            () => Actions.toggleTie(kind),
            line(kind),
            Words.name("tie", kind),
            tiesInView.get(kind) ?? 0,
            ties.get(kind),
          ),
        ),
      Dom.make("p", { class: "muted" }, Words.say("legend.hint")),
    );
    if (focused) document.querySelector(`[data-switch="${CSS.escape(focused)}"]`)?.focus();
  }

  function countBy(items, keyOf) {
    const counts = new Map();
    for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
    return counts;
  }

  const line = (kind) =>
    Dom.make("i", {
      class: `line ${["participant", "place"].includes(kind) ? "dashed" : kind === "tenure" ? "strong" : ""}`,
      "aria-hidden": "true",
    });

  function row(id, on, toggle, mark, name, shown, total) {
    return Dom.make(
      "button",
      {
        type: "button",
        role: "switch",
        class: "legend-row",
        "aria-checked": String(on),
        "data-switch": id,
        onclick: toggle,
      },
      mark,
      Dom.make("span", { class: "name" }, name),
      Dom.make("span", { class: "count" }, `${Words.count(shown)}/${Words.count(total)}`),
    );
  }

  return { render, countBy };
})();
