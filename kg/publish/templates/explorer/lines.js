/* Facts in words: one line each, for the panel, the tooltip and the tables. */

const Lines = (() => {
  const AMOUNTS = ["totalInvestment", "annualRevenue", "annualTax"];

  /** A button with a node's shape and name that leads to it. */
  function link(id) {
    const node = Graph.node(id);
    return Dom.make(
      "button",
      { type: "button", class: "node-link", onclick: () => Actions.goTo(id) },
      Shapes.swatch(node.group),
      Dom.make("span", {}, node.label),
    );
  }

  const visible = (facts) => facts.filter((fact) => Dates.factCounts(fact, State.get()));
  const factsOf = (id, family) => visible(Graph.factsOf(id, family));

  const tenureMark = (fact) =>
    fact.former ? Words.say("post.former") : fact.change ? Words.say(`post.${fact.change}`) : "";

  /** The posts of a person, or the holders of an organisation's posts, newest first and of equal ones the former last, as text. */
  function postsOf(id) {
    const seen = new Map();
    const newestFirst = (a, b) =>
      (b.observed ?? "").localeCompare(a.observed ?? "") || Boolean(a.former) - Boolean(b.former);
    for (const fact of factsOf(id, "Tenure").sort(newestFirst)) {
      const other = Graph.node(fact.person === id ? fact.organization : fact.person).label;
      const text = fact.person === id ? `${other} ${fact.title}` : `${fact.title} ${other}`;
      if (!seen.has(text))
        seen.set(text, `${fact.former ? Words.say("post.former") : ""}${text} (${fact.observed ?? "?"})`);
    }
    return [...seen.values()];
  }

  function edgeWords(edge) {
    if (edge.kind !== "tenure") return Words.name("tie", edge.kind);
    return [...new Set(edge.facts.map((id) => Graph.fact(id).title))].join(" / ");
  }

  const edgeSentence = (edge) =>
    `${Graph.node(edge.from).label} — ${edgeWords(edge)} — ${Graph.node(edge.to).label}`;

  /** Amounts, land and completion of a project: [name, value, quotes]. */
  function figures(id) {
    const rows = [];
    for (const property of AMOUNTS)
      for (const fact of factsOf(id, "Amount").filter((each) => each.property === property))
        rows.push([
          Words.name("amount", property),
          spaced(hoped(fact), Words.comparator(fact.comparator) + Words.money(fact.value, fact.currency)),
          fact.evidence,
        ]);
    for (const fact of factsOf(id, "LandArea"))
      rows.push([
        Words.say("amount.landArea"),
        Words.comparator(fact.comparator) + Words.quantity(fact.value, "m2"),
        fact.evidence,
      ]);
    for (const fact of factsOf(id, "Completion"))
      rows.push([Words.say("amount.completion"), spaced(hoped(fact), fact.date), fact.evidence]);
    return rows;
  }

  const spaced = (...words) =>
    words
      .map((word) => word.trim())
      .filter(Boolean)
      .join(" ");

  const hoped = (fact) => (fact.planned ? Words.say("planned") : "");

  const stageWords = (fact) => hoped(fact) + Words.name("stage", fact.stage);

  const indicatorValue = (fact) => Words.comparator(fact.comparator) + Words.quantity(fact.value, fact.unit);

  /** What came of a target, in words, once the number that decided it is in view; nobody's silence counts before all is. */
  function outcome(fact) {
    if (!fact.outcome) return "";
    const when = State.get();
    const known = fact.by === undefined ? !when.time : Dates.factCounts(Graph.fact(fact.by), when);
    return known ? Words.name("outcome", fact.outcome) : "";
  }

  /** That no page says it, but several together, and how sure it is; "" where one does say it. */
  const inferred = (facts) =>
    facts.every((fact) => fact.rule?.startsWith("derived-"))
      ? Words.say("inferred", { sure: Math.round(100 * (facts[0].confidence ?? 1)) })
      : "";

  /** That a stage does not follow from those before it, in words. */
  const flag = (fact) => (fact.flag ? Words.name("flag", fact.flag) : "");

  /** A project's stages in time, and the one it is in: the last reached, else the last hoped for. */
  const stages = (id) =>
    factsOf(id, "Stage").sort((a, b) => (a.observed ?? "").localeCompare(b.observed ?? ""));

  function stageNow(id) {
    const told = stages(id);
    return told.filter((fact) => !fact.planned).at(-1) ?? told.at(-1) ?? null;
  }

  const investment = (id) => factsOf(id, "Amount").find((fact) => fact.property === "totalInvestment");

  return {
    link,
    visible,
    factsOf,
    postsOf,
    tenureMark,
    edgeWords,
    edgeSentence,
    figures,
    indicatorValue,
    outcome,
    inferred,
    flag,
    stages,
    stageNow,
    investment,
    hoped,
    stageWords,
    spaced,
  };
})();
