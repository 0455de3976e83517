/* The keyboard: shortcuts everywhere, and a way through the network without a mouse. */

const Keys = (() => {
  const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  const ANYWHERE = {
    "/": () => Dom.byId("search").focus(),
    "?": () => openHelp(),
    u: () => Actions.undo(),
    1: () => State.change({ view: "network" }),
    2: () => State.change({ view: "table" }),
    3: () => State.change({ view: "posts" }),
    4: () => State.change({ view: "board" }),
    l: () => Dom.byId("language").click(),
    d: () => Dom.byId("theme").click(),
  };

  /** On the network; those of a node act on the chosen one. */
  const ON_NETWORK = {
    "+": () => Picture.zoom(1.35),
    "=": () => Picture.zoom(1.35),
    "-": () => Picture.zoom(1 / 1.35),
    f: () => Picture.fit(true),
    0: () => Actions.showCore(),
    Escape: () => State.change({ selected: null }),
  };

  const ON_NODE = {
    n: (id) => Actions.neighbourhood(id, 1),
    m: (id) => Actions.neighbourhood(id, 2),
    e: (id) => Actions.expand(id),
    c: (id) => Actions.collapse(id),
    h: (id) => Actions.hide(id),
    p: (id) => Actions.togglePin(id),
    t: (id) => Actions.askPath(id),
    Enter: () => Dom.byId("panel").focus(),
  };

  function start() {
    document.addEventListener("keydown", onKey);
    Dom.byId("canvas").addEventListener("keydown", onCanvasKey);
    Dom.byId("open-help").addEventListener("click", openHelp);
    Dom.byId("panel").addEventListener(
      "keydown",
      (event) => event.key === "Escape" && Dom.byId("canvas").focus(),
    );
  }

  const typing = (event) => /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) || event.isComposing;
  const plain = (event) => !event.ctrlKey && !event.metaKey && !event.altKey;

  function onKey(event) {
    if (document.querySelector("dialog[open]")) return;
    if ((event.ctrlKey || event.metaKey) && event.key === "z" && !typing(event)) {
      event.preventDefault();
      Actions.undo();
    } else if (plain(event) && !typing(event) && ANYWHERE[event.key]) {
      event.preventDefault();
      ANYWHERE[event.key]();
    }
  }

  function onCanvasKey(event) {
    if (!plain(event)) return;
    const chosen = State.get().selected?.node;
    if (DIRECTIONS[event.key])
      event.shiftKey
        ? Picture.pan(...DIRECTIONS[event.key].map((part) => part * 80))
        : step(DIRECTIONS[event.key]);
    else if (ON_NETWORK[event.key]) ON_NETWORK[event.key]();
    else if (chosen !== undefined && ON_NODE[event.key]) ON_NODE[event.key](chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** To the nearest node in a direction; without a chosen node, to the most important one. */
  function step([dx, dy]) {
    const shown = Picture.shown();
    if (!shown.length) return;
    const from = State.get().selected?.node;
    if (from === undefined || !Picture.has(from)) return Actions.goTo(Math.min(...shown));
    const [x, y] = Picture.placeOf(from);
    let best = null;
    for (const id of shown) {
      const [nx, ny] = Picture.placeOf(id);
      const ahead = (nx - x) * dx + (ny - y) * dy;
      const aside = Math.abs((nx - x) * dy) + Math.abs((ny - y) * dx);
      if (id === from || ahead <= 0 || aside > 2.5 * ahead) continue;
      const cost = ahead + 1.8 * aside;
      if (!best || cost < best.cost) best = { id, cost };
    }
    if (best) Actions.goTo(best.id);
  }

  function openHelp() {
    const keys = [
      ["/", "search"],
      ["← ↑ → ↓", "move"],
      ["Shift ←", "pan"],
      ["+ − f", "zoom"],
      ["Enter", "panel"],
      ["n m", "near"],
      ["e c", "expand"],
      ["h p", "hide"],
      ["t", "path"],
      ["u", "undo"],
      ["0", "core"],
      ["1 2 3 4", "views"],
      ["l d", "language"],
      ["?", "help"],
    ];
    Dom.fill(
      Dom.byId("help-text"),
      Dom.make("p", {}, Words.say("help.mouse")),
      Dom.make(
        "dl",
        { class: "keys" },
        keys.map(([key, word]) => [
          Dom.make("dt", {}, Dom.make("kbd", {}, key)),
          Dom.make("dd", {}, Words.say(`key.${word}`)),
        ]),
      ),
      Dom.make("p", { class: "muted" }, Words.say("help.offline")),
    );
    Dom.byId("help").showModal();
  }

  return { start };
})();
