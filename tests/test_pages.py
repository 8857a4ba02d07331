"""What every page of the service keeps, whatever it shows: headings, names, links, tables."""

import itertools
import re
from collections.abc import Callable
from functools import cache
from urllib.parse import urldefrag, urljoin, urlsplit

import html5lib
import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from werkzeug.test import TestResponse

from kg.iris import segment
from kg.vocab import classes

Browse = Callable[[str], html.HtmlElement]
MEETING = "/meeting/2031-03-04-jonas-keller-mara-voss"
# A page of each kind.
PAGES = (
    "/",
    "/about",
    "/search",
    "/search?q=voss",
    "/search?q=strait",
    "/search?q=nothingofthekind",
    "/sparql",
    "/ontology.html",
    "/void.html",
    "/catalog.html",
    "/prefixes.html",
    "/examples.html",
    "/person/",
    "/meeting/",
    "/claim/",
    "/sanction/",
    f"{MEETING}.html",
    "/person/mara-voss.html",
    "/state/ardenia.html",
    "/organization/northern-wire.html",
    "/group/port-officials-northern-wire.html",
    "/tenure/mara-voss-foreign-minister-ardenia.html",
    "/place/port-alba.html",
    "/place/old-quay.html",
    "/topic/the-strait.html",
    "/call/2031-03-04-ilya-renn-jonas-keller.html",
    "/visit/2031-04-14-ilya-renn-belmark.html",
    "/expulsion/2030-belmark-ardenia.html",
    "/statement/2031-03-04-jonas-keller-naval-base.html",
    "/denial/2031-03-05-tova-lind.html",
    "/retraction/2031-03-05-northern-wire.html",
    "/agreement/2031-04-declaration-on-the-strait.html",
    "/provision/declaration-consulate.html",
    "/article/harbour-post.html",
    "/article/northern-wire.html",
    "/article/ardenia-today.html",
)


@pytest.fixture(scope="module")
def browse(app: Flask) -> Browse:
    """Return a function from an address to the tree of its page, each page read once."""
    client = app.test_client()

    @cache
    def read(address: str) -> html.HtmlElement:
        answer = client.get(address, headers={"Accept": "text/html"}, follow_redirects=True)
        assert (address, answer.status_code) == (address, 200)
        return html.document_fromstring(answer.get_data(as_text=True))

    return read


def words(element: html.HtmlElement) -> str:
    """Return what is read of an element, its space made one."""
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("address", PAGES)
def test_page_has_a_title_and_a_language(browse: Browse, address: str) -> None:
    """A page says what it is called and in which language it is read."""
    page = browse(address)

    assert page.get("lang") == "en"
    assert words(page.find(".//title")) != ""


@pytest.mark.parametrize(
    "address", [*PAGES, "/nowhere/mara-vos.html", "/article/harbour-post.html?show=events"]
)
def test_page_is_parsed_without_an_error(client: FlaskClient, address: str) -> None:
    """A parser that is strict about the syntax of HTML, and the nesting that it wants, finds nothing."""
    answer = client.get(address, headers={"Accept": "text/html"}, follow_redirects=True)
    document = html5lib.HTMLParser(strict=True).parse(answer.get_data(as_text=True))

    assert document is not None


@pytest.mark.parametrize("address", PAGES)
def test_headings_nest(browse: Browse, address: str) -> None:
    """A page has one heading of the first level, comes to it first, and skips no level."""
    levels = [int(each.tag[1]) for each in browse(address).xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    steps = [b - a for a, b in itertools.pairwise(levels)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert max(steps, default=0) <= 1


@pytest.mark.parametrize("address", PAGES)
def test_names_within_a_page_are_unique(browse: Browse, address: str) -> None:
    """No two elements of a page share an id; each id that is referred to is there."""
    page = browse(address)
    ids = page.xpath("//@id")
    wanted = page.xpath("//@aria-labelledby|//@aria-describedby|//@aria-controls|//label/@for")

    assert sorted(ids) == sorted(set(ids))
    assert {name for each in wanted for name in each.split()} - set(ids) == set()


@pytest.mark.parametrize("address", PAGES)
def test_links_say_where_they_lead(browse: Browse, address: str) -> None:
    """No link and no button is without words or a label."""
    found = browse(address).xpath("//a[@href]|//button|//summary")
    mute = [html.tostring(each) for each in found if not (words(each) or each.get("aria-label"))]

    assert mute == []


@pytest.mark.parametrize("address", PAGES)
def test_links_lead_somewhere(browse: Browse, address: str) -> None:
    """Each link within the service leads to a page, and to a place within it that is there."""
    for link in sorted(set(browse(address).xpath("//a/@href"))):
        target, fragment = urldefrag(link)
        if urlsplit(link).scheme or re.search(r"\.(?!html)\w+(\?|$)|format=|query=", target):
            continue
        page = browse(urljoin(address, target))

        assert not fragment or (link, page.xpath("boolean(//*[@id=$name])", name=fragment)) == (link, True)


@pytest.mark.parametrize("address", PAGES)
def test_no_link_can_be_run(browse: Browse, address: str) -> None:
    """Links lead to this service or to the web, by no other scheme."""
    schemes = {urlsplit(link).scheme for link in browse(address).xpath("//@href|//@src|//@action")}

    assert schemes <= {"", "http", "https"}


@pytest.mark.parametrize("address", PAGES)
def test_tables_are_told(browse: Browse, address: str) -> None:
    """A table has a caption; each of its headings says whether it stands for a row or a column."""
    tables = browse(address).xpath("//table")

    assert [html.tostring(t)[:80] for t in tables if not t.xpath("./caption")] == []
    assert [html.tostring(h)[:80] for t in tables for h in t.xpath(".//th") if not h.get("scope")] == []


@pytest.mark.parametrize("address", PAGES)
def test_fields_are_labelled(browse: Browse, address: str) -> None:
    """Each field that is filled in has a label."""
    page = browse(address)
    labelled = set(page.xpath("//label/@for"))
    fields = page.xpath("//input[not(@type='hidden' or @type='submit')]|//textarea|//select")
    bare = [f for f in fields if f.get("id") not in labelled and not f.get("aria-label")]

    assert [html.tostring(each) for each in bare if not each.xpath("ancestor::label")] == []


@pytest.mark.parametrize("address", PAGES)
def test_lists_hold_items(browse: Browse, address: str) -> None:
    """No list is empty, no item stands outside of one, and a list of terms has both of its parts."""
    page = browse(address)

    assert page.xpath("//ul[not(li)]|//ol[not(li)]|//dl[not(.//dt) or not(.//dd)]") == []
    assert page.xpath("//li[not(parent::ul or parent::ol or parent::menu)]") == []


@pytest.mark.parametrize("address", PAGES)
def test_dates_for_machines_are_days(browse: Browse, address: str) -> None:
    """What a page gives to machines as a time is a day of ISO 8601."""
    days = browse(address).xpath("//time/@datetime")

    assert [day for day in days if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", day)] == []


@pytest.mark.parametrize("kind", [segment(kind) for kind in classes()])
def test_every_class_has_an_index(client: FlaskClient, kind: str) -> None:
    """Whatever the ontology has, its things are listed, though there be none."""
    answer = client.get(f"/{kind}/")

    assert answer.status_code == 200
    assert "<h1" in answer.get_data(as_text=True)


@pytest.mark.parametrize("address", PAGES)
def test_page_is_answered_without_a_body(client: FlaskClient, address: str) -> None:
    """HEAD tells what GET would: the same status, type and tag, and no words."""
    page = client.get(address, headers={"Accept": "text/html"})
    head = client.head(address, headers={"Accept": "text/html"})

    assert head.status_code == page.status_code
    assert head.data == b""
    assert head.headers["Content-Type"] == page.headers["Content-Type"]
    assert head.headers.get("ETag") == page.headers.get("ETag")


@pytest.mark.parametrize("address", PAGES)
def test_page_is_the_same_again(client: FlaskClient, address: str) -> None:
    """The same build gives the same page, byte for byte, but for the mark of its style sheets."""
    once, again = (client.get(address) for _ in range(2))

    assert _unmarked(once) == _unmarked(again)


def _unmarked(answer: TestResponse) -> str:
    nonce = re.search(r"'nonce-([^']+)'", answer.headers["Content-Security-Policy"])
    return answer.get_data(as_text=True).replace(nonce[1] if nonce else "\0", "")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("address", ["/", "/search", f"{MEETING}.html", "/person/", "/ontology.html"])
def test_pages_are_only_read(client: FlaskClient, method: str, address: str) -> None:
    """No page can be written to; the answer says which methods there are."""
    answer = client.open(address, method=method)

    assert answer.status_code == 405
    assert {"GET", "HEAD"} <= {each.strip() for each in answer.headers["Allow"].split(",")}


@pytest.mark.parametrize("address", ["/", f"{MEETING}.html", "/person/", "/sparql", MEETING])
def test_options_tell_the_methods(client: FlaskClient, address: str) -> None:
    """OPTIONS is answered everywhere, without a body."""
    answer = client.options(address)

    assert answer.status_code == 200
    assert answer.data == b""
    assert {"GET", "HEAD", "OPTIONS"} <= {each.strip() for each in answer.headers["Allow"].split(",")}
