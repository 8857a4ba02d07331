// The field for queries: colours, completion, and mistakes marked as one types, in place of the plain one.

import {
  EditorState, EditorView, HighlightStyle, autocompletion, bracketMatching, closeBrackets, closeBracketsKeymap,
  completionKeymap, defaultKeymap, drawSelection, forceLinting, highlightSpecialChars, history, historyKeymap, keymap,
  lineNumbers, linter, setDiagnostics, sparql, syntaxHighlighting, syntaxTree, tags,
} from "../vendor/editor.js";
import { Problem, send } from "./ask.js";

const PAUSE = 500; // milliseconds without a key after which the query is checked

const LOOK = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--raised)", fontSize: ".875rem" },
  "&.cm-focused": { outline: "none" }, // its frame has one
  ".cm-scroller": { fontFamily: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace", lineHeight: "1.55" },
  ".cm-content": { padding: ".75rem 0", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 1rem 0 .5rem" },
  ".cm-cursor": { borderLeft: "2px solid var(--ink)" },
  ".cm-gutters": { color: "var(--soft)", backgroundColor: "transparent", border: "0", paddingLeft: ".375rem" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { background: "var(--select)" },
  "&.cm-focused .cm-matchingBracket": { background: "var(--mark)", outline: "1px solid var(--mark-line)" },
  "&.cm-focused .cm-nonmatchingBracket": { background: "none", color: "var(--denied)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--denied) 1.5px", textUnderlineOffset: ".2em" },
  ".cm-lintPoint-error::after": { borderBottomColor: "var(--denied)" },
  ".cm-tooltip": { border: "1px solid var(--field)", borderRadius: "4px", background: "var(--raised)", color: "var(--ink)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { font: ".875rem/1.5 var(--sans)", maxHeight: "17rem", minWidth: "min(20rem, 80vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: ".25rem .75rem", display: "flex", gap: "1.25rem", justifyContent: "space-between" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--mark)", color: "var(--ink)" },
  ".cm-completionDetail": { color: "var(--soft)", fontStyle: "normal", fontSize: "var(--small)", marginLeft: "0", whiteSpace: "nowrap" },
  ".cm-tooltip.cm-completionInfo": { padding: ".625rem .75rem", font: ".8125rem/1.5 var(--sans)", maxWidth: "22rem" },
  ".cm-diagnostic-error": { borderLeft: "4px solid var(--denied)" },
  ".cm-diagnosticAction": { backgroundColor: "transparent", color: "var(--link)", border: "1px solid var(--field)", padding: ".125rem .5rem", marginLeft: ".75rem" },
  ".cm-diagnostic": { font: ".8125rem/1.5 var(--sans)", padding: ".5rem .75rem" },
});

const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--planned)", fontWeight: "600" },
  { tag: tags.variableName, color: "var(--link)" },
  { tag: tags.string, color: "var(--occurred)" },
  { tag: [tags.integer, tags.float, tags.bool, tags.annotation], color: "var(--hearsay)" },
  { tag: [tags.namespace, tags.url, tags.typeName], color: "var(--ink)" },
  { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
]);

/** Put an editor in the place of a text field, and return it; `run` is called for Ctrl+Enter. */
export function edit(field, { nonce, run, leave }) {
  const own = [
    { key: "Mod-Enter", run: () => (run(), true) },
    { key: "Escape", run: () => (leave.focus(), true) },
  ];
  const state = EditorState.create({
    doc: field.value,
    selection: { anchor: field.selectionStart, head: field.selectionEnd }, // one may write in the field already
    extensions: [
      EditorView.cspNonce.of(nonce),
      highlightSpecialChars(), history(), drawSelection(), lineNumbers(), bracketMatching(), closeBrackets(),
      EditorView.lineWrapping,
      sparql(), syntaxHighlighting(COLOURS), LOOK, OVER,
      autocompletion({ override: [complete], activateOnTypingDelay: 50, icons: false, tooltipClass: () => "completions" }),
      linter((view) => check(view, field.defaultValue), { delay: PAUSE }),
      // Completion's own keys stand first: Escape closes its list before it leaves the field.
      keymap.of([...completionKeymap, ...own, ...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap]),
      EditorView.contentAttributes.of({ "aria-labelledby": "query-label", "aria-describedby": "keys", autocapitalize: "off", autocorrect: "off", spellcheck: "false", tabindex: "0" }),
    ],
  });
  const place = document.createElement("div");
  place.className = "editor";
  field.before(place);
  field.hidden = true;
  const view = new EditorView({ state, parent: place });
  return {
    get text() {
      return view.state.doc.toString();
    },
    set text(insert) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert } });
    },
    check: () => forceLinting(view),
    focus: () => view.focus(),
    mark(problem) {
      const found = diagnostics(view.state, problem);
      view.dispatch(setDiagnostics(view.state, found));
      if (found.length) view.dispatch({ selection: { anchor: found[0].from }, scrollIntoView: true });
    },
  };
}

async function complete(context) {
  return (await import("./complete.js")).complete(context);
}

// Written over a selection, Chromium would style the new words in place, which the policy forbids.
const OVER = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { from, to, empty } = view.state.selection.main;
    if (event.inputType !== "insertText" || !event.data || empty || view.composing) return false;
    const insert = () => view.state.update(view.state.replaceSelection(event.data), { userEvent: "input.type" });
    const isDone = view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, event.data, insert));
    if (!isDone) view.dispatch(insert());
    event.preventDefault();
    return true;
  },
});

// Asks the service whether the query is understood; what the page itself had written is.
async function check(view, begun) {
  const { doc } = view.state;
  if (!doc.toString().trim() || doc.toString() === begun) return [];
  try {
    const answer = await send("/sparql/check", doc.toString(), { accept: "application/json" });
    const told = await answer.json();
    return told.understood ? [] : diagnostics(view.state, told);
  } catch (error) {
    if (error instanceof Problem || error instanceof TypeError) return []; // a check that fails marks nothing
    throw error;
  }
}

function diagnostics(state, problem) {
  const { doc } = state;
  const told = position(doc, problem);
  if (told === undefined) return [];
  // The engine names the last place it came to; where the grammar finds a fault before that, it begins there.
  const from = Math.min(told, fault(state) ?? told);
  const rest = doc.lineAt(from).text.slice(from - doc.lineAt(from).from);
  const length = rest.match(/^(?:[\w:?$-]+|\S)/)?.[0].length ?? 0;
  const actions = (problem.suggestions ?? []).map(({ meant: insert }) => ({
    name: `Write ${insert}`,
    apply: (view, start, end) => view.dispatch({ changes: { from: start, to: end, insert } }),
  }));
  return [{ from, to: from + length, severity: "error", message: problem.detail, actions }];
}

function fault(state) {
  let found;
  syntaxTree(state).iterate({ enter: (node) => void (found ??= node.type.isError ? node.from : undefined) });
  return found;
}

function position(doc, { line, column, detail }) {
  const [, ...told] = detail?.match(/^line (\d+), column (\d+)/) ?? [];
  const row = line ?? Number(told[0]);
  if (!(row >= 1 && row <= doc.lines)) return undefined;
  const { from, text } = doc.line(row);
  return from + [...text].slice(0, (column ?? Number(told[1])) - 1).join("").length; // columns are code points
}
