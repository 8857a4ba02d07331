"""A comparison of two extractors for a terminal of 80 columns."""

from collections.abc import Iterator

from kg.evaluating.agreeing import BOTH, ONE, OTHER, Found, Held
from kg.evaluating.comparison import COLUMNS, Comparison, Difference, Share
from kg.evaluating.misses import names, shown
from kg.evaluating.terminal import about, listed, model
from kg.evaluating.values import Value

_NAME = 20  # columns: the longest name of a kind
_WIDE = 20  # columns of a number with what is right of it


def lines(comparison: Comparison, most: int = 0) -> Iterator[str]:
    """Yield on what it was taken, who found what, where values differ, and so many examples of each."""
    yield from about(comparison.taken)
    yield from model(comparison.model)
    yield from ("", *_kinds(comparison), "", *_values(comparison))
    yield from listed(_examples(comparison), most)


def _kinds(comparison: Comparison) -> Iterator[str]:
    one, other = comparison.names
    heads = ("by both", f"by {one} alone", f"by {other} alone")
    yield f"{'found':{_NAME}}" + "".join(f"{head:>{_WIDE}}" for head in heads)
    for name, row in comparison.kinds().items():
        shares = (_share(row[by], is_judged=comparison.is_judged) for by in COLUMNS)
        yield f"{name:{_NAME}}" + "".join(shares)
    if comparison.is_judged:
        yield "in brackets: right of those that gold judges"


def _share(share: Share, *, is_judged: bool) -> str:
    told = f"{share.number:,} ({share.right:,} of {share.judged:,})" if is_judged else f"{share.number:,}"
    return f"{told:>{_WIDE}}"


def _values(comparison: Comparison) -> Iterator[str]:
    judged = ("judged", *(f"{name} right" for name in comparison.names)) if comparison.is_judged else ()
    heads = ("same", "differ", *judged)
    yield f"{'values':{_NAME}}" + "".join(f"{head:>12}" for head in heads)
    for name, difference in comparison.values().items():
        numbers = _numbers(difference, is_judged=comparison.is_judged)
        yield f"{name:{_NAME}}" + "".join(f"{number:12,}" for number in numbers)


def _numbers(difference: Difference, *, is_judged: bool) -> tuple[int, ...]:
    told = (difference.same, difference.differ)
    return (*told, difference.judged, *difference.right) if is_judged else told


def _examples(comparison: Comparison) -> Iterator[tuple[str, tuple[str, str]]]:
    one, other = comparison.names
    heads = {BOTH: "found by both", ONE: f"found by {one} alone", OTHER: f"found by {other} alone"}
    for file, found in comparison.found:
        yield file, (f"{found.layer} {heads[found.by]}", _found(found, comparison.texts[file]))
    for file, held in comparison.held:
        if not held.is_same:
            yield file, (f"other {held.name}", _held(held, comparison.names))


def _found(found: Found, text: str) -> str:
    verdict = {True: "right: ", False: "wrong: ", None: ""}[found.is_right]
    return f"{verdict}{shown(found.find, text)}"


def _held(held: Held, extractors: tuple[str, str]) -> str:
    sides = zip(extractors, held.values, held.are_right, strict=True)
    told = (f"{name} {_value(value)}{' (right)' if is_right else ''}" for name, value, is_right in sides)
    return f"{names(held.record.who)}: {', '.join(told)}"


def _value(value: Value) -> str:
    parts = (part if isinstance(part, tuple) else (part or "unknown",) for part in value)
    return "; ".join(sorted(" by ".join(names([each]) for each in part) for part in parts)) or "nothing"
