/* Who held what: a row for each post, a column for each date, a bar for each holder from first seen to last seen. */

const Posts = (() => {
  const MOST_COLUMNS = 14;
  const MOST_BODIES = 40;
  let filter = "";
  let shownBodies = MOST_BODIES;

  function render() {
    const box = Dom.byId("posts");
    Dom.fill(
      box,
      Dom.make(
        "div",
        { class: "view-head" },
        Dom.make("h2", {}, Words.say("posts.title")),
        Dom.make("input", {
          id: "posts-filter",
          type: "search",
          value: filter,
          placeholder: Words.say("table.filter"),
          "aria-label": Words.say("table.filter"),
          oninput: (event) => {
            filter = event.target.value;
            fillChart();
          },
        }),
        Dom.make("span", { class: "muted hint" }, Words.say("posts.hint")),
      ),
      Dom.make("div", {
        class: "scroll",
        tabindex: "0",
        role: "region",
        "aria-label": Words.say("posts.title"),
      }),
    );
    fillChart();
  }

  function fillChart() {
    const tenures = Lines.visible(Graph.facts().filter((fact) => fact.is === "Tenure")).filter(matches);
    const scroll = document.querySelector("#posts .scroll");
    if (!tenures.length) return Dom.fill(scroll, Dom.make("p", { class: "empty" }, Words.say("empty")));
    const columns = columnsOf(tenures);
    const bodies = bodiesOf(tenures);
    const more =
      bodies.length > shownBodies
        ? Dom.button(
            Words.say("table.more", { count: bodies.length - shownBodies }),
            () => {
              shownBodies += MOST_BODIES;
              fillChart();
            },
            { class: "more-rows" },
          )
        : null;
    Dom.fill(
      scroll,
      Dom.make(
        "table",
        { class: "chart" },
        Dom.make("caption", { class: "unseen" }, Words.say("posts.title")),
        Dom.make(
          "thead",
          {},
          Dom.make(
            "tr",
            {},
            Dom.make("th", { scope: "col" }, Words.say("column.post")),
            columns.map((column) => Dom.make("th", { scope: "col" }, column)),
          ),
        ),
        bodies.slice(0, shownBodies).map(([body, posts]) =>
          Dom.make(
            "tbody",
            {},
            bodyRow(body, columns),
            [...posts].sort(titleOrder).flatMap(([title, facts]) => postRows(title, facts, columns)),
          ),
        ),
      ),
      more,
    );
  }

  function matches(fact) {
    const wanted = filter.trim().toLowerCase();
    return (
      !wanted ||
      [Graph.node(fact.person).label, Graph.node(fact.organization).label, fact.title].some((text) =>
        text.toLowerCase().includes(wanted),
      )
    );
  }

  /** Dates as they were told; where there are too many, months, then years. */
  function columnsOf(tenures) {
    const dates = tenures.map((fact) => fact.observed ?? "");
    for (const length of [10, 7, 4]) {
      const columns = [...new Set(dates.map((date) => date.slice(0, length)))].sort();
      if (columns.length <= MOST_COLUMNS || length === 4) return columns;
    }
  }

  /** 书记 before 副书记, short titles before long ones. */
  const titleOrder = ([a], [b]) =>
    a.startsWith("副") - b.startsWith("副") || a.length - b.length || a.localeCompare(b);

  /** [[organisation, Map from title to tenures]], the most important organisation first. */
  function bodiesOf(tenures) {
    const bodies = new Map();
    for (const fact of tenures) {
      if (!bodies.has(fact.organization)) bodies.set(fact.organization, new Map());
      const posts = bodies.get(fact.organization);
      posts.set(fact.title, [...(posts.get(fact.title) ?? []), fact]);
    }
    return [...bodies].sort(([a], [b]) => a - b);
  }

  const bodyRow = (body, columns) =>
    Dom.make(
      "tr",
      { class: "body" },
      Dom.make("th", { scope: "rowgroup", colspan: columns.length + 1 }, Lines.link(body)),
    );

  /** One row, or several where people held the same post at the same time. */
  function postRows(title, facts, columns) {
    const rows = lanes(spells(facts, columns));
    return rows.map((lane, i) =>
      Dom.make(
        "tr",
        {},
        i === 0 ? Dom.make("th", { scope: "row", rowspan: rows.length, class: "post" }, title) : null,
        cells(lane, columns.length),
      ),
    );
  }

  /** For each person where the bar begins and ends; a former holder has a mark of his own, no bar. */
  function spells(facts, columns) {
    const people = new Map();
    for (const fact of facts) {
      const key = `${fact.person} ${fact.former ? "former" : ""}`;
      const at = columns.findIndex(
        (column) => (fact.observed ?? "").startsWith(column) || column === fact.observed,
      );
      const spell = people.get(key) ?? {
        person: fact.person,
        former: Boolean(fact.former),
        from: at,
        to: at,
        facts: [],
      };
      people.set(key, {
        ...spell,
        from: Math.min(spell.from, at),
        to: Math.max(spell.to, at),
        facts: [...spell.facts, fact],
      });
    }
    return [...people.values()].sort((a, b) => a.from - b.from || a.person - b.person);
  }

  function lanes(all) {
    const rows = [];
    for (const spell of all) {
      const row = rows.find((each) => each.at(-1).to < spell.from);
      if (row) row.push(spell);
      else rows.push([spell]);
    }
    return rows;
  }

  function cells(lane, count) {
    const made = [];
    let column = 0;
    for (const spell of lane) {
      for (; column < spell.from; column++) made.push(Dom.make("td"));
      made.push(Dom.make("td", { colspan: spell.to - spell.from + 1 }, bar(spell)));
      column = spell.to + 1;
    }
    for (; column < count; column++) made.push(Dom.make("td"));
    return made;
  }

  function bar(spell) {
    const marks = [...new Set(spell.facts.map(Lines.tenureMark))].filter(Boolean).join("、");
    const dates = [...new Set(spell.facts.map((fact) => fact.observed))].filter(Boolean).sort().join("、");
    return Dom.make(
      "button",
      {
        type: "button",
        class: spell.former ? "spell former" : "spell",
        title: dates,
        onclick: () => State.change({ selected: { node: spell.person } }),
      },
      Graph.node(spell.person).label,
      marks ? Dom.make("small", {}, marks) : null,
    );
  }

  return { render };
})();
