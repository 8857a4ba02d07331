"""Measure what the stages that look at one article cost, against the bare language model on the same texts.

Run from the checkout: `.venv/bin/python tests/bench/cost.py [FILE_OR_DIR ...]` (default: `sources/`).
It prints

- words a second on one core, by processor time, so that a busy machine disturbs little, each the least of
  several rounds that take turns: of the language model as it comes (a text as one piece), of our parse
  (paragraph by paragraph, with our sentences), and of our own stages `kg.text` and `kg.extract` without
  the parse. Ours together may take at most half of the time of the bare model;
- the peak memory of a process that runs the bare model alone, and of one that converts;
- how much faster two processes convert than one, by the clock: at least 1.7 times, on an idle machine. The
  articles are taken again and again, so that loading the model counts for little.
"""

import math
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg import extract, readers
from kg.model import Article
from kg.text import language, reader

HOME = Path(__file__).parent.parent.parent
ROUNDS = 3
WORDS = 150_000  # so many are shared between two processes: each first loads the model, which takes 5 seconds
BARE = """
import sys
from pathlib import Path
from kg import readers
from kg.text import language
for path in sys.argv[1:]:
    language.pipeline()(readers.read(Path(path)).text)
"""
# As a build does it: the process that hands out the articles does not load the model.
CONVERT = """
import sys
from pathlib import Path
from kg.build import workers
from kg.build.catalogue import articles, catalogue
found = catalogue(map(Path, sys.argv[1:]))
count = workers.needed(len(found), {jobs})
for _ in workers.run(articles(found), workers.Way("kg.build.conversion:convert", count, 600, 4 * 10**9)):
    pass
"""


def timed(work: Callable[[], object]) -> float:
    """Return the processor time of a call, in seconds."""
    start = time.process_time()
    work()
    return time.process_time() - start


def costs(article: Article) -> tuple[float, float, float, float]:
    """Return the seconds of the bare model, of our parse, of reading and of extraction on one article."""
    text, parse = article.text, language.parse
    with language.pipeline().select_pipes(disable="kg_sentences"):
        bare = timed(lambda: language.pipeline()(text))
    parsed = timed(lambda: parse(text))
    doc = parse(text)
    language.parse = lambda _: doc  # reading alone, without the model
    try:
        read = timed(lambda: reader.read(article))
        reading = reader.read(article)
    finally:
        language.parse = parse
    return bare, parsed, read, timed(lambda: extract.run(reading))


def one_core(articles: Sequence[Article]) -> None:
    """Print words a second, and our share of the time of the bare model."""
    extract.run(reader.read(articles[0]))  # loads the model and the tables
    words = sum(len(article.text.split()) for article in articles)
    # The least of the rounds: what disturbs a round only ever adds to it.
    rounds = [[costs(article) for article in articles] for _ in range(ROUNDS)]
    least = [[min(values) for values in zip(*runs, strict=True)] for runs in zip(*rounds, strict=True)]
    bare, parsed, read, extracted = (sum(values) for values in zip(*least, strict=True))
    ours = read + extracted
    print(f"{len(articles)} articles, {words:,} words\n\none core              seconds   words/s   of bare")
    for name, seconds in (
        ("bare model", bare),
        ("our parse", parsed),
        ("kg.text", read),
        ("kg.extract", extracted),
        ("our stages", ours),
        ("a conversion", parsed + ours),
    ):
        print(f"{name:20} {seconds:8.2f} {words / seconds:9,.0f} {seconds / bare:9.2f}")
    print(f"our stages take {ours / bare:.2f} of the time of the bare model (at most 0.50)")


@dataclass(frozen=True)
class Run:
    """What a program took in a process of its own, its children with it.

    Attributes:
        peak: greatest memory of a process, in MB.
        clock: seconds by the clock.
        work: seconds of processor time.
    """

    peak: float
    clock: float
    work: float


def apart(program: str, paths: Sequence[Path]) -> Run:
    """Run a program in a process of its own."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", program, *map(str, paths)])
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{program}: ended with status {status}")
    peak = used.ru_maxrss / 1024  # kB on Linux
    return Run(peak, time.perf_counter() - start, used.ru_utime + used.ru_stime)


def processes(paths: Sequence[Path], words: int) -> None:
    """Print the peak memory of a process, and how much faster two are than one; each loads the model."""
    bare, ours = apart(BARE, paths), apart(CONVERT.format(jobs=1), paths)
    print(f"\npeak memory of a process: bare model {bare.peak:,.0f} MB, converting {ours.peak:,.0f} MB")
    again = tuple(paths) * math.ceil(WORDS / words)
    one, two = (apart(CONVERT.format(jobs=jobs), again) for jobs in (1, 2))
    print(f"{len(again)} articles: one process {one.clock:.1f} s, two {two.clock:.1f} s by the clock")
    print(f"(processor time {one.work:.1f} s and {two.work:.1f} s)")
    print(f"two are {one.clock / two.clock:.2f} times as fast (at least 1.70)")
    print(f"processes at work on this machine in the last minute: {os.getloadavg()[0]:.1f}")


def main() -> None:
    """Print the tables."""
    paths = readers.files(tuple(map(Path, sys.argv[1:])) or (HOME / "sources",))
    articles = [readers.read(path) for path in paths]
    one_core(articles)
    processes(paths, sum(len(article.text.split()) for article in articles))


if __name__ == "__main__":
    main()
