/* Edges as vis-network wants them: bent where several join two nodes, dashed for events, with heads that do not pile up. */

const Wires = (() => {
  /** From here on edges fade and have no heads: what counts is the map, not the single edge. */
  const MANY = 2500;
  const MOST_HEADS = 10;
  const DASHED = new Set(["participant", "place"]);
  const BOTH_WAYS = new Set(["cooperatesWith"]);

  /** `stroke` is the width of a plain edge in the units of the picture. */
  function draw(edgeIds, stroke) {
    const before = new Map();
    const headsAt = headPlaces(edgeIds);
    return edgeIds.map((edgeId) => {
      const edge = Graph.edge(edgeId);
      const pair = [Math.min(edge.from, edge.to), Math.max(edge.from, edge.to)].join(" ");
      const bent = before.get(pair) ?? 0;
      before.set(pair, bent + 1);
      return wire(edge, bent, headsAt(edge), stroke);
    });
  }

  function wire(edge, bent, arrows, stroke) {
    return {
      id: edge.id,
      from: edge.from,
      to: edge.to,
      arrows,
      dashes: DASHED.has(edge.kind) ? [3, 5] : false,
      width: (edge.kind === "tenure" ? 1.7 : 1.1) * stroke,
      smooth: bent ? { enabled: true, type: "curvedCW", roundness: 0.12 + 0.1 * bent } : false,
    };
  }

  /** Where many arrows meet, their heads would lie on one another; there they stand in the middle of the edge. */
  function headPlaces(edgeIds) {
    if (edgeIds.length > MANY) return () => "";
    const counts = new Map();
    for (const edgeId of edgeIds)
      counts.set(Graph.edge(edgeId).to, (counts.get(Graph.edge(edgeId).to) ?? 0) + 1);
    const none = (edge) => DASHED.has(edge.kind) || BOTH_WAYS.has(edge.kind);
    return (edge) => (none(edge) ? "" : counts.get(edge.to) > MOST_HEADS ? "middle" : "to");
  }

  /** Of so many edges; `faded` where something else is looked at. */
  function colours(count, faded, { edge, faint, accent }) {
    return {
      color: faded ? faint : edge,
      highlight: accent,
      hover: accent,
      opacity: count > MANY ? 0.3 : 1,
      inherit: false,
    };
  }

  return { draw, colours };
})();
