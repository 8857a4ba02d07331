"""What a set of mappings holds, and the names by which the standard knows it."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.errors import MappingError

VERSION = "1.1"
# Prefixes that need not be declared (SSSOM 1.1, "Identifiers").
BUILT_IN = {
    "linkml": "https://w3id.org/linkml/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "semapv": "https://w3id.org/semapv/vocab/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sssom": "https://w3id.org/sssom/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
MANUAL = "https://w3id.org/semapv/vocab/ManualMappingCuration"
COMPOSITE = "https://w3id.org/semapv/vocab/CompositeMatching"
LEXICAL = "https://w3id.org/semapv/vocab/LexicalMatching"
REJECTED = "Not"
# In the order of the standard; those that follow one another here do so in a file.
COLUMNS = (
    *("subject_id", "subject_label", "predicate_id", "predicate_modifier", "object_id", "object_label"),
    *("mapping_justification", "author_label", "mapping_tool", "mapping_tool_version", "mapping_date"),
    *("confidence", "curation_rule_text", "comment"),
)
NEEDED = ("subject_id", "predicate_id", "object_id", "mapping_justification")
PROPAGATED = ("mapping_tool", "mapping_tool_version", "mapping_date", "curation_rule_text")
_BAR = re.compile(r"\\([\\|])|(\|)")


@dataclass(frozen=True, slots=True)
class Head:
    """What is said of a set of mappings as a whole.

    Attributes:
        id: IRI of the set (`mapping_set_id`).
        licence: IRI of its licence (`license`).
        prefixes: what its CURIEs begin with, and what that stands for, sorted; built-in ones left out.
        others: further slots with their values as YAML has them, all scalars as strings.
    """

    id: str
    licence: str
    prefixes: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, object], ...] = ()

    def expanded(self, curie: str) -> str | None:
        """Return the IRI that a CURIE stands for, None where its prefix is not declared."""
        prefix, _, rest = curie.partition(":")
        space = (BUILT_IN | dict(self.prefixes)).get(prefix)
        return None if space is None or not rest else f"{space}{rest}"

    def shortened(self, iri: str) -> str:
        """Return an IRI as a CURIE of the longest space that it begins with.

        Raises:
            MappingError: no prefix that is declared fits.
        """
        known = (BUILT_IN | dict(self.prefixes)).items()
        found = [(len(space), prefix) for prefix, space in known if iri.startswith(space) and iri != space]
        if not found:
            raise MappingError(f"{iri}: expected an IRI of one of the prefixes of the set, found none")
        length, prefix = max(found)
        return f"{prefix}:{iri[length:]}"


@dataclass(frozen=True, slots=True)
class Mapping:
    """One row: that two things are, or are not, the same or close.

    Attributes:
        subject: IRI.
        predicate: IRI of the property (`skos:exactMatch`).
        object: IRI.
        justification: IRI of a term of SEMAPV: what the mapping rests on.
        subject_label: its name.
        object_label: its name.
        is_rejected: the mapping was looked at and does not hold (`predicate_modifier` "Not").
        confidence: 0 to 1.
        authors: the people who decided.
        tool: the program that decided, or proposed.
        tool_version: its version.
        date: when it was decided.
        rules: what it was decided by, a sentence each (`curation_rule_text`).
        comment: a note.
        others: further columns with their cells.
        line: line of the file, from 1, at which the row ends; 0 for what was not read from a file.
    """

    subject: str
    predicate: str
    object: str
    justification: str
    subject_label: str | None = None
    object_label: str | None = None
    is_rejected: bool = False
    confidence: float | None = None
    authors: tuple[str, ...] = ()
    tool: str | None = None
    tool_version: str | None = None
    date: dt.date | None = None
    rules: tuple[str, ...] = ()
    comment: str | None = None
    others: tuple[tuple[str, str], ...] = ()
    line: int = field(default=0, compare=False)

    @property
    def decided_by(self) -> str | None:
        """Return who decided: people by name, else the program with its version ("kg link 1")."""
        return ", ".join(self.authors) or " ".join(filter(None, (self.tool, self.tool_version))) or None


def parted(cell: str) -> tuple[str, ...]:
    r"""Return the values of a cell between its bars; a bar or a backslash behind a backslash is one.

    >>> parted(r"a|b \| c|d\\")
    ('a', 'b | c', 'd\\')
    """
    parts, last = [""], 0
    for found in _BAR.finditer(cell):
        parts[-1] += cell[last : found.start()] + (found[1] or "")
        last = found.end()
        if found[2]:
            parts.append("")
    parts[-1] += cell[last:]
    return tuple(part.strip() for part in parts if part.strip())


def joined(values: Iterable[str]) -> str:
    """Return values as one cell, with bars between."""
    return "|".join(value.replace("\\", "\\\\").replace("|", "\\|") for value in values)
