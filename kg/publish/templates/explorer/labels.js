/* Names on the canvas: the important ones first, each only where it lies on no other name and on no node. */

const Labels = (() => {
  const FONT = '"Noto Sans CJK SC", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", system-ui, sans-serif';
  const PIXELS = 12.5;
  const LONGEST = 12;
  const HEIGHT = 17;
  const CELL = 64;
  const MOST = 260;
  const widths = new Map();

  const short = (text) => {
    const characters = [...text];
    return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join("")}…` : text;
  };

  function widthOf(ctx, text) {
    if (!widths.has(text)) widths.set(text, ctx.measureText(text).width + 4);
    return widths.get(text);
  }

  /** A set of boxes that answers quickly whether a new one is free. */
  function plan() {
    const cells = new Map();
    const cellsOf = function* ([left, top, right, bottom]) {
      for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++)
        for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) yield `${x},${y}`;
    };
    const meets = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    return {
      free: (box, owner) => [...cellsOf(box)].every((cell) => (cells.get(cell) ?? []).every((other) => other.owner === owner || !meets(box, other))),
      take(box, owner) {
        box.owner = owner;
        for (const cell of cellsOf(box)) cells.has(cell) ? cells.get(cell).push(box) : cells.set(cell, [box]);
      },
    };
  }

  /** The places a name may take around its node: below, above, right, left. */
  function candidates(x, y, size, width) {
    const across = [x - width / 2, x + width / 2];
    const level = [y - HEIGHT / 2, y + HEIGHT / 2];
    return [
      [across[0], y + size + 1, across[1], y + size + 1 + HEIGHT],
      [across[0], y - size - 1 - HEIGHT, across[1], y - size - 1],
      [x + size + 2, level[0], x + size + 2 + width, level[1]],
      [x - size - 2 - width, level[0], x - size - 2, level[1]],
    ];
  }

  /**
   * Where names go. `spots` are {id, text, x, y, size, must} in screen pixels, in order of importance; returns
   * [{id, text, box}]. A spot that must be named (selected, hovered) is, at the first place.
   */
  function place(ctx, spots) {
    ctx.font = `${PIXELS}px ${FONT}`;
    const taken = plan();
    for (const spot of spots.slice(0, 600)) {
      const { x, y, size } = spot;
      taken.take([x - size, y - size, x + size, y + size], spot.id);
    }
    const placed = [];
    const ordered = [...spots.filter((spot) => spot.must), ...spots.filter((spot) => !spot.must)];
    for (const spot of ordered) {
      if (placed.length >= MOST) break;
      const text = spot.must === "whole" ? spot.text : short(spot.text);
      const boxes = candidates(spot.x, spot.y, spot.size, widthOf(ctx, text));
      const box = boxes.find((each) => taken.free(each, spot.id)) ?? (spot.must ? boxes[0] : null);
      if (!box) continue;
      taken.take(box, -1);
      placed.push({ id: spot.id, text, box, must: spot.must });
    }
    return placed;
  }

  return { place, short, FONT, PIXELS, HEIGHT };
})();
