// The sentences that the things of a row rest on, each with its place in its article.

import { Problem, look } from "./ask.js";
import { element } from "./elements.js";
import { link } from "./names.js";
import { gettext, language, ngettext } from "./words.js";

const FIRST = 3; // sentences that are read at once
const [PART, WHOLE, ENDS] = [40_000, 10, 4]; // as in kg/web/sentences.py
const DAY = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** Return what is shown below a row: the sentences that tell of most of its things together, many to be opened. */
export async function sentences(things) {
  let found;
  try {
    found = await look("sentences", [...new Set(things)]);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [element("p", { class: "more" }, gettext("The sentences were not found: %(why)s", { why: error.message }))];
  }
  if (!found.length) return [element("p", { class: "more" }, gettext("No claim tells of this row."))];
  const near = found.filter((row) => row.things === found[0].things);
  const rest = near.splice(FIRST);
  const more = rest.length && element("details", {},
    element("summary", {}, ngettext("%(num)s more sentence", "%(num)s more sentences", rest.length)), ...rest.map(cite));
  return [element("div", { class: "cites" }, ...near.map(cite), more || "")];
}

function cite({ quote, article, start, end, outlet, published, url }) {
  const told = [outlet ?? gettext("Article"), published && DAY.format(new Date(published))].filter(Boolean).join(", ");
  return element("blockquote", { class: "cite" },
    element("p", { lang: "en" }, quote),
    element("footer", {}, element("a", { href: place(link(article), start, end) }, told),
      url?.match(/^https?:/) ? element("a", { class: "original", href: original(url, quote), rel: "external" }, gettext("original")) : ""));
}

/** Return the place of a passage; see kg/web/sentences.py, which tells the same for pages. */
function place(article, start, end) {
  return `${article}.html${start >= PART ? `?at=${start}` : ""}#p-${start}-${end}`;
}

/** Return the words at the address where they were published, as a text fragment; see there too. */
function original(url, quote) {
  const words = quote.trim().split(/\s+/);
  const ends = Math.min(ENDS, Math.floor(words.length / 2)) || 1;
  const parts = words.length <= WHOLE && !quote.trim().includes("\n")
    ? [words] : [words.slice(0, ends), words.slice(-ends)];
  const told = parts.map((part) => encodeURIComponent(part.join(" ")).replaceAll("-", "%2D")).join();
  return `${url}${url.includes("#") ? "" : "#"}:~:text=${told}`;
}
