"""The rows of a result as cells of a page, and the form in which a client gets them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header

from kg.errors import NotAcceptableError
from kg.store.forms import GRAPH, RESULTS, TABLE, offered
from kg.web import results
from kg.web.addresses import Addresses
from kg.web.protocol import negotiate
from kg.web.results import Cell, Table

BASE = "https://w3id.org/communique/"
XSD = "http://www.w3.org/2001/XMLSchema#"
KINDS = st.sampled_from(["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"])
MEDIA = st.sampled_from(
    [f.media for f in RESULTS] + ["text/html", "application/json", "image/png", "text/*", "*/*"]
)


def accepts(header: str) -> MIMEAccept:
    """Return an Accept header as it is read."""
    return parse_accept_header(header, MIMEAccept)


def cell(*term: str) -> Cell:
    """Return the one cell of a page of one row."""
    page = json.dumps({"columns": ["x"], "rows": [[list(term) or None]], "more": False})
    found = results.read(page.encode(), Addresses(BASE))
    assert isinstance(found, Table)
    return found.rows[0][0]


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        pytest.param((), Cell(), id="nothing"),
        pytest.param(("literal", "Liu", f"{XSD}string"), Cell("Liu"), id="words"),
        pytest.param(("literal", "7", f"{XSD}integer"), Cell("7"), id="a number"),
        pytest.param(("literal", "2025", f"{XSD}gYear"), Cell("2025", None, "xsd:gYear"), id="a rare type"),
        pytest.param(("literal", "Pékin", "fr"), Cell("Pékin", None, "fr"), id="a language"),
        pytest.param(("iri", f"{BASE}place/baku", ""), Cell("place/baku", "/place/baku"), id="a thing"),
        pytest.param(("iri", f"{BASE}ontology#Visit", ""), Cell("dip:Visit", "/ontology#Visit"), id="a term"),
        pytest.param(("iri", f"{XSD}date", ""), Cell("xsd:date", f"{XSD}date"), id="another's term"),
        pytest.param(("iri", "javascript:alert(1)", ""), Cell("javascript:alert(1)"), id="what would be run"),
        pytest.param(("iri", "data:text/html,x", ""), Cell("data:text/html,x"), id="what would be shown"),
        pytest.param(("blank", "_:b", ""), Cell("_:b"), id="no name"),
    ],
)
def test_cell(term: tuple[str, ...], expected: Cell) -> None:
    """A term is read as short as can be, and leads where a browser may safely go."""
    assert cell(*term) == expected


def test_table() -> None:
    """Columns, rows and whether there are more come as they were told."""
    page = {"columns": ["a", "b"], "rows": [[None, ["literal", "1", "en"]], [None, None]], "more": True}
    expected = Table(("a", "b"), ((Cell(), Cell("1", None, "en")), (Cell(), Cell())), more=True)

    assert results.read(json.dumps(page).encode(), Addresses(BASE)) == expected


@pytest.mark.parametrize("truth", [True, False])
def test_truth(truth: bool) -> None:
    """An ASK has no table."""
    assert results.read(json.dumps({"boolean": truth}).encode(), Addresses(BASE)) is truth


def test_suffixes_and_media_types_are_unique() -> None:
    """No two forms share a name; what clients mean by another type is clear among tables and among graphs."""
    assert len({form.suffix for form in RESULTS}) == len(RESULTS)
    assert len({form.media for form in RESULTS}) == len(RESULTS)
    assert {form.of for form in RESULTS} == {TABLE, GRAPH}


@pytest.mark.parametrize(
    ("kind", "suffixes"),
    [("SELECT", "json xml csv tsv"), ("ASK", "json xml csv tsv"), ("CONSTRUCT", "ttl nt rdf jsonld trig")],
)
def test_offered(kind: str, suffixes: str) -> None:
    """Rows are offered as tables, triples as graphs."""
    assert [form.suffix for form in offered(kind)] == suffixes.split()


@pytest.mark.parametrize(
    ("header", "kind", "suffix"),
    [
        pytest.param("", "SELECT", "json", id="nothing asked for"),
        pytest.param("*/*", "CONSTRUCT", "ttl", id="anything"),
        pytest.param("application/json", "SELECT", "json", id="json of rows"),
        pytest.param("application/json", "CONSTRUCT", "jsonld", id="json of triples"),
        pytest.param("text/xml", "ASK", "xml", id="xml of rows"),
        pytest.param("application/xml", "DESCRIBE", "rdf", id="xml of triples"),
        pytest.param("text/plain", "CONSTRUCT", "nt", id="plain triples"),
        pytest.param("text/csv;q=0.5, text/tab-separated-values", "SELECT", "tsv", id="the better of two"),
        pytest.param("text/csv, text/html;q=0.9", "SELECT", "csv", id="rather than a page"),
        pytest.param("image/png, text/csv;q=0.1", "SELECT", "csv", id="the one that there is"),
    ],
)
def test_form_of_a_result(header: str, kind: str, suffix: str) -> None:
    """The form that the client likes best among those of such a result."""
    form = negotiate(accepts(header), None, kind)

    assert form is not None
    assert form.suffix == suffix


@given(st.lists(MEDIA, max_size=4), KINDS)
def test_form_is_one_that_was_asked_for(media: list[str], kind: str) -> None:
    """What is given was offered for such a query and asked for, or the client is told what there is."""
    header = ", ".join(media)
    try:
        form = negotiate(accepts(header), None, kind)
    except NotAcceptableError:
        assert not {"*/*", "text/html", "text/*"}.intersection(media)
        return

    assert form is None or form in offered(kind)
    assert form is not None or {"text/html", "text/*"}.intersection(media)


@pytest.mark.parametrize("form", RESULTS, ids=lambda form: form.suffix)
def test_form_by_name(form: object) -> None:
    """A form may be asked for by its suffix or its media type, whatever the client accepts."""
    kind = "SELECT" if form.of == TABLE else "CONSTRUCT"

    assert negotiate(accepts("image/png"), form.suffix, kind) == form
    assert negotiate(accepts("image/png"), form.media, kind) == form
    if any(form.suffix in other.names for other in RESULTS):
        return  # results of the other kind have a form that clients ask for by this name
    with pytest.raises(NotAcceptableError, match=f"format={form.suffix}: expected for"):
        negotiate(accepts("*/*"), form.suffix, "CONSTRUCT" if kind == "SELECT" else "SELECT")


@pytest.mark.parametrize("name", ["html", "text/html"])
def test_page_by_name(name: str) -> None:
    """A page is no form of data."""
    assert negotiate(accepts("text/csv"), name, "SELECT") is None
