/* Where nodes stand in views that are made while looking: a neighbourhood, a path, what was expanded. */

const Arrange = (() => {
  const RING = 170;
  const ROOM = 78;
  const STEP = 190;

  /** Rings around a node: neighbours sorted by type, those two steps away near the one they hang on. */
  function rings(distances) {
    const [centre] = distances.keys();
    const places = new Map([[centre, [0, 0]]]);
    const angles = new Map([[centre, 0]]);
    let radius = 0;
    for (let step = 1; step <= Math.max(...distances.values()); step++) {
      const ring = [...distances].filter(([, distance]) => distance === step).map(([id]) => id);
      radius = placeRing(sortedRing(ring, distances, angles), radius, places, angles);
    }
    return places;
  }

  function sortedRing(ring, distances, angles) {
    const order = Shapes.groups();
    const parentAngle = (id) => {
      const inner = Graph.neighbours(id).find((near) => distances.get(near) === distances.get(id) - 1);
      return angles.get(inner) ?? 0;
    };
    const key = new Map(ring.map((id) => [id, [parentAngle(id), order.indexOf(Graph.node(id).group), id]]));
    return ring.sort((a, b) => {
      const [one, two] = [key.get(a), key.get(b)];
      return one[0] - two[0] || one[1] - two[1] || one[2] - two[2];
    });
  }

  /** Too many for one circle stand on several, every other one further out; returns the outermost radius. */
  function placeRing(ring, inside, places, angles) {
    const first = inside + RING;
    const fits = (circles) => {
      const mean = first + ((circles - 1) * ROOM) / 2;
      return (2 * Math.PI * mean * circles) / ROOM;
    };
    let circles = 1;
    while (fits(circles) < ring.length) circles++;
    const radius = Math.max(first, 0);
    ring.forEach((id, i) => {
      const angle = (2 * Math.PI * i) / ring.length;
      const distance = radius + (i % circles) * ROOM;
      angles.set(id, angle);
      places.set(id, [
        Math.round(distance * Math.cos(angle - Math.PI / 2) * 1.15),
        Math.round(distance * Math.sin(angle - Math.PI / 2)),
      ]);
    });
    return radius + (circles - 1) * ROOM;
  }

  /** A path reads from left to right, gently up and down so that names find room. */
  function line(path) {
    const start = (-(path.length - 1) * STEP) / 2;
    return new Map(path.map((id, i) => [id, [start + i * STEP, i % 2 ? 36 : -36]]));
  }

  /** Free places around a node for others that join the picture: on growing circles, clear of what is there. */
  function beside(centre, joining, places) {
    const [x, y] = places.get(centre) ?? [0, 0];
    const taken = [...places.values()];
    const found = new Map();
    let radius = 110;
    let slot = 0;
    for (const id of joining) {
      let place;
      do {
        const slots = Math.floor((2 * Math.PI * radius) / ROOM);
        const angle = (2 * Math.PI * slot) / slots + radius;
        place = [Math.round(x + radius * Math.cos(angle)), Math.round(y + radius * Math.sin(angle))];
        if (++slot >= slots) [slot, radius] = [0, radius + 60];
      } while (taken.some(([tx, ty]) => Math.abs(tx - place[0]) < 70 && Math.abs(ty - place[1]) < 38));
      taken.push(place);
      found.set(id, place);
    }
    return found;
  }

  return { rings, line, beside };
})();
