#!/usr/bin/env bash
# The README's first command as it stands, on a copy of the project: it must end in a service that answers.
# The command installs the project as users do, into an environment of its own, so the package is tested too.
set -euo pipefail
cd "$(dirname "$0")/.."

copy=$(mktemp -d)
touch "$copy/log"
trap 'kill -- "-${service:-0}" 2>/dev/null || true; rm -rf "$copy"' EXIT
git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$copy"
command=$(sed -n '/^```sh$/,/^```$/p' README.md | sed -n 2p)
port=$(python -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')

set -m # the service gets a process group of its own, so that all of it can be ended
(cd "$copy" && HOME="$copy/home" KG_PORT=$port exec bash -c "$command") >"$copy/log" 2>&1 &
service=$!
until grep -q 'Listening at' "$copy/log"; do
  kill -0 "$service" 2>/dev/null || { cat "$copy/log"; echo "fresh: the first command ended" >&2; exit 1; }
  sleep 1
done
python - "$port" <<'PYTHON'
import sys
import urllib.request

for path in ("", "sparql?query=ASK%20%7B%3Fs%20%3Fp%20%3Fo%7D", "ontology", "person/"):
    with urllib.request.urlopen(f"http://127.0.0.1:{sys.argv[1]}/{path}", timeout=60) as answer:
        print(answer.status, f"/{path}")
PYTHON
