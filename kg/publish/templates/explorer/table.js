/* Tables: the nodes of a type, and every family of facts; sorted by a click, filtered by typing, saved as CSV. */

const Table = (() => {
  const PAGE = 200;
  const PEOPLE = ["Official", "Person"];
  let sort = { column: 0, down: false };
  let filter = "";
  let shownRows = PAGE;
  let shownTable = "";

  /* ── which tables there are, and their columns: {word, of(row) → text or number, link(row) → node} ── */

  const node = (word, id) => ({ word, of: (row) => (id(row) === undefined ? "" : Graph.node(id(row)).label), link: id });
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

  const datesOf = (row) => [...new Set(row.mentions.map((quote) => Graph.documents()[Graph.quotes()[quote][0]].published ?? ""))].filter(Boolean).sort();

  const EXTRA = {
    people: [text("column.post", (row) => Lines.postsOf(row.id)[0])],
    Project: [
      number("amount.totalInvestment", (row) => Lines.investment(row.id)?.value, (row) => { const fact = Lines.investment(row.id); return fact ? Words.money(fact.value, fact.currency) : ""; }),
      text("column.stage", (row) => { const fact = Lines.stageNow(row.id); return fact ? Lines.hoped(fact) + Words.name("stage", fact.stage) : ""; }),
    ],
    Event: [text("event.kind", (row) => Words.name("event", eventOf(row).kind)), text("event.date", (row) => eventOf(row).date)],
  };

  const eventOf = (row) => Graph.factsOf(row.id, "Event").find((fact) => fact.node === row.id);

  const source = text("column.source", (row) => (row.evidence.length ? Quotes.source(row.evidence[0]) : ""));
  const said = text("column.quote", (row) => (row.evidence.length ? Quotes.joined(Quotes.words(row.evidence[0])) : ""));

  const FACT_COLUMNS = {
    Tenure: [node("column.person", (row) => row.person), node("column.organization", (row) => row.organization), text("column.title", (row) => row.title), text("column.observed", (row) => row.observed), text("column.mark", Lines.tenureMark), said, source],
    Relation: [node("column.subject", (row) => row.subject), text("column.predicate", (row) => Words.name("tie", row.predicate)), node("column.object", (row) => row.object), said, source],
    Indicator: [node("column.subject", (row) => row.subject), text("column.indicator", (row) => row.name), text("column.modality", (row) => Words.say(`modality.${row.modality ?? "actual"}`)), number("column.value", (row) => row.value, Lines.indicatorValue), text("column.unit", (row) => row.unit), text("column.period", (row) => row.period), said, source],
    Stage: [node("column.project", (row) => row.project), text("column.stage", (row) => Lines.hoped(row) + Words.name("stage", row.stage)), text("column.observed", (row) => row.observed), said, source],
    Amount: [node("column.project", (row) => row.project), text("column.amount", (row) => Words.name("amount", row.property)), number("column.value", (row) => row.value, (row) => Words.money(row.value, row.currency)), said, source],
  };

  const columnsOf = (name) => FACT_COLUMNS[name] ?? [NODE_COLUMNS[0], ...(EXTRA[PEOPLE.includes(name) ? "people" : name] ?? []), ...NODE_COLUMNS.slice(1)];

  const rowsOf = (name) => (FACT_COLUMNS[name] ? Lines.visible(Graph.facts().filter((fact) => fact.is === name)) : Graph.nodes().filter((row) => row.group === name && Dates.nodeCounts(row, State.get())));

  function names() {
    const groups = Legend.countBy(Graph.nodes(), (row) => row.group);
    const families = Legend.countBy(Graph.facts(), (fact) => fact.is);
    return [...Shapes.groups().filter((group) => groups.has(group)), ...Object.keys(FACT_COLUMNS).filter((family) => families.has(family))];
  }

  const title = (name) => (FACT_COLUMNS[name] ? Words.name("fact", name) : Words.name("kind", name));

  /* ── rows in order ── */

  const shown = (column, row) => String(column.shown ? column.shown(row) : column.of(row));

  function ordered(name, columns) {
    const wanted = filter.trim().toLowerCase();
    const rows = rowsOf(name).filter((row) => !wanted || columns.some((column) => shown(column, row).toLowerCase().includes(wanted)));
    const column = columns[sort.column];
    if (!column || sort.column === 0 && !sort.down && !FACT_COLUMNS[name] && sort.untouched) return rows;
    const sign = sort.down ? -1 : 1;
    const keyed = rows.map((row, i) => ({ row, i, key: column.of(row) }));
    const compare = column.number ? (a, b) => Number(a) - Number(b) : new Intl.Collator("zh-CN").compare;
    // What has no value stands last in either direction.
    return keyed.sort((a, b) => (a.key === "") - (b.key === "") || sign * compare(a.key, b.key) || a.i - b.i).map(({ row }) => row);
  }

  /* ── on screen ── */

  function render(state) {
    const available = names();
    const name = available.includes(state.table) ? state.table : available[0];
    const box = Dom.byId("table");
    if (!name) return Dom.fill(box, Dom.make("p", { class: "empty" }, Words.say("empty")));
    if (name !== shownTable) [shownTable, sort, filter, shownRows] = [name, { column: 0, down: false, untouched: true }, "", PAGE];
    Dom.fill(box, head(available, name), Dom.make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": title(name) }));
    fillRows(name);
  }

  function head(available, name) {
    const choices = available.map((each) => Dom.make("option", { value: each, selected: each === name }, `${title(each)} (${Words.count(rowsOf(each).length)})`));
    return Dom.make("div", { class: "view-head" },
      Dom.make("select", { id: "table-name", "aria-label": Words.say("table.choose"), onchange: (event) => State.change({ table: event.target.value }) }, choices),
      Dom.make("input", { id: "table-filter", type: "search", placeholder: Words.say("table.filter"), "aria-label": Words.say("table.filter"), value: filter, oninput: (event) => { filter = event.target.value; shownRows = PAGE; fillRows(name); } }),
      Dom.button("CSV", () => Export.save(`${name}.csv`, "text/csv", csv(name)), { id: "table-csv" }),
      Dom.make("span", { id: "table-count", class: "muted", role: "status" }));
  }

  function fillRows(name) {
    const columns = columnsOf(name);
    const rows = ordered(name, columns);
    Dom.byId("table-count").textContent = Words.say("table.count", { count: Words.count(rows.length) });
    const more = rows.length > shownRows ? Dom.button(Words.say("table.more", { count: Words.count(rows.length - shownRows) }), () => { shownRows += PAGE; fillRows(name); }, { class: "more-rows" }) : null;
    Dom.fill(document.querySelector("#table .scroll"),
      Dom.make("table", {}, Dom.make("caption", { class: "unseen" }, title(name)), Dom.make("thead", {}, Dom.make("tr", {}, columns.map((column, i) => header(name, column, i)))),
        Dom.make("tbody", {}, rows.slice(0, shownRows).map((row) => Dom.make("tr", {}, columns.map((column) => cell(column, row)))))),
      more);
  }

  function header(name, column, position) {
    const sorted = sort.column === position && !sort.untouched;
    const click = () => {
      sort = { column: position, down: sorted ? !sort.down : Boolean(column.number) };
      fillRows(name);
      document.querySelectorAll("#table th button")[position].focus();
    };
    return Dom.make("th", { scope: "col", "aria-sort": sorted ? (sort.down ? "descending" : "ascending") : "none", class: column.number ? "number" : "" },
      Dom.button([Words.say(column.word), Dom.make("span", { "aria-hidden": "true" }, sorted ? (sort.down ? " ▼" : " ▲") : "")], click));
  }

  function cell(column, row) {
    if (column === said && row.evidence.length) return Dom.make("td", {}, Dom.button(shown(column, row), () => Reader.open(row.evidence[0]), { class: "cell-quote", title: Words.say("quote.open") }));
    const id = column.link?.(row);
    return Dom.make("td", { class: column.number ? "number" : "" }, id === undefined ? shown(column, row) : Lines.link(id));
  }

  function csv(name) {
    const columns = columnsOf(name);
    return Formats.csv([columns.map((column) => Words.say(column.word)), ...ordered(name, columns).map((row) => columns.map((column) => column.of(row)))]);
  }

  return { render };
})();
