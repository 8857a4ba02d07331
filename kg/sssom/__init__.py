"""Read and write sets of mappings as SSSOM/TSV, the form in which links between data sets are exchanged.

The standard: Simple Standard for Sharing Ontological Mappings, version 1.1, https://mapping-commons.github.io/sssom/.
A file has a head, YAML behind `#`, and a table with a row for each mapping. In the file things are CURIEs of
the prefixes that the head declares; here they are IRIs. What this package has no name for stays as it stood.
"""

from kg.sssom.reading import read
from kg.sssom.values import BUILT_IN, COMPOSITE, LEXICAL, MANUAL, Head, Mapping
from kg.sssom.writing import write

__all__ = ["BUILT_IN", "COMPOSITE", "LEXICAL", "MANUAL", "Head", "Mapping", "read", "write"]
