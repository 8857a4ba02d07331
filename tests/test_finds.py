"""What was found in an article's passages, by the groups that its page can be filtered by."""

import pytest
from rdflib import URIRef

from kg.vocab import DIP, classes
from kg.web.finds import SHOWN, Found, Note, group
from kg.web.values import Value


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (DIP.Meeting, "events"),
        (DIP.Retraction, "events"),
        (DIP.Statement, "statements"),
        (DIP.Denial, "statements"),
        (DIP.Agreement, "agreements"),
        (DIP.Provision, "agreements"),
        (DIP.Tenure, "offices"),
        (DIP.State, "names"),
        (DIP.Topic, "names"),
        (DIP.Article, "names"),
    ],
)
def test_class_has_a_group(kind: URIRef, expected: str) -> None:
    """Classes below one that is named stand in its group."""
    assert group(kind) == expected


def test_every_class_has_a_group_that_is_shown() -> None:
    """Nothing that may be found is without a filter."""
    assert {group(kind) for kind in classes()} == set(SHOWN)


def test_note_tells_records_and_names_apart() -> None:
    """Names stand in one line after the rest."""
    met = Found("meeting", "events", Value("Meeting"), ())
    voss = Found("person", "names", Value("Mara Voss"), ())
    note = Note(1, "p-0-9", "/passage/a/0-9", (voss, met))

    assert (note.records, note.named) == ((met,), (Value("Mara Voss"),))
    assert note.groups == {"events", "names"}
