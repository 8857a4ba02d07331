"""Link what was found to the data sets that researchers already use.

A data set is one module of this package, with its table beside it. It offers `claims(resolution)`: codes and
identifiers of resolved things as claims, each with its basis and without words.
"""

import sys
from dataclasses import replace

from kg import plugins
from kg.model import Resolution


def run(resolution: Resolution) -> Resolution:
    """Return the resolution with the claims of every data set that is linked to."""
    found = (
        claim for module in plugins.modules(sys.modules[__name__]) for claim in module.claims(resolution)
    )
    return replace(resolution, claims=(*resolution.claims, *found))
