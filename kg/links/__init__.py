"""Link what was found to the data sets that researchers already use.

A data set is one module of this package, with its table beside it. It offers `claims(resolution)`: codes and
identifiers of resolved things as claims, each with its basis and without words. What was decided of links by
hand, or by `kg link`, is a file of the sources and stands above what the tables have.
"""

import sys
from collections.abc import Iterable
from dataclasses import replace

from kg import plugins
from kg.links import _decided
from kg.model import Resolution
from kg.sssom import Mapping


def run(resolution: Resolution, decisions: Iterable[Mapping] = (), base: str = "") -> Resolution:
    """Return the resolution with the claims of every data set that is linked to, and those decided.

    Raises:
        MappingError: a decision cannot be understood or contradicts another.
    """
    found = (
        claim for module in plugins.modules(sys.modules[__name__]) for claim in module.claims(resolution)
    )
    linked = _decided.applied(found, _decided.read(decisions, base), resolution)
    return replace(resolution, claims=(*resolution.claims, *linked))
