"""Read the files of a data set: its events, and on the side the lines that are not taken."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from kg.comparing import files
from kg.comparing.coded import Aside, Coded, Format, OddLineError
from kg.errors import ImportedError

SHOWN = 3  # reasons that are told of files of which nothing can be taken
HEAD = "file\tline\treason\n"


class Reading:
    """Yields the events of files once, and then can tell what they were."""

    def __init__(self, paths: Sequence[Path], form: Format, aside: TextIO) -> None:
        """Name the files, their format, and where lines that are not taken are listed."""
        self._paths = paths
        self._form = form
        self._aside = aside
        self._days: Counter[str] = Counter()
        self._dyadic = 0
        self._reasons: list[str] = []
        self._left = 0

    def __iter__(self) -> Iterator[Coded]:
        self._aside.write(HEAD)
        for path in self._paths:
            for found in self._taken(path):
                if isinstance(found, Aside):
                    self._leave(path, found)
                    continue
                self._days[found.day] += 1
                self._dyadic += bool(found.dyads)
                yield found
        if not self._days:
            raise ImportedError(
                f"{', '.join(path.name for path in self._paths)}: expected lines of {self._form.title} "
                f"({self._form.edition}), found none; {'; '.join(self._reasons) or 'no line at all'}"
            )

    @property
    def told(self) -> dict[str, object]:
        """Return what was read: events, those between two states, lines left, first and last day, days."""
        return {
            "events": self._days.total(),
            "dyadic": self._dyadic,
            "aside": self._left,
            "first": min(self._days, default=""),
            "last": max(self._days, default=""),
            "days": len(self._days),
        }

    def _taken(self, path: Path) -> Iterator[Coded | Aside]:
        try:
            yield from self._form.read(files.lines(path))
        except OddLineError as error:
            raise ImportedError(f"{path.name}, line 1: {error}") from error

    def _leave(self, path: Path, aside: Aside) -> None:
        self._left += 1
        if len(self._reasons) < SHOWN:
            self._reasons.append(f"line {aside.line}: {aside.reason}")
        self._aside.write(f"{path.name}\t{aside.line}\t{aside.reason}\n")
