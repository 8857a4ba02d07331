// The answer: its heading, the views that fit it, each loaded when it is chosen, and the ways to keep it.

import { MOST } from "./ask.js";
import { fitting } from "./columns.js";
import { count, element } from "./elements.js";
import { explain } from "./hints.js";
import { learn } from "./names.js";
import { show } from "./table.js";

const FORMS = {
  table: [["CSV", "csv"], ["TSV", "tsv"], ["JSON", "json"], ["XML", "xml"]],
  graph: [["Turtle", "ttl"], ["N-Triples", "nt"], ["JSON-LD", "jsonld"], ["RDF/XML", "rdf"], ["TriG", "trig"]],
};
const VIEWS = { Chart: "./chart.js", Timeline: "./timeline.js", Map: "./map.js", Network: "./network.js" };
const LONGEST = 2_000; // characters of an address that every client and server takes

/** Show what a query found in the section of the page. */
export async function answer(section, query, result) {
  const time = `${result.seconds.toFixed(2)} seconds`;
  if (result.boolean !== undefined) {
    section.replaceChildren(header(result.boolean ? "Yes" : "No", time), result.boolean ? "" : why(query), ways(query, "table"));
    return;
  }
  const rows = result.isCut ? `the first ${MOST.toLocaleString("en")} rows` : count(result.rows.length, result.isGraph ? "triple" : "row");
  const parts = [header("Result", `${rows} in ${time}`)];
  if (result.isCut)
    parts.push(element("p", { class: "cut" }, `Cut after ${MOST.toLocaleString("en")} rows by this page. A download holds all that the service's limits let through.`));
  if (result.rows.length) {
    await learn(result.rows.slice(0, 200)); // what is seen first is named at once
    parts.push(...views(result));
  } else parts.push(element("p", { class: "empty" }, "No rows: nothing in the graph fits the query."), why(query));
  section.replaceChildren(...parts, ways(query, result.isGraph ? "graph" : "table"));
}

// Comes later: an answer without rows does not wait for it.
function why(query) {
  const place = element("div", { class: "hints", "aria-live": "polite" });
  explain(place, query);
  return place;
}

function header(title, told) {
  return element("header", {}, element("h2", { id: "answer", tabindex: -1 }, title), element("p", {}, told));
}

function views(result) {
  const filter = element("input", { type: "search", placeholder: "Filter rows", "aria-label": "Filter rows" });
  const place = element("div", { class: "view" });
  const offered = fitting(result);
  const choose = async (name) => {
    for (const each of bar.querySelectorAll("button")) each.setAttribute("aria-pressed", String(each.textContent === name));
    filter.hidden = name !== "Table";
    if (name === "Table") {
      const draw = show(place, result, filter);
      if ((await learn(result.rows)) && !filter.hidden) draw();
      return;
    }
    place.replaceChildren(element("p", { class: "more" }, "Drawing …"));
    const [{ draw }] = await Promise.all([import(VIEWS[name]), learn(result.rows)]);
    await draw(place, result, offered[name]);
  };
  const button = (name) => element("button", { type: "button", "aria-pressed": "false", onclick: () => choose(name) }, name);
  const bar = element("div", { class: "views", role: "group", "aria-label": "View" }, ...["Table", ...Object.keys(offered)].map(button));
  choose("Table");
  return [element("div", { class: "tools" }, bar, filter), place];
}

// "Share" and "Download": links where the query fits an address, forms where it does not.
function ways(query, kind) {
  const address = `/sparql?${new URLSearchParams({ query })}`;
  const link = ([name, suffix]) => {
    const href = `${address}&format=${suffix}`;
    if (href.length < LONGEST) return element("li", {}, element("a", { href, download: `result.${suffix}` }, name));
    const fields = Object.entries({ query, format: suffix }).map(([key, value]) => element("input", { type: "hidden", name: key, value }));
    return element("li", {}, element("form", { method: "post", action: "/sparql" }, ...fields, element("button", {}, name)));
  };
  const shared = address.length < LONGEST ? element("a", { href: address }, "Link to this query") : "The query is too long for a link.";
  return element("div", { class: "ways" },
    element("section", { id: "download", "aria-labelledby": "download-as" }, element("h3", { id: "download-as" }, "Download"), element("ul", {}, ...FORMS[kind].map(link))),
    element("section", { id: "share", "aria-labelledby": "share-it" }, element("h3", { id: "share-it" }, "Share"), element("ul", {}, element("li", {}, shared))));
}
