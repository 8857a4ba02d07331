#!/usr/bin/env bash
# Make the fonts beside this script anew: `bash build.sh`, with node, npm and Python. Only one who changes a font needs it.
# Kept are the weights 400 to 700 and the features that the pages show: a third less than as Fontsource has them,
# so that a first visit weighs less than 100 kB.
set -euo pipefail
cd "$(dirname "$0")"
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts \
  @fontsource-variable/inter@5.3.0 @fontsource-variable/source-serif-4@5.3.1
python3 -m venv python
python/bin/pip install --quiet "fonttools>=4.60,<5" "brotli>=1.1,<2"
for font in inter source-serif-4; do
  for letters in latin latin-ext cyrillic; do
    name=$font-$letters-wght-normal
    python/bin/fonttools varLib.instancer --quiet --no-recalc-timestamp -o whole.woff2 \
      "node_modules/@fontsource-variable/$font/files/$name.woff2" wght=400:700
    python/bin/pyftsubset whole.woff2 --unicodes='*' --layout-features=ccmp,kern,locl,mark,mkmk,tnum \
      --no-hinting --flavor=woff2 --output-file="$here/$name.woff2"
  done
  cp "node_modules/@fontsource-variable/$font/LICENSE" "$here/$font-LICENSE.txt"
done
