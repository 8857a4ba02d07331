"""An evaluation for a terminal of 80 columns."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.evaluating.evaluation import Evaluation, Measured, Taken
from kg.evaluating.figures import Figure, Figures
from kg.evaluating.misses import Miss
from kg.evaluating.scoring import BESIDE, HEADLINE

_NAME = 26  # columns: the longest name of a layer
_HASH = 12  # digits that tell one state of the rules from another


def lines(evaluation: Evaluation, most: int = 0) -> Iterator[str]:
    """Yield on what it was taken, the figures of each extractor, and of each kind of miss at most so many."""
    yield from about(evaluation.taken)
    for name, measured in evaluation.measured.items():
        yield ""
        yield from _table(name, measured.figures)
        yield from model(measured.model)
        yield from listed(measured.misses, most)
    if len(evaluation.measured) > 1:
        yield ""
        yield from _beside(evaluation.measured)
    if evaluation.unmeasured:
        yield from ("", *evaluation.unmeasured)


def about(taken: Taken) -> Iterator[str]:
    """Yield on what figures were taken."""
    annotated = "" if taken.gold is None else f", with gold in {taken.gold}"
    yield f"articles   {taken.number:,} of {taken.articles}{annotated}"
    hashes = " and ".join(graph[:_HASH] for graph in taken.graphs)
    by = f"rules {taken.rules[:_HASH]}" if taken.rules else f"graph {hashes}"
    yield f"taken      {taken.date}, kg {taken.version}, {by}"


def _table(name: str, figures: Figures) -> Iterator[str]:
    yield f"{name:{_NAME}}{'right':>7}{'gold':>8}{'found':>8}{'precision':>11}{'recall':>9}{'F1':>9}"
    yield from (_row(layer, figures.layers[layer]) for layer in HEADLINE)
    yield f"{'headline: mean of F1':{_NAME}}{figures.headline:52.3f}"
    yield from (_row(layer, figures.layers[layer]) for layer in BESIDE)
    if figures.misquoted:
        yield f"{figures.misquoted:,} claims rest on words that do not stand at their place"


def _beside(measured: Mapping[str, Measured]) -> Iterator[str]:
    """Yield the F1 of several extractors beside one another."""
    figures = [one.figures for one in measured.values()]
    yield f"{'F1':{_NAME}}" + "".join(f"{name:>9}" for name in measured)
    for layer in HEADLINE:
        of_layer = [one.layers[layer] for one in figures]
        yield f"{layer:{_NAME}}" + "".join(_share(figure, figure.f1) for figure in of_layer)
    yield f"{'headline: mean of F1':{_NAME}}" + "".join(f"{one.headline:9.3f}" for one in figures)


def model(told: Mapping[str, Any] | None) -> Iterator[str]:
    """Yield which language model read, and how much of what it found is borne out."""
    if told is None:
        return
    days = told["answered"] or {"first": "no day", "last": "no day"}
    when = days["first"] if days["first"] == days["last"] else f"{days['first']} to {days['last']}"
    yield f"model      {told['model']}, prompt {told['prompt']}, answered {when}"
    rejected = sum(told["rejected"].values())
    yield f"answers    {told['answers']:,}, {told['useless']:,} of no use; {rejected:,} finds rejected"


def listed(found: Iterable[tuple[str, Miss]], most: int) -> Iterator[str]:
    """Yield of each kind of miss at most so many, each behind the name of its article."""
    kinds: dict[str, list[str]] = {}
    for file, (kind, words) in found:
        kinds.setdefault(kind, []).append(f"  {file}: {words}")
    for kind in sorted(kinds) if most else ():
        yield from ("", f"{kind}: {len(kinds[kind])}", *kinds[kind][:most])


def _row(name: str, figure: Figure) -> str:
    counts = f"{name:{_NAME}}{figure.hit:7,}{figure.gold:8,}{figure.found:8,}"
    return (
        counts
        + _share(figure, figure.precision, 11)
        + _share(figure, figure.recall)
        + _share(figure, figure.f1)
    )


def _share(figure: Figure, share: float, width: int = 9) -> str:
    """Return a share; where there is nothing to share, none."""
    return f"{share:{width}.3f}" if figure.gold or figure.found else f"{'–':>{width}}"
