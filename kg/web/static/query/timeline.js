// Rows along time: a dot for a day, a bar for more; hollow what is only announced.

import * as Plot from "../vendor/plot.js";
import { date } from "./columns.js";
import { LETTER, STYLE, cut, frame } from "./drawing.js";
import { element } from "./elements.js";
import { link, name } from "./names.js";
import { gettext, ngettext } from "./words.js";

const ITEMS = 120; // more cannot be told apart
const LEAST = 720; // pixels: narrower screens scroll
const LANE = 26; // pixels
const LONGEST = 60; // letters of a label
const DAY = 86_400_000; // milliseconds
const OPEN = /#(Planned|Proposed|Cancelled|Denied)$/;

/** Draw the rows that have a date, with fields for a shorter time: one early date makes all others one point. */
export function draw(place, { rows, columns }, chosen) {
  const all = items(rows, columns.indexOf("status"), chosen);
  const ends = [Math.min(...all.map(({ from }) => from)), Math.max(...all.map(({ to }) => to))].map(day);
  const [first, last] = [[gettext("From"), ends[0]], [gettext("To"), ends[1]]].map(([label, value]) => {
    const field = element("input", { type: "date", value, min: ends[0], max: ends[1] });
    field.addEventListener("change", () => within());
    return { field, told: element("label", {}, label, field) };
  });
  const drawn = element("div");
  place.replaceChildren(element("p", { class: "period" }, first.told, last.told), drawn);
  const within = () => {
    const [low, high] = [first.field.value || ends[0], last.field.value || ends[1]];
    picture(drawn, all.filter(({ from, to }) => day(to) >= low && day(from) <= high), Math.max(LEAST, place.clientWidth));
  };
  within();
}

function day(time) {
  return new Date(time).toISOString().slice(0, 10);
}

function picture(place, all, width) {
  if (!all.length) {
    place.replaceChildren(element("p", { class: "empty" }, gettext("Nothing in this time.")));
    return;
  }
  const shown = all.slice(0, ITEMS);
  const [first, last] = [Math.min(...shown.map(({ from }) => from)), Math.max(...shown.map(({ to }) => to))];
  const span = Math.max(last - first, 10 * DAY);
  const domain = [new Date(first - span * 0.02), new Date(first + span * 1.02)];
  const x = (time) => 16 + ((time - domain[0]) / (domain[1] - domain[0])) * (width - 32);
  const lanes = pack(shown, x, width);
  const dots = shown.filter(({ from, to }) => x(to) - x(from) < 8);
  const bars = shown.filter(({ from, to }) => x(to) - x(from) >= 8);
  const form = { y: "lane", fill: ({ isOpen }) => (isOpen ? "var(--paper)" : "var(--occurred)"), stroke: ({ isOpen }) => (isOpen ? "var(--planned)" : "var(--occurred)"), strokeWidth: 1.5 };
  const words = (anchor) => Plot.text(shown.filter((each) => each.anchor === anchor), {
    x: ({ from, to }) => new Date(anchor === "start" ? to : from), y: "lane", text: "label", href: "href", title: "whole",
    textAnchor: anchor, dx: anchor === "start" ? 9 : -9, fill: "currentColor",
  });
  const drawn = Plot.plot({
    width, height: lanes * LANE + 64, marginLeft: 16, marginRight: 16, marginTop: 32, marginBottom: 8,
    style: STYLE,
    x: { type: "utc", domain, axis: "top", label: null }, y: { axis: null, domain: [-0.6, Math.max(lanes, 1) - 0.4], reverse: true },
    marks: [
      Plot.gridX({ stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.ruleY(bars, { x1: "from", x2: "to", y: "lane", stroke: form.stroke, strokeWidth: 9, strokeLinecap: "round" }),
      Plot.ruleY(bars.filter(({ isOpen }) => isOpen), { x1: "from", x2: "to", y: "lane", stroke: "var(--paper)", strokeWidth: 6, strokeLinecap: "round" }),
      Plot.dot(dots, { ...form, x: "from", r: 4.5 }),
      words("start"), words("end"),
    ],
  });
  const kept = all.length > ITEMS ? gettext("The first %(number)s of %(all)s.", { number: ITEMS, all: all.length }) : "";
  const key = shown.some(({ isOpen }) => isOpen) ? gettext("Filled: took place, or no status told. Hollow: announced, proposed, cancelled or denied.") : "";
  frame(place, drawn, [kept, gettext("Dot: a day, or little more. Bar: longer, or known less exactly."), key].join(" ").trim(),
    ngettext("%(num)s entry on a line of time.", "%(num)s entries on a line of time.", shown.length));
}

// One for each period and thing, or label where no column holds things; its rows, for several participants, are one.
function items(rows, status, { from, to, label, thing }) {
  const found = new Map();
  for (const row of rows) {
    const begun = date(row[from.index]) ?? date(row[to.index]);
    if (!begun) continue;
    const ended = date(row[to.index]) ?? begun;
    const whole = label ? name(row[label.index]) : "";
    const iri = thing && row[thing.index]?.value;
    const key = [+begun, +ended, iri ?? whole].join(" ");
    const isOpen = status >= 0 && OPEN.test(row[status]?.value ?? "");
    if (!found.has(key)) found.set(key, { from: begun, to: ended < begun ? begun : ended, whole, href: iri && link(iri), isOpen });
  }
  return [...found.values()].sort((one, other) => one.from - other.from || one.to - other.to);
}

// Gives each the first lane where it and its words have room; words turn left where the right edge is near.
function pack(all, x, width) {
  const ends = [];
  for (const each of all) {
    const room = { start: width - x(each.to) - 16, end: x(each.from) - 16 };
    const wanted = Math.min(each.whole.length, LONGEST) * LETTER;
    each.anchor = wanted > room.start && room.end > room.start ? "end" : "start";
    each.label = cut(each.whole, Math.min(LONGEST, Math.floor(room[each.anchor] / LETTER)));
    const words = each.label.length * LETTER + 16;
    const [left, right] = each.anchor === "start" ? [x(each.from) - 6, x(each.to) + words] : [x(each.from) - words, x(each.to) + 6];
    const free = ends.findIndex((end) => end < left);
    each.lane = free < 0 ? ends.length : free;
    ends[each.lane] = right;
  }
  return ends.length;
}
