"""How well each kind of page is made: Lighthouse, pa11y, the Nu checker of HTML, and what it weighs.

`python tests/bench/quality.py [WORD ...]` needs node, npm, Java and Chromium. It installs Lighthouse, pa11y
and the checker into a folder of its own, builds the articles of the project, serves them, and prints a line
for each kind of page: the scores for performance and accessibility, what pa11y and the checker find, how
far the page shifts as it loads, and the kilobytes of all that a first visit loads but pictures. With words,
only kinds that hold one of them are measured. Lighthouse slows its browser to a phone's pace, four times:
what else runs on the machine shows in the performance, and in nothing else. What pa11y says that only a
person can judge (letters upon a drawing, the single digit of a note) is left out, and what the checker says
of newer CSS.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import live  # from the folder above
import tour

from kg import build
from kg.build import Order
from kg.config import read

HOME = Path(__file__).parent.parent.parent
TOOLS = ("lighthouse@13.5.0", "pa11y@10.0.0", "vnu-jar@26.9.27")
JAR = Path("vnu-jar") / "build" / "dist" / "vnu.jar"
TRIES = 3  # where the cores are taken Lighthouse loses its browser now and then
CHROMIUM = shutil.which("chromium") or "chromium"
HEAD = "| page | performance | accessibility | pa11y | HTML | shift | kB |\n|---|---|---|---|---|---|---|"


@dataclass(frozen=True, slots=True)
class Bench:
    """Where the tools lie, and the service that is measured."""

    modules: Path
    service: live.Service

    def address(self, path: str) -> str:
        """Return the whole address of a page."""
        return f"http://127.0.0.1:{self.service.port}{path}"

    def tool(self, name: str) -> Path:
        """Return the program of a tool."""
        return self.modules / ".bin" / name


def lighthouse(bench: Bench, path: str) -> tuple[float, float, float, float]:
    """Return performance, accessibility, shift, and kilobytes of all but pictures."""
    flags = ("--quiet", "--output=json", "--only-categories=performance,accessibility")
    chrome = "--chrome-flags=--headless=new --no-sandbox"
    command = [bench.tool("lighthouse"), bench.address(path), *flags, chrome, "--ignore-status-code"]
    environment = os.environ | {"CHROME_PATH": CHROMIUM}
    for _ in range(TRIES):
        done = subprocess.run(command, capture_output=True, check=False, env=environment)
        if done.returncode == 0:
            break
    told = json.loads(done.stdout)
    scores = [told["categories"][name]["score"] or 0.0 for name in ("performance", "accessibility")]
    shift = told["audits"]["cumulative-layout-shift"]["numericValue"]
    loaded = told["audits"]["network-requests"]["details"]["items"]
    weight = sum(each["transferSize"] for each in loaded if not each["mimeType"].startswith("image/"))
    return scores[0], scores[1], shift, weight / 1e3


def pa11y(bench: Bench, path: str) -> list[str]:
    """Return what pa11y finds on a page, by the rules of HTML CodeSniffer (WCAG 2 AA) and of axe."""
    settings = {
        "chromeLaunchConfig": {"executablePath": CHROMIUM, "args": ["--no-sandbox"]},
        "runners": ["axe", "htmlcs"],
        "standard": "WCAG2AA",
        "wait": 1000,
    }
    file = bench.modules / "pa11y.json"
    file.write_text(json.dumps(settings))
    command = [bench.tool("pa11y"), "--config", file, "--reporter", "json", bench.address(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # 2 where it finds something
    sure = (each for each in json.loads(done.stdout) if not each["runnerExtras"].get("needsFurtherReview"))
    return [f"{each['code']}: {each['selector']}" for each in sure]


def invalid(bench: Bench, path: str) -> list[str]:
    """Return what the Nu checker finds in the HTML of a page."""
    body = bench.service.send("GET", path, headers={"Accept": "text/html"})[2]
    command = ["java", "-jar", bench.modules / JAR, "--format", "json", "-"]
    done = subprocess.run(command, input=body, capture_output=True, check=False)  # 1 where it finds something
    told = (each for each in json.loads(done.stderr)["messages"] if not each["message"].startswith("CSS: "))
    return [f"{each['message']} at {each.get('extract', '')}" for each in told]


def main(words: list[str]) -> None:
    """Measure a page of each kind and print the table, and below a line what is found."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        quiet = ("--silent", "--no-audit", "--no-fund", "--ignore-scripts")
        subprocess.run(["npm", "install", *quiet, "--prefix", place, *TOOLS], check=True)
        sources = shutil.copytree(HOME / "sources", folder / "sources")
        build.run(Order((sources,), folder / "data", read({}).base))
        pages = tour.pages(folder / "data" / "current")
        with live.serve(folder / "data") as service:
            chosen = {
                kind: path for kind, path in pages.items() if not words or any(w in kind for w in words)
            }
            _table(Bench(folder / "node_modules", service), chosen)


def _table(bench: Bench, pages: Mapping[str, str]) -> None:
    print(HEAD)
    told: list[str] = []
    for kind, path in pages.items():
        fast, accessible, shift, weight = lighthouse(bench, path)
        found, wrong = pa11y(bench, path), invalid(bench, path)
        figures = f"{fast:.2f} | {accessible:.2f} | {len(found)} | {len(wrong)} | {shift:.2g} | {weight:.0f}"
        print(f"| {kind} | {figures} |", flush=True)
        told += (f"{kind}: {each}" for each in (*found, *wrong))
    print(*told, sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
