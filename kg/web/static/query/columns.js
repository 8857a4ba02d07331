// What the columns of a result hold, and which views they fit.

import { base, isThing } from "./names.js";

const LOOKED = 300; // rows: enough to tell what a column holds
const XSD = "http://www.w3.org/2001/XMLSchema#";
const NUMBERS = new Set(["integer", "decimal", "double", "float", "int", "long", "nonNegativeInteger"].map((name) => XSD + name));
const DATES = new Set(["date", "dateTime", "gYear", "gYearMonth"].map((name) => XSD + name));
const MANY = 400; // different words: more are no names of things but texts

// Returns the columns: each with its place, name and kind ("thing", "date", "number", "name", "text", "iri").
function kinds({ columns, rows }) {
  return columns.map((name, index) => {
    const terms = rows.slice(0, LOOKED).map((row) => row[index]).filter(Boolean);
    return { name, index, kind: kind(terms), places: terms.some(isPlace) };
  });
}

function kind(terms) {
  if (!terms.length) return "empty";
  if (terms.every(isThing)) return "thing";
  if (terms.every((term) => term.type === "uri" || term.type === "bnode")) return "iri";
  if (terms.every((term) => NUMBERS.has(term.datatype))) return "number";
  if (terms.every((term) => DATES.has(term.datatype))) return "date";
  const words = terms.map((term) => String(term.value));
  return words.every((each) => each.length < 60) && new Set(words).size < MANY ? "name" : "text";
}

function isPlace(term) {
  return isThing(term) && /^(state|place)\//.test(term.value.slice(base.length));
}

/** Return the columns that each view shows, by the names of the views that fit. */
export function fitting(result) {
  const found = kinds(result);
  const of = (...wanted) => found.filter((column) => wanted.includes(column.kind));
  const [numbers, dates, things] = [of("number"), of("date"), of("thing")];
  const named = [...things, ...of("name")];
  const views = {};
  if (!result.rows.length) return views;
  if (numbers.length && (named.length || dates.length || numbers.length > 1))
    views.Chart = { number: numbers.at(-1), across: dates[0] ?? named[0] ?? numbers[0], apart: named.find((each) => each !== (dates[0] ?? named[0])) };
  if (dates.length)
    views.Timeline = { from: dates[0], to: dates[1] ?? dates[0], label: things[0] ?? named[0] ?? of("text")[0], thing: things[0] };
  const places = things.find((column) => column.places);
  if (places) views.Map = { place: places, number: numbers.at(-1) };
  const ends = things.length > 1 ? things : numbers.length ? named : [];
  if (ends.length > 1) views.Network = { one: ends[0], other: ends[1], number: numbers.at(-1) };
  return views;
}

/** Return the number of a term; 0 where there is none. */
export function number(term) {
  return Number(term?.value ?? 0) || 0;
}

/** Return the day that a term tells, in UTC; undefined where there is none. */
export function date(term) {
  const [, year, month = "01", day = "01"] = term?.value.match(/^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?/) ?? [];
  return year && new Date(`${year}-${month}-${day}T00:00:00Z`);
}
