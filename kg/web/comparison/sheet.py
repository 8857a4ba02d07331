"""A comparison as a table for statistics: a row for each match, and each event of one side alone."""

from collections.abc import Iterable, Iterator

from kg.comparing.matching import Finding, Theirs
from kg.web.comparison import words
from kg.web.comparison.wish import Imported
from kg.web.sheets import Cell

COLUMNS = (
    *("Data Set", "Found", "Reasons"),
    *("Event ID", "Event Date", "Latest Date", "Event Kind", "Event Text", "Status", "Codes"),
    *("Their Events", "Their Event ID", "Their Date", "Their Code", "Days Apart"),
    *("Their Source", "Their Target", "Their Source Name", "Their Target Name", "Their URL"),
)


def rows(found: Iterable[tuple[Imported, tuple[Finding, ...]]]) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of comparisons with several data sets."""
    for other, findings in found:
        for finding in findings:
            for theirs in finding.theirs or (None,):
                yield other.name, finding.side, words.english(finding.reasons), *_cells(finding, theirs)


def _cells(finding: Finding, theirs: Theirs | None) -> tuple[Cell, ...]:
    ours = finding.ours
    own: tuple[Cell, ...] = (None,) * 7
    if ours is not None:
        own = (ours.iri, ours.first, ours.last, ours.kind, ours.label, ours.status, "; ".join(ours.codes))
    if theirs is None:
        return *own, 0, *(None,) * 9
    return (
        *own,
        len(finding.theirs),
        theirs.iri,
        theirs.day,
        theirs.code,
        ours.days_to(theirs.day) if ours else None,
        "; ".join(theirs.sources),
        "; ".join(theirs.targets),
        *theirs.names,
        theirs.url,
    )
