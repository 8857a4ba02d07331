"""Fit, and check, how sure each claim is: whether `FILTER(?confidence >= 0.9)` means what it says.

Run from the checkout:

    .venv/bin/python tests/bench/confidence.py table ARTICLES GOLD
    .venv/bin/python tests/bench/confidence.py fit ARTICLES GOLD OTHER_ARTICLES OTHER_GOLD

`table` prints how often claims of each confidence are right by the gold files (`gold.py` says what right
means), with the expected calibration error and the Brier score, over all and for each family of rules.

`fit` writes `kg/registry/confidence.tsv`. The weights are those of a logistic regression on the features that
`kg/extract/_confidence.py` names, drawn towards nothing (L2), so that a rare rule leans on its family and on
what all claims share; how much is chosen by cross-validation over articles. Since rules are always better on
the articles they were written on, a slope and a shift for each family are then fitted on other articles,
taken in bulk. It prints the table of the cross-validation and that of the other articles, the latter with
slopes and shifts cross-validated too.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from gold import Judged, judge

HOME = Path(__file__).parent.parent.parent
TABLE = HOME / "kg" / "registry" / "confidence.tsv"
HEAD = """\
# Weights in the log odds that a claim is right. Our own work, CC0 1.0; written by tests/bench/confidence.py.
# feature: what tells how sure a claim is. weight: added up, changed by the slope and the shift of the family
# of rules (fitted on other articles than the weights), and put through 1 / (1 + exp(-x)).
"""
FOLDS = 6
PENALTIES = (10.0, 30.0)
SEEN = (
    10  # articles: a feature seen in fewer has no weight, for the claims of one article resemble each other
)
LEAN = 5.0  # penalty on what a family's slope and shift differ by from those of all
BINS = (0.0, 0.2, 0.35, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)
Floats = np.ndarray


def logistic(rows: Floats, right: Floats, penalty: Floats) -> Floats:
    """Return the weights of a logistic regression with an L2 penalty for each, by Newton's method."""
    weights = np.zeros(rows.shape[1])
    for _ in range(25):
        share = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - share) - penalty * weights
        bend = (rows * (share * (1 - share))[:, None]).T @ rows + np.diag(penalty + 1e-6)
        step = np.linalg.solve(bend, slope)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def matrix(judged: Sequence[Judged], names: Sequence[str]) -> Floats:
    """Return one row for each claim with a 1 for each of its features."""
    column = {name: i for i, name in enumerate(names)}
    rows = np.zeros((len(judged), len(names)))
    for i, each in enumerate(judged):
        rows[i, [column[f] for f in each.features if f in column]] = 1
    return rows


def rights(judged: Iterable[Judged]) -> Floats:
    """Return 1 for each claim that is right, 0 for each that is not."""
    return np.array([float(each.is_right) for each in judged])


def fit(judged: Sequence[Judged], penalty: float) -> dict[str, float]:
    """Return the weight of each feature that is seen often enough; the first, on every claim, is free."""
    seen = Counter(f for f, _ in {(f, each.file) for each in judged for f in each.features})
    names = sorted(f for f, n in seen.items() if n >= SEEN)
    free = np.array([0.0 if name == "any" else penalty for name in names])
    return dict(zip(names, logistic(matrix(judged, names), rights(judged), free), strict=True))


def odds(judged: Sequence[Judged], weights: dict[str, float]) -> Floats:
    """Return the log odds that each claim is right."""
    return np.array([sum(weights.get(f, 0.0) for f in each.features) for each in judged])


def family(each: Judged) -> str:
    """Return the family of rules that a claim's record is of."""
    return next(f for f in each.features if f.startswith("family ")).removeprefix("family ")


def lines(judged: Sequence[Judged], told: Floats) -> dict[str, tuple[float, float]]:
    """Return slope and shift of each family that fit the log odds to claims on other articles.

    Both are drawn towards those of all families: there are few other articles.
    """
    names = sorted({family(each) for each in judged})
    own = np.array([[float(family(each) == name) for name in names] for each in judged])
    rows = np.column_stack([told, np.ones(len(judged)), own * told[:, None], own])
    found = logistic(rows, rights(judged), np.array([0.0, 0.0, *[LEAN] * 2 * len(names)]))
    slopes, levels = found[2 : 2 + len(names)], found[2 + len(names) :]
    return {n: (found[0] + a, found[1] + b) for n, a, b in zip(names, slopes, levels, strict=True)}


def moved(judged: Sequence[Judged], told: Floats, by: dict[str, tuple[float, float]]) -> Floats:
    """Return the log odds with the slope and shift of each family."""
    lines = [by.get(family(each), (1.0, 0.0)) for each in judged]
    return np.array([slope * x + shift for (slope, shift), x in zip(lines, told, strict=True)])


def across(judged: Sequence[Judged], told: Callable[[list[Judged], list[Judged]], Floats]) -> Floats:
    """Return the log odds of each claim as told by what was fitted on the articles of other folds."""
    files = sorted({each.file for each in judged})
    fold = {file: i % FOLDS for i, file in enumerate(files)}
    found = np.zeros(len(judged))
    for number in range(FOLDS):
        inside = [i for i, each in enumerate(judged) if fold[each.file] == number]
        others = [each for each in judged if fold[each.file] != number]
        found[inside] = told(others, [judged[i] for i in inside])
    return found


def loss(told: Floats, right: Floats) -> float:
    """Return the mean logarithmic loss."""
    return float(np.mean(np.logaddexp(0, np.where(right > 0, -told, told))))


def report(title: str, judged: Sequence[Judged], share: Floats) -> None:
    """Print how often claims of each confidence are right."""
    right = rights(judged)
    print(f"\n{title}\nconfidence     claims   told  right")
    error = 0.0
    for low, high in pairwise(BINS):
        inside = (share >= low) & (share < high)
        if inside.any():
            told, is_right = share[inside].mean(), right[inside].mean()
            error += inside.mean() * abs(told - is_right)
            print(f"{low:.2f} to {min(high, 1):.2f} {inside.sum():9,} {told:6.2f} {is_right:6.2f}")
    print(f"expected calibration error {error:.3f}   Brier score {np.mean((share - right) ** 2):.3f}")
    sure = share >= 0.9
    print(f"at least 0.90: {sure.sum():,} of {len(judged):,} claims, {right[sure].mean():.3f} of them right")
    for name in sorted({family(each) for each in judged}):
        own = np.array([family(each) == name for each in judged])
        high = own & sure
        ratio = f"{right[high].mean():.3f}" if high.any() else "  –  "
        print(
            f"  {name:28} {own.sum():6,} claims  told {share[own].mean():.2f}  right {right[own].mean():.2f}"
            f"   sure {high.sum():6,}, right {ratio}"
        )


def expit(told: Floats) -> Floats:
    """Return probabilities of log odds, within the bounds that the engine sets."""
    return np.clip(1 / (1 + np.exp(-told)), 0.02, 0.98)


def write(weights: dict[str, float], by: dict[str, tuple[float, float]]) -> None:
    """Write the table."""
    rows = {name: weight for name, weight in weights.items() if abs(weight) >= 0.005}
    for name, (slope, shift) in by.items():
        rows |= {f"slope {name}": slope, f"shift {name}": shift}
    body = "".join(f"{name}\t{weight:.2f}\n" for name, weight in sorted(rows.items()))
    TABLE.write_text(f"{HEAD}feature\tweight\n{body}", encoding="utf-8")


def main() -> None:
    """Do what the words say."""
    words = sys.argv[1:]
    first = judge(Path(words[1]), Path(words[2]))
    if words[0] == "table":
        report("as built", first, np.array([each.claim.confidence or 0.0 for each in first]))
        return
    right = rights(first)
    losses = {p: loss(across(first, lambda own, new, p=p: odds(new, fit(own, p))), right) for p in PENALTIES}
    best = min(losses, key=losses.__getitem__)
    told = across(first, lambda own, new: odds(new, fit(own, best)))
    print(
        f"penalty {best}: loss {losses[best]:.4f} ({', '.join(f'{p}: {x:.4f}' for p, x in losses.items())})"
    )
    report("cross-validated", first, expit(told))
    weights = fit(first, best)
    other = judge(Path(words[3]), Path(words[4]))
    raw = odds(other, weights)
    report("on other articles, before slopes and shifts", other, expit(raw))
    place = {id(each): i for i, each in enumerate(other)}

    def again(own: list[Judged], new: list[Judged]) -> Floats:
        places = ([place[id(e)] for e in some] for some in (own, new))
        before, after = (raw[some] for some in places)
        return moved(new, after, lines(own, before))

    report("on other articles, slopes and shifts cross-validated", other, expit(across(other, again)))
    by = lines(other, raw)
    print({name: (round(slope, 2), round(shift, 2)) for name, (slope, shift) in by.items()})
    write(weights, by)


if __name__ == "__main__":
    main()
