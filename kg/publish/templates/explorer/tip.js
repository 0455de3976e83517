/* What appears under the pointer: a node's name, posts and one quote; an edge's words. */

const Tip = (() => {
  const MOST_POSTS = 3;
  const box = () => Dom.byId("tip");

  function overNode(id, event) {
    const node = Graph.node(id);
    const posts = Lines.postsOf(id).slice(0, MOST_POSTS);
    const quote = (Graph.factsOf(id).find((fact) => fact.evidence.length)?.evidence ?? node.mentions)[0];
    show(event, [
      Dom.make("strong", {}, Shapes.swatch(node.group), node.label),
      Dom.make("span", { class: "muted" }, Words.name("kind", node.group)),
      posts.map((post) => Dom.make("span", {}, post)),
      quote === undefined ? null : Dom.make("q", {}, Quotes.short(quote)),
    ]);
  }

  function overEdge(id, event) {
    const edge = Graph.edge(id);
    show(event, [
      Dom.make("strong", {}, Lines.edgeSentence(edge)),
      Dom.make("q", {}, Quotes.short(Graph.fact(edge.facts[0]).evidence[0])),
    ]);
  }

  function show(event, content) {
    const tip = Dom.fill(box(), content);
    tip.hidden = false;
    const { clientX = 0, clientY = 0 } = event.center
      ? { clientX: event.center.x, clientY: event.center.y }
      : event;
    const x = Math.min(clientX + 14, innerWidth - tip.offsetWidth - 8);
    const y = clientY + 18 + tip.offsetHeight > innerHeight ? clientY - tip.offsetHeight - 10 : clientY + 18;
    Object.assign(tip.style, { left: `${Math.max(x, 4)}px`, top: `${Math.max(y, 4)}px` });
  }

  const hide = () => (box().hidden = true);

  return { overNode, overEdge, hide };
})();
