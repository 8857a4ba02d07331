// Ask the endpoint that everybody asks, for as much of the answer as a page can show.

export const MOST = 10_000; // rows: more than that nobody reads; a download has them all
export const LONGEST = 2_000; // characters of an address that every client and server takes
const ACCEPT = "application/sparql-results+json, application/n-triples;q=0.9";

/** A query that was not answered: `title`, `detail` and, where they apply, `line`, `column`, `limit`. */
export class Problem extends Error {
  constructor(told) {
    super(told.detail || told.title);
    Object.assign(this, told);
  }
}

/** Return a path of the endpoint with parameters, where there are any. */
export function address(path, parameters) {
  const told = String(new URLSearchParams(parameters));
  return told ? `${path}?${told}` : path;
}

/** Send a text to a path of the endpoint; an answer that is none is thrown as a problem. */
export async function send(path, query, { accept = ACCEPT, signal } = {}) {
  const headers = { Accept: accept, "Content-Type": "application/sparql-query" };
  const answer = await fetch(path, { method: "POST", headers, body: query, signal });
  if (!answer.ok) throw new Problem(await problem(answer));
  return answer;
}

/** Return what a query finds: `columns`, `rows` of terms, `isCut`; or `boolean`. `wishes` are more parameters. */
export async function ask(query, signal, wishes) {
  const begun = performance.now();
  const answer = await send(address("/sparql", { complete: 1, rows: MOST, ...wishes }), query, { signal });
  const text = await answer.text();
  const found = answer.headers.get("Content-Type").includes("json") ? table(JSON.parse(text)) : triples(text);
  const seconds = (performance.now() - begun) / 1000;
  return { ...found, isCut: answer.headers.has("X-Truncated"), seconds };
}

/** Return the rows of one of our own queries, its empty braces filled with things. */
export async function look(name, things) {
  if (!things.length) return [];
  const file = await fetch(new URL(`${name}.rq`, import.meta.url));
  const text = (await file.text()).replace("{ }", () => `{ ${things.map((iri) => `<${iri}>`).join(" ")} }`);
  const { columns, rows } = await ask(text);
  return rows.map((row) => Object.fromEntries(row.map((term, i) => [columns[i], term?.value])));
}

async function problem(answer) {
  const text = await answer.text();
  try {
    return { status: answer.status, ...JSON.parse(text) };
  } catch {
    return { status: answer.status, title: answer.statusText, detail: text.slice(0, 300) };
  }
}

function table(told) {
  if ("boolean" in told) return { boolean: told.boolean };
  const columns = told.head.vars;
  return { columns, rows: told.results.bindings.map((row) => columns.map((name) => row[name] ?? null)) };
}

const TRIPLE = /^(<[^>]*>|_:\S+) (<[^>]*>) (<[^>]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:@\S+|\^\^<[^>]*>)?) \.$/;

function triples(text) {
  const rows = text.split("\n").map((line) => line.match(TRIPLE)).filter(Boolean).map((found) => found.slice(1).map(term));
  return { columns: ["subject", "predicate", "object"], rows, isGraph: true };
}

function term(text) {
  if (text.startsWith("<")) return { type: "uri", value: text.slice(1, -1) };
  if (text.startsWith("_:")) return { type: "bnode", value: text.slice(2) };
  const end = text.lastIndexOf('"');
  const value = text.slice(1, end).replace(/\\(?:u(.{4})|U(.{8})|(.))/g, (_, four, eight, one) =>
    one ? ({ n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" })[one] ?? one : String.fromCodePoint(parseInt(four ?? eight, 16)));
  const rest = text.slice(end + 1);
  if (rest.startsWith("@")) return { type: "literal", value, "xml:lang": rest.slice(1) };
  return rest ? { type: "literal", value, datatype: rest.slice(3, -1) } : { type: "literal", value };
}
