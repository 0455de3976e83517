/* What a person can do to the picture; every button, key and click ends here. */

const Actions = (() => {
  const MOST_EXPANDED = 60;
  /** When a path is being asked for: the node it starts from. */
  let pathFrom = null;

  function select(id) {
    if (pathFrom !== null && pathFrom !== id) return showPath(pathFrom, id);
    State.change({ selected: { node: id } });
    Dom.announce(
      Words.say("said.selected", {
        name: Graph.node(id).label,
        kind: Words.name("kind", Graph.node(id).group),
      }),
    );
  }

  function selectEdge(id) {
    State.change({ selected: { edge: id } });
    Dom.announce(Lines.edgeSentence(Graph.edge(id)));
  }

  /** From a search, a list or a link: to the network, with the node in view, and there. */
  function goTo(id) {
    if (pathFrom !== null && pathFrom !== id) return showPath(pathFrom, id);
    const state = State.get();
    const patch = {
      view: "network",
      selected: { node: id },
      hidden: state.hidden.filter((each) => each !== id),
    };
    if (!Picture.has(id)) {
      patch.added = [...new Set([...state.added, id, ...Graph.neighbours(id).slice(0, 8)])];
      patch.offKinds = state.offKinds.filter((kind) => kind !== Graph.node(id).group);
      if (!Dates.nodeCounts(Graph.node(id), state)) patch.time = "";
    }
    State.change(patch);
    Picture.flyTo(id);
    Dom.announce(
      Words.say("said.selected", {
        name: Graph.node(id).label,
        kind: Words.name("kind", Graph.node(id).group),
      }),
    );
  }

  function neighbourhood(id, steps) {
    State.change({
      view: "network",
      show: { mode: "around", node: id, steps },
      added: [],
      hidden: [],
      selected: { node: id },
    });
    Dom.announce(Words.say("said.shown", { count: Picture.shown().length }));
  }

  function showCore() {
    State.change({ view: "network", show: { mode: "core" }, added: [], hidden: [], selected: null });
  }

  function showAll() {
    State.change({ view: "network", show: { mode: "all" }, added: [], hidden: [], selected: null });
  }

  /** Bring the neighbours that are not in view, the most important first; a second call brings more. */
  function expand(id) {
    const state = State.get();
    const missing = Graph.neighbours(id).filter((near) => !Picture.has(near));
    const joining = missing.slice(0, MOST_EXPANDED);
    State.change({
      added: [...new Set([...state.added, ...joining])],
      hidden: state.hidden.filter((each) => !joining.includes(each)),
      selected: { node: id },
    });
    Dom.announce(
      Words.say("said.expanded", { count: joining.length, rest: missing.length - joining.length }),
    );
  }

  /** Take away the neighbours that hang on this node alone. */
  function collapse(id) {
    const state = State.get();
    const inView = new Set(Picture.shown());
    const leaves = Graph.neighbours(id).filter(
      (near) => inView.has(near) && Graph.neighbours(near).every((each) => each === id || !inView.has(each)),
    );
    State.change({
      added: state.added.filter((each) => !leaves.includes(each)),
      hidden: [...new Set([...state.hidden, ...leaves])],
      selected: { node: id },
    });
    Dom.announce(Words.say("said.collapsed", { count: leaves.length }));
  }

  function hide(id) {
    const state = State.get();
    State.change({
      hidden: [...new Set([...state.hidden, id])],
      added: state.added.filter((each) => each !== id),
      selected: null,
    });
    Dom.announce(Words.say("said.hidden", { name: Graph.node(id).label }));
  }

  function togglePin(id) {
    const { [id]: pinned, ...others } = State.get().pinned;
    State.change({ pinned: pinned ? others : { ...others, [id]: Picture.placeOf(id) } });
  }

  /** The next node chosen, by search or click, ends the path. */
  function askPath(id) {
    pathFrom = id;
    const search = Dom.byId("search");
    search.placeholder = Words.say("search.path", { name: Graph.node(id).label });
    search.value = "";
    search.focus();
    Dom.announce(search.placeholder);
  }

  function forgetPath() {
    pathFrom = null;
    Dom.byId("search").placeholder = Words.say("search.placeholder");
  }

  function showPath(from, to) {
    forgetPath();
    const show = { mode: "path", from, to };
    const path = InView.pathOf({ ...State.get(), show });
    if (!path)
      return Notice.show(
        Words.say("said.nopath", { from: Graph.node(from).label, to: Graph.node(to).label }),
      );
    State.change({ view: "network", show, added: [], hidden: [], selected: { node: to } });
    Dom.announce(Words.say("said.path", { steps: path.length - 1 }));
  }

  function undo() {
    if (State.undo()) Dom.announce(Words.say("said.undone"));
  }

  const toggled = (list, value) =>
    list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
  const toggleKind = (group) => State.change({ offKinds: toggled(State.get().offKinds, group) });
  const toggleTie = (kind) => State.change({ offTies: toggled(State.get().offTies, kind) });

  return {
    select,
    selectEdge,
    goTo,
    neighbourhood,
    showCore,
    showAll,
    expand,
    collapse,
    hide,
    togglePin,
    askPath,
    forgetPath,
    undo,
    toggleKind,
    toggleTie,
  };
})();

/* One line over the picture that says what could not be done, and goes away. */
const Notice = (() => {
  const SECONDS = 6;
  let timer = 0;

  function show(text) {
    document.querySelector(".notice-line")?.remove();
    Dom.byId("stage").append(Dom.make("p", { class: "notice-line" }, text));
    Dom.announce(text);
    clearTimeout(timer);
    timer = setTimeout(() => document.querySelector(".notice-line")?.remove(), SECONDS * 1000);
  }

  return { show };
})();
