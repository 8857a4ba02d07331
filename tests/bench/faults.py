"""Try faults for longer than the tests do, and print what became of them.

`faults.py http [SECONDS [EXAMPLES]]` looks for faults of the HTTP interface (schemathesis). All others print
a row of a table: what was tried, how often, how many answers were right or a clear error, and what was lost.

- `faults.py queries [NUMBER]`: random and hostile queries, by the grammar and bent.
- `faults.py kills [NUMBER]`: `kill -9` of a web server process, and of all processes for queries, under load.
- `faults.py files [NUMBER]`: damage to each file of a build, of each kind, so many times.
- `faults.py disk [NUMBER]`: a disk that fills up while the service runs, and while a build is made.
- `faults.py clock [NUMBER]`: a clock that jumps by years, to and fro.
- `faults.py all`: all of these but the first.
"""

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent))

import clocks
import damage
import disks
import kills
import live
import openapi
import questions
import strait


def main(what: str = "all", *more: str) -> int:
    """Try something, and return 0 where nothing was lost but what must be."""
    with tempfile.TemporaryDirectory() as place:
        if what == "http":
            return _http(Path(place), *more)
        print("| fault | tried | right | clear error | lost |\n|---|---|---|---|---|")
        lost = 0
        for name in TRIED if what == "all" else (what,):
            folder = Path(place) / name
            folder.mkdir()
            for fault, found in TRIED[name](folder, *map(int, more)).items():
                right, clear = found.pop("right", 0), found.pop("clear error", 0)
                lost += sum(found.values())
                left = ", ".join(f"{number} {kind}" for kind, number in found.most_common()) or "nothing"
                tried = right + clear + sum(found.values())
                print(f"| {fault} | {tried:,} | {right:,} | {clear:,} | {left} |", flush=True)
    return min(lost, 1)


def _http(folder: Path, seconds: str = "600", examples: str = "100") -> int:
    with live.serve(strait.make(folder / "data")) as service:
        done = openapi.run(service, folder, "--max-time", seconds, "--max-examples", examples)
    print(done.stdout, done.stderr)
    return done.returncode


def _files(folder: Path, times: int = 3) -> dict[str, Counter[str]]:
    build = (strait.make(folder / "sound") / "current").resolve()
    right = damage.answers(folder / "sound")
    found = {}
    for kind in damage.KINDS:
        for pattern, name in (("store/*", "the store"), ("*.sqlite", "an index"), ("*.*", "any other")):
            files = [f for f in damage.files(build, pattern) if (pattern == "*.*") == (f.suffix != ".sqlite")]
            seeds = random.Random(kind).sample(range(1_000_000), times)
            each = (damage.damaged(build, f, kind, folder / "damaged", s) for f in files for s in seeds)
            found[f"{name}: {kind}"] = sum((damage.judged(damage.answers(d), right) for d in each), Counter())
    return found


TRIED: dict[str, Callable[..., dict[str, Counter[str]]]] = {
    "queries": questions.tried,
    "kills": kills.tried,
    "files": _files,
    "disk": disks.tried,
    "clock": clocks.tried,
}

if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
