// What may be written at the cursor: terms by name or label, things by label, variables, words of SPARQL.

import { KEYWORDS, at, told } from "./context.js";
import { vocabulary } from "./names.js";
import { gettext } from "./words.js";

const LEAST = 2; // letters after which things are looked for
const MOST = 60; // lines of the list: beyond that one writes another letter
const DECLARED = /\bPREFIX\s+[\w-]*$/i; // before the cursor, where a prefix is declared

/** The source for CodeMirror's `autocompletion`. */
export async function complete(context) {
  const text = context.state.doc.toString();
  const before = text.slice(0, context.pos);
  const begun = before.match(/(?:<[^<>\s]*|[?$][\p{L}\p{N}_]*|[\p{L}\p{N}_.-]*:[\p{L}\p{N}_-]*)$/u)?.[0];
  const here = at(begun === undefined ? before : before.slice(0, -begun.length));
  const isClass = here.place === "object" && /^(a|rdf:type)$/.test(here.predicate);
  const from = begun !== undefined ? context.pos - begun.length : (here.words[0]?.from ?? context.pos);
  const typed = text.slice(from, context.pos);
  // An empty list, not null: after null CodeMirror forgets what was typed while the source was at work.
  const none = { from: context.pos, options: [] };
  if (!context.explicit && !typed) return none;
  if (/["']$/.test(before) || /#[^\n]*$/.test(before.replace(/<[^>\n]*>/g, ""))) return none;

  const terms = await vocabulary();
  const query = { ...here, isClass, typed, ...told(text), terms };
  const found = typed.startsWith("?") || typed.startsWith("$") ? variables(query) : [
    ...fitting(query), ...(DECLARED.test(before) ? [] : await things(query, context)), ...(typed ? [] : variables(query)), ...keywords(query), ...prefixes(query, before),
  ];
  const to = typed.startsWith("<") && text[context.pos] === ">" ? context.pos + 1 : context.pos;
  return context.aborted || !found.length ? none : { from, to, options: found.slice(0, MOST), filter: false };
}

// Terms of the kind that stands at this place, the fitting first.
function fitting({ place, subject, predicate, isClass, typed, types, uses, terms }) {
  if (typed.startsWith("<")) return [];
  // Without a class, the other properties of the subject tell what it may be.
  const classes = types.get(subject) ?? (uses.get(subject) ?? []).flatMap((name) => terms.byName.get(name)?.domain ?? []);
  const kinds = classes.flatMap((name) => [name, ...(terms.byName.get(name)?.above ?? [])]);
  const range = terms.byName.get(predicate)?.range ?? [];
  const offered = place === "predicate" ? [{ name: "a", label: gettext("is of the class"), kind: "property", domain: [] }, ...terms.properties]
    : isClass ? terms.classes
    : place === "object" || place === "expression" ? [...terms.values, ...terms.classes] : [];
  const weigh = (term) => rank(term, typed) + (fits(term, kinds, range) ? 20 : 0);
  return offered
    .filter((term) => rank(term, typed) > 0 && (typed || place !== "object" || isClass || fits(term, kinds, range)))
    .sort((one, other) => weigh(other) - weigh(one) || one.name.localeCompare(other.name))
    .map((term) => ({ label: term.label, detail: term.name, info: term.comment || null, type: term.kind, apply: apply(term.name, terms) }));
}

function fits(term, kinds, range) {
  return (term.domain ?? []).some((each) => kinds.includes(each)) || (term.of ?? []).some((each) => range.includes(each));
}

// How well a term answers to what is typed: 0 for not at all.
function rank({ name, label }, typed) {
  const local = name.slice(name.indexOf(":") + 1).toLowerCase();
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const all = [...label.toLowerCase().split(/[\s-]+/), local, name.toLowerCase(), ...local.split(/(?=[A-Z])/)];
  if (!words.every((word) => all.some((each) => each.startsWith(word)))) return 0;
  const whole = words.join(" ");
  return label.toLowerCase() === whole || local === whole ? 10 : label.toLowerCase().startsWith(whole) ? 5 : 1;
}

// Things of the graph by the beginnings of their names, of the classes that the predicate leads to.
async function things({ place, predicate, isClass, typed, terms }, context) {
  const words = typed.replace(/^<(?:[\w-]+\/)?/, "").replaceAll("-", " ").trim();
  if (words.length < LEAST || typed.includes(":") || isClass || place === "predicate" || place === "end") return [];
  const asked = new URLSearchParams({ q: words });
  if (place === "object") for (const kind of terms.byName.get(predicate)?.range ?? []) asked.append("kind", kind);
  const answer = await fetch(`/sparql/complete?${asked}`);
  if (!answer.ok || context.aborted) return [];
  const { names } = await answer.json();
  return names.map(({ iri, label, name, kind }) => ({
    label, detail: name === label ? kind : `${kind}, “${name}”`, type: "thing", apply: `<${iri}>`,
  }));
}

function variables({ variables: known, typed }) {
  return known.filter((name) => name.startsWith(typed) && name !== typed).map((label) => ({ label, type: "variable" }));
}

function keywords({ typed, place }) {
  if (place === "predicate" || typed.length < LEAST || !/^\w+$/.test(typed)) return [];
  return KEYWORDS.filter((word) => word.startsWith(typed.toUpperCase())).map((label) => ({ label, type: "keyword" }));
}

// A prefix with its namespace where it is declared; elsewhere it declares itself.
function prefixes({ typed, terms }, before) {
  if (!/^[\w-]*$/.test(typed)) return [];
  const isDeclared = DECLARED.test(before);
  return Object.entries(terms.prefixes)
    .filter(([prefix]) => prefix.startsWith(typed) && (typed || isDeclared))
    .map(([prefix, iri]) => ({ label: `${prefix}:`, detail: iri, type: "prefix", apply: isDeclared ? `${prefix}: <${iri}>` : apply(`${prefix}:`, terms) }));
}

// Writes a term, and declares its prefix where the query does not: so the query runs elsewhere too.
function apply(name, { prefixes }) {
  return (view, _, from, to) => {
    const prefix = name.match(/^([^:]+):/)?.[1];
    const head = prefix && declaration(view.state.doc.toString(), prefix, prefixes[prefix]);
    const changes = [...(head ? [head] : []), { from, to, insert: name }];
    const end = from + name.length + (head ? head.insert.length : 0);
    view.dispatch({ changes, selection: { anchor: end }, userEvent: "input.complete" });
  };
}

function declaration(text, prefix, iri) {
  const declared = [...text.matchAll(/^[ \t]*PREFIX\s+([^:\s]*):.*\n?/gim)];
  if (!iri || declared.some((found) => found[1] === prefix)) return undefined;
  const next = declared.find((found) => found[1] > prefix);
  const last = declared.at(-1);
  const from = next ? next.index : last ? last.index + last[0].length : text.match(/^(?:#.*\n)*/)[0].length;
  return { from, insert: `PREFIX ${prefix}: <${iri}>\n` };
}
