/* Who held what: a row for each post, a column for each date, a bar for each holder from first seen to last seen. */

const Posts = (() => {
  const MOST_BODIES = 40;
  let filter = "";
  let shownBodies = MOST_BODIES;

  function render() {
    const typed = (event) => {
      filter = event.target.value;
      fillChart();
    };
    const words = Words.say("table.filter");
    const field = {
      id: "posts-filter",
      type: "search",
      value: filter,
      placeholder: words,
      "aria-label": words,
      oninput: typed,
    };
    Dom.fill(
      Dom.byId("posts"),
      Dom.make(
        "div",
        { class: "view-head" },
        Dom.make("h2", {}, Words.say("posts.title")),
        Dom.make("input", field),
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
    const columns = Spells.columns(tenures);
    const bodies = Spells.bodies(tenures);
    const shown = bodies.slice(0, shownBodies).map(([body, posts]) => bodyRows(body, posts, columns));
    Dom.fill(
      scroll,
      Dom.make("table", { class: "chart" }, caption(), heads(columns.names), shown),
      more(bodies.length - shownBodies),
    );
  }

  function matches(fact) {
    const wanted = filter.trim().toLowerCase();
    const texts = [Graph.node(fact.person).label, Graph.node(fact.organization).label, fact.title];
    return texts.some((text) => text.toLowerCase().includes(wanted));
  }

  function more(rest) {
    if (rest <= 0) return null;
    const show = () => {
      shownBodies += MOST_BODIES;
      fillChart();
    };
    return Dom.button(Words.say("table.more", { count: rest }), show, { class: "more-rows" });
  }

  const caption = () => Dom.make("caption", { class: "unseen" }, Words.say("posts.title"));

  function heads(names) {
    const head = (name) => Dom.make("th", { scope: "col" }, name);
    const dates = names.map((name) => head(name || Words.say("date.unknown")));
    return Dom.make("thead", {}, Dom.make("tr", {}, head(Words.say("column.post")), dates));
  }

  function bodyRows(body, posts, columns) {
    const span = { scope: "rowgroup", colspan: columns.names.length + 1 };
    return Dom.make(
      "tbody",
      {},
      Dom.make("tr", { class: "body" }, Dom.make("th", span, Lines.link(body))),
      posts.map(([title, facts]) => postRows(title, Spells.rows(facts, columns.of), columns.names)),
    );
  }

  function postRows(title, rows, names) {
    const head = Dom.make("th", { scope: "row", rowspan: rows.length, class: "post" }, title);
    return rows.map((lane, i) => Dom.make("tr", {}, i === 0 ? head : null, cells(lane, names)));
  }

  function cells(lane, names) {
    const made = [];
    let column = 0;
    for (const spell of lane) {
      for (; column < spell.from; column++) made.push(Dom.make("td"));
      made.push(Dom.make("td", { colspan: spell.to - spell.from + 1 }, bar(spell, names)));
      column = spell.to + 1;
    }
    for (; column < names.length; column++) made.push(Dom.make("td"));
    return made;
  }

  /** A bar over several columns says in which of them its holder was really seen. */
  function bar(spell, names) {
    const marks = [...new Set(spell.facts.map(Lines.tenureMark))].filter(Boolean);
    const seen = spell.seen.length > 1 ? [spell.seen.map((column) => names[column]).join("、")] : [];
    return Dom.make(
      "button",
      {
        type: "button",
        class: spell.former ? "spell former" : "spell",
        onclick: () => State.change({ selected: { node: spell.person } }),
      },
      Graph.node(spell.person).label,
      [...marks, ...seen].map((text) => Dom.make("small", {}, text)),
    );
  }

  return { render };
})();
