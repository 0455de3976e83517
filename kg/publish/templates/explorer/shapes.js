/* What a type looks like: one shape and one colour each, on the canvas, in the legend and in exported SVG. */

const Shapes = (() => {
  let kinds = {};
  let dark = false;

  const around = (corners, turn = 0, radius = 1) =>
    Array.from({ length: corners }, (_, i) => {
      const angle = turn - Math.PI / 2 + (2 * Math.PI * i) / corners;
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    });

  const star = () => around(5).flatMap((tip, i) => [tip, around(5, Math.PI / 5, 0.48)[i]]);
  const plus = (w = 0.38) => [
    [-w, -1],
    [w, -1],
    [w, -w],
    [1, -w],
    [1, w],
    [w, w],
    [w, 1],
    [-w, 1],
    [-w, w],
    [-1, w],
    [-1, -w],
    [-w, -w],
  ];

  /** Corners in a unit circle; null is the circle itself. */
  const CORNERS = {
    dot: null,
    ring: null,
    square: [
      [-0.85, -0.85],
      [0.85, -0.85],
      [0.85, 0.85],
      [-0.85, 0.85],
    ],
    triangle: around(3),
    triangleDown: around(3, Math.PI),
    star: star(),
    hexagon: around(6, Math.PI / 6),
    pentagon: around(5),
    plus: plus(),
    diamond: around(4),
  };

  function load(described) {
    kinds = described;
  }

  function darken(yes) {
    dark = yes;
  }

  const groups = () => Object.keys(kinds);
  const sizeOf = (group) => kinds[group].size;
  const colourOf = (group) => kinds[group][dark ? "dark" : "light"];
  const hollow = (group) => kinds[group].shape === "ring";

  /** Trace the outline of a group's shape on a canvas. */
  function trace(ctx, group, x, y, size) {
    const corners = CORNERS[kinds[group].shape];
    ctx.beginPath();
    if (!corners) ctx.arc(x, y, size * 0.92, 0, 2 * Math.PI);
    else corners.forEach(([dx, dy], i) => ctx[i ? "lineTo" : "moveTo"](x + dx * size, y + dy * size));
    ctx.closePath();
  }

  /** The same outline as SVG path data. */
  function outline(group, x, y, size) {
    const corners = CORNERS[kinds[group].shape];
    const at = (number) => Math.round(number * 100) / 100;
    if (corners)
      return `M${corners.map(([dx, dy]) => `${at(x + dx * size)} ${at(y + dy * size)}`).join("L")}Z`;
    const r = at(size * 0.92);
    return `M${at(x - r)} ${at(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  }

  /** A small picture of the shape, for legends and lists. */
  function swatch(group) {
    const colour = colourOf(group);
    const style = {
      fill: hollow(group) ? "none" : colour,
      stroke: colour,
      strokeWidth: hollow(group) ? 2.2 : 1,
    };
    return Dom.svg(
      "svg",
      { class: "swatch", viewBox: "0 0 16 16", "aria-hidden": "true" },
      Dom.svg("path", { d: outline(group, 8, 8, 6.2), style }),
    );
  }

  return { load, darken, groups, sizeOf, colourOf, hollow, trace, outline, swatch, isDark: () => dark };
})();
