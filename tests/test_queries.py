"""Queries are read from files, with what their first lines say."""

from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.store import queries
from kg.store.queries import Query

TEXT = """# title: Who met whom
# One row for each meeting
# and person.
# form: table
PREFIX dip: <https://w3id.org/communique/ontology#>

# Not of the head.
SELECT ?who { ?who a dip:Person }
"""


def test_a_query(tmp_path: Path) -> None:
    """The title, the comment and the fields are told; the text is the whole file."""
    path = tmp_path / "10-who.rq"
    path.write_text(TEXT)
    query = queries.read(path)

    assert query == Query(
        "10-who", "Who met whom", "One row for each meeting and person.", TEXT, (("form", "table"),)
    )
    assert (query.field("form"), query.field("note")) == ("table", None)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"SELECT * {}", "SELECT"),
        (b"", "found ''"),
        (b"# title:\n", "# title:"),
        (b"# title: \xff", "decode"),
    ],
)
def test_a_file_without_a_title(tmp_path: Path, data: bytes, found: str) -> None:
    """A file whose first line is no title is an error that names it."""
    path = tmp_path / "bad.rq"
    path.write_bytes(data)
    with pytest.raises(QueryError, match=found) as caught:
        queries.read(path)

    assert str(path) in str(caught.value)


def test_a_folder(tmp_path: Path) -> None:
    """The queries of a folder come in the order of their names; no folder has none."""
    for name in ("20-b.rq", "10-a.rq", "notes.txt"):
        (tmp_path / name).write_text(TEXT)

    assert [query.name for query in queries.folder(tmp_path)] == ["10-a", "20-b"]
    assert queries.folder(tmp_path / "nowhere") == ()
