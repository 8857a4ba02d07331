"""A coded event as N-Triples of its data set's graph."""

from kg.comparing.coded import Coded
from kg.emit import ntriples
from kg.iris import segment
from kg.model import Value
from kg.vocab import DIP

GRAPHS = "graphs"  # below the base


def graph(base: str, name: str) -> str:
    """Return the IRI of the graph of a data set."""
    return f"{base}{GRAPHS}/{name}"


class Writer:
    """Writes the events of one data set. They are many, so what is the same in all is made once."""

    def __init__(self, base: str, name: str) -> None:
        self._begin = f"<{graph(base, name)}#"
        self._dyad = f" <{DIP.dyad}> <{base}{segment(DIP.Dyad)}/"
        self._source, self._target = f' <{DIP.sourceIso3}> "', f' <{DIP.targetIso3}> "'
        self._earliest, self._code = f" <{DIP.earliest}> ", f' <{DIP.code}> "'
        self._told = tuple(f" <{term}> " for term in (DIP.sourceName, DIP.targetName, DIP.url))
        self._days: dict[str, str] = {}

    def lines(self, event: Coded) -> str:
        """Return the lines of an event."""
        it = f"{self._begin}{event.id}>"
        found = [f'{it}{self._code}{event.code}" .\n{it}{self._earliest}{self._day(event.day)} .\n']
        found += [f"{it}{self._dyad}{one}/{other}> .\n" for one, other in event.dyads]
        found += [f'{it}{self._source}{key}" .\n' for key in event.sources]
        found += [f'{it}{self._target}{key}" .\n' for key in event.targets]
        for term, text in zip(self._told, (*event.names, event.url), strict=True):
            if text:
                found.append(f"{it}{term}{ntriples.literal(Value(text))} .\n")
        return "".join(found)

    def _day(self, day: str) -> str:
        if day not in self._days:
            self._days[day] = ntriples.literal(Value(day, "date"))
        return self._days[day]
