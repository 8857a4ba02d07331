"""How the page for queries does: its weight, Lighthouse's scores, what pa11y finds.

`python tests/bench/page.py [RUNS]` needs node, npm and Chromium; it installs Lighthouse and pa11y into a
folder of its own, serves the invented graph of the tests, and prints the median of the runs. Times hang
on what else runs on the machine: Lighthouse slows its own browser to a phone's pace, four times.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).parent.parent))

import live  # from the folder above
import strait

TOOLS = ("lighthouse@13.5.0", "pa11y@10.0.0")
QUERY = "SELECT ?event ?day ?who { ?event dip:earliest ?day ; dip:participant ?who }"
PAGES = {"blank": "/sparql", "answered": f"/sparql?{urlencode({'query': QUERY})}"}
AUDITS = {
    "first-contentful-paint": "first paint, ms",
    "largest-contentful-paint": "largest paint, ms",
    "total-blocking-time": "blocked, ms",
    "cumulative-layout-shift": "shift",
    "total-byte-weight": "weight, bytes with headers",
}
CHROMIUM = shutil.which("chromium") or "chromium"


def lighthouse(tools: Path, address: str) -> dict[str, float]:
    """Return the scores of a page, and what they are made of."""
    done = subprocess.run(
        [
            tools / "lighthouse",
            address,
            "--quiet",
            "--output=json",
            "--chrome-flags=--headless=new --no-sandbox",
        ],
        capture_output=True,
        check=True,
        env=os.environ | {"CHROME_PATH": CHROMIUM},
    )
    told = json.loads(done.stdout)
    scores = {name: category["score"] for name, category in told["categories"].items() if category["score"]}
    return scores | {words: told["audits"][name]["numericValue"] for name, words in AUDITS.items()}


def pa11y(tools: Path, address: str) -> list[str]:
    """Return what pa11y finds on a page, by the rules of HTML CodeSniffer (WCAG 2 AA) and of axe."""
    settings = {
        "chromeLaunchConfig": {"executablePath": CHROMIUM, "args": ["--no-sandbox"]},
        "runners": ["axe", "htmlcs"],
        "standard": "WCAG2AA",
        "wait": 2000,
    }
    file = tools.parent / "pa11y.json"
    file.write_text(json.dumps(settings))
    command = [tools / "pa11y", "--config", file, "--reporter", "json", address]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # 2 where it finds something
    return [f"{each['code']}: {each['selector']}" for each in json.loads(done.stdout)]


def main(runs: int) -> None:
    """Measure each page and print a line for each figure."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        install = [
            "npm",
            "install",
            "--silent",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--prefix",
            place,
        ]
        subprocess.run([*install, *TOOLS], check=True)
        tools = folder / "node_modules" / ".bin"
        with live.serve(strait.make(folder / "data")) as service:
            for name, path in PAGES.items():
                address = f"http://127.0.0.1:{service.port}{path}"
                found = pa11y(tools, address)
                print(f"{name}: pa11y finds {len(found)}", *found, sep="\n  ")
                measured = [lighthouse(tools, address) for _ in range(runs)]
                for key in measured[0]:
                    print(f"{name}: {key}: {statistics.median(each[key] for each in measured):g}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
