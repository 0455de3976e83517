/* The search box: a combobox with suggestions grouped by type. */

const Suggest = (() => {
  let options = [];
  let active = -1;

  const input = () => Dom.byId("search");
  const list = () => Dom.byId("suggestions");

  function start() {
    input().addEventListener("input", update);
    input().addEventListener("focus", update);
    input().addEventListener("keydown", onKey);
    input().addEventListener("blur", () => setTimeout(close, 150));
  }

  function update() {
    const groups = Search.suggest(input().value);
    options = [];
    active = -1;
    Dom.fill(
      list(),
      groups.length
        ? groups.map(groupOf)
        : input().value.trim()
          ? Dom.make(
              "p",
              { class: "muted", role: "option", "aria-disabled": "true" },
              Words.say("search.none"),
            )
          : [],
    );
    list().hidden = !input().value.trim();
    input().setAttribute("aria-expanded", String(!list().hidden));
    if (options.length) point(0);
    if (input().value.trim()) Dom.announce(Words.say("search.found", { count: options.length }));
  }

  function groupOf({ group, hits }) {
    const title = `suggestions-${group}`;
    return Dom.make(
      "div",
      { role: "group", "aria-labelledby": title },
      Dom.make(
        "p",
        { id: title, class: "group-title", role: "presentation" },
        Shapes.swatch(group),
        Words.name("kind", group),
      ),
      hits.map(optionOf),
    );
  }

  function optionOf(hit) {
    const node = Graph.node(hit.id);
    const [post] = Lines.postsOf(hit.id);
    const about = hit.alias || (["Official", "Person"].includes(node.group) ? post : "") || "";
    const option = Dom.make(
      "div",
      {
        role: "option",
        id: `option-${options.length}`,
        "aria-selected": "false",
        onmousedown: (event) => event.preventDefault(),
        onclick: () => choose(hit.id),
      },
      Dom.make("span", { class: "name" }, node.label),
      about ? Dom.make("span", { class: "muted" }, about) : null,
    );
    options.push({ id: hit.id, option });
    return option;
  }

  function point(position) {
    options[active]?.option.setAttribute("aria-selected", "false");
    active = (position + options.length) % options.length;
    const { option } = options[active];
    option.setAttribute("aria-selected", "true");
    input().setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  function onKey(event) {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      Actions.forgetPath();
      close();
      return;
    }
    if (!options.length) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) point(active + move);
    else if (event.key === "Enter") choose(options[active].id);
    else return;
    event.preventDefault();
  }

  function choose(id) {
    close();
    input().value = "";
    input().blur();
    Actions.goTo(id);
    Dom.byId("canvas").focus({ preventScroll: true });
  }

  function close() {
    list().hidden = true;
    input().setAttribute("aria-expanded", "false");
    input().removeAttribute("aria-activedescendant");
  }

  return { start };
})();
