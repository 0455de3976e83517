/* The data of the page and the questions one asks of a graph. Nodes, edges and facts are known by their numbers. */

const Graph = (() => {
  let data = null;
  let byKey = new Map();
  let edgesAt = [];
  let factsAt = [];

  function load(parsed) {
    data = parsed;
    byKey = new Map(data.nodes.map((node) => [node.key, node.id]));
    edgesAt = data.nodes.map(() => []);
    factsAt = data.nodes.map(() => []);
    data.edges.forEach((edge, number) => {
      edge.id = number;
      edgesAt[edge.from].push(number);
      if (edge.to !== edge.from) edgesAt[edge.to].push(number);
    });
    data.facts.forEach((fact, number) => {
      for (const node of new Set(speakersOf(fact))) factsAt[node].push(number);
    });
  }

  /** The nodes that a fact speaks of. */
  function speakersOf(fact) {
    switch (fact.is) {
      case "Tenure":
        return [fact.person, fact.organization];
      case "Relation":
        return [fact.subject, fact.object];
      case "Event":
        return [
          fact.node,
          ...(fact.participants ?? []).map(([who]) => who),
          ...(fact.place === undefined ? [] : [fact.place]),
        ];
      case "Indicator":
        return [fact.subject];
      case "Amount":
      case "LandArea":
      case "Completion":
      case "Stage":
        return [fact.project];
      default:
        throw new Error(`unknown fact ${fact.is}`);
    }
  }

  const node = (id) => data.nodes[id];
  const edge = (id) => data.edges[id];
  const fact = (id) => data.facts[id];
  const factsOf = (id, family) => factsAt[id].map(fact).filter((each) => !family || each.is === family);
  const edgesOf = (id) => edgesAt[id];
  const other = (edgeId, id) => (edge(edgeId).from === id ? edge(edgeId).to : edge(edgeId).from);
  const find = (key) => byKey.get(key);

  /** Distinct neighbours, most important first; `through` says which edges may be used. */
  function neighbours(id, through = () => true) {
    const found = new Set();
    for (const edgeId of edgesAt[id]) if (through(edgeId)) found.add(other(edgeId, id));
    found.delete(id);
    return [...found].sort((a, b) => a - b);
  }

  /** Nodes within some steps: a Map from node to distance, in order of distance, then importance. */
  function around(start, steps, through) {
    const distance = new Map([[start, 0]]);
    let ring = [start];
    for (let step = 1; step <= steps; step++) {
      const next = new Set();
      for (const id of ring)
        for (const near of neighbours(id, through)) if (!distance.has(near)) next.add(near);
      ring = [...next].sort((a, b) => a - b);
      for (const id of ring) distance.set(id, step);
    }
    return distance;
  }

  /** The nodes of a shortest path, or null; of equal paths the one over more important nodes. */
  function path(from, to, through) {
    const before = new Map([[from, null]]);
    const queue = [from];
    for (let i = 0; i < queue.length && !before.has(to); i++) {
      for (const near of neighbours(queue[i], through)) {
        if (before.has(near)) continue;
        before.set(near, queue[i]);
        queue.push(near);
      }
    }
    if (!before.has(to)) return null;
    const steps = [];
    for (let at = to; at !== null; at = before.get(at)) steps.unshift(at);
    return steps;
  }

  return {
    load,
    node,
    edge,
    fact,
    factsOf,
    edgesOf,
    other,
    find,
    neighbours,
    around,
    path,
    speakersOf,
    nodes: () => data.nodes,
    edges: () => data.edges,
    facts: () => data.facts,
    documents: () => data.documents,
    quotes: () => data.quotes,
    base: () => data.base,
    /** The stages of a project, in the order of its life. */
    stages: () => data.stages,
  };
})();
