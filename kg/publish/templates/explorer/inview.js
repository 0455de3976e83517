/* What is in view and where it stands: from the state to nodes, edges and places. */

const InView = (() => {
  /** Of a larger neighbourhood the most important nodes are shown. */
  const MOST_AROUND = 300;

  function edgeCounts(state) {
    const offTies = new Set(state.offTies);
    return (edge) => !offTies.has(edge.kind) && Dates.edgeCounts(edge, state);
  }

  function nodeCounts(state) {
    const offKinds = new Set(state.offKinds);
    return (node) => !offKinds.has(node.group) && Dates.nodeCounts(node, state);
  }

  /** Whether one may walk over an edge: it and both its ends pass the filters. */
  function passable(state) {
    const [nodeOk, edgeOk] = [nodeCounts(state), edgeCounts(state)];
    return (edgeId) => {
      const edge = Graph.edge(edgeId);
      return edgeOk(edge) && nodeOk(Graph.node(edge.from)) && nodeOk(Graph.node(edge.to));
    };
  }

  const pathOf = (state) => Graph.path(state.show.from, state.show.to, passable(state));

  /** The chosen picture before filters: places by node, and how many nodes were left out as too many. */
  function picture(state) {
    const { show } = state;
    switch (show.mode) {
      case "all":
        return { places: new Map(Graph.nodes().map((node) => [node.id, [node.x, node.y]])), omitted: 0 };
      case "around":
        return around(state);
      case "path":
        return { places: Arrange.line(pathOf(state) ?? [show.from, show.to]), omitted: 0 };
      default:
        return {
          places: new Map(Graph.nodes().flatMap((node) => (node.core ? [[node.id, node.core]] : []))),
          omitted: 0,
        };
    }
  }

  function around(state) {
    const distances = Graph.around(state.show.node, state.show.steps, passable(state));
    const centreFirst = (a, b) => Math.min(a[1], 1) - Math.min(b[1], 1) || a[0] - b[0];
    const kept = [...distances].sort(centreFirst).slice(0, MOST_AROUND);
    const byRing = kept.sort((a, b) => a[1] - b[1] || a[0] - b[0]);
    return { places: Arrange.rings(new Map(byRing)), omitted: distances.size - kept.length };
  }

  /** What joined the picture finds room beside its first neighbour in it; pinned nodes stay where they are. */
  function settle(places, joined, pinned) {
    const all = new Map(places);
    const guests = new Map();
    for (const id of joined) {
      if (all.has(id)) continue;
      const host = Graph.neighbours(id).find((near) => places.has(near)) ?? -1;
      guests.set(host, [...(guests.get(host) ?? []), id]);
    }
    for (const [host, ids] of guests)
      for (const [id, place] of Arrange.beside(host, ids, all)) all.set(id, place);
    for (const [id, place] of Object.entries(pinned)) all.set(Number(id), place);
    return all;
  }

  function edgesBetween(ids, counts) {
    const inView = new Set(ids);
    const found = new Set();
    for (const id of ids) for (const edgeId of Graph.edgesOf(id)) found.add(edgeId);
    const shown = (edge) => inView.has(edge.from) && inView.has(edge.to) && counts(edge);
    return [...found].sort((a, b) => a - b).filter((edgeId) => shown(Graph.edge(edgeId)));
  }

  /** {nodes, edges, places, omitted}: numbers in order of importance, places by node. */
  function compose(state) {
    const { places: asked, omitted } = picture(state);
    const places = settle(asked, state.added, state.pinned);
    const hidden = new Set(state.hidden);
    const counts = nodeCounts(state);
    const candidates = [...new Set([...asked.keys(), ...state.added])].sort((a, b) => a - b);
    const nodes = candidates.filter((id) => !hidden.has(id) && counts(Graph.node(id)));
    return { nodes, edges: edgesBetween(nodes, edgeCounts(state)), places, omitted };
  }

  return { compose, pathOf };
})();
