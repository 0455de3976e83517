/* What is shown, in formats that other programs read. Pure: from nodes and edges to text. */

const Formats = (() => {
  /** XML text; control characters that XML 1.0 forbids are left out. */
  const xml = (value) =>
    String(value)
      .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
      .replace(/[&<>"]/g, (mark) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[mark]);

  const tag = (name, attributes, ...content) => {
    const told = Object.entries(attributes)
      .map(([key, value]) => ` ${key}="${xml(value)}"`)
      .join("");
    return content.length ? `<${name}${told}>${content.flat().join("")}</${name}>` : `<${name}${told}/>`;
  };

  const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

  /** A cell that a spreadsheet would take for a formula is made text with an apostrophe. */
  function csvCell(value) {
    const text =
      typeof value === "number" ? String(value) : String(value ?? "").replace(/^[=+\-@\t\r]/, "'$&");
    return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  }

  /** With a byte order mark, or Excel takes it for another encoding. */
  const csv = (rows) => `\uFEFF${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;

  const edgeId = (edge) => `e${edge.id}`;

  function gexf({ nodes, edges }) {
    const attribute = (id, value) => tag("attvalue", { for: id, value });
    return (
      HEAD +
      tag(
        "gexf",
        { xmlns: "http://gexf.net/1.3", "xmlns:viz": "http://gexf.net/1.3/viz", version: "1.3" },
        tag(
          "graph",
          { defaultedgetype: "directed", mode: "static" },
          tag(
            "attributes",
            { class: "node" },
            tag("attribute", { id: "type", title: "type", type: "string" }),
            tag("attribute", { id: "iri", title: "iri", type: "anyURI" }),
          ),
          tag(
            "attributes",
            { class: "edge" },
            tag("attribute", { id: "quote", title: "quote", type: "string" }),
          ),
          tag(
            "nodes",
            {},
            nodes.map((node) =>
              tag(
                "node",
                { id: node.key, label: node.label },
                tag("attvalues", {}, attribute("type", node.group), attribute("iri", node.iri)),
                tag("viz:position", { x: node.x, y: -node.y }),
              ),
            ),
          ),
          tag(
            "edges",
            {},
            edges.map((edge) =>
              tag(
                "edge",
                {
                  id: edgeId(edge),
                  source: edge.source,
                  target: edge.target,
                  label: edge.words,
                  kind: edge.kind,
                },
                tag("attvalues", {}, attribute("quote", edge.quote)),
              ),
            ),
          ),
        ),
      )
    );
  }

  function graphml({ nodes, edges }) {
    const key = (id, of) => tag("key", { id, for: of, "attr.name": id, "attr.type": "string" });
    const data = (id, value) => tag("data", { key: id }, xml(value));
    return (
      HEAD +
      tag(
        "graphml",
        { xmlns: "http://graphml.graphdrawing.org/xmlns" },
        key("label", "node"),
        key("type", "node"),
        key("iri", "node"),
        key("relation", "edge"),
        key("words", "edge"),
        key("quote", "edge"),
        tag(
          "graph",
          { edgedefault: "directed" },
          nodes.map((node) =>
            tag(
              "node",
              { id: node.key },
              data("label", node.label),
              data("type", node.group),
              data("iri", node.iri),
            ),
          ),
          edges.map((edge) =>
            tag(
              "edge",
              { id: edgeId(edge), source: edge.source, target: edge.target },
              data("relation", edge.kind),
              data("words", edge.words),
              data("quote", edge.quote),
            ),
          ),
        ),
      )
    );
  }

  const edgeRows = ({ edges }) =>
    csv([
      ["source", "source_label", "relation", "words", "target", "target_label", "quote", "page"],
      ...edges.map((edge) => [
        edge.source,
        edge.sourceLabel,
        edge.kind,
        edge.words,
        edge.target,
        edge.targetLabel,
        edge.quote,
        edge.page,
      ]),
    ]);

  const nodeRows = ({ nodes }) =>
    csv([
      ["id", "type", "label", "aliases", "mentions"],
      ...nodes.map((node) => [node.key, node.group, node.label, node.aliases, node.mentions]),
    ]);

  /** The picture as drawing instructions; `palette` are the colours of the theme, `labels` the texts in view. */
  function svg({ nodes, edges, labels }, palette) {
    const margin = 60;
    const xs = nodes.map((node) => node.x);
    const ys = nodes.map((node) => node.y);
    const [left, top] = [Math.min(...xs) - margin, Math.min(...ys) - margin];
    const [width, height] = [Math.max(...xs) - left + margin, Math.max(...ys) - top + margin];
    const at = new Map(nodes.map((node) => [node.key, node]));
    const line = (edge) => {
      const [a, b] = [at.get(edge.source), at.get(edge.target)];
      return tag(
        "line",
        { x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: palette.edge },
        tag("title", {}, xml(`${edge.sourceLabel} — ${edge.words} — ${edge.targetLabel}`)),
      );
    };
    const shape = (node) => {
      const hollow = Shapes.hollow(node.group);
      const colour = Shapes.colourOf(node.group);
      return tag(
        "path",
        {
          d: Shapes.outline(node.group, node.x, node.y, node.size),
          fill: hollow ? palette.ground : colour,
          stroke: hollow ? colour : palette.ground,
          "stroke-width": hollow ? 3 : 1.5,
        },
        tag("title", {}, xml(node.label)),
      );
    };
    const name = (label) =>
      tag(
        "text",
        {
          x: label.x,
          y: label.y,
          "text-anchor": "middle",
          "dominant-baseline": "central",
          fill: palette.ink,
        },
        xml(label.text),
      );
    return (
      HEAD +
      tag(
        "svg",
        {
          xmlns: "http://www.w3.org/2000/svg",
          viewBox: [left, top, width, height].map(Math.round).join(" "),
          "font-family": "sans-serif",
          "font-size": 13,
        },
        tag("rect", {
          x: Math.round(left),
          y: Math.round(top),
          width: Math.round(width),
          height: Math.round(height),
          fill: palette.ground,
        }),
        edges.map(line),
        nodes.map(shape),
        labels.map(name),
      )
    );
  }

  return { csv, gexf, graphml, edgeRows, nodeRows, svg };
})();
