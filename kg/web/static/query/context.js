// Where in a query the cursor stands: in the place of a subject, a predicate or an object, and of which triple.

const TOKEN = new RegExp([
  /(?<comment>#[^\n]*)/, /(?<string>"""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')/,
  /(?<iri><[^<>"{}|^`\\\s]*>)/, /(?<variable>[?$][\p{L}\p{N}_]+)/, /(?<language>@[\w-]+)/,
  /(?<name>[\p{L}\p{N}_.-]*:[\p{L}\p{N}_.%\\-]*[\p{L}\p{N}_-]|[\p{L}\p{N}_.-]*:)/, /(?<number>\d+(?:\.\d+)?)/,
  /(?<word>[\p{L}_][\p{L}\p{N}_'’-]*)/, /(?<mark>\^\^|&&|\|\||[^\s])/,
].map((each) => each.source).join("|"), "gu");
const PATTERN = new Set("FILTER OPTIONAL BIND UNION MINUS GRAPH SERVICE SELECT WHERE LATERAL".split(" "));
export const KEYWORDS = [
  ..."SELECT DISTINCT WHERE ASK CONSTRUCT DESCRIBE PREFIX FILTER OPTIONAL UNION MINUS BIND VALUES GRAPH".split(" "),
  ..."GROUP_CONCAT SEPARATOR COUNT SUM AVG MIN MAX SAMPLE GROUP ORDER BY ASC DESC HAVING LIMIT OFFSET AS".split(" "),
  ..."NOT EXISTS IN CONTAINS REGEX LCASE UCASE STR STRSTARTS STRENDS STRLEN SUBSTR REPLACE CONCAT LANG".split(" "),
  ..."LANGMATCHES DATATYPE BOUND IF COALESCE YEAR MONTH DAY NOW ROUND ABS ISIRI ISLITERAL".split(" "),
];
const WORDS = new Set([...KEYWORDS, ...PATTERN, "BASE", "FROM", "NAMED", "REDUCED", "UNDEF", "TRUE", "FALSE", "SILENT"]);

/** Yield the tokens of a text, each with its kind, its words and where it begins. */
function* tokens(text) {
  for (const found of text.matchAll(TOKEN)) {
    const kind = Object.keys(found.groups).find((each) => found.groups[each] !== undefined);
    if (kind !== "comment") yield { kind, text: found[0], from: found.index };
  }
}

/**
 * Return where the end of a text stands.
 *
 * `place` is "subject", "predicate", "object", "expression" or "head"; `subject` and `predicate` are the words of
 * the triple begun there; `words` are those at the end that are no part of SPARQL: what a reader calls something;
 * `types` tells the classes of each subject, `uses` its properties, `variables` names all.
 */
export function at(text) {
  const stack = [{ mode: "head", slot: 0 }];
  const [types, uses] = [new Map(), new Map()];
  const variables = new Set();
  let words = [];
  for (const token of tokens(text)) {
    const top = stack.at(-1);
    const upper = token.text.toUpperCase();
    if (token.kind === "variable") variables.add(token.text);
    const isVerb = token.text === "a" && top.mode === "triples" && top.slot === 1;
    if (token.kind === "word" && !WORDS.has(upper) && !isVerb) {
      words.push(token);
      continue;
    }
    words = [];
    if (token.kind === "mark") mark(token.text, stack);
    else if (token.kind === "word" && !isVerb) word(upper, top);
    else if (token.kind !== "language" && top.mode === "triples") term(token.text, top, { types, uses });
  }
  const { mode, slot, subject, predicate } = stack.at(-1);
  const place = mode === "triples" ? ["subject", "predicate", "object", "end"][slot] : mode;
  return { place, subject, predicate, words, types, uses, variables: [...variables] };
}

/** Return the classes and properties that the whole query tells of each subject, and all variables. */
export function told(text) {
  const { types, uses, variables } = at(text);
  return { types, uses, variables };
}

function mark(sign, stack) {
  const top = stack.at(-1);
  if (sign === "{") stack.push({ mode: top.isValues ? "expression" : "triples", slot: 0 });
  else if (sign === "(") stack.push(top.mode === "triples" && top.slot === 1 && !top.isCall ? { ...top } : { mode: "expression" });
  else if (sign === "[") stack.push({ mode: "triples", slot: 1 });
  else if ("})]".includes(sign)) close(sign, stack);
  else if (top.mode === "triples") {
    if (sign === ".") top.slot = 0;
    else if (sign === ";") top.slot = 1;
    else if (sign === ",") top.slot = 2;
    else if ("/|".includes(sign) && top.slot === 2) top.slot = 1;
  }
}

function close(sign, stack) {
  const closed = stack.length > 1 ? stack.pop() : undefined;
  const top = stack.at(-1);
  if (sign === "}") Object.assign(top, { slot: 0, isValues: false });
  else if (top.mode === "triples" && closed?.mode === "triples") top.slot = Math.min(top.slot + 1, 3);
  top.isCall = false;
}

function word(upper, top) {
  if (upper === "VALUES") top.isValues = true;
  if (top.mode === "triples" && (PATTERN.has(upper) || upper === "VALUES")) Object.assign(top, { slot: 0, isCall: true });
}

function term(text, top, { types, uses }) {
  if (top.isValues) return;
  top.isCall = false;
  if (top.slot === 0) top.subject = text;
  else if (top.slot === 1) {
    top.predicate = text;
    add(uses, top.subject, text);
  }
  else if (top.slot === 2 && /^(a|rdf:type)$/.test(top.predicate))
    add(types, top.subject, text);
  top.slot = Math.min(top.slot + 1, 3);
}

function add(found, subject, text) {
  found.set(subject, [...(found.get(subject) ?? []), text]);
}
