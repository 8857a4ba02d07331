"""Learn the weights of `kg link` from a generated set: `kg/linking/weights.tsv`.

`python tests/bench/weighing.py [COUNT]` prints the table. The weights are those under which the choices among
all candidates of each of ours, "none of them" included, are likeliest (a conditional logit), drawn towards
those of `kg.matching`, which are set by hand: what the set does not tell, such as classes that differ, stays
as it is there. What speaks against never adds, and what speaks for never takes away.
"""

import datetime as dt
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).parent.parent))

from generated import World, world
from linking import CHOSEN_ON, run
from slices import BASE, WD

from kg.linking.judging import Bounds, Verdict
from kg.matching import PRIOR, WEIGHTS, Match

_SPREAD = 2.0  # log-odds by which a weight may be expected to be off by hand
_STEPS, _STEP = 600, 0.03
_HEAD = (
    "# What each feature adds to the log-odds that a candidate is meant. "
    "Learnt by tests/bench/weighing.py on its generated seed {seed}, {day}."
)
_EVERY = Bounds(accept=2, ask=0, show=0)  # nothing is accepted, all is told

Table = npt.NDArray[np.float64]


def choices(made: World, verdicts: Sequence[Verdict]) -> Iterator[tuple[Table, int | None]]:
    """Yield the features of the candidates of each of ours, and which of them is meant."""
    for verdict in verdicts:
        if verdict.open:
            meant = WD + made.truth.get(verdict.sought.iri.removeprefix(BASE), "")
            found = [n for n, each in enumerate(verdict.open) if each.candidate.iri == meant]
            yield np.array([row(each.match) for each in verdict.open]), found[0] if found else None


def row(match: Match) -> list[float]:
    """Return the share of each weight in the log-odds of a candidate; the first is the prior's."""
    told = {feature.name: feature.score for feature in match.features}
    pairs = ((1 - told[name], told[name]) if name in told else (0.0, 0.0) for name in WEIGHTS)
    return [1.0, *(share for pair in pairs for share in pair)]


def learnt(chosen: Sequence[tuple[Table, int | None]]) -> Table:
    """Return the likeliest weights, found by steps along the gradient (Adam)."""
    by_hand = np.array([PRIOR, *(value for pair in WEIGHTS.values() for value in pair)])
    weights, mean, square = by_hand.copy(), np.zeros_like(by_hand), np.zeros_like(by_hand)
    for step in range(1, _STEPS + 1):
        slope = (by_hand - weights) / _SPREAD**2 + sum(_slope(*each, weights) for each in chosen)
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights = weights + _STEP * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        weights[1::2], weights[2::2] = np.minimum(weights[1::2], 0), np.maximum(weights[2::2], 0)
    return weights


def _slope(table: Table, meant: int | None, weights: Table) -> Table:
    evidence = table @ weights
    highest = max(0.0, float(evidence.max()))
    odds = np.exp(evidence - highest)
    expected: Table = table.T @ (odds / (np.exp(-highest) + odds.sum()))
    return -expected if meant is None else table[meant] - expected


def main() -> None:
    """Print the table."""
    made = world(int(sys.argv[1]) if len(sys.argv) > 1 else 1000, CHOSEN_ON)
    with tempfile.TemporaryDirectory() as folder:
        (report,) = run(made, Path(folder), (_EVERY,))
    weights = learnt(tuple(choices(made, report.verdicts)))
    print(_HEAD.format(seed=CHOSEN_ON, day=dt.datetime.now(tz=dt.UTC).date()))
    print("feature\tagainst\tin favour")
    print(f"prior\t{weights[0]:.2f}\t{weights[0]:.2f}")
    for name, (low, high) in zip(WEIGHTS, weights[1:].reshape(-1, 2), strict=True):
        print(f"{name}\t{low:.2f}\t{high:.2f}")


if __name__ == "__main__":
    main()
