// The answer: its heading, the views that fit it, each loaded when it is chosen, and the ways to keep it.

import { MOST } from "./ask.js";
import { fitting } from "./columns.js";
import { element } from "./elements.js";
import { explain } from "./hints.js";
import { ways } from "./keep.js";
import { learn } from "./names.js";
import { show } from "./table.js";
import { gettext, ngettext, written } from "./words.js";

const VIEWS = { Chart: "./chart.js", Timeline: "./timeline.js", Map: "./map.js", Network: "./network.js" };
const NAMES = { Table: gettext("Table"), Chart: gettext("Chart"), Timeline: gettext("Timeline"), Map: gettext("Map"), Network: gettext("Network") };

/** Return what is shown of what a query found, asked with such wishes. */
export async function answer(query, result, wishes) {
  const time = gettext("%(number)s seconds", { number: result.seconds.toFixed(2) });
  if (result.boolean !== undefined)
    return [header(result.boolean ? gettext("Yes") : gettext("No"), time), result.boolean ? "" : why(query, wishes), ways(query, "table", wishes)];
  const rows = result.isCut ? gettext("the first %(number)s rows", { number: written(MOST) })
    : result.isGraph ? ngettext("%(num)s triple", "%(num)s triples", result.rows.length)
    : ngettext("%(num)s row", "%(num)s rows", result.rows.length);
  const parts = [header(gettext("Result"), gettext("%(rows)s in %(time)s", { rows, time }))];
  if (result.isCut)
    parts.push(element("p", { class: "cut" }, gettext("Cut after %(number)s rows by this page. A download holds all that the service’s limits let through.", { number: written(MOST) })));
  if (result.rows.length) {
    await learn(result.rows.slice(0, 200)); // what is seen first is named at once
    parts.push(...views(result));
  } else parts.push(element("p", { class: "empty" }, gettext("No rows: nothing in the graph fits the query.")), why(query, wishes));
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
  const filter = element("input", { type: "search", placeholder: gettext("Filter rows"), "aria-label": gettext("Filter rows") });
  const place = element("div", { class: "view" });
  const offered = fitting(result);
  const choose = async (name) => {
    for (const each of bar.querySelectorAll("button")) each.setAttribute("aria-pressed", String(each.dataset.view === name));
    filter.hidden = name !== "Table";
    if (name === "Table") {
      const draw = show(place, result, filter);
      if ((await learn(result.rows)) && !filter.hidden) draw();
      return;
    }
    place.replaceChildren(element("p", { class: "more" }, gettext("Drawing …")));
    const [{ draw }] = await Promise.all([import(VIEWS[name]), learn(result.rows)]);
    await draw(place, result, offered[name]);
  };
  const button = (name) => element("button", { type: "button", "data-view": name, "aria-pressed": "false", onclick: () => choose(name) }, NAMES[name]);
  const bar = element("div", { class: "views", role: "group", "aria-label": gettext("View") }, ...["Table", ...Object.keys(offered)].map(button));
  choose("Table");
  return [element("div", { class: "tools" }, bar, filter), place];
}
