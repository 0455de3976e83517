/* The network on the canvas: what is in view, where it stands, how it is drawn. The only module that talks to vis-network. */

const Picture = (() => {
  /** From here on edges go while the picture is dragged; from there on they fade and have no arrows. */
  const MANY = 600;
  const MANY_EDGES = 2500;
  const MOST_AROUND = 300;
  const MOST_NAMED = 1500;
  const MOST_HEADS = 10;
  const MOST_BOOST = 2.4;
  /** Kept free around the picture: a share of the width for names at the sides, pixels for the line above. */
  const MARGIN = { x: 0.1, top: 58, bottom: 40 };
  const CLOSEST = 1.25;

  let network = null;
  let nodes = null;
  let edges = null;
  let places = new Map();
  let hovered = null;
  let near = null;
  let drawnShow = "";
  let omitted = 0;
  let labelBoxes = [];
  const drawn = new Map();
  let stroke = 1;

  /* ── what is in view ── */

  function edgeInView(state) {
    const offTies = new Set(state.offTies);
    return (edge) => !offTies.has(edge.kind) && Dates.edgeCounts(edge, state);
  }

  function nodeInView(state) {
    const offKinds = new Set(state.offKinds);
    return (node) => !offKinds.has(node.group) && Dates.nodeCounts(node, state);
  }

  /** The nodes of the chosen picture before filters: a Map from node to place. */
  function base(state) {
    const { show } = state;
    omitted = 0;
    if (show.mode === "all") return new Map(Graph.nodes().map((node) => [node.id, [node.x, node.y]]));
    if (show.mode === "around") return aroundPlaces(state);
    if (show.mode === "path") return Arrange.line(pathOf(state) ?? [show.from, show.to]);
    return new Map(Graph.nodes().filter((node) => node.core).map((node) => [node.id, node.core]));
  }

  const throughView = (state) => {
    const [nodeShown, edgeShown] = [nodeInView(state), edgeInView(state)];
    return (edgeId) => {
      const edge = Graph.edge(edgeId);
      return edgeShown(edge) && nodeShown(Graph.node(edge.from)) && nodeShown(Graph.node(edge.to));
    };
  };

  /** A neighbourhood; of more than a reader can take in, the most important. */
  function aroundPlaces(state) {
    const distances = Graph.around(state.show.node, state.show.steps, throughView(state));
    const kept = [...distances].sort((a, b) => Math.min(a[1], 1) - Math.min(b[1], 1) || a[0] - b[0]).slice(0, MOST_AROUND);
    omitted = distances.size - kept.length;
    return Arrange.rings(new Map(kept.sort((a, b) => a[1] - b[1] || a[0] - b[0])));
  }

  const pathOf = (state) => Graph.path(state.show.from, state.show.to, throughView(state));

  function shownNodes(state) {
    const hidden = new Set(state.hidden);
    const counts = nodeInView(state);
    const ids = [...new Set([...base(state).keys(), ...state.added])].sort((a, b) => a - b);
    return ids.filter((id) => !hidden.has(id) && counts(Graph.node(id)));
  }

  function shownEdges(state, ids) {
    const inView = new Set(ids);
    const counts = edgeInView(state);
    const found = new Set();
    for (const id of ids) for (const edgeId of Graph.edgesOf(id)) found.add(edgeId);
    return [...found].sort((a, b) => a - b).filter((edgeId) => {
      const edge = Graph.edge(edgeId);
      return inView.has(edge.from) && inView.has(edge.to) && counts(edge);
    });
  }

  /* ── drawing ── */

  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  function visNode(id) {
    const [x, y] = places.get(id);
    return { id, x, y, shape: "custom", ctxRenderer: drawNode };
  }

  /** vis-network asks for the drawing of one node; colour, mark and emphasis are decided when it is drawn. */
  function drawNode({ ctx, id, x, y }) {
    const node = Graph.node(id);
    const size = sizeOf(id);
    return { drawNode: () => paintNode(ctx, node, x, y, size), nodeDimensions: { width: 2 * size, height: 2 * size } };
  }

  /** Important nodes are larger; seen from afar all grow a little, or they would be dots. */
  const sizeOf = (id) => Shapes.sizeOf(Graph.node(id).group) * (1 + 0.5 / Math.sqrt(1 + id / 8)) * boost();

  const boost = () => Math.min(MOST_BOOST, Math.max(1, 0.62 / network.getScale()));

  function paintNode(ctx, node, x, y, size) {
    const state = State.get();
    const chosen = state.selected?.node === node.id;
    const colour = Shapes.colourOf(node.group);
    ctx.globalAlpha = near && !near.has(node.id) ? 0.28 : 1;
    Shapes.trace(ctx, node.group, x, y, size);
    ctx.fillStyle = Shapes.hollow(node.group) ? palette.ground : colour;
    ctx.strokeStyle = Shapes.hollow(node.group) ? colour : palette.ground;
    ctx.lineWidth = Shapes.hollow(node.group) ? 3 : 1.5;
    ctx.fill();
    ctx.stroke();
    if (chosen || hovered === node.id) paintHalo(ctx, x, y, size, chosen);
    if (state.pinned[node.id]) paintPin(ctx, x, y, size);
    ctx.globalAlpha = 1;
  }

  function paintHalo(ctx, x, y, size, chosen) {
    ctx.beginPath();
    ctx.arc(x, y, size + 5, 0, 2 * Math.PI);
    ctx.strokeStyle = palette.accent;
    ctx.lineWidth = chosen ? 3 : 1.5;
    ctx.stroke();
  }

  function paintPin(ctx, x, y, size) {
    ctx.beginPath();
    ctx.arc(x + size * 0.8, y - size * 0.8, 3.5, 0, 2 * Math.PI);
    ctx.fillStyle = palette.accent;
    ctx.fill();
  }

  let palette = {};

  function readPalette() {
    palette = { ground: css("--ground"), ink: css("--ink"), accent: css("--accent"), edge: css("--edge"), soft: css("--soft"), label: css("--label") };
    return palette;
  }

  const DASHED = new Set(["participant", "place"]);

  function visEdge(edgeId, bent, arrows) {
    const edge = Graph.edge(edgeId);
    return {
      id: edgeId, from: edge.from, to: edge.to,
      dashes: DASHED.has(edge.kind) ? [3, 5] : false,
      width: (edge.kind === "tenure" ? 1.7 : 1.1) * stroke,
      arrows: DASHED.has(edge.kind) || edge.kind === "cooperatesWith" ? "" : arrows,
      smooth: bent ? { enabled: true, type: "curvedCW", roundness: 0.12 + 0.1 * bent } : false,
    };
  }

  /** Of several edges between the same two nodes each but the first is bent, so that each can be seen and clicked. */
  function visEdges(edgeIds) {
    const seen = new Map();
    const crowded = crowdedEnds(edgeIds);
    const arrowsAt = (id) => (edgeIds.length > MANY_EDGES ? "" : crowded.has(id) ? "middle" : "to");
    return edgeIds.map((edgeId) => {
      const { from, to } = Graph.edge(edgeId);
      const pair = from < to ? `${from} ${to}` : `${to} ${from}`;
      const before = seen.get(pair) ?? 0;
      seen.set(pair, before + 1);
      return visEdge(edgeId, before, arrowsAt(to));
    });
  }

  /** Nodes with so many arrows that the heads would lie on one another; there they stand in the middle of the edge. */
  function crowdedEnds(edgeIds) {
    const counts = new Map();
    for (const edgeId of edgeIds) counts.set(Graph.edge(edgeId).to, (counts.get(Graph.edge(edgeId).to) ?? 0) + 1);
    return new Set([...counts].filter(([, count]) => count > MOST_HEADS).map(([id]) => id));
  }

  /* ── names ── */

  function drawLabels(ctx) {
    const scale = network.getScale();
    const selected = State.get().selected;
    const spots = [];
    const corner = network.DOMtoCanvas({ x: -60, y: -30 });
    const end = network.DOMtoCanvas({ x: canvasBox().clientWidth + 60, y: canvasBox().clientHeight + 30 });
    for (const id of nodes.getIds()) {
      // vis-network also draws while its nodes are being exchanged; those on their way out have no place.
      if (!places.has(id)) continue;
      const [x, y] = places.get(id);
      if (x < corner.x || x > end.x || y < corner.y || y > end.y) continue;
      const must = hovered === id || selected?.node === id ? "whole" : "";
      spots.push({ id, text: Graph.node(id).label, x: x * scale, y: y * scale, size: Math.max(sizeOf(id) * scale, 2), must });
    }
    const first = (spot) => (spot.must ? 2 : near?.has(spot.id) ? 1 : 0);
    spots.sort((a, b) => first(b) - first(a) || a.id - b.id);
    ctx.save();
    ctx.scale(1 / scale, 1 / scale);
    labelBoxes = Labels.place(ctx, spots.slice(0, MOST_NAMED), frameBox(scale));
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    for (const label of labelBoxes) paintLabel(ctx, label);
    drawEdgeLabels(ctx, scale);
    ctx.restore();
  }

  /** The window in the pixels of the labels; half a name is worse than none. */
  function frameBox(scale) {
    const low = network.DOMtoCanvas({ x: 2, y: 2 });
    const high = network.DOMtoCanvas({ x: canvasBox().clientWidth - 2, y: canvasBox().clientHeight - 2 });
    return [low.x * scale, low.y * scale, high.x * scale, high.y * scale];
  }

  function paintLabel(ctx, { id, text, box: [left, top, right, bottom], must }) {
    ctx.globalAlpha = near && !near.has(id) && !must ? 0.35 : 1;
    ctx.fillStyle = must ? palette.ground : palette.label;
    ctx.fillRect(left, top + 1, right - left, bottom - top - 2);
    ctx.fillStyle = palette.ink;
    ctx.fillText(text, (left + right) / 2, (top + bottom) / 2);
    ctx.globalAlpha = 1;
  }

  /** The relation's words in the middle of the chosen edge, and of the edges of a chosen node while they are few. */
  function drawEdgeLabels(ctx, scale) {
    const { selected } = State.get();
    if (!selected || (selected.node !== undefined && !nodes.get(selected.node))) return;
    const named = selected.edge !== undefined ? [selected.edge] : network.getConnectedEdges(selected.node);
    if (named.length > 14) return;
    const taken = labelBoxes.map((label) => label.box);
    for (const edgeId of named) {
      const edge = Graph.edge(edgeId);
      if (!edges.get(edgeId) || !places.has(edge.from) || !places.has(edge.to)) continue;
      const [[ax, ay], [bx, by]] = [places.get(edge.from), places.get(edge.to)];
      const [x, y] = [((ax + bx) / 2) * scale, ((ay + by) / 2) * scale];
      const text = Labels.short(Lines.edgeWords(edge));
      const half = ctx.measureText(text).width / 2 + 4;
      const box = [x - half, y - 9, x + half, y + 9];
      if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
      taken.push(box);
      ctx.fillStyle = palette.soft;
      ctx.fillRect(box[0], box[1], box[2] - box[0], 18);
      ctx.fillStyle = palette.accent;
      ctx.fillText(text, x, y);
    }
  }

  /* ── life ── */

  const canvasBox = () => Dom.byId("canvas");

  function start(options) {
    nodes = new vis.DataSet();
    edges = new vis.DataSet();
    network = new vis.Network(canvasBox(), { nodes, edges }, visOptions(options));
    network.on("afterDrawing", drawLabels);
    network.on("click", choose);
    network.on("doubleClick", ({ nodes: [id] }) => id !== undefined && Actions.expand(id));
    network.on("hoverNode", ({ node, event }) => hover(node, event));
    network.on("blurNode", () => hover(null));
    network.on("hoverEdge", ({ edge, event }) => Tip.overEdge(edge, event));
    network.on("blurEdge", () => Tip.hide());
    network.on("dragStart", () => Tip.hide());
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
      interaction: { ...options.interaction, hover: true, multiselect: false, keyboard: false, tooltipDelay: 1e9, zoomSpeed: 0.6 },
      edges: { smooth: false, arrows: { to: { scaleFactor: 0.45 }, middle: { scaleFactor: 0.4 } }, selectionWidth: 0.8, hoverWidth: 0.8 },
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

  function pinDragged({ nodes: [id] }) {
    if (id === undefined) return;
    const { x, y } = network.getPosition(id);
    const place = [Math.round(x), Math.round(y)];
    places.set(id, place);
    State.change({ pinned: { ...State.get().pinned, [id]: place } });
  }

  /** Bring the canvas to the state: places, nodes, edges; and the camera to it where another picture was asked for. */
  function refresh(state) {
    const asked = base(state);
    const ids = shownNodes(state);
    places = placesFor(state, asked, ids);
    const many = ids.length > MANY;
    network.setOptions({ interaction: { hideEdgesOnDrag: many, hideEdgesOnZoom: many } });
    const moved = drawnShow !== JSON.stringify(state.show);
    if (moved) stroke = Math.min(1.7, Math.max(1, 0.6 / camera(ids).scale));
    setAll(nodes, ids.map(visNode));
    setAll(edges, visEdges(shownEdges(state, ids)));
    colourEdges();
    emphasise(state);
    if (moved) fit();
    drawnShow = JSON.stringify(state.show);
  }

  /** The asked places; what was expanded finds room beside its first neighbour in view; pins win. */
  function placesFor(state, asked, ids) {
    const all = new Map(asked);
    const joining = new Map();
    for (const id of ids) {
      if (all.has(id)) continue;
      const host = Graph.neighbours(id).find((each) => asked.has(each));
      joining.set(host ?? -1, [...(joining.get(host ?? -1) ?? []), id]);
    }
    for (const [host, guests] of joining) for (const [id, place] of Arrange.beside(host, guests, all)) all.set(id, place);
    for (const [id, place] of Object.entries(state.pinned)) all.set(Number(id), place);
    return all;
  }

  /** Make a data set hold these items; only what is new or differs is handed on, which costs vis-network most. */
  function setAll(dataset, items) {
    const before = drawn.get(dataset) ?? new Map();
    const now = new Map(items.map((item) => [item.id, JSON.stringify(item)]));
    drawn.set(dataset, now);
    dataset.remove([...before.keys()].filter((id) => !now.has(id)));
    dataset.update(items.filter((item) => before.get(item.id) !== now.get(item.id)));
  }

  function colourEdges() {
    const { edge, accent } = palette;
    const opacity = edges.length > MANY_EDGES ? 0.3 : 1;
    network.setOptions({ edges: { color: { color: edge, highlight: accent, hover: accent, opacity, inherit: false } } });
  }

  /** Around a chosen node or edge the rest steps back; a neighbourhood and a path are small enough to stay whole. */
  function emphasise(state) {
    const { selected } = state;
    near = null;
    if (selected?.node !== undefined && nodes.get(selected.node)) {
      if (["core", "all"].includes(state.show.mode)) near = new Set([selected.node, ...network.getConnectedNodes(selected.node)]);
      network.selectNodes([selected.node], true);
    } else if (selected?.edge !== undefined && edges.get(selected.edge)) {
      const edge = Graph.edge(selected.edge);
      near = new Set([edge.from, edge.to]);
      network.setSelection({ nodes: [], edges: [selected.edge] }, { highlightEdges: false });
    } else network.unselectAll();
    network.redraw();
  }

  /** Where the camera must be to see these nodes with their names. */
  function camera(ids) {
    const { clientWidth: width, clientHeight: height } = canvasBox();
    const all = ids.map((id) => places.get(id));
    if (!all.length) return { position: { x: 0, y: 0 }, scale: 1 };
    const [left, right] = extent(all.map(([x]) => x));
    const [top, bottom] = extent(all.map(([, y]) => y));
    const room = [Math.max(width * (1 - 2 * MARGIN.x), 80), Math.max(height - MARGIN.top - MARGIN.bottom, 80)];
    const scale = Math.min(CLOSEST, room[0] / Math.max(right - left, 1), room[1] / Math.max(bottom - top, 1));
    const lower = (MARGIN.top - MARGIN.bottom) / 2 / scale;
    return { position: { x: (left + right) / 2, y: (top + bottom) / 2 - lower }, scale };
  }

  const extent = (values) => values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);

  function fit(animated = false) {
    network.moveTo({ ...camera(shown()), animation: animated && moving() });
  }

  const shown = () => nodes.getIds();

  const moving = () => !matchMedia("(prefers-reduced-motion: reduce)").matches && { duration: 350, easingFunction: "easeInOutQuad" };

  function flyTo(id) {
    // The panel may just have taken its share of a phone's screen; vis-network would notice a moment too late.
    network.setSize("100%", "100%");
    network.focus(id, { scale: Math.max(network.getScale(), 0.9), animation: moving() });
  }

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor, animation: moving() && { duration: 120, easingFunction: "linear" } });
  }

  function pan(dx, dy) {
    const { x, y } = network.getViewPosition();
    const scale = network.getScale();
    network.moveTo({ position: { x: x + dx / scale, y: y + dy / scale } });
  }

  function restyle() {
    readPalette();
    colourEdges();
    network.redraw();
  }

  const onScreen = (id) => network.canvasToDOM(network.getPosition(id));

  return {
    start, refresh, emphasise, restyle, readPalette, fit, flyTo, zoom, pan, onScreen, pathOf, sizeOf,
    shown, shownEdges: () => edges.getIds(), placeOf: (id) => places.get(id), omitted: () => omitted,
    labels: () => labelBoxes, palette: () => palette, scale: () => network.getScale(), redraw: () => network.redraw(), drawNow: () => network.renderer._redraw(), canvas: () => canvasBox().querySelector("canvas"),
    has: (id) => Boolean(nodes.get(id)),
  };
})();
