"""An event and where it is told, while the events of an article are gathered."""

from dataclasses import dataclass

from kg.extract._fill import Filled
from kg.model import Record


@dataclass(frozen=True, slots=True)
class Told:
    """An event and where it is told.

    Attributes:
        number: of its sentence.
        filled: the frame with its roles.
        record: what is claimed of it.
    """

    number: int
    filled: Filled
    record: Record
