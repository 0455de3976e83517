/* The export menu: the picture as PNG or SVG, what is shown as GEXF, GraphML or CSV, the link to this view. */

const Export = (() => {
  const CHOICES = [
    ["png", savePng],
    ["svg", () => save("fangzhi.svg", "image/svg+xml", Formats.svg(picture(), Paint.palette()))],
    ["gexf", () => save("fangzhi.gexf", "application/gexf+xml", Formats.gexf(shown()))],
    ["graphml", () => save("fangzhi.graphml", "application/graphml+xml", Formats.graphml(shown()))],
    ["csv-nodes", () => save("fangzhi-nodes.csv", "text/csv", Formats.nodeRows(shown()))],
    ["csv-edges", () => save("fangzhi-edges.csv", "text/csv", Formats.edgeRows(shown()))],
    ["link", copyLink],
    ["print", () => print()],
  ];

  function start() {
    Dom.popup(Dom.byId("open-export"), Dom.byId("export"), (close) => {
      const choose = (action) => () => {
        close();
        action();
      };
      Dom.fill(
        Dom.byId("export"),
        CHOICES.map(([name, action]) =>
          Dom.button(Words.say(`export.${name}`), choose(action), { "data-export": name }),
        ),
      );
    });
  }

  /** Nodes and edges in view as other programs want them. */
  function shown() {
    const nodes = Picture.shown()
      .sort((a, b) => a - b)
      .map((id) => {
        const node = Graph.node(id);
        const [x, y] = Picture.placeOf(id);
        return {
          key: node.key,
          label: node.label,
          group: node.group,
          iri: Graph.base() + encodeURIComponent(node.key),
          aliases: (node.names ?? []).join("|"),
          mentions: node.mentions.length,
          x,
          y,
          size: Picture.sizeOf(id),
        };
      });
    const edges = Picture.shownEdges()
      .sort((a, b) => a - b)
      .map((id) => {
        const edge = Graph.edge(id);
        const [quote] = Graph.fact(edge.facts[0]).evidence;
        return {
          id,
          kind: edge.kind,
          words: Lines.edgeWords(edge),
          source: Graph.node(edge.from).key,
          target: Graph.node(edge.to).key,
          sourceLabel: Graph.node(edge.from).label,
          targetLabel: Graph.node(edge.to).label,
          quote: quote === undefined ? "" : Quotes.joined(Quotes.words(quote)),
          page: quote === undefined ? "" : Quotes.source(quote),
        };
      });
    return { nodes, edges };
  }

  /** The same, with the names that are readable now. */
  function picture() {
    const scale = Picture.scale();
    const labels = Picture.names().map(({ text, box: [left, top, right, bottom] }) => ({
      text,
      x: (left + right) / 2 / scale,
      y: (top + bottom) / 2 / scale,
    }));
    return { ...shown(), labels };
  }

  /** The canvas has no ground of its own: it is laid under. */
  function savePng() {
    const canvas = Picture.canvas();
    const copy = Dom.make("canvas", { width: canvas.width, height: canvas.height });
    const ctx = copy.getContext("2d");
    ctx.fillStyle = Paint.palette().ground;
    ctx.fillRect(0, 0, copy.width, copy.height);
    ctx.drawImage(canvas, 0, 0);
    copy.toBlob((blob) => saveBlob("fangzhi.png", blob), "image/png");
  }

  function copyLink() {
    const hash = State.hashOf(State.get());
    const link = location.href.split("#")[0] + (hash ? `#${hash}` : "");
    const told = () => Notice.show(Words.say("export.copied"));
    navigator.clipboard?.writeText(link).then(told, () => Notice.show(link)) ?? Notice.show(link);
  }

  const save = (name, type, text) => saveBlob(name, new Blob([text], { type: `${type};charset=utf-8` }));

  function saveBlob(name, blob) {
    const href = URL.createObjectURL(blob);
    Dom.make("a", { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  }

  return { start, save };
})();
