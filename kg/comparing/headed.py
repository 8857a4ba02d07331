"""Files with a first line that names their columns, with tabs or commas between, cells quoted or not."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence

from kg.comparing.coded import Aside, Coded, Lines, OddLineError

Cells = Mapping[str, str]


def read(lines: Lines, needed: Sequence[str], event: Callable[[Cells], Coded]) -> Iterator[Coded | Aside]:
    """Yield the event of each line.

    Args:
        lines: those of a file, the first with the names of the columns.
        needed: columns that must be there.
        event: makes the event of the cells of a line, by the names of their columns.

    Raises:
        OddLineError: the first line lacks a column that is needed.
    """
    rest = iter(lines)
    _, head = next(rest, (0, ""))
    head = head.removeprefix("\ufeff")
    mark = "\t" if "\t" in head else ","
    names = _split(head, mark)
    if missing := [name for name in needed if name not in names]:
        raise OddLineError(f"expected the columns {', '.join(needed)}, found none called {missing[0]!r}")
    for number, line in rest:
        try:
            yield event(_cells(names, _split(line, mark)))
        except OddLineError as error:
            yield Aside(number, str(error))


def _cells(names: Sequence[str], cells: list[str]) -> Cells:
    while len(cells) > len(names) and not cells[-1]:
        cells.pop()  # some published files end their lines with tabs
    if len(cells) != len(names):
        raise OddLineError(f"expected {len(names)} columns, found {len(cells)}")
    return dict(zip(names, cells, strict=True))


def _split(line: str, mark: str) -> list[str]:
    """Return the cells of a line; where its quotation marks make no sense they are letters as others."""
    if '"' not in line:
        return line.split(mark)
    try:
        [cells] = csv.reader([line], delimiter=mark, strict=True)
    except (csv.Error, ValueError):
        return line.split(mark)
    return cells
