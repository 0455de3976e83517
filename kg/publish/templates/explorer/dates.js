/* Time: the dates of the pages. What is visible at a date is what a page of that date or before it says. */

const Dates = (() => {
  let steps = [];

  function load() {
    steps = [
      ...new Set(
        Graph.documents()
          .map((page) => page.published)
          .filter(Boolean),
      ),
    ].sort();
  }

  /** Whether a page counts at a time ("" is all time); a page without a date always does. */
  function pageCounts(document, { time, only }) {
    const published = Graph.documents()[document].published;
    if (!time || !published) return true;
    return only ? published === time : published <= time;
  }

  const told = (quoteIds, when) =>
    !when.time || quoteIds.some((id) => pageCounts(Graph.quotes()[id][0], when));
  const factCounts = (fact, when) => told(fact.evidence, when);
  const edgeCounts = (edge, when) => !when.time || edge.facts.some((id) => factCounts(Graph.fact(id), when));
  const nodeCounts = (node, when) => told(node.mentions, when);

  /** Dates of tenures and stages are cut to the precision they were told in; sorting as text is right. */
  const newest = (facts) =>
    [...facts].sort((a, b) => (a.observed ?? "").localeCompare(b.observed ?? "")).at(-1);

  /** "2022-07" → 2022.5; what is less precise counts from its beginning. */
  function asYears(date) {
    const [year = 0, month = 1, day = 1] = (date ?? "").split(/[-/]/).map(Number);
    return year + ((month || 1) - 1) / 12 + ((day || 1) - 1) / 365;
  }

  return { asYears, load, factCounts, edgeCounts, nodeCounts, newest, steps: () => steps };
})();
