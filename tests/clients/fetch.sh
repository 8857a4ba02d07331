#!/usr/bin/env bash
# Install the clients in JavaScript below a folder, where there is npm: bash tests/clients/fetch.sh .venv/share/clients
set -euo pipefail
from=$(dirname "$0") to=$1
if cmp --silent "$from/package-lock.json" "$to/package-lock.json" && [ -d "$to/node_modules" ]; then exit 0; fi
if ! command -v npm >/dev/null; then
  echo "check: found no npm: the tests with clients in JavaScript are skipped" >&2
  exit 0
fi
rm -rf "$to" && mkdir -p "$to" && cp "$from"/package*.json "$to" && cd "$to"
npm ci --ignore-scripts --no-audit --no-fund --silent || {
  echo "check: expected npm to install tests/clients, found an error: npm ci there tells which" >&2
  rm -rf node_modules
  exit 1
}
