// The ways to keep a result: downloads, a link, a short link that can be cited, and the query as code.

import { LONGEST, Problem, address, send } from "./ask.js";
import { element } from "./elements.js";
import { gettext } from "./words.js";

const FORMS = {
  table: [["CSV", "csv"], ["TSV", "tsv"], ["JSON", "json"], ["XML", "xml"]],
  graph: [["Turtle", "ttl"], ["N-Triples", "nt"], ["JSON-LD", "jsonld"], ["RDF/XML", "rdf"], ["TriG", "trig"]],
};
const JSON_ONLY = { accept: "application/json" };

/** Return the ways for a query whose result is a "table" or a "graph", asked with such wishes. */
export function ways(query, kind, wishes) {
  const asked = { query, ...wishes };
  const href = address("/sparql", asked);
  const shared = href.length < LONGEST ? element("a", { href }, gettext("Link to this query")) : gettext("The query is too long for a link.");
  const code = element("div", { class: "code" });
  return element("div", { class: "ways" },
    section("download", gettext("Download"), FORMS[kind].map((form) => download(form, asked))),
    section("share", gettext("Share"), [shared, short(query, wishes), toggle(query, wishes, code)]),
    code);
}

function section(id, title, parts) {
  const items = parts.map((part) => element("li", {}, part));
  return element("section", { id, "aria-labelledby": `${id}-as` }, element("h3", { id: `${id}-as` }, title), element("ul", {}, ...items));
}

function download([name, format], asked) {
  const fields = { ...asked, format, download: 1 };
  const href = address("/sparql", fields);
  if (href.length < LONGEST) return element("a", { href, download: "" }, name);
  const hidden = Object.entries(fields).map(([key, value]) => element("input", { type: "hidden", name: key, value }));
  return element("form", { method: "post", action: "/sparql" }, ...hidden, element("button", {}, name));
}

function short(query, wishes) {
  return button(gettext("Short link and citation"), async (pressed) => {
    const told = await (await send(address("/q", wishes), query, JSON_ONLY)).json();
    const link = element("a", { href: `/q/${told.id}` }, `${location.host}/q/${told.id}`);
    pressed.replaceWith(link);
    link.focus();
  });
}

function toggle(query, wishes, place) {
  return button(gettext("As code"), async (pressed) => {
    const told = await (await send(address("/sparql/code", wishes), query, JSON_ONLY)).json();
    const parts = Object.entries(told).map(([name, code]) =>
      element("details", { name: "code" }, element("summary", {}, name), element("pre", { tabindex: 0 }, element("code", {}, code))));
    parts[0].open = true;
    place.replaceChildren(...parts);
    pressed.remove();
    parts[0].querySelector("summary").focus();
  });
}

function button(words, act) {
  const told = element("span", { role: "status" });
  const pressed = element("button", { type: "button", onclick: async () => {
    try {
      await act(pressed);
    } catch (error) {
      if (!(error instanceof Problem || error instanceof TypeError)) throw error;
      told.textContent = ` ${error.message}`;
    }
  } }, words);
  return element("span", {}, pressed, told);
}
