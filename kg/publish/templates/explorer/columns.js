/* Which tables there are, and their columns: {word, of(row) → text or number, shown(row), link(row) → node}. */

const Columns = (() => {
  const PEOPLE = ["Official", "Person"];

  const node = (word, id) => ({
    word,
    of: (row) => (id(row) === undefined ? "" : Graph.node(id(row)).label),
    link: id,
  });
  const text = (word, of) => ({ word, of: (row) => of(row) ?? "" });
  const number = (word, of, shown) => ({ word, of: (row) => of(row) ?? "", shown, number: true });

  const NODE_COLUMNS = [
    node("column.name", (row) => row.id),
    text("column.names", (row) => (row.names ?? []).join("、")),
    number("column.mentions", (row) => row.mentions.length),
    number("column.ties", (row) => Graph.neighbours(row.id).length),
    text("column.first", (row) => datesOf(row)[0]),
    text("column.last", (row) => datesOf(row).at(-1)),
  ];

  const datesOf = (row) =>
    [...new Set(row.mentions.map((quote) => Graph.documents()[Graph.quotes()[quote][0]].published ?? ""))]
      .filter(Boolean)
      .sort();

  const EXTRA = {
    people: [text("column.post", (row) => Lines.postsOf(row.id)[0])],
    Project: [
      number(
        "amount.totalInvestment",
        (row) => Lines.investment(row.id)?.value,
        (row) => {
          const fact = Lines.investment(row.id);
          return fact ? Words.money(fact.value, fact.currency) : "";
        },
      ),
      text("column.stage", (row) => {
        const fact = Lines.stageNow(row.id);
        return fact ? Lines.stageWords(fact) : "";
      }),
    ],
    Event: [
      text("event.kind", (row) => Words.name("event", eventOf(row).kind)),
      text("event.date", (row) => eventOf(row).date),
    ],
  };

  const eventOf = (row) => Graph.factsOf(row.id, "Event").find((fact) => fact.node === row.id);

  const source = text("column.source", (row) => (row.evidence.length ? Quotes.source(row.evidence[0]) : ""));
  const said = text("column.quote", (row) =>
    row.evidence.length ? Quotes.joined(Quotes.words(row.evidence[0])) : "",
  );

  const FACT_COLUMNS = {
    Tenure: [
      node("column.person", (row) => row.person),
      node("column.organization", (row) => row.organization),
      text("column.title", (row) => row.title),
      text("column.observed", (row) => row.observed),
      text("column.mark", Lines.tenureMark),
      said,
      source,
    ],
    Relation: [
      node("column.subject", (row) => row.subject),
      text("column.predicate", (row) => Words.name("tie", row.predicate)),
      node("column.object", (row) => row.object),
      said,
      source,
    ],
    Indicator: [
      node("column.subject", (row) => row.subject),
      text("column.indicator", (row) => row.name),
      text("column.modality", (row) => Words.say(`modality.${row.modality ?? "actual"}`)),
      number("column.value", (row) => row.value, Lines.indicatorValue),
      text("column.unit", (row) => row.unit),
      text("column.period", (row) => row.period),
      text("column.outcome", Lines.outcome),
      said,
      source,
    ],
    Stage: [
      node("column.project", (row) => row.project),
      text("column.stage", Lines.stageWords),
      text("column.observed", (row) => row.observed),
      text("column.flag", Lines.flag),
      said,
      source,
    ],
    Amount: [
      node("column.project", (row) => row.project),
      text("column.amount", (row) => Words.name("amount", row.property)),
      number(
        "column.value",
        (row) => row.value,
        (row) => Words.money(row.value, row.currency),
      ),
      said,
      source,
    ],
  };

  const of = (name) =>
    FACT_COLUMNS[name] ?? [
      NODE_COLUMNS[0],
      ...(EXTRA[PEOPLE.includes(name) ? "people" : name] ?? []),
      ...NODE_COLUMNS.slice(1),
    ];

  const rowsOf = (name) =>
    FACT_COLUMNS[name]
      ? Lines.visible(Graph.facts().filter((fact) => fact.is === name))
      : Graph.nodes().filter((row) => row.group === name && Dates.nodeCounts(row, State.get()));

  function names() {
    const groups = Legend.countBy(Graph.nodes(), (row) => row.group);
    const families = Legend.countBy(Graph.facts(), (fact) => fact.is);
    return [
      ...Shapes.groups().filter((group) => groups.has(group)),
      ...Object.keys(FACT_COLUMNS).filter((family) => families.has(family)),
    ];
  }

  const title = (name) => (FACT_COLUMNS[name] ? Words.name("fact", name) : Words.name("kind", name));

  /** A cell as it is written on screen. */
  const shown = (column, row) => String(column.shown ? column.shown(row) : column.of(row));

  return { names, title, of, rowsOf, shown, said };
})();
