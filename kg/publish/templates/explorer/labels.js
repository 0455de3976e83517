/* Names on the canvas: the important ones first, each only where it lies on no other name and on no node. */

const Labels = (() => {
  const FONT =
    '"Noto Sans CJK SC", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", system-ui, sans-serif';
  const PIXELS = 12.5;
  const LONGEST = 11;
  const HEIGHT = 17;
  const CELL = 64;
  const MOST = 260;
  /** Nodes that names keep clear of; the names of the foremost may lie on a lesser node rather than be missing. */
  const OBSTACLES = 600;
  const FOREMOST = 8;
  const widths = new Map();

  /** A long name is cut; two Latin letters take the room of one Chinese character. */
  function short(text) {
    let room = LONGEST;
    let kept = "";
    for (const character of text) {
      room -= character < "\u2e80" ? 0.5 : 1;
      if (room < 0) return `${kept}…`;
      kept += character;
    }
    return text;
  }

  function widthOf(ctx, text) {
    if (!widths.has(text)) widths.set(text, ctx.measureText(text).width + 4);
    return widths.get(text);
  }

  /** A set of boxes that answers quickly whether a new one is free of all but its owner's. */
  function plan() {
    const cells = new Map();
    const cellsOf = function* ([left, top, right, bottom]) {
      for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++)
        for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) yield `${x},${y}`;
    };
    const meets = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    return {
      free: (box, owner) =>
        [...cellsOf(box)].every((cell) =>
          (cells.get(cell) ?? []).every(
            (other) => (owner !== undefined && other.owner === owner) || !meets(box, other),
          ),
        ),
      met: (box) =>
        new Set(
          [...cellsOf(box)].flatMap((cell) => (cells.get(cell) ?? []).filter((other) => meets(box, other))),
        ).size,
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

  const clearest = (boxes, shapes) =>
    boxes.reduce((best, box) => (best && shapes.met(best) <= shapes.met(box) ? best : box), undefined);

  /**
   * Where names go inside a frame [left, top, right, bottom]. `spots` are {id, text, x, y, size, must} in screen
   * pixels, in order of importance; returns [{id, text, box, must}]. No name lies on a node that must be named.
   */
  function place(ctx, spots, [left, top, right, bottom]) {
    const inside = (box) => box[0] >= left && box[1] >= top && box[2] <= right && box[3] <= bottom;
    ctx.font = `${PIXELS}px ${FONT}`;
    const names = plan();
    const shapes = plan();
    for (const { id, x, y, size, must } of spots.slice(0, OBSTACLES))
      (must ? names : shapes).take([x - size, y - size, x + size, y + size], id);
    const placed = [];
    spots.forEach((spot, rank) => {
      if (placed.length >= MOST) return;
      const text = spot.must === "whole" ? spot.text : short(spot.text);
      const boxes = candidates(spot.x, spot.y, spot.size, widthOf(ctx, text)).filter(
        (box) => inside(box) && names.free(box, spot.id),
      );
      const box =
        boxes.find((each) => shapes.free(each, spot.id)) ??
        (rank < FOREMOST || spot.must ? clearest(boxes, shapes) : undefined);
      if (!box) return;
      names.take(box);
      placed.push({ id: spot.id, text, box, must: spot.must });
    });
    return placed;
  }

  return { place, short, FONT, PIXELS, HEIGHT };
})();
