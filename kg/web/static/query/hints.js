// Help with a query that finds nothing or takes too long: what its names may mean, and another query to run.

import { Problem, address, send } from "./ask.js";
import { element } from "./elements.js";
import { gettext } from "./words.js";

/** Return what may be meant by words of a query, as a list; a click writes it there and asks again. */
export function meanings(query, suggestions = []) {
  return suggestions.length ? element("ul", { class: "meant" }, ...suggestions.map((each) => meaning(query, each))) : "";
}

function meaning(query, { found, meant, label }) {
  const told = label ? ` (${label})` : "";
  const way = changed(query, found, meant);
  const shown = way === undefined ? element("code", {}, meant) : button(meant, way);
  return element("li", {}, gettext("%(found)s: did you mean", { found }), " ", shown, `${told}?`);
}

// What holds spaces is no name: a declaration stands before the query, other words are for the reader to place.
function changed(query, found, meant) {
  if (meant.startsWith("PREFIX ")) return `${meant}\n${query}`;
  const whole = new RegExp(`(?<![\\w:-])${escaped(found)}(?![\\w-])`, "g"); // dip:Meet is no part of dip:Meeting
  return /\s/.test(meant) ? undefined : query.replace(whole, () => meant);
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Return a reason with its place, unless it `isTold`, and the query that is offered, below the words of `way`. */
export function advice(hint, way, isTold = false) {
  if (!hint) return [];
  const told = isTold ? "" : element("p", {}, element("span", { lang: "en" }, hint.reason), " ", gettext("(line %(line)s).", { line: hint.line }));
  if (!hint.query) return [told];
  const shown = element("pre", { class: "place", tabindex: 0 }, element("code", {}, hint.query));
  return [told, element("div", { class: "nearest" }, element("p", {}, way), shown, button(gettext("Run this"), hint.query))];
}

function button(words, query) {
  const ask = () => document.dispatchEvent(new CustomEvent("ask", { detail: query }));
  return element("button", { type: "button", onclick: ask }, words);
}

/** Write what is known of a query without rows into a place, asked with the same wishes; nothing where nothing is. */
export async function explain(place, query, wishes) {
  try {
    const answer = await send(address("/sparql/hints", wishes), query, { accept: "application/json" });
    const { names, empty } = await answer.json();
    const odd = names.flatMap((each) => [element("p", {}, element("span", { lang: "en" }, each.reason), " ", gettext("(line %(line)s).", { line: each.line })), meanings(query, each.suggestions)]);
    const isTold = names.some(({ reason, line }) => reason === empty?.reason && line === empty.line);
    place.replaceChildren(...odd, ...advice(empty, gettext("The nearest query that has rows:"), isTold));
    place.scrollIntoView({ block: "nearest" }); // the answer was shown before
  } catch (error) {
    if (!(error instanceof Problem || error instanceof TypeError)) throw error; // without hints the answer stands
  }
}
