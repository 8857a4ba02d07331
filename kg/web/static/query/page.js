// The page for queries: the editor, a run and its end, and the examples.

import { LONGEST, Problem, address, ask } from "./ask.js";
import { nonce } from "./drawing.js";
import { element } from "./elements.js";
import { advice, meanings } from "./hints.js";
import { gettext, written } from "./words.js";

const TICK = 100; // milliseconds between two looks at the clock
const form = document.querySelector("#ask");
const field = document.querySelector("#query");
const [start, cancel] = [form.querySelector("[type=submit]"), document.querySelector("#cancel")];
const [progress, failure, section] = ["#progress", "#failure", "#result"].map((name) => document.querySelector(name));
// What the address wishes beside the query: an older build, a shorter deadline.
const wishes = Object.fromEntries(["build", "timeout"].map((name) => [name, form.elements[name]?.value]).filter(([, value]) => value));
const seconds = Math.min(form.dataset.seconds, wishes.timeout ?? Infinity);
let running, coming, composing;

start.title = gettext("Ctrl+Enter in the editor");
start.after(element("p", { id: "keys", class: "keys" }, element("kbd", {}, "Ctrl"), "+", element("kbd", {}, "Enter"), " ", gettext("runs"), ", ", element("kbd", {}, "Ctrl"), "+", element("kbd", {}, "Space"), " ", gettext("completes"), ", ", element("kbd", {}, "Esc"), " ", gettext("leaves the editor")));
let editor = plain();
for (const sign of ["focus", "pointerenter"]) field.addEventListener(sign, upgrade, { once: true });
if (document.activeElement === field) upgrade();
for (const [sign, now] of [["compositionstart", true], ["compositionend", false]]) field.addEventListener(sign, () => (composing = now));
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
});
if (document.readyState === "complete") renew();
else window.addEventListener("load", renew);

form.noValidate = true; // the plain field is hidden, and cannot be pointed at
form.addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
cancel.addEventListener("click", () => running?.abort());
for (const link of document.querySelectorAll("[data-example]"))
  link.addEventListener("click", async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const file = await fetch(`/sparql/examples/${link.dataset.example}.rq`);
    editor.text = (await file.text()).replace(/^# topic: .*\n/m, "");
    run();
  });
document.addEventListener("ask", ({ detail }) => {
  editor.text = detail;
  run();
});
window.addEventListener("popstate", () => location.reload());

// The plain field, until the editor is there, and where it cannot be had.
function plain() {
  return {
    get text() {
      return field.value;
    },
    set text(words) {
      field.value = words;
    },
    mark: async (problem) => ((await upgrade()) ? editor.mark(problem) : field.focus()),
  };
}

// The editor weighs as much as the page and its fonts: it comes when one is about to write.
function upgrade() {
  return (coming ??= replace());
}

async function replace() {
  const { edit } = await import("./editor.js").catch(() => ({}));
  if (!edit) return false; // it cannot be had: the plain field stays
  // What an input method has half written would be broken off with the field.
  while (composing) await new Promise((go) => field.addEventListener("compositionend", go, { once: true }));
  const hadFocus = document.activeElement === field;
  editor = edit(field, { nonce: nonce(), run, leave: start });
  if (hadFocus) editor.focus();
  return true;
}

// What came with the page is the plain form's answer: here it gets its views.
function renew() {
  if (field.value.trim() && !running && (!section.hidden || failure.textContent.trim())) run("replaceState");
}

async function run(keep = "pushState") {
  const query = editor.text;
  if (!query.trim()) return;
  running?.abort();
  const mine = (running = new AbortController());
  const clock = begin();
  try {
    const result = await ask(query, mine.signal, wishes);
    failure.replaceChildren();
    document.querySelector("#links")?.remove();
    const { answer } = await import("./result.js");
    const parts = await answer(query, result, wishes);
    mine.signal.throwIfAborted(); // while things were named
    section.replaceChildren(...parts);
    section.hidden = false; // now that all of it is there
    section.scrollIntoView({ block: "nearest" }); // as little as shows it: the query stays in sight if it can
    remember(query, keep);
    progress.textContent = section.querySelector("header").innerText.replace("\n", ": ");
  } catch (error) {
    if (mine.signal.aborted) {
      if (running === mine) progress.textContent = gettext("Cancelled.");
    } else if (error instanceof Problem || error instanceof TypeError) fail(error);
    else throw error;
  } finally {
    clearInterval(clock);
    if (running === mine) end();
  }
}

function begin() {
  const begun = performance.now();
  const tell = () => {
    const passed = (performance.now() - begun) / 1000;
    if (passed > 0.3) progress.textContent = gettext("Running: %(passed)s of at most %(seconds)s seconds", { passed: passed.toFixed(1), seconds });
  };
  cancel.hidden = false;
  section.setAttribute("aria-busy", "true");
  return setInterval(tell, TICK);
}

function end() {
  running = undefined;
  if (document.activeElement === cancel) start.focus(); // the focus would be lost with the button
  cancel.hidden = true;
  section.removeAttribute("aria-busy");
}

function fail(error) {
  progress.textContent = "";
  section.hidden = true;
  if (error instanceof Problem) editor.mark(error);
  const told = error instanceof Problem ? error.message : gettext("The service cannot be reached.");
  const limit = error.limit ? element("p", {}, gettext("The limit: %(number)s %(what)s.", { number: written(Number(error.value)), what: error.limit })) : "";
  const box = element("section", { class: "failure", role: "alert", "aria-labelledby": "failed" },
    element("h2", { id: "failed" }, gettext("The query was not answered")), element("p", {}, told), limit, meanings(editor.text, error.suggestions),
    ...advice(error.costly, gettext("Bounded, it ends in time:")));
  failure.replaceChildren(box);
  box.scrollIntoView({ block: "nearest" });
}

// The address leads to the query again: reloaded, sent to somebody, or gone back to.
function remember(query, keep) {
  const found = address("/sparql", { query, ...wishes });
  if (found.length < LONGEST && location.pathname + location.search !== found) history[keep](null, "", found);
}
