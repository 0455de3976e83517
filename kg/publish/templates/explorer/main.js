/* Joins the modules: loads the data, renders what a change concerns. */

const Main = (() => {
  const PAPER_VIEWS = ["table", "posts", "board"];
  const NETWORK = ["show", "added", "hidden", "pinned", "offKinds", "offTies", "time", "only"];

  function start() {
    const data = JSON.parse(Dom.byId("data").textContent);
    Words.load(data.words);
    Shapes.load(data.kinds);
    Graph.load(data);
    Dates.load();
    const missing = State.start(location.hash);
    applyTheme(State.get());
    Words.speak(language(State.get()));
    Paint.readPalette();
    Picture.start(data.options);
    State.onChange(render);
    wire();
    render(State.get(), new Set(Object.keys(State.get())));
    if (missing) Notice.show(Words.say("said.missing", { count: missing }));
    if (State.get().selected?.node !== undefined && Picture.isCrowded())
      Picture.flyTo(State.get().selected.node);
    tellReady();
  }

  /** Once the first picture is on the screen: the milliseconds it took, for those who measure. */
  function tellReady() {
    requestAnimationFrame(() =>
      setTimeout(() => (document.documentElement.dataset.ready = String(Math.round(performance.now())))),
    );
  }

  const language = (state) => state.lang || (navigator.language.startsWith("en") ? "en" : "zh");

  const isDark = (state) =>
    state.theme ? state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

  function applyTheme(state) {
    document.documentElement.dataset.theme = isDark(state) ? "dark" : "light";
    Shapes.darken(isDark(state));
  }

  function render(state, changed) {
    const any = (...names) => names.some((name) => changed.has(name));
    if (any("theme")) applyTheme(state);
    if (any("lang")) Words.speak(language(state));
    showView(state.view);
    // Before the picture: the slider and, on a phone, the panel take their share of the height.
    if (any("lang", "time", "only")) Clock.render(state);
    if (any("lang", "theme", "selected", "pinned", "time", "only")) Panel.render(state);
    if (any(...NETWORK)) Picture.refresh(state);
    else if (any("selected", "pinned")) Picture.emphasise(state);
    if (any("theme")) Picture.restyle();
    if (any("lang", "theme", ...NETWORK)) Legend.render(state);
    renderOver(state);
    const view = { table: Table, posts: Posts, board: Board }[state.view];
    if (view && any("view", "lang", "theme", "time", "only", "offKinds", "table")) view.render(state);
    Dom.byId("undo").disabled = !State.canUndo();
  }

  function showView(view) {
    document.body.dataset.view = view;
    for (const name of PAPER_VIEWS) Dom.byId(name).hidden = name !== view;
    for (const button of document.querySelectorAll("[data-go]"))
      button.setAttribute("aria-pressed", String(button.dataset.go === view));
  }

  /** How much of the network is in view, said over the picture. */
  function renderOver(state) {
    const shown = Picture.shown().length;
    const words = Words.say(`shown.${state.show.mode}`, {
      shown: Words.count(shown),
      all: Words.count(Graph.nodes().length),
      name: state.show.node === undefined ? "" : Graph.node(state.show.node).label,
    });
    const omitted = Picture.omitted()
      ? Words.say("shown.omitted", { count: Words.count(Picture.omitted()) })
      : "";
    Dom.byId("shown").textContent = words + omitted;
    Dom.byId("show-core").setAttribute("aria-pressed", String(state.show.mode === "core"));
    Dom.byId("show-all").setAttribute("aria-pressed", String(state.show.mode === "all"));
  }

  function wire() {
    const click = (id, action) => Dom.byId(id).addEventListener("click", action);
    for (const button of document.querySelectorAll("[data-go]"))
      button.addEventListener("click", () => State.change({ view: button.dataset.go }));
    click("undo", Actions.undo);
    click("show-core", Actions.showCore);
    click("show-all", Actions.showAll);
    click("zoom-in", () => Picture.zoom(1.35));
    click("zoom-out", () => Picture.zoom(1 / 1.35));
    click("zoom-fit", () => Picture.fit(true));
    click("language", () => State.change({ lang: Words.language() === "zh" ? "en" : "zh" }));
    click("theme", () => State.change({ theme: Shapes.isDark() ? "light" : "dark" }));
    click("open-legend", toggleLegend);
    Dom.dialog(Dom.byId("reader"));
    Dom.dialog(Dom.byId("help"));
    Suggest.start();
    Export.start();
    Keys.start();
    addEventListener("hashchange", followHash);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () =>
      render(State.get(), new Set(["theme"])),
    );
  }

  function toggleLegend() {
    const open = Dom.byId("legend").classList.toggle("open");
    Dom.byId("open-legend").setAttribute("aria-expanded", String(open));
  }

  /** A link was pasted over the address, or the way back was taken. */
  function followHash() {
    if (location.hash.replace(/^#/, "") === State.hashOf(State.get())) return;
    State.start(location.hash);
    render(State.get(), new Set(Object.keys(State.get())));
  }

  return { start };
})();

Main.start();
