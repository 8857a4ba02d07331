"""The rows of another service become terms as SPARQL writes them, or an error that says what they are."""

import json

import pytest

from kg.errors import LimitError, RemoteError
from kg.remote.bindings import read
from kg.store.blocks import Table


def table(columns: object, *rows: object, most: int = 10) -> Table:
    """Return what is read of columns and rows."""
    told = {"head": {"vars": columns}, "results": {"bindings": rows}}
    return read(json.dumps(told).encode(), most, "x:genid/{}".format)


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ({"type": "uri", "value": "http://x.example/é"}, "<http://x.example/é>"),
        ({"type": "literal", "value": 'a "b"\n\\u0041'}, '"a \\"b\\"\\n\\\\u0041"'),
        ({"type": "literal", "value": "chat", "xml:lang": "fr"}, '"chat"@fr'),
        (
            {"type": "literal", "value": "5", "datatype": "http://www.w3.org/2001/XMLSchema#integer"},
            '"5"^^<http://www.w3.org/2001/XMLSchema#integer>',
        ),
        ({"type": "typed-literal", "value": "", "datatype": "x:y"}, '""^^<x:y>'),
        ({"type": "bnode", "value": "b0"}, "<x:genid/b0>"),
    ],
)
def test_terms(term: dict[str, str], expected: str) -> None:
    """Each kind of term is written whole; a blank node has the name that was given to it."""
    assert table(["a"], {"a": term}) == Table(("a",), ((expected,),))


def test_rows() -> None:
    """What is bound in no row is empty there; columns that are told twice stand once."""
    one, two = ({"type": "uri", "value": f"x:{n}"} for n in (1, 2))

    assert table(["b", "a", "b"], {"a": one}, {}, {"b": two, "a": one}) == Table(
        ("b", "a"), ((None, "<x:1>"), (None, None), ("<x:2>", "<x:1>"))
    )
    assert table([], {}, {}) == Table((), ((), ()))
    assert table(["a"]) == Table(("a",), ())


@pytest.mark.parametrize(
    "term",
    [
        {"type": "uri", "value": "http://x.example/> } SERVICE <x:y> {"},
        {"type": "uri", "value": "no iri"},
        {"type": "uri", "value": "relative"},
        {"type": "uri"},
        {"type": "uri", "value": 5},
        {"type": "literal", "value": "a", "xml:lang": "en } SERVICE"},
        {"type": "literal", "value": "a", "datatype": "> <"},
        {"type": "literal", "value": None},
        {"type": "triple", "value": {}},
        {"type": "UNDEF } #", "value": "a"},
        {},
        "<x:y>",
        None,
    ],
    ids=str,
)
def test_what_is_no_term(term: object) -> None:
    """A term that SPARQL cannot write is refused: nothing of the answer stands in a query unread."""
    with pytest.raises(RemoteError, match="expected rows in JSON, found something else"):
        table(["a"], {"a": term})


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<sparql/>",
        b"\xff",
        b"[]",
        b"5",
        b'{"head": {}, "boolean": true}',
        b'{"head": {"vars": ["a"]}}',
        b'{"head": {"vars": ["a"]}, "results": {"bindings": [{"a": ',
        b'{"head": {"vars": "?a"}, "results": {"bindings": []}}',
        b'{"head": {"vars": ["a } SERVICE"]}, "results": {"bindings": []}}',
        b'{"head": {"vars": [5]}, "results": {"bindings": []}}',
        b'{"head": {"vars": ["a"]}, "results": {"bindings": [[]]}}',
        b'{"head": {"vars": ["a"]}, "results": {"bindings": 5}}',
        b'{"a":' * 100_000,
    ],
    ids=lambda body: repr(body[:60]),
)
def test_what_are_no_rows(body: bytes) -> None:
    """An answer of another form is told as such, however deep it goes."""
    with pytest.raises(RemoteError, match="expected rows in JSON, found something else"):
        read(body, 10, str)


def test_too_many_rows() -> None:
    """More rows than may be are no part of them, but an error."""
    assert len(table([], {}, {}, most=2).rows) == 2
    with pytest.raises(LimitError, match="the answer has more than 2 rows") as caught:
        table([], {}, {}, {}, most=2)

    assert caught.value.members == {"limit": "rows", "value": 2}
