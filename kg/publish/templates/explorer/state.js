/* What is being looked at: one plain object, changed in one place, written into the URL hash, with an undo. */

const State = (() => {
  const START = {
    view: "network",
    show: { mode: "core" },
    added: [],
    hidden: [],
    pinned: {},
    offKinds: [],
    offTies: [],
    time: "",
    only: false,
    selected: null,
    table: "",
    lang: "",
    theme: "",
  };
  const UNDO_DEPTH = 100;
  /** What undo brings back; the language, the theme and the clock are no steps. */
  const STEPS = ["view", "show", "added", "hidden", "pinned", "offKinds", "offTies", "selected", "table"];

  let current = { ...START };
  const past = [];
  const listeners = [];

  const get = () => current;
  const onChange = (listener) => listeners.push(listener);

  function change(patch, { step = true } = {}) {
    const before = current;
    current = { ...current, ...patch };
    const changed = new Set(
      Object.keys(patch).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(current[name])),
    );
    if (!changed.size) return;
    if (step && [...changed].some((name) => STEPS.includes(name))) remember(before);
    tell(changed);
  }

  function remember(before) {
    past.push(Object.fromEntries(STEPS.map((name) => [name, before[name]])));
    if (past.length > UNDO_DEPTH) past.shift();
  }

  function undo() {
    const before = past.pop();
    if (!before) return false;
    change(before, { step: false });
    tell(new Set(["undo"]));
    return true;
  }

  function tell(changed) {
    writeHash();
    for (const listener of listeners) listener(current, changed);
  }

  /* ── the hash: #view=network&show=around,KEY,1&add=KEY,KEY … each part of a list escaped by itself ── */

  const key = (id) => Graph.node(id).key;
  const list = (values) => values.map((value) => encodeURIComponent(value)).join(",");
  const parts = (text) => text.split(",").filter(Boolean).map(decodeURIComponent);

  function hashOf(state) {
    const { show, selected } = state;
    const fields = {
      view: state.view === START.view ? "" : state.view,
      show: showParts(show),
      add: state.added.map(key),
      hide: state.hidden.map(key),
      pin: Object.entries(state.pinned).flatMap(([id, [x, y]]) => [key(id), x, y]),
      kinds: state.offKinds,
      ties: state.offTies,
      sel: !selected
        ? []
        : selected.node !== undefined
          ? ["node", key(selected.node)]
          : edgeParts(Graph.edge(selected.edge)),
      time: state.time,
      only: state.only && state.time ? "1" : "",
      table: state.table,
      lang: state.lang,
      theme: state.theme,
    };
    const told = Object.entries(fields).map(([name, value]) => [
      name,
      Array.isArray(value) ? list(value) : encodeURIComponent(value),
    ]);
    return told
      .filter(([, value]) => value)
      .map(([name, value]) => `${name}=${value}`)
      .join("&");
  }

  function showParts(show) {
    switch (show.mode) {
      case "around":
        return ["around", key(show.node), show.steps];
      case "path":
        return ["path", key(show.from), key(show.to)];
      case "all":
        return ["all"];
      default:
        return [];
    }
  }

  const edgeParts = (edge) => ["edge", key(edge.from), key(edge.to), edge.kind];

  function writeHash() {
    const hash = hashOf(current);
    try {
      history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
    } catch {
      /* Inside a notebook the page has no address of its own to write to. */
    }
  }

  /** Read a hash; what it names and this graph has not is left out, and counted in `missing`. */
  function readHash(hash) {
    const fields = Object.fromEntries(
      hash
        .replace(/^#/, "")
        .split("&")
        .filter(Boolean)
        .map((field) => {
          const cut = field.indexOf("=");
          return cut < 0 ? [field, ""] : [field.slice(0, cut), field.slice(cut + 1)];
        }),
    );
    let missing = 0;
    const nodes = (keys) =>
      keys.map((each) => Graph.find(each)).filter((id) => id !== undefined || (missing++, false));
    const listOf = (name) => safeParts(fields[name] ?? "");
    const known = (values, allowed, fallback) => (allowed.includes(values) ? values : fallback);
    const state = {
      ...START,
      view: known(fields.view, ["network", "table", "posts", "board"], START.view),
      show: readShow(listOf("show"), nodes),
      added: nodes(listOf("add")),
      hidden: nodes(listOf("hide")),
      pinned: readPins(listOf("pin")),
      offKinds: listOf("kinds"),
      offTies: listOf("ties"),
      selected: readSelected(listOf("sel")),
      time: listOf("time")[0] ?? "",
      only: fields.only === "1",
      table: listOf("table")[0] ?? "",
      lang: known(fields.lang, ["zh", "en"], ""),
      theme: known(fields.theme, ["light", "dark"], ""),
    };
    return { state, missing };
  }

  function safeParts(text) {
    try {
      return parts(text);
    } catch {
      return [];
    }
  }

  function readShow([mode, ...values], nodes) {
    if (mode === "all") return { mode };
    const ids = nodes(mode === "path" ? values : values.slice(0, 1));
    if (mode === "around" && ids.length) return { mode, node: ids[0], steps: values[1] === "2" ? 2 : 1 };
    if (mode === "path" && ids.length === 2) return { mode, from: ids[0], to: ids[1] };
    return START.show;
  }

  function readPins(values) {
    const pins = {};
    for (let i = 0; i + 2 < values.length; i += 3) {
      const id = Graph.find(values[i]);
      const place = [Number(values[i + 1]), Number(values[i + 2])];
      if (id !== undefined && place.every(Number.isFinite)) pins[id] = place;
    }
    return pins;
  }

  function readSelected([what, ...keys]) {
    if (what === "node" && Graph.find(keys[0]) !== undefined) return { node: Graph.find(keys[0]) };
    if (what !== "edge") return null;
    const edge = Graph.edges().find(
      (each) => each.kind === keys[2] && key(each.from) === keys[0] && key(each.to) === keys[1],
    );
    return edge ? { edge: edge.id } : null;
  }

  /** Begin from the hash of the page, or from another one: nothing to undo. */
  function start(hash) {
    const { state, missing } = readHash(hash);
    current = state;
    past.length = 0;
    return missing;
  }

  return { get, change, undo, onChange, start, hashOf, canUndo: () => past.length > 0 };
})();
