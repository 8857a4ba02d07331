// The result as a table: names for IRIs, sorted by a click on a head, filtered by words, page by page.

import { element } from "./elements.js";
import { isThing, link, name } from "./names.js";
import { sentences } from "./sentences.js";
import { gettext, language, ngettext, written } from "./words.js";

const PAGE = 50; // rows: what is looked through before another page, or a word in the filter
const SHORT = 20; // letters that stand in one line
const XSD = "http://www.w3.org/2001/XMLSchema#";
const PLAIN = new Set(["string", "integer", "decimal", "double", "date", "dateTime", "boolean"].map((each) => XSD + each));
const ORDER = new Intl.Collator(language, { numeric: true, sensitivity: "base" });

/** Show a result in a place; `filter` is the field for words. */
export function show(place, result, filter) {
  const shown = { sorted: undefined, isDown: false, page: 0 };
  const opens = result.rows.some((row) => row.some(isThing));

  function draw() {
    const rows = chosen(result.rows, filter.value, shown);
    const pages = Math.max(1, Math.ceil(rows.length / PAGE));
    shown.page = Math.min(shown.page, pages - 1);
    const first = shown.page * PAGE;
    const part = rows.slice(first, first + PAGE);
    const told = pages > 1 ? gettext("Rows %(first)s–%(last)s of %(all)s", { first: first + 1, last: first + part.length, all: written(rows.length) })
      : ngettext("%(num)s row", "%(num)s rows", rows.length);
    const table = element("table", {},
      element("caption", {}, told),
      element("thead", {}, element("tr", {}, opens && element("td", { class: "opener" }), ...result.columns.map(head))),
      element("tbody", {}, ...part.map((row) => line(row, opens))));
    place.replaceChildren(element("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": gettext("Table") }, table), paging(pages));
  }

  function head(column, index) {
    const isSorted = shown.sorted === index;
    const order = isSorted ? (shown.isDown ? "descending" : "ascending") : undefined;
    const sort = () => {
      Object.assign(shown, { sorted: index, isDown: isSorted && !shown.isDown, page: 0 });
      draw();
      place.querySelectorAll("thead button")[index].focus();
    };
    return element("th", { scope: "col", "aria-sort": order }, element("button", { type: "button", onclick: sort }, column));
  }

  function paging(pages) {
    if (pages === 1) return "";
    const step = (by, words) => element("button", { type: "button", disabled: !(shown.page + by >= 0 && shown.page + by < pages), onclick: () => turn(by) }, words);
    return element("p", { class: "paging" }, step(-1, gettext("Earlier rows")), gettext("Page %(number)s of %(count)s", { number: shown.page + 1, count: pages }), step(1, gettext("Further rows")));
  }

  function turn(by) {
    shown.page += by;
    draw();
    place.querySelector(".scroll").focus({ preventScroll: true });
    place.scrollIntoView({ block: "nearest" });
  }

  filter.oninput = () => {
    shown.page = 0;
    draw();
  };
  draw();
  return draw;
}

function chosen(rows, words, { sorted, isDown }) {
  const sought = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const holds = (row) => {
    const text = row.map(name).join(" ").toLocaleLowerCase();
    return sought.every((word) => text.includes(word));
  };
  const found = sought.length ? rows.filter(holds) : [...rows];
  if (sorted === undefined) return found;
  const sign = isDown ? -1 : 1;
  const keyed = found.map((row) => [name(row[sorted]), row]);
  keyed.sort(([one], [other]) => (!one || !other ? Number(!one) - Number(!other) : sign * ORDER.compare(one, other)));
  return keyed.map(([, row]) => row);
}

function line(row, opens) {
  const cells = row.map((term) => element("td", { class: term && name(term).length < SHORT ? "short" : undefined }, ...cell(term)));
  return element("tr", {}, opens && element("td", { class: "opener" }, row.some(isThing) ? opener(row) : ""), ...cells);
}

function cell(term) {
  if (!term) return [""];
  const href = term.type === "uri" ? link(term.value) : undefined;
  const note = term["xml:lang"] ?? (term.datatype && !PLAIN.has(term.datatype) ? term.datatype.replace(XSD, "xsd:") : undefined);
  const told = href ? element("a", { href, title: term.value }, name(term)) : name(term);
  return [told, note && element("small", {}, ` ${note}`)];
}

// Opens, below its row, the sentences that the row rests on.
function opener(row) {
  const button = element("button", { type: "button", "aria-expanded": "false", "aria-label": gettext("Sentences: %(thing)s", { thing: row.map(name).find(Boolean) }) });
  button.addEventListener("click", async () => {
    const line = button.closest("tr");
    const isOpen = button.getAttribute("aria-expanded") === "true";
    button.setAttribute("aria-expanded", String(!isOpen));
    if (isOpen) {
      line.nextElementSibling.remove();
      return;
    }
    const place = element("td", { colspan: row.length, "aria-live": "polite" }, gettext("Looking for the sentences …"));
    line.after(element("tr", { class: "detail" }, element("td", { class: "opener" }), place));
    place.replaceChildren(...(await sentences(row.filter(isThing).map((term) => term.value))));
  });
  return button;
}
