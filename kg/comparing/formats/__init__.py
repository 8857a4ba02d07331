"""The data sets that can be read, each one module.

A module offers `FORMAT`, a `kg.comparing.coded.Format`, and knows nothing of the others. Its name is the name
of the format.
"""

import sys

from kg import plugins
from kg.comparing.coded import Format
from kg.errors import ImportedError


def known() -> dict[str, Format]:
    """Return the formats by their names."""
    found = plugins.modules(sys.modules[__name__])
    return {module.__name__.rpartition(".")[2]: module.FORMAT for module in found}


def named(name: str) -> Format:
    """Return the format of a name.

    Raises:
        ImportedError: there is none.
    """
    formats = known()
    if name not in formats:
        raise ImportedError(f"format: expected one of {', '.join(formats)}, found {name[:40]!r}")
    return formats[name]
