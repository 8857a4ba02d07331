"""Queries kept in `.rq` files, with what their comments say of them."""

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError

_TITLE = re.compile(r"# title: (\S.*)")
_FIELD = re.compile(r"# ([a-z]+): (\S.*)")


@dataclass(frozen=True, slots=True)
class Query:
    """One query.

    Attributes:
        name: file name without its ending.
        title: what it is called, from its first line.
        comment: what one row is: the comment lines at its head that are no field.
        text: the whole file, comments included; it holds its own prefixes, so that any engine runs it.
        fields: other `# name: value` lines at its head, in their order.
    """

    name: str
    title: str
    comment: str
    text: str
    fields: tuple[tuple[str, str], ...] = ()

    def field(self, name: str) -> str | None:
        """Return what the head says under a name; None where it says nothing."""
        return next((value for key, value in self.fields if key == name), None)

    def takes(self, name: str) -> bool:
        """Say whether a name is a parameter: one that the query projects."""
        return _selecting(name).search(self.text) is not None

    def bound(self, name: str, *terms: NamedNode | Literal) -> "Query":
        """Return the query with a term, or one of several, in the place of a parameter, to run as it stands.

        As where the store binds it, that is done in every SELECT that projects the parameter.
        """
        line = f"VALUES ?{name} {{ {' '.join(map(str, terms))} }}"
        return replace(self, text=_selecting(name).sub(lambda at: f"{at[0]}\n{at[1]}  {line}", self.text))


def read(path: Path) -> Query:
    """Return the query of a file.

    Raises:
        QueryError: the file cannot be read, or its first line is not a title.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: expected a query in UTF-8, found: {error}") from error
    head = text.splitlines()
    title = _TITLE.fullmatch(head[0]) if head else None
    if title is None:
        raise QueryError(f"{path}: expected '# title: …' in line 1, found {(head or [''])[0]!r}")
    comments = _head(head[1:])
    fields = tuple(m.groups() for line in comments if (m := _FIELD.fullmatch(line)))
    prose = " ".join(line.removeprefix("#").strip() for line in comments if not _FIELD.fullmatch(line))
    return Query(path.stem, title[1], prose.strip(), text, tuple((m[0], m[1]) for m in fields))


def folder(path: Path) -> tuple[Query, ...]:
    """Return the queries of a folder, sorted by file name; none where there is no such folder."""
    return tuple(read(each) for each in sorted(path.glob("*.rq")))


@cache
def _selecting(name: str) -> re.Pattern[str]:
    """Return where the body of a SELECT begins that projects a variable."""
    return re.compile(rf"^( *)SELECT\b(?=[^{{}}]*\?{name}\b)[^{{}}]*\{{", re.MULTILINE)


def _head(lines: list[str]) -> list[str]:
    end = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return lines[:end]
