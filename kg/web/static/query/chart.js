// Numbers as bars, along time or another number as dots on stems: no line tells of what lies between.

import * as Plot from "../vendor/plot.js";
import { date, number } from "./columns.js";
import { STYLE, cut, frame } from "./drawing.js";
import { name } from "./names.js";
import { gettext, written } from "./words.js";

const BARS = 40; // more than fit a screen are not compared any more

/** Draw the numbers of a result. */
export function draw(place, result, { number: measure, across, apart }) {
  const width = Math.min(960, Math.max(320, place.clientWidth));
  const look = { width, style: STYLE };
  if (across.kind === "date") return overTime(place, result, { measure, across, apart }, look);
  if (across.kind === "number") return against(place, result, { measure, across }, look);
  return bars(place, result, { measure, columns: [across, apart].filter(Boolean) }, look);
}

function bars(place, { rows, columns: all }, { measure, columns }, look) {
  const sums = new Map();
  for (const row of rows) {
    const label = columns.map(({ index }) => name(row[index])).join(" – ");
    sums.set(label, (sums.get(label) ?? 0) + number(row[measure.index]));
  }
  const sorted = [...sums].sort((one, other) => other[1] - one[1]);
  const data = sorted.slice(0, BARS).map(([label, value]) => ({ label: cut(label, look.width < 600 ? 22 : 44), value, whole: label }));
  const margin = Math.min(look.width * 0.45, 24 + 6.4 * Math.max(...data.map(({ label }) => label.length)));
  const drawn = Plot.plot({
    ...look, marginLeft: margin, marginRight: 48, height: 40 + 26 * data.length,
    x: { axis: null }, y: { label: null, domain: data.map(({ label }) => label), padding: 0.28 },
    marks: [
      Plot.barX(data, { x: "value", y: "label", fill: "var(--link)", rx: 2, title: ({ whole, value }) => `${whole}: ${value}` }),
      Plot.text(data, { x: "value", y: "label", text: ({ value }) => written(value), textAnchor: "start", dx: 6, fill: "currentColor" }),
      Plot.axisY({ tickSize: 0, label: null }), Plot.ruleX([0], { stroke: "var(--field)" }),
    ],
  });
  const kept = sorted.length > BARS ? gettext("The %(number)s largest of %(all)s.", { number: BARS, all: sorted.length }) : "";
  frame(place, drawn, [kept, gettext("Bars: %(name)s.", { name: all[measure.index] })].join(" ").trim(),
    gettext("Bars of %(name)s for %(columns)s.", { name: all[measure.index], columns: columns.map((each) => each.name).join(", ") }));
}

function overTime(place, { rows }, { measure, across, apart }, look) {
  const data = rows.filter((row) => row[across.index]).map((row) => ({
    date: date(row[across.index]), value: number(row[measure.index]), apart: apart ? name(row[apart.index]) : "",
  })).sort((one, other) => one.date - other.date);
  const drawn = Plot.plot({
    ...look, height: 360, marginLeft: 48, marginTop: 32, x: { type: "utc", label: null }, y: { grid: true, label: measure.name },
    marks: [
      Plot.ruleY([0], { stroke: "var(--field)" }),
      apart ? null : Plot.ruleX(data, { x: "date", y: "value", stroke: "var(--link)", strokeWidth: 2 }),
      Plot.dot(data, { x: "date", y: "value", fill: "var(--link)", r: 4, title: ({ apart: whose, value }) => [whose, value].filter(Boolean).join(": ") }),
    ],
  });
  frame(place, drawn, gettext("Across: %(across)s. Upwards: %(up)s.", { across: across.name, up: measure.name }), gettext("Dots of %(name)s over time.", { name: measure.name }));
}

function against(place, { rows }, { measure, across }, look) {
  const data = rows.map((row) => ({ across: number(row[across.index]), up: number(row[measure.index]) }));
  const isSeries = new Set(data.map((each) => each.across)).size === data.length; // such as a number for each year
  const drawn = Plot.plot({
    ...look, height: 400, marginLeft: 48, marginTop: 32, marginBottom: 40, x: { label: across.name, tickFormat: "d" }, y: { grid: true, label: measure.name },
    marks: [
      isSeries ? Plot.ruleX(data, { x: "across", y: "up", stroke: "var(--link)", strokeWidth: 2 }) : null,
      Plot.dot(data, { x: "across", y: "up", fill: "var(--link)", fillOpacity: isSeries ? 1 : 0.7, r: 4 }),
    ],
  });
  frame(place, drawn, gettext("Across: %(across)s. Upwards: %(up)s.", { across: across.name, up: measure.name }), gettext("Dots of %(up)s against %(across)s.", { across: across.name, up: measure.name }));
}
