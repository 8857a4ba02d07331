"""Statements: one record for each act of saying that an article tells."""

from kg.extract import _statements
from kg.model import Record
from kg.text.reading import Reading
from kg.vocab import DIP


def records(reading: Reading) -> tuple[Record, ...]:
    """Return the statements of an article in the order of its text, those that only report included."""
    return _statements.records(reading, DIP.Statement)
