/* The words of the interface, from words.json, in the language chosen; numbers as people write them. */

const Words = (() => {
  let all = {};
  let language = "zh";

  function load(words) {
    all = words;
  }

  function speak(chosen) {
    language = chosen;
    document.documentElement.lang = chosen === "zh" ? "zh-CN" : "en";
    dressPage();
  }

  /** The text of a key, with {name} filled in; the key itself where there is none. */
  function say(key, values = {}) {
    const text = all[language][key] ?? key;
    return text.replace(/\{(\w+)\}/g, (mark, name) => values[name] ?? mark);
  }

  /** A name out of the data (a predicate, a stage): its words, or the name as it is where it is unknown to us. */
  function name(family, value) {
    return all[language][`${family}.${value}`] ?? value;
  }

  function dressPage() {
    for (const element of document.querySelectorAll("[data-word]"))
      element.textContent = say(element.dataset.word);
    for (const element of document.querySelectorAll("[data-label]"))
      element.setAttribute("aria-label", say(element.dataset.label));
    for (const element of document.querySelectorAll("[data-title]"))
      element.title = say(element.dataset.title);
    for (const element of document.querySelectorAll("[data-placeholder]"))
      element.placeholder = say(element.dataset.placeholder);
  }

  const count = (number) =>
    number.toLocaleString(language === "zh" ? "zh-CN" : "en-GB", { maximumFractionDigits: 2 });

  function money(value, currency = "CNY") {
    if (language === "zh")
      return (
        scaled(value, [
          [1e8, "亿"],
          [1e4, "万"],
          [1, ""],
        ]) + (currency === "CNY" ? "元" : name("currency", currency))
      );
    return `${currency} ${scaled(value, [
      [1e9, " bn"],
      [1e6, " m"],
      [1, ""],
    ])}`;
  }

  function scaled(value, units) {
    const [size, unit] = units.find(([least]) => Math.abs(value) >= least) ?? units[units.length - 1];
    return count(value / size) + unit;
  }

  /** A number with the unit it was printed with. */
  function quantity(value, unit = "") {
    if (unit === "CNY" || unit === "USD") return money(value, unit);
    const number =
      language === "zh"
        ? scaled(
            value,
            [
              [1e8, "亿"],
              [1e5, "万"],
              [1, ""],
            ].map(([size, name]) => [size === 1e5 ? 1e4 : size, name]),
          )
        : count(value);
    return number + (unit === "m2" ? " m²" : unit);
  }

  const comparator = (sign = "=") =>
    ({ "=": "", ">=": "≥ ", ">": "> ", "<=": "≤ ", "<": "< ", "~": "≈ " })[sign] ?? `${sign} `;

  return { load, speak, say, name, count, money, quantity, comparator, language: () => language };
})();
