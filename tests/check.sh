#!/usr/bin/env bash
# Every check of the project, in one go. What is missing is installed first: the environment, the tools, Chromium.
# Words given to it go to pytest: bash tests/check.sh -k readers
set -euo pipefail
cd "$(dirname "$0")/.."

install() { # Debian or Ubuntu packages, where that is allowed without a question
  if [ "$(id -u)" = 0 ]; then as=(); elif sudo -n true 2>/dev/null; then as=(sudo -n); else return 1; fi
  "${as[@]}" apt-get -qq update && DEBIAN_FRONTEND=noninteractive "${as[@]}" apt-get -qq install -y "$@" >/dev/null
}

step() { printf '\n== %s\n' "$*"; "$@"; }

if [ ! -x .venv/bin/pip ]; then
  python3.11 -m venv .venv || { install python3.11-venv && python3.11 -m venv --clear .venv; } ||
    { echo "check: expected Python 3.11 with venv, found none; install python3.11-venv" >&2; exit 1; }
fi
PATH="$PWD/.venv/bin:$PATH"
pip install --quiet --disable-pip-version-check 'pip>=25.1' # the first that knows dependency groups
pip install --quiet --disable-pip-version-check --editable . --group dev

python tests/conformance/fetch.py
bash tests/clients/fetch.sh .venv/share/clients

if ! command -v chromium >/dev/null && ! install chromium; then
  echo "check: expected the command chromium, found none, and may not install it; install the package chromium" >&2
  exit 1
fi

step ruff check
step ruff format --check
step mypy
step lint-imports
# Each file's tests in one process, so that what they share is made once: as many processes as there are cores, four
# at most, for each keeps a language model in memory.
step pytest --numprocesses auto --maxprocesses 4 --dist loadfile "$@"
step bash tests/fresh.sh
