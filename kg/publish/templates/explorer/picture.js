/* The network on the canvas. The only module that talks to vis-network. */

const Picture = (() => {
  /** With more nodes than this the edges go while the picture is dragged. */
  const MANY = 600;
  /** Names tried for a place in one drawing. */
  const MOST_NAMED = 1500;
  const MOST_EDGE_WORDS = 14;
  const MOST_BOOST = 2.4;
  /** Kept free around the picture: a share of the width for names at the sides, pixels for the line above. */
  const MARGIN = { x: 0.1, top: 58, bottom: 40 };
  const CLOSEST = 1.25;
  const LEGIBLE = 0.3;

  let network = null;
  let nodes = null;
  let edges = null;
  let view = { nodes: [], edges: [], places: new Map(), omitted: 0 };
  let hovered = null;
  let near = null;
  let drawnShow = "";
  let stroke = 1;
  let names = [];
  let edgeColours = "";
  const handedOn = new Map();

  const box = () => Dom.byId("canvas");

  function start(options) {
    nodes = new vis.DataSet();
    edges = new vis.DataSet();
    network = new vis.Network(box(), { nodes, edges }, visOptions(options));
    network.on("afterDrawing", drawNames);
    network.on("click", choose);
    network.on("doubleClick", ({ nodes: [id] }) => id !== undefined && Actions.expand(id));
    network.on("hoverNode", ({ node, event }) => hover(node, event));
    network.on("blurNode", () => hover(null));
    network.on("hoverEdge", ({ edge, event }) => Tip.overEdge(edge, event));
    network.on("blurEdge", () => Tip.hide());
    network.on("dragStart", () => Tip.hide());
    network.on("dragging", takeAlong);
    network.on("zoom", () => Tip.hide());
    network.on("dragEnd", pinDragged);
    document.fonts?.ready.then(() => network.redraw());
  }

  /** pyvis's options, and what our own drawing needs on top of them. */
  function visOptions(options) {
    return {
      ...options,
      configure: { enabled: false },
      layout: { improvedLayout: false },
      interaction: {
        ...options.interaction,
        hover: true,
        multiselect: false,
        keyboard: false,
        zoomSpeed: 0.6,
      },
      edges: {
        smooth: false,
        arrows: { to: { scaleFactor: 0.45 }, middle: { scaleFactor: 0.4 } },
        selectionWidth: 0.8,
        hoverWidth: 0.8,
      },
    };
  }

  function choose({ nodes: [node], edges: [edge] }) {
    if (node !== undefined) Actions.select(node);
    else if (edge !== undefined) Actions.selectEdge(edge);
    else State.change({ selected: null });
  }

  function hover(id, event) {
    hovered = id;
    if (id === null) Tip.hide();
    else Tip.overNode(id, event);
    network.redraw();
  }

  /** The name follows the node. */
  function takeAlong({ nodes: [id] }) {
    if (id === undefined) return;
    const { x, y } = network.getPosition(id);
    view.places.set(id, [x, y]);
  }

  function pinDragged({ nodes: [id] }) {
    if (id === undefined) return;
    const { x, y } = network.getPosition(id);
    State.change({ pinned: { ...State.get().pinned, [id]: [Math.round(x), Math.round(y)] } });
  }

  /* ── from the state to the canvas ── */

  /** Bring the canvas to the state, and the camera to it where another picture was asked for. */
  function refresh(state) {
    view = InView.compose(state);
    const moved = drawnShow !== JSON.stringify(state.show);
    if (moved) stroke = Math.min(1.7, Math.max(1, 0.6 / camera().scale));
    const many = view.nodes.length > MANY;
    network.setOptions({ interaction: { hideEdgesOnDrag: many, hideEdgesOnZoom: many } });
    setAll(nodes, view.nodes.map(visNode));
    setAll(edges, Wires.draw(view.edges, stroke));
    emphasise(state);
    if (moved) network.setSize("100%", "100%");
    if (moved) fit();
    drawnShow = JSON.stringify(state.show);
  }

  /** Make a data set hold these items; only what is new or differs is handed on, which costs vis-network most. */
  function setAll(dataset, items) {
    const before = handedOn.get(dataset) ?? new Map();
    const now = new Map(items.map((item) => [item.id, JSON.stringify(item)]));
    handedOn.set(dataset, now);
    dataset.remove([...before.keys()].filter((id) => !now.has(id)));
    dataset.update(items.filter((item) => before.get(item.id) !== now.get(item.id)));
  }

  function visNode(id) {
    const [x, y] = view.places.get(id);
    return { id, x, y, shape: "custom", ctxRenderer: drawNode };
  }

  /** vis-network asks for the drawing of one node; colour, mark and emphasis are decided when it is drawn. */
  function drawNode({ ctx, id, x, y }) {
    const size = sizeOf(id);
    const { selected, pinned } = State.get();
    const look = {
      chosen: selected?.node === id,
      hovered: hovered === id,
      pinned: Boolean(pinned[id]),
      faded: faded(id),
    };
    return {
      drawNode: () => Paint.node(ctx, Graph.node(id).group, x, y, size, look),
      nodeDimensions: { width: 2 * size, height: 2 * size },
    };
  }

  const faded = (id) => near !== null && !near.has(id);

  /** Important nodes are larger; seen from afar all grow a little, or they would be dots. */
  const sizeOf = (id) => Shapes.sizeOf(Graph.node(id).group) * (1 + 0.5 / Math.sqrt(1 + id / 8)) * boost();

  const boost = () => Math.min(MOST_BOOST, Math.max(1, 0.62 / network.getScale()));

  /** Around a chosen node or edge the rest steps back; a neighbourhood and a path are small enough to stay whole. */
  function emphasise(state) {
    const { selected, show } = state;
    near = null;
    if (selected?.node !== undefined && nodes.get(selected.node)) {
      if (["core", "all"].includes(show.mode))
        near = new Set([selected.node, ...network.getConnectedNodes(selected.node)]);
      network.selectNodes([selected.node], true);
    } else if (selected?.edge !== undefined && edges.get(selected.edge)) {
      const edge = Graph.edge(selected.edge);
      near = new Set([edge.from, edge.to]);
      network.setSelection({ nodes: [], edges: [selected.edge] }, { highlightEdges: false });
    } else network.unselectAll();
    colourEdges();
    network.redraw();
  }

  /** Handing on a colour that is there already would cost as much as a new one. */
  function colourEdges() {
    const color = Wires.colours(view.edges.length, near !== null, Paint.palette());
    const told = JSON.stringify(color);
    if (told !== edgeColours) network.setOptions({ edges: { color } });
    edgeColours = told;
  }

  function restyle() {
    Paint.readPalette();
    colourEdges();
    network.redraw();
  }

  /* ── names ── */

  /** After each drawing: names and edge words, in pixels of the screen whatever the zoom. */
  function drawNames(ctx) {
    const scale = network.getScale();
    ctx.save();
    ctx.scale(1 / scale, 1 / scale);
    names = Labels.place(ctx, spots(scale), frame(scale));
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    for (const name of names) Paint.name(ctx, name, faded(name.id) && !name.must);
    drawEdgeWords(ctx, scale);
    ctx.restore();
  }

  /** Nodes in the window, those to be named first in front. */
  function spots(scale) {
    const chosen = State.get().selected?.node;
    const [left, top, right, bottom] = frame(scale, 60);
    const found = [];
    for (const id of nodes.getIds()) {
      // vis-network also draws while its nodes are being exchanged; those on their way out have no place.
      if (!view.places.has(id)) continue;
      const [x, y] = view.places.get(id).map((part) => part * scale);
      if (x < left || x > right || y < top || y > bottom) continue;
      const must = hovered === id || chosen === id ? "whole" : "";
      found.push({ id, text: Graph.node(id).label, x, y, size: Math.max(sizeOf(id) * scale, 2), must });
    }
    const rank = (spot) => (spot.must ? 0 : near?.has(spot.id) ? 1 : 2);
    return found.sort((a, b) => rank(a) - rank(b) || a.id - b.id).slice(0, MOST_NAMED);
  }

  /** The window in the pixels of the names, with a rim; half a name is worse than none. */
  function frame(scale, rim = -2) {
    const low = network.DOMtoCanvas({ x: -rim, y: -rim });
    const high = network.DOMtoCanvas({ x: box().clientWidth + rim, y: box().clientHeight + rim });
    return [low.x * scale, low.y * scale, high.x * scale, high.y * scale];
  }

  /** In the middle of the chosen edge, and of the edges of a chosen node while they are few. */
  function drawEdgeWords(ctx, scale) {
    const taken = names.map((name) => name.box);
    const meets = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    for (const edgeId of edgesToName()) {
      const edge = Graph.edge(edgeId);
      const [[ax, ay], [bx, by]] = [view.places.get(edge.from), view.places.get(edge.to)];
      const text = Labels.short(Lines.edgeWords(edge));
      const half = ctx.measureText(text).width / 2 + 4;
      const [x, y] = [((ax + bx) / 2) * scale, ((ay + by) / 2) * scale];
      const place = [x - half, y - 9, x + half, y + 9];
      if (taken.some((other) => meets(place, other))) continue;
      taken.push(place);
      Paint.words(ctx, text, place);
    }
  }

  function edgesToName() {
    const { selected } = State.get();
    if (!selected || (selected.node !== undefined && !nodes.get(selected.node))) return [];
    const named = selected.edge !== undefined ? [selected.edge] : network.getConnectedEdges(selected.node);
    const placed = (edge) => view.places.has(edge.from) && view.places.has(edge.to);
    return named.length > MOST_EDGE_WORDS
      ? []
      : named.filter((id) => edges.get(id) && placed(Graph.edge(id)));
  }

  /* ── camera ── */

  /** Where the camera must be to see all that is in view, with names. */
  function camera() {
    const { clientWidth: width, clientHeight: height } = box();
    if (!view.nodes.length) return { position: { x: 0, y: 0 }, scale: 1 };
    const places = view.nodes.map((id) => view.places.get(id));
    const [left, right] = extent(places.map(([x]) => x));
    const [top, bottom] = extent(places.map(([, y]) => y));
    const room = [
      Math.max(width * (1 - 2 * MARGIN.x), 80),
      Math.max(height - MARGIN.top - MARGIN.bottom, 80),
    ];
    const scale = Math.min(CLOSEST, room[0] / Math.max(right - left, 1), room[1] / Math.max(bottom - top, 1));
    const lower = (MARGIN.top - MARGIN.bottom) / 2 / scale;
    return { position: { x: (left + right) / 2, y: (top + bottom) / 2 - lower }, scale };
  }

  const extent = (values) =>
    values.reduce(
      ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
      [Infinity, -Infinity],
    );

  const moving = () =>
    !matchMedia("(prefers-reduced-motion: reduce)").matches && {
      duration: 350,
      easingFunction: "easeInOutQuad",
    };

  function fit(animated = false) {
    network.moveTo({ ...camera(), animation: animated && moving() });
  }

  function flyTo(id) {
    // The panel may just have taken its share of a phone's screen; vis-network would notice a moment too late.
    network.setSize("100%", "100%");
    network.focus(id, { scale: Math.max(network.getScale(), 0.9), animation: moving() });
  }

  /** A whole picture at this scale is no place to look at one node: a phone's. */
  const isCrowded = () => network.getScale() < LEGIBLE;

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor });
  }

  function pan(dx, dy) {
    const { x, y } = network.getViewPosition();
    const scale = network.getScale();
    network.moveTo({ position: { x: x + dx / scale, y: y + dy / scale } });
  }

  return {
    start,
    refresh,
    emphasise,
    restyle,
    fit,
    flyTo,
    isCrowded,
    zoom,
    pan,
    sizeOf,
    /** Numbers of the nodes and edges in view. */
    shown: () => [...view.nodes],
    shownEdges: () => [...view.edges],
    omitted: () => view.omitted,
    has: (id) => Boolean(nodes.get(id)),
    placeOf: (id) => view.places.get(id),
    onScreen: (id) => network.canvasToDOM(network.getPosition(id)),
    names: () => names,
    scale: () => network.getScale(),
    canvas: () => box().querySelector("canvas"),
    /** For those who measure: one drawing, now. */
    drawNow: () => network.renderer._redraw(),
  };
})();
