"""Where rows begin in a serialised result, found in its bytes: the engine writes them and does not count."""

import itertools
import re

CSV, TSV = "text/csv", "text/tab-separated-values"
_JSON, _XML = "application/sparql-results+json", "application/sparql-results+xml"

# What stands where a serialised row begins. Within JSON's strings each " stands behind a \, so that neither
# of its two is found there; a row without a single value is not counted, and weighs three bytes.
_MARKS = {
    _JSON: (b'[{"', b',{"'),
    _XML: (b"<result>",),
    CSV: (b"\n",),
    TSV: (b"\n",),
}


def end(media: str, number: int) -> bytes:
    """Return what ends a result that is cut, after so many rows, where another begins."""
    if media == _JSON:
        return b']},"truncated":{"rows":%d,"limit":"rows"}}' % number
    return b"</results></sparql>" if media == _XML else b""


class Rows:
    """Finds where rows begin, in bytes that come piece by piece.

    Attributes:
        held: bytes at the end of a piece in which a row may begin that the next piece shows.
    """

    def __init__(self, media: str) -> None:
        self._marks = _MARKS.get(media, ())
        self._is_csv = media == CSV
        self._is_lines = media in {CSV, TSV}  # a row begins behind the mark, not with it
        self._is_quoted = False
        self._tail = b""
        self._seen = b""
        # A line that has ended has a row behind it only when a byte more comes.
        self.held = 1 if self._is_lines else max(map(len, self._marks), default=1) - 1

    def found(self, data: bytes) -> int:
        """Return how many rows begin, now that these bytes have come."""
        # A mark that is cut by the end of the bytes is found with the next.
        self._seen = self._tail + (self._masked(data) if self._is_csv else data)
        self._tail = self._seen[len(self._seen) - self.held :] if self.held else b""
        end = len(self._seen) - self._is_lines
        return sum(self._seen.count(mark, 0, end) for mark in self._marks)

    def behind(self, rows: int) -> int:
        """Return where the row behind so many begins, counted back from the end of the bytes that came."""
        marks = re.finditer(b"|".join(map(re.escape, self._marks)), self._seen)
        mark = next(itertools.islice(marks, rows, None))
        return len(self._seen) - (mark.end() if self._is_lines else mark.start())

    def _masked(self, data: bytes) -> bytes:
        """Return CSV with no line break within a value, where it stands between quotes (RFC 4180)."""
        pieces = data.split(b'"')
        for number in range(not self._is_quoted, len(pieces), 2):
            pieces[number] = pieces[number].replace(b"\n", b" ")
        self._is_quoted ^= len(pieces) % 2 == 0
        return b'"'.join(pieces)
