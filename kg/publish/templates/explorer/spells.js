/* Who held a post from when to when, as columns of dates: tenures → spells → rows in which none overlap. */

const Spells = (() => {
  const MOST_COLUMNS = 14;

  /** Dates as they were told; where there are too many, months, then years: {names, of(fact) → position}. */
  function columns(tenures) {
    const dates = tenures.map((fact) => fact.observed ?? "");
    const cut = (length) => [...new Set(dates.map((date) => date.slice(0, length)))].sort();
    const length = [10, 7].find((each) => cut(each).length <= MOST_COLUMNS) ?? 4;
    const names = cut(length);
    return { names, of: (fact) => names.indexOf((fact.observed ?? "").slice(0, length)) };
  }

  /** For each person {person, former, facts, seen, from, to}: positions of columns; once a holder, once a former one. */
  function spells(facts, columnOf) {
    const people = new Map();
    for (const fact of facts) {
      const key = `${fact.person} ${fact.former ? "former" : ""}`;
      people.set(key, [...(people.get(key) ?? []), fact]);
    }
    const spell = (told) => {
      const seen = [...new Set(told.map(columnOf))].sort((a, b) => a - b);
      return {
        person: told[0].person,
        former: Boolean(told[0].former),
        facts: told,
        seen,
        from: seen[0],
        to: seen.at(-1),
      };
    };
    return [...people.values()].map(spell).sort((a, b) => a.from - b.from || a.person - b.person);
  }

  /** One row, or several where people held the same post at the same time. */
  function rows(facts, columnOf) {
    const lanes = [];
    for (const spell of spells(facts, columnOf)) {
      const lane = lanes.find((each) => each.at(-1).to < spell.from);
      if (lane) lane.push(spell);
      else lanes.push([spell]);
    }
    return lanes;
  }

  /** [[organisation, [[title, tenures]]]]: the most important organisation first, 书记 before 副书记. */
  function bodies(tenures) {
    const found = new Map();
    for (const fact of tenures) {
      if (!found.has(fact.organization)) found.set(fact.organization, new Map());
      const posts = found.get(fact.organization);
      posts.set(fact.title, [...(posts.get(fact.title) ?? []), fact]);
    }
    const byRank = ([a], [b]) =>
      a.startsWith("副") - b.startsWith("副") || a.length - b.length || a.localeCompare(b);
    return [...found].sort(([a], [b]) => a - b).map(([body, posts]) => [body, [...posts].sort(byRank)]);
  }

  return { columns, rows, bodies };
})();
