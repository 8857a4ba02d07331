// What terms and things are called, and where they are shown.

import { look } from "./ask.js";

const PORTION = 1_000; // things of one request for labels
export const base = document.querySelector("#ask").dataset.base;
const labels = new Map();
let terms;
let prefixes = [];

/** Return the vocabulary: prefixes, and terms by short name with label, comment, domain, range. */
export function vocabulary() {
  terms ??= fetch("/sparql/terms.json").then((answer) => answer.json()).then((told) => {
    const all = [...told.classes, ...told.properties, ...told.values];
    for (const term of all) labels.set(long(term.name, told.prefixes), term.label);
    prefixes = Object.entries(told.prefixes);
    return { ...told, byName: new Map(all.map((term) => [term.name, term])) };
  });
  return terms;
}

// Returns the IRI that a prefixed name stands for.
function long(name, prefixes) {
  const [, prefix, local] = name.match(/^([^:]*):(.*)$/);
  return (prefixes[prefix] ?? `${prefix}:`) + local;
}

/** Say whether an IRI is a thing of this graph: no term of its ontology, and nothing of others. */
export function isThing(term) {
  return term?.type === "uri" && term.value.startsWith(base) && !term.value.slice(base.length).startsWith("ontology");
}

/** Return the path at which an IRI is shown here, or its own address; nothing for what is no address of the web. */
export function link(iri) {
  if (iri.startsWith(base)) return `/${encodeURI(iri.slice(base.length)).replaceAll("?", "%3F")}`;
  return /^https?:\/\//.test(iri) ? iri : undefined;
}

/** Return what a term is called: its label where it is known, else its short form. */
export function name(term) {
  if (!term) return "";
  if (term.type === "triple") return ["subject", "predicate", "object"].map((part) => name(term.value[part])).join(" ");
  if (term.type === "bnode") return `_:${term.value}`;
  if (term.type !== "uri") return term.value;
  return labels.get(term.value) || short(term.value);
}

/** Ask what the terms and things of rows are called; later, `name` knows. Says whether there was anything to ask. */
export async function learn(rows) {
  await vocabulary();
  const unknown = new Set();
  for (const row of rows) for (const term of row) if (isThing(term) && !labels.has(term.value)) unknown.add(term.value);
  const asked = [...unknown];
  for (let i = 0; i < asked.length; i += PORTION) {
    const portion = asked.slice(i, i + PORTION);
    for (const iri of portion) labels.set(iri, "");
    for (const row of await look("labels", portion)) if (!labels.get(row.thing)) labels.set(row.thing, row.label);
  }
  return asked.length > 0;
}

function short(iri) {
  if (iri.startsWith(base)) return decode(iri.slice(base.length));
  const [prefix, begun] = prefixes.find(([, each]) => iri.startsWith(each) && /^\w[\w-]*$/.test(iri.slice(each.length))) ?? [];
  return prefix ? `${prefix}:${iri.slice(begun.length)}` : iri;
}

function decode(text) {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
