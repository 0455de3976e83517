"use strict";
// The query page: examples, completion of terms and names, the answer as a table and as CSV.

const byId = (id) => document.getElementById(id);
const editor = byId("query"), offers = byId("offers"), status = byId("status"), answer = byId("answer");
const MOST_ROWS = 1000; // rows that the table shows; the CSV holds all
let examples = {}, base = "", shown = null, offered = [], chosen = -1, latest = 0;

function element(name, words, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = words;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

// ── examples and their parameters ──

async function loadExamples() {
  const reply = await (await fetch("/queries.json")).json();
  examples = reply.queries;
  base = reply.base;
  byId("example").disabled = false;
}

function showExample() {
  const example = examples[byId("example").value];
  if (!example) return;
  editor.value = example.text;
  byId("parameters").replaceChildren(...Object.entries(example.parameters).map(([name, meaning]) => {
    const label = element("label", `${meaning} `), field = element("input", "");
    field.addEventListener("change", () => setParameter(name, field.value));
    label.append(field);
    return label;
  }));
}

function setParameter(name, value) {
  const quoted = JSON.stringify(value).replace(/\u2028|\u2029/g, " ");
  const line = new RegExp(`VALUES \\?${name} \\{ "(?:[^"\\\\]|\\\\.)*" \\}`);
  editor.value = editor.value.replace(line, () => `VALUES ?${name} { ${quoted} }`);
}

// ── the answer ──

async function run(event) {
  event?.preventDefault();
  status.textContent = "…";
  status.className = "";
  const started = performance.now();
  try {
    const reply = await fetch("/sparql", {
      method: "POST",
      headers: { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json, text/turtle;q=0.9" },
      body: editor.value,
    });
    const words = await reply.text(), seconds = ((performance.now() - started) / 1000).toFixed(2);
    if (!reply.ok) throw new Error(words.trim());
    const isTable = reply.headers.get("Content-Type").startsWith("application/sparql-results+json");
    show(isTable ? JSON.parse(words) : null, words);
    const rows = shown ? `${shown.results.bindings.length} 行 · rows · ` : "";
    status.textContent = `${rows}${seconds} s`;
  } catch (error) {
    show(null, "");
    status.textContent = error.message;
    status.className = "error";
  }
}

function show(reply, words) {
  shown = reply?.results ? reply : null;
  byId("csv").disabled = !shown;
  if (shown) answer.replaceChildren(table(shown));
  else answer.replaceChildren(element("pre", reply ? String(reply.boolean) : words));
}

function table({ head, results }) {
  const made = document.createElement("table"), body = document.createElement("tbody"), top = document.createElement("tr");
  top.append(...head.vars.map((name) => element("th", name)));
  for (const row of results.bindings.slice(0, MOST_ROWS)) {
    const line = document.createElement("tr");
    line.append(...head.vars.map((name) => cell(row[name])));
    body.append(line);
  }
  made.append(document.createElement("thead"), body);
  made.tHead.append(top);
  return made;
}

function cell(term) {
  const made = document.createElement("td");
  if (term?.type === "uri" && term.value.startsWith(base)) {
    const local = term.value.slice(base.length);
    made.append(element("a", local, { href: "/id/" + encodeURIComponent(local).replaceAll("%25", "%") }));
  } else {
    made.textContent = term?.value ?? "";
  }
  return made;
}

// Words that a spreadsheet would run as a formula get an apostrophe before them.
function csvCell(term) {
  const words = term?.value ?? "";
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(words) && Number.isNaN(Number(words)) ? `'${words}` : words;
  return `"${safe.replaceAll('"', '""')}"`;
}

function saveCsv() {
  const rows = [shown.head.vars.map((name) => csvCell({ value: name }))];
  for (const row of shown.results.bindings) rows.push(shown.head.vars.map((name) => csvCell(row[name])));
  const file = new Blob(["\ufeff", rows.map((row) => row.join(",") + "\r\n").join("")], { type: "text/csv" });
  const link = element("a", "", { href: URL.createObjectURL(file), download: "answer.csv" });
  link.click();
  URL.revokeObjectURL(link.href);
}

// ── completion ──

async function offer(words, place) {
  const asked = ++latest;
  const found = words.length > 1 ? await (await fetch("/suggest?q=" + encodeURIComponent(words))).json() : [];
  if (asked !== latest) return;
  offered = found.map((one) => ({ ...one, place }));
  chosen = -1;
  offers.replaceChildren(...offered.map((one, i) => {
    const line = element("li", one.label || one.insert, { role: "option" });
    line.append(element("code", one.insert));
    line.addEventListener("mousedown", (event) => { event.preventDefault(); take(i); });
    return line;
  }));
  offers.hidden = !offered.length;
}

function wordBefore() {
  return editor.value.slice(0, editor.selectionStart).match(/[\w:\-\u3400-\u9fff]+$/u)?.[0] ?? "";
}

function take(i) {
  const { insert, place } = offered[i], end = editor.selectionStart;
  editor.setRangeText(insert + " ", place === editor ? end - wordBefore().length : end, end, "end");
  close();
  editor.focus();
}

function close() {
  latest++;
  offered = [];
  offers.hidden = true;
}

function choose(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return run(event);
  if (offers.hidden) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    chosen = (chosen + step + offered.length) % offered.length;
    [...offers.children].forEach((line, i) => line.setAttribute("aria-selected", i === chosen));
    offers.children[chosen].scrollIntoView({ block: "nearest" });
  } else if ((event.key === "Enter" || event.key === "Tab") && chosen >= 0) {
    event.preventDefault();
    take(chosen);
  } else if (event.key === "Escape") {
    close();
  }
}

byId("ask").addEventListener("submit", run);
byId("example").addEventListener("change", showExample);
byId("csv").addEventListener("click", saveCsv);
for (const field of [editor, byId("name")]) {
  field.addEventListener("input", () => offer(field === editor ? wordBefore() : field.value.trim(), field));
  field.addEventListener("keydown", choose);
  field.addEventListener("blur", close);
}
loadExamples();
