"""Build a thousand articles that nobody would write: `hostile.py [NUMBER [SIZE]]`; print what came of them.

They are built with `kg build --keep-going` in a process of its own. Each must be built or set aside with the
reason that its kind has; it prints those for which that does not hold, and returns how many these are.
"""

import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent))

import rotten

from kg.build import report


def main(number: str = "1000", size: str = "4000") -> int:
    """Print a table, and return how many articles came to another end than they should."""
    made = (*rotten.articles(int(number), int(size)), *rotten.large())
    with tempfile.TemporaryDirectory() as place:
        sources = Path(place, "sources")
        sources.mkdir()
        for article in made:
            (sources / article.file).write_bytes(article.content)
        start = time.perf_counter()
        command = [sys.executable, "-m", "kg", "build", str(sources), "--to", str(sources.parent / "data")]
        done = subprocess.run([*command, "--keep-going"], capture_output=True, text=True, check=False)
        print(done.stdout, done.stderr, f"{time.perf_counter() - start:.0f} s, exit code {done.returncode}")
        build = sources.parent / "data" / "current"
        told = (build / report.FILE).read_text(encoding="utf-8").splitlines()[1:]
        reasons = dict(row.split("\t") for row in told)
        kept = {path.name.removesuffix(".txt") for path in (build / "articles").glob("*.txt")}
    wrong = Counter[str]()
    for article in made:
        reason = reasons.get(f"sources/{article.file}")
        if (article.file in kept) == (reason is not None) or (article.fault or "") not in (reason or ""):
            print(article.file, reason)
            wrong[article.file.rpartition("-")[0]] += 1
    print(
        f"{len(kept)} built, {len(reasons)} set aside, {wrong.total()} otherwise than expected", dict(wrong)
    )
    return wrong.total()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
