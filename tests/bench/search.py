"""How long a search and the names below its field take, in process, on a graph of a million claims.

`python tests/bench/search.py [FOLDER]` asks the text index of the build in FOLDER, or of an invented graph
that it makes anew: names while they are typed, words, words narrowed by facets, facets alone. Each query is
asked once without being counted, then `ROUNDS` times. It prints the median and the 95th percentile of each
kind in milliseconds: of the processor, and of the clock.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import large

from kg.store import finding, named, texts
from kg.store.finding import Asked

CLAIMS = 1_000_000
ROUNDS = 5
NAMES, SHOWN = 8, 50  # that the field offers, and a page shows
TYPED = "a|m|ch|az|pres|meeting of|statement|алиев|к|中国|阿利耶夫|علييف|xi|zzzz".split("|")  # noqa: SIM905
WORDS = "china|corridor|president said|meeting|a|the|took place|алиев|zzzz zzzz".split("|")  # noqa: SIM905
CHOSEN = (
    {"state": frozenset({"china"})},
    {"class": frozenset({"visit", "meeting"}), "year": frozenset({"2019"})},
    {"outlet": frozenset({"reuters"}), "status": frozenset({"planned"})},
)


def typed(file: Path, words: str) -> object:
    """Return what the field offers."""
    with texts.reading(file) as index:
        return named.find(index, words, NAMES)


def tell(name: str, asks: Iterable[Callable[[], object]]) -> None:
    """Print how long some queries take."""
    taken = []
    for ask in asks:
        ask()
        for _ in range(ROUNDS):
            before = time.process_time(), time.perf_counter()
            ask()
            taken.append((time.process_time() - before[0], time.perf_counter() - before[1]))
    columns = [[1e3 * each for each in column] for column in zip(*taken, strict=True)]
    figures = ((statistics.median(c), statistics.quantiles(c, n=20)[-1]) for c in columns)
    print(f"{name:28}" + "".join(f"{median:9.1f}{late:9.1f}" for median, late in figures), flush=True)


def main(file: Path) -> None:
    """Print the table."""
    print(f"{'':28}{'CPU':>9}{'p95':>9}{'clock':>9}{'p95':>9}  ms")
    tell("names while they are typed", [partial(typed, file, words) for words in TYPED])
    tell("words", [partial(finding.find, file, Asked(words, SHOWN)) for words in WORDS])
    narrowed = [Asked(words, SHOWN, chosen) for words in WORDS for chosen in CHOSEN]
    tell("words, narrowed", [partial(finding.find, file, asked) for asked in narrowed])
    tell("facets alone", [partial(finding.find, file, Asked("", SHOWN, chosen)) for chosen in CHOSEN])


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]) / texts.FILE)
    else:
        with tempfile.TemporaryDirectory() as place:
            main(large.make(Path(place), CLAIMS) / texts.FILE)
