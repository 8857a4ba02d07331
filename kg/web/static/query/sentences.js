// The sentences that the things of a row rest on, each with its place in its article.

import { Problem, look } from "./ask.js";
import { element } from "./elements.js";
import { link } from "./names.js";

const FIRST = 3; // sentences that are read at once
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** Return what is shown below a row: the sentences that tell of most of its things together, many to be opened. */
export async function sentences(things) {
  let found;
  try {
    found = await look("sentences", [...new Set(things)]);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [element("p", { class: "more" }, `The sentences were not found: ${error.message}`)];
  }
  if (!found.length) return [element("p", { class: "more" }, "No claim tells of this row.")];
  const near = found.filter((row) => row.things === found[0].things);
  const rest = near.splice(FIRST);
  const more = rest.length && element("details", {},
    element("summary", {}, `${rest.length} more sentence${rest.length === 1 ? "" : "s"}`), ...rest.map(cite));
  return [element("div", { class: "cites" }, ...near.map(cite), more || "")];
}

function cite({ quote, article, start, end, outlet, published }) {
  const told = [outlet ?? "Article", published && DAY.format(new Date(published))].filter(Boolean).join(", ");
  return element("blockquote", { class: "cite" },
    element("p", {}, quote),
    element("footer", {}, element("a", { href: `${link(article)}.html#p-${start}-${end}` }, told)));
}
