/* Finding nodes by name, alias, pinyin ("gaoxin") or initials ("gxq"). */

const Search = (() => {
  const PER_TYPE = 5;
  let index = null;

  /** Built at the first search: at 20,000 nodes it takes a moment that the first drawing should not wait for. */
  function build() {
    index = Graph.nodes().map((node) => ({
      id: node.id,
      names: [node.label, ...(node.names ?? [])].map((name) => name.toLowerCase()),
      spellings: (node.keys ?? []).map((key) => {
        const syllables = key.split(" ");
        return [syllables.join(""), syllables.map((syllable) => syllable[0]).join("")];
      }),
    }));
  }

  /** [{group, hits: [{id, name}]}], best group first, each group by fit, then importance. */
  function suggest(query) {
    const wanted = query.trim().toLowerCase();
    if (!wanted) return [];
    if (!index) build();
    const hits = [];
    for (const entry of index) {
      const fit = fitOf(entry, wanted);
      if (fit)
        hits.push({ id: entry.id, fit, group: Graph.node(entry.id).group, alias: aliasOf(entry, wanted) });
    }
    hits.sort((a, b) => b.fit - a.fit || a.id - b.id);
    const groups = new Map();
    for (const hit of hits) {
      if (!groups.has(hit.group)) groups.set(hit.group, []);
      if (groups.get(hit.group).length < PER_TYPE) groups.get(hit.group).push(hit);
    }
    return [...groups].map(([group, found]) => ({ group, hits: found }));
  }

  /** How well an entry fits, 0 where it does not. */
  function fitOf(entry, wanted) {
    let best = 0;
    entry.names.forEach((name, i) => {
      const within = /^[a-z]$/.test(wanted) ? 30 : 60;
      const fit = name === wanted ? 100 : name.startsWith(wanted) ? 80 : name.includes(wanted) ? within : 0;
      best = Math.max(best, fit && fit - (i > 0 ? 5 : 0));
    });
    const letters = wanted.replace(/[\s'’]/g, "");
    if (!/^[a-z0-9]+$/.test(letters)) return best;
    for (const [full, initials] of entry.spellings) {
      const fit =
        initials === letters
          ? 78
          : full === letters
            ? 90
            : full.startsWith(letters)
              ? 70
              : initials.startsWith(letters)
                ? 55
                : letters.length > 2 && (full.includes(letters) || initials.includes(letters))
                  ? 40
                  : 0;
      best = Math.max(best, fit);
    }
    return best;
  }

  /** The alias that fits where the label does not. */
  function aliasOf(entry, wanted) {
    const [label, ...others] = entry.names;
    if (label.includes(wanted)) return "";
    const position = others.findIndex((name) => name.includes(wanted));
    return position < 0 ? "" : Graph.node(entry.id).names[position];
  }

  return { suggest };
})();
