// The answer: its heading, the views that fit it, each loaded when it is chosen, and the ways to keep it.

import { MOST } from "./ask.js";
import { fitting } from "./columns.js";
import { count, element } from "./elements.js";
import { explain } from "./hints.js";
import { ways } from "./keep.js";
import { learn } from "./names.js";
import { show } from "./table.js";

const VIEWS = { Chart: "./chart.js", Timeline: "./timeline.js", Map: "./map.js", Network: "./network.js" };

/** Return what is shown of what a query found, asked with such wishes. */
export async function answer(query, result, wishes) {
  const time = `${result.seconds.toFixed(2)} seconds`;
  if (result.boolean !== undefined)
    return [header(result.boolean ? "Yes" : "No", time), result.boolean ? "" : why(query, wishes), ways(query, "table", wishes)];
  const rows = result.isCut ? `the first ${MOST.toLocaleString("en")} rows` : count(result.rows.length, result.isGraph ? "triple" : "row");
  const parts = [header("Result", `${rows} in ${time}`)];
  if (result.isCut)
    parts.push(element("p", { class: "cut" }, `Cut after ${MOST.toLocaleString("en")} rows by this page. A download holds all that the service's limits let through.`));
  if (result.rows.length) {
    await learn(result.rows.slice(0, 200)); // what is seen first is named at once
    parts.push(...views(result));
  } else parts.push(element("p", { class: "empty" }, "No rows: nothing in the graph fits the query."), why(query, wishes));
  return [...parts, ways(query, result.isGraph ? "graph" : "table", wishes)];
}

// Comes later: an answer without rows does not wait for it.
function why(query, wishes) {
  const place = element("div", { class: "hints", "aria-live": "polite" });
  explain(place, query, wishes);
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
