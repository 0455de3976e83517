/* Tables: the nodes of a type, and every family of facts; sorted by a click, filtered by typing, saved as CSV. */

const Table = (() => {
  const PAGE = 200;
  /** {column, down}; null is the order of importance. */
  let sort = null;
  let filter = "";
  let shownRows = PAGE;
  let shownTable = "";

  /* ── rows in order ── */

  function ordered(name, columns) {
    const wanted = filter.trim().toLowerCase();
    const rows = Columns.rowsOf(name).filter(
      (row) => !wanted || columns.some((column) => Columns.shown(column, row).toLowerCase().includes(wanted)),
    );
    if (!sort) return rows;
    const column = columns[sort.column];
    const sign = sort.down ? -1 : 1;
    const keyed = rows.map((row, i) => ({ row, i, key: column.of(row) }));
    const compare = column.number ? (a, b) => Number(a) - Number(b) : new Intl.Collator("zh-CN").compare;
    // What has no value stands last in either direction.
    return keyed
      .sort((a, b) => (a.key === "") - (b.key === "") || sign * compare(a.key, b.key) || a.i - b.i)
      .map(({ row }) => row);
  }

  /* ── on screen ── */

  function render(state) {
    const available = Columns.names();
    const name = available.includes(state.table) ? state.table : available[0];
    const box = Dom.byId("table");
    if (!name) return Dom.fill(box, Dom.make("p", { class: "empty" }, Words.say("empty")));
    if (name !== shownTable) [shownTable, sort, filter, shownRows] = [name, null, "", PAGE];
    Dom.fill(
      box,
      head(available, name),
      Dom.make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": Columns.title(name) }),
    );
    fillRows(name);
  }

  function head(available, name) {
    const choices = available.map((each) =>
      Dom.make(
        "option",
        { value: each, selected: each === name },
        `${Columns.title(each)} (${Words.count(Columns.rowsOf(each).length)})`,
      ),
    );
    return Dom.make(
      "div",
      { class: "view-head" },
      Dom.make(
        "select",
        {
          id: "table-name",
          "aria-label": Words.say("table.choose"),
          onchange: (event) => State.change({ table: event.target.value }),
        },
        choices,
      ),
      Dom.make("input", {
        id: "table-filter",
        type: "search",
        placeholder: Words.say("table.filter"),
        "aria-label": Words.say("table.filter"),
        value: filter,
        oninput: (event) => {
          filter = event.target.value;
          shownRows = PAGE;
          fillRows(name);
        },
      }),
      Dom.button("CSV", () => Export.save(`${name}.csv`, "text/csv", csv(name)), { id: "table-csv" }),
      Dom.make("span", { id: "table-count", class: "muted", role: "status" }),
    );
  }

  function fillRows(name) {
    const columns = Columns.of(name);
    const rows = ordered(name, columns);
    Dom.byId("table-count").textContent = Words.say("table.count", { count: Words.count(rows.length) });
    const more =
      rows.length > shownRows
        ? Dom.button(
            Words.say("table.more", { count: Words.count(rows.length - shownRows) }),
            () => {
              shownRows += PAGE;
              fillRows(name);
            },
            { class: "more-rows" },
          )
        : null;
    Dom.fill(
      document.querySelector("#table .scroll"),
      Dom.make(
        "table",
        {},
        Dom.make("caption", { class: "unseen" }, Columns.title(name)),
        Dom.make(
          "thead",
          {},
          Dom.make(
            "tr",
            {},
            columns.map((column, i) => header(name, column, i)),
          ),
        ),
        Dom.make(
          "tbody",
          {},
          rows.slice(0, shownRows).map((row) =>
            Dom.make(
              "tr",
              {},
              columns.map((column) => cell(column, row)),
            ),
          ),
        ),
      ),
      more,
    );
  }

  function header(name, column, position) {
    const sorted = sort?.column === position;
    const click = () => {
      sort = { column: position, down: sorted ? !sort.down : Boolean(column.number) };
      fillRows(name);
      document.querySelectorAll("#table th button")[position].focus();
    };
    return Dom.make(
      "th",
      {
        scope: "col",
        "aria-sort": sorted ? (sort.down ? "descending" : "ascending") : "none",
        class: column.number ? "number" : "",
      },
      Dom.button(
        [
          Words.say(column.word),
          Dom.make("span", { "aria-hidden": "true" }, sorted ? (sort.down ? " ▼" : " ▲") : ""),
        ],
        click,
      ),
    );
  }

  function cell(column, row) {
    if (column === Columns.said && row.evidence.length)
      return Dom.make(
        "td",
        {},
        Dom.button(Columns.shown(column, row), () => Reader.open(row.evidence[0]), {
          class: "cell-quote",
          title: Words.say("quote.open"),
        }),
      );
    const id = column.link?.(row);
    return Dom.make(
      "td",
      { class: column.number ? "number" : "" },
      id === undefined ? Columns.shown(column, row) : Lines.link(id),
    );
  }

  function csv(name) {
    const columns = Columns.of(name);
    return Formats.csv([
      columns.map((column) => Words.say(column.word)),
      ...ordered(name, columns).map((row) => columns.map((column) => column.of(row))),
    ]);
  }

  return { render };
})();
