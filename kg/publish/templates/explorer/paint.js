/* How a node, its name and an edge's words are painted on a canvas, in the colours of the theme. */

const Paint = (() => {
  const FADED = 0.28;
  const FADED_NAME = 0.35;
  let palette = {};

  function readPalette() {
    const style = getComputedStyle(document.documentElement);
    const names = ["ground", "ink", "accent", "edge", "faint", "soft", "label"];
    palette = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  }

  /** `look` is {chosen, hovered, pinned, faded}. */
  function node(ctx, group, x, y, size, look) {
    const hollow = Shapes.hollow(group);
    const colour = Shapes.colourOf(group);
    ctx.globalAlpha = look.faded ? FADED : 1;
    Shapes.trace(ctx, group, x, y, size);
    ctx.fillStyle = hollow ? palette.ground : colour;
    ctx.strokeStyle = hollow ? colour : palette.ground;
    ctx.lineWidth = hollow ? 3 : 1.5;
    ctx.fill();
    ctx.stroke();
    if (look.chosen || look.hovered) halo(ctx, x, y, size + 5, look.chosen ? 3 : 1.5);
    if (look.pinned) pin(ctx, x + size * 0.8, y - size * 0.8);
    ctx.globalAlpha = 1;
  }

  function halo(ctx, x, y, radius, width) {
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.strokeStyle = palette.accent;
    ctx.lineWidth = width;
    ctx.stroke();
  }

  function pin(ctx, x, y) {
    ctx.beginPath();
    ctx.arc(x, y, 3.5, 0, 2 * Math.PI);
    ctx.fillStyle = palette.accent;
    ctx.fill();
  }

  function name(ctx, { text, box: [left, top, right, bottom], must }, faded) {
    ctx.globalAlpha = faded ? FADED_NAME : 1;
    ctx.fillStyle = must ? palette.ground : palette.label;
    ctx.fillRect(left, top + 1, right - left, bottom - top - 2);
    ctx.fillStyle = palette.ink;
    ctx.fillText(text, (left + right) / 2, (top + bottom) / 2);
    ctx.globalAlpha = 1;
  }

  function words(ctx, text, [left, top, right, bottom]) {
    ctx.fillStyle = palette.soft;
    ctx.fillRect(left, top, right - left, bottom - top);
    ctx.fillStyle = palette.accent;
    ctx.fillText(text, (left + right) / 2, (top + bottom) / 2);
  }

  return { readPalette, node, name, words, palette: () => palette };
})();
