#!/usr/bin/env bash
# Make the bundles beside this script from the packages that package-lock.json pins: `bash build.sh`.
# Only one who changes a version, or takes a function more from a library, needs this, with node and npm.
set -euo pipefail
cd "$(dirname "$0")"
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp package.json package-lock.json "$work"
cd "$work"
npm ci --ignore-scripts --no-audit --no-fund --silent

cat >editor.js <<'JS'
export { EditorState } from "@codemirror/state";
export { EditorView, drawSelection, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
export { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
export { HighlightStyle, bracketMatching, syntaxHighlighting, syntaxTree } from "@codemirror/language";
export { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
export { forceLinting, linter, setDiagnostics } from "@codemirror/lint";
export { tags } from "@lezer/highlight";
export { sparql } from "codemirror-lang-sparql";
JS
cat >plot.js <<'JS'
export { axisY, barX, dot, geo, gridX, plot, ruleX, ruleY, text } from "@observablehq/plot";
export { feature } from "topojson-client";
JS
cat >force.js <<'JS'
export { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
JS
for name in editor plot force; do
  npx esbuild "$name.js" --bundle --format=esm --minify --target=es2022 --legal-comments=none \
    --metafile="$name.json" --log-level=warning --outfile="$here/$name.js"
done
cp node_modules/world-atlas/countries-110m.json "$here/world.json"

# Compressed once, as well as can be: that takes seconds, too long for each answer.
node - "$here"/{editor,plot,force}.js "$here/world.json" <<'JS'
const fs = require("fs");
for (const file of process.argv.slice(2))
  fs.writeFileSync(`${file}.br`, require("zlib").brotliCompressSync(fs.readFileSync(file)));
JS

# The licence of each package that a bundle holds.
node - "$here/LICENSES.txt" <<'JS'
const fs = require("fs");
const used = new Set(["world-atlas"]);
for (const name of ["editor", "plot", "force"])
  for (const input of Object.keys(JSON.parse(fs.readFileSync(`${name}.json`)).inputs)) {
    const found = input.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)/);
    if (found) used.add(found[1]);
  }
const told = [...used].sort().map((name) => {
  const folder = `node_modules/${name}`;
  const { version, license } = JSON.parse(fs.readFileSync(`${folder}/package.json`));
  const file = fs.readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  return `${name} ${version} (${license})\n\n${file ? fs.readFileSync(`${folder}/${file}`, "utf8").trim() : ""}\n`;
});
fs.writeFileSync(process.argv[2], told.join(`\n${"-".repeat(80)}\n\n`));
JS
