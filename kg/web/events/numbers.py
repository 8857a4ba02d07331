"""Numbers of states at a day: a list gives some states another one today than when an event took place."""

from dataclasses import dataclass
from datetime import date

from kg.web import dates
from kg.web.service import Graph
from kg.web.sheets import Cell
from kg.web.values import text

Line = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Former:
    """A number that a state had on some days, both included; None: since its list began."""

    state: Cell
    scheme: str
    code: str
    first: date | None
    last: date | None

    def holds(self, day: date) -> bool:
        """Say whether the state had it on a day."""
        return (self.first is None or self.first <= day) and self.last is not None and day <= self.last


def read(graph: Graph) -> tuple[Former, ...]:
    """Return all numbers that states had once, as the build has them beside the graph."""
    return tuple(
        Former(
            text(row, "iso3"),
            text(row, "scheme") or "",
            text(row, "code") or "",
            dates.read(text(row, "first")),
            dates.read(text(row, "last")),
        )
        for row in graph.rows("table-former-codes")
    )


def at(codes: Line, former: tuple[Former, ...], day: date | None) -> Line:
    """Return the codes of a state as they were on a day, by the lists of them; today's where none is told."""
    if day is None or codes["ISO3"] is None:
        return codes
    then = {f.scheme: f.code for f in former if f.state == codes["ISO3"] and f.holds(day)}
    return codes | {scheme: code for scheme, code in then.items() if scheme in codes}
