"""Denials: statements that call untrue what another said, aimed at the statement that they deny."""

from kg.extract import _statements
from kg.model import Record
from kg.text.reading import Reading
from kg.vocab import DIP


def records(reading: Reading) -> tuple[Record, ...]:
    """Return the denials of an article in the order of its text."""
    return _statements.records(reading, DIP.Denial)
