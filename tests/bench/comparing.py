"""Measure importing a file of GDELT, and comparing two states with it.

Run from the checkout: `PYTHONPATH=tests .venv/bin/python tests/bench/comparing.py [ROWS]` (default:
1,000,000). It writes a file in the exact layout of GDELT 2.0, with as many lines; seven of ten lie
between two states, more than in the files that are published, drawn so that few pairs have most; one of a
thousand is odd. Beside it stands a graph of 10,000 claims. It prints the seconds of the import, of the
clock and of the processors, lines a second and the peak of memory of its process; then, for the pair of
states with most events, the seconds of a query that joins them with ours by day, and of a comparison over
a year, and what the import takes on the disk.
"""

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import coded
import large
import live

from kg import config
from kg.registry.states import states
from kg.web import create_app

ROWS = 1_000_000
OURS = 10_000  # claims of the graph beside it
ODD = 1_000  # one of so many lines is odd
CODES = ("010", "020", "036", "040", "042", "043", "046", "051", "057", "071", "112", "130", "190", "193")
JOIN = """SELECT (COUNT(*) AS ?n) {
  ?ours dip:dyad <dyad/%s> ; dip:earliest ?day .
  GRAPH <graphs/gdelt> { ?theirs dip:dyad <dyad/%s> ; dip:earliest ?day }
}"""


def write(path: Path, rows: int) -> Counter[str]:
    """Write a file, and return how many events each pair of states has."""
    drawn = random.Random(7)  # the same file each time
    codes = [state.iso3 for state in states() if state.iso3 and state.status == "present"]
    weights = [1 / (number + 1) for number in range(len(codes))]
    pairs: Counter[str] = Counter()
    with path.open("w", encoding="utf-8") as file:
        for number in range(rows):
            one, other = drawn.choices(codes, weights, k=2)
            other = other if drawn.random() < 0.8 else ""
            day = f"2025{drawn.randint(1, 12):02}{drawn.randint(1, 28):02}"
            page = f"the-headline-of-an-article-{number // 3}.html"
            url = f"https://news{number % 5000}.example.com/world/2025/{page}"
            line = coded.gdelt(1_180_000_000 + number, day, f"{one}-{other}", drawn.choice(CODES), url)
            if other and other != one:
                pairs["/".join(sorted((one, other)))] += 1
            file.write(line.partition("\t")[2] if number % ODD == ODD - 1 else line)
            file.write("\n")
    return pairs


def bring(path: Path, data: Path) -> dict[str, float]:
    """Import a file in a process of its own, and return what it cost."""
    words = [
        sys.executable,
        "-m",
        "kg",
        "compare",
        "import",
        str(path),
        "--format",
        "gdelt",
        "--to",
        str(data),
    ]
    begun = time.monotonic()
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    seconds = time.monotonic() - begun
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(done.stdout)
    return {"seconds": seconds, "processors": used.ru_utime + used.ru_stime, "peak MB": used.ru_maxrss / 1024}


def main(rows: int) -> None:
    """Print all figures."""
    with tempfile.TemporaryDirectory() as folder:
        data, path = Path(folder) / "data", Path(folder) / "20250423120000.export.CSV"
        large.make(data, OURS)
        pairs = write(path, rows)
        cost = bring(path, data)
        size = sum(file.stat().st_size for file in (data / "compared").rglob("*") if file.is_file())
        print(f"{rows:,} lines of {path.stat().st_size / 1e6:,.0f} MB: {cost['seconds']:.0f} s of the clock,")
        print(f"{cost['processors']:.0f} s of the processors, {rows / cost['seconds']:,.0f} lines a second,")
        print(f"{cost['peak MB']:.0f} MB of memory at its peak, {size / 1e6:,.0f} MB on the disk")
        [(pair, events)] = pairs.most_common(1)
        with live.serve(data) as service:
            begun = time.monotonic()
            _, _, body = service.ask(JOIN % (pair, pair), format="json")
            joined = json.loads(body)["results"]["bindings"][0]["n"]["value"]
            took = time.monotonic() - begun
            print(f"{pair}, {events:,} events: joined with ours by day in {took:.2f} s ({joined} rows)")
        client = create_app(config.read({"KG_DATA": str(data)})).test_client()
        begun = time.monotonic()
        answer = client.get(f"/compare/{pair}.csv?from=2025-01-01&to=2025-12-31")
        print(f"compared in {time.monotonic() - begun:.2f} s ({answer.text.count(chr(10)):,} lines)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
