// States in the darker, the more the result tells of them.

import * as Plot from "../vendor/plot.js";
import { look } from "./ask.js";
import { number } from "./columns.js";
import { STYLE, frame } from "./drawing.js";
import { gettext, ngettext, written } from "./words.js";

/** Draw the states of a column: by a number of each row where there is one, else by the number of rows. */
export async function draw(place, { rows }, { place: column, number: measure }) {
  const things = [...new Set(rows.map((row) => row[column.index]?.value).filter(Boolean))];
  const [world, found] = await Promise.all([
    fetch(new URL("../vendor/world.json", import.meta.url)).then((answer) => answer.json()),
    look("states", things),
  ]);
  const stateOf = new Map(found.map((row) => [row.thing, row]));
  const states = new Map();
  for (const row of rows) {
    const state = stateOf.get(row[column.index]?.value);
    if (!state) continue;
    const told = states.get(state.code) ?? { ...state, value: 0 };
    states.set(state.code, { ...told, value: told.value + (measure ? number(row[measure.index]) : 1) });
  }
  const { features } = Plot.feature(world, world.objects.countries);
  const drawn = features.filter(({ id }) => id !== "010"); // the Antarctic takes a fifth of the picture
  const most = Math.max(1, ...[...states.values()].map(({ value }) => value));
  const words = ({ label, value }) => `${label}: ${measure ? written(value) : ngettext("%(num)s row", "%(num)s rows", value)}`;
  const told = drawn.filter(({ id }) => states.has(id));
  const width = Math.max(320, place.clientWidth);
  const map = Plot.plot({
    width, height: width * 0.46, margin: 2, projection: { type: "equal-earth", domain: { type: "FeatureCollection", features: drawn } },
    style: STYLE,
    opacity: { type: "sqrt", domain: [0, most], range: [0.2, 1] },
    marks: [
      Plot.geo(drawn, { fill: "var(--line)", stroke: "var(--paper)", strokeWidth: 0.6 }),
      Plot.geo(told, { fill: "var(--link)", fillOpacity: ({ id }) => states.get(id).value, stroke: "var(--paper)", strokeWidth: 0.6, title: ({ id }) => words(states.get(id)) }),
    ],
  });
  const seen = new Set(drawn.map(({ id }) => id));
  const small = [...states.values()].filter(({ code }) => !seen.has(code));
  const largest = [...states.values()].sort((one, other) => other.value - one.value);
  const list = largest.slice(0, 8).map(words).join("; ");
  const left = small.length ? gettext("Too small for this map: %(states)s.", { states: small.map(words).join("; ") }) : "";
  frame(place, map, `${list}${largest.length > 8 ? " …" : "."} ${left}`.trim(), ngettext("Map of %(num)s state.", "Map of %(num)s states.", states.size));
}
