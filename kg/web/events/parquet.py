"""Tables as Parquet, a group of rows at a time. Needs `pyarrow`, which the extra `parquet` installs."""

import io
from collections.abc import Iterable, Iterator
from itertools import islice

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from kg.web.events.columns import Column
from kg.web.events.units import Line

GROUP = 5_000  # rows that are held at a time: some megabytes
_TYPES = {"string": pa.string(), "date": pa.date32(), "integer": pa.int64(), "decimal": pa.float64()}


class _Pipe(io.RawIOBase):
    """Keeps what was written until it is taken."""

    def __init__(self) -> None:
        self._kept = bytearray()
        self._taken = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        before = len(self._kept)
        self._kept += memoryview(data)  # type: ignore[arg-type] # any buffer
        return len(self._kept) - before

    def tell(self) -> int:
        return self._taken + len(self._kept)

    def take(self) -> bytes:
        """Return what was written since the last time."""
        data, self._kept = bytes(self._kept), bytearray()
        self._taken += len(data)
        return data


def write(columns: tuple[Column, ...], lines: Iterable[Line]) -> Iterator[bytes]:
    """Yield a table as Parquet; each column has its meaning in its metadata."""
    schema = pa.schema([pa.field(c.name, _TYPES[c.type], metadata={"comment": c.meaning}) for c in columns])
    pipe, rest = _Pipe(), iter(lines)
    with ParquetWriter(pa.PythonFile(pipe, mode="w"), schema) as writer:
        while group := list(islice(rest, GROUP)):
            writer.write_table(pa.Table.from_pylist(group, schema=schema))
            yield pipe.take()
    yield pipe.take()
