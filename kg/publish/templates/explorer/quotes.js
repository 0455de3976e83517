/* The words that say it: quotes with their sentence, date and page; and the page itself, opened at the place. */

const Quotes = (() => {
  const CONTEXT = 60;
  const SHORT = 60;
  const MOST_OF_A_NAME = 16;
  const points = new Map();

  /** Quotes count code points; JavaScript counts UTF-16 units, which differ once a page has an emoji. */
  function pointsOf(document) {
    if (!points.has(document)) {
      const { text } = Graph.documents()[document];
      points.set(document, text === undefined ? null : /[\uD800-\uDFFF]/.test(text) ? [...text] : text);
    }
    return points.get(document);
  }

  function slice(document, start, end) {
    const all = pointsOf(document);
    return typeof all === "string" ? all.slice(start, end) : all.slice(start, end).join("");
  }

  function words(id) {
    const [document, start, end, exact] = Graph.quotes()[id];
    return exact ?? slice(document, start, end);
  }

  /** Newspaper lines are cut anywhere; on screen a quote is one run of text. */
  const joined = (text) =>
    text
      .replace(/(\p{Script=Han}|\p{P})\s*\n\s*(?=\p{Script=Han}|\p{P}|\d)/gu, "$1")
      .replace(/\s+/g, " ")
      .trim();

  function short(id) {
    const text = [...joined(words(id))];
    return text.length > SHORT ? `${text.slice(0, SHORT).join("")}…` : text.join("");
  }

  /** The sentence around a quote: [before, the quote, after]; without the page, the quote alone. */
  function sentence(id) {
    const [document, start, end] = Graph.quotes()[id];
    const all = pointsOf(document);
    if (!all) return ["", joined(words(id)), ""];
    const stops = (at) => /[。！？!?]/.test(all[at]) || (all[at] === "\n" && /\s/.test(all[at - 1] ?? "\n"));
    let from = start;
    while (from > 0 && start - from < CONTEXT && !stops(from - 1)) from--;
    let to = end;
    while (to < all.length && to - end < CONTEXT && !(to > 0 && stops(to - 1))) to++;
    return [slice(document, from, start), slice(document, start, end), slice(document, end, to)].map((part) =>
      joined(part),
    );
  }

  function source(id) {
    const page = Graph.documents()[Graph.quotes()[id][0]];
    return [page.newspaper, dateOf(page), shortened(page.id)].filter(Boolean).join(" · ");
  }

  const shortened = (name) => (name.length > MOST_OF_A_NAME ? `${name.slice(0, MOST_OF_A_NAME - 1)}…` : name);

  const dateOf = (page) =>
    page.published
      ? page.published + (page.inferred?.includes("published") ? Words.say("date.inferred") : "")
      : Words.say("date.unknown");

  /** A quote as it stands in the panel; a click opens its page. */
  function block(id) {
    const [before, quoted, after] = sentence(id);
    const open = () => Reader.open(id);
    return Dom.make(
      "button",
      { type: "button", class: "quote", onclick: open, title: Words.say("quote.open") },
      Dom.make("span", { class: "words" }, before, Dom.make("mark", {}, quoted), after),
      Dom.make("span", { class: "source" }, source(id)),
    );
  }

  /** The quotes of a fact: the first in view, more behind a fold. */
  function blocks(ids) {
    const [first, ...rest] = ids;
    if (first === undefined) return null;
    const more =
      rest.length > 0 &&
      Dom.make(
        "details",
        { class: "more" },
        Dom.make("summary", {}, Words.say("quote.more", { count: rest.length })),
        rest.map(block),
      );
    return Dom.make("div", { class: "quotes" }, block(first), more);
  }

  return { words, short, block, blocks, source, dateOf, pointsOf, slice, joined, sentence };
})();

/* The raw page with a quote highlighted, as printed: line breaks and all. */
const Reader = (() => {
  function open(id) {
    const [document, start, end] = Graph.quotes()[id];
    const page = Graph.documents()[document];
    const all = Quotes.pointsOf(document);
    Dom.byId("reader-title").textContent = [page.newspaper, Quotes.dateOf(page), page.id]
      .filter(Boolean)
      .join(" · ");
    const mark = Dom.make("mark", { tabindex: "-1" }, Quotes.words(id));
    const text = all
      ? [Quotes.slice(document, 0, start), mark, Quotes.slice(document, end, all.length)]
      : [mark, Dom.make("p", { class: "muted" }, Words.say("reader.absent"))];
    Dom.fill(Dom.byId("reader-text"), text);
    Dom.byId("reader").showModal();
    mark.scrollIntoView({ block: "center" });
  }

  return { open };
})();
