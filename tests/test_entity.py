"""The things of the graph: their pages and their RDF."""

import json
import re

import pytest
from flask.testing import FlaskClient
from pyoxigraph import RdfFormat, parse

BASE = "https://w3id.org/communique/"
DIP = f"{BASE}ontology#"
FORMATS = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "rdf": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}
MEETING = "meeting/2031-03-04-jonas-keller-mara-voss"
STATEMENT = "statement/2031-03-04-jonas-keller-naval-base"
AGREEMENT = "agreement/2031-04-declaration-on-the-strait"
QUOTE = (
    "Foreign Minister Mara Voss of Ardenia met Belmark's Prime Minister Jonas Keller in Port Alba on Tuesday."
)
# One thing of each kind, and words that its page must show.
PAGES = {
    "person/mara-voss": ("Mara Voss", "Foreign Minister", "the strait must stay open to all"),
    "state/ardenia": ("007", "Gleditsch-Ward", "Belmark", "Declaration on the strait", "Ilya Renn"),
    "organization/northern-wire": ("state-run", "Told only on its word", "Reported", "Published"),
    "group/port-officials-northern-wire": ("Port officials", "a base"),
    "tenure/mara-voss-foreign-minister-ardenia": ("Foreign Minister", "minister", "attested from"),
    "place/port-alba": ("Belmark", "Old Quay", "Meeting of Jonas Keller and Mara Voss"),
    "topic/the-strait": ("Sea routes", "used by", "Strait of Sorrow", "fishing boats of both sides"),
    MEETING: ("took place", "Port Alba", "host", "Prime Minister, Belmark", "“on Tuesday”", "Said there"),
    "call/2031-03-04-ilya-renn-jonas-keller": ("took place", "Jonas Keller", "initiator"),
    "visit/2031-04-14-ilya-renn-belmark": ("14–16 Apr 2031", "Announced by", "Agreed there", "In its course"),
    "visit/2031-05-mara-voss-lindholm": ("announced", "only on Northern Wire’s word", "May 2031"),
    "expulsion/2030-belmark-ardenia": ("2030", "Ardenia", "initiator"),
    STATEMENT: ("said by", "reported by", "denied by Tova Lind", "withdrawn by", "also said by"),
    "denial/2031-03-05-tova-lind": ("denied by", "said by", "Northern Wire", "a naval base"),
    "retraction/2031-03-05-northern-wire": ("withdrawn by", "Keller had promised", "Tova Lind"),
    AGREEMENT: ("made", "12</b> points stated", "2</b> points told", "Treaty of 2019", "open a consulate"),
    "provision/declaration-consulate": ("Declaration on the strait", "Ardenia will open a consulate"),
    "article/harbour-post": ("Nora Quist", "5 Mar 2031", "https://harbour-post.example/strait"),
}


def page(client: FlaskClient, thing: str) -> str:
    """Return the page of a thing."""
    answer = client.get(f"/{thing}.html")
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def triples(client: FlaskClient, thing: str, suffix: str) -> set[tuple[str, str, str]]:
    """Return the triples of a thing's document."""
    data = client.get(f"/{thing}.{suffix}").data
    return {(str(t.subject), str(t.predicate), str(t.object)) for t in parse(data, FORMATS[suffix])}


@pytest.mark.parametrize("thing", PAGES)
def test_page_shows_what_the_graph_tells(client: FlaskClient, thing: str) -> None:
    """Each kind of thing has a page with its own panels."""
    shown = page(client, thing)

    assert [words for words in PAGES[thing] if words not in shown] == []


@pytest.mark.parametrize("thing", PAGES)
def test_page_leads_to_paths_of_this_service(client: FlaskClient, thing: str) -> None:
    """No link leads to the public name of a thing, but to its place here."""
    body = page(client, thing).partition("</head>")[2]  # the head has the canonical address
    links = re.findall(r'(?:href|src|action)="([^"]*)"', body)

    assert [link for link in links if link.startswith(BASE)] == []


def test_fact_shows_its_sentence_and_leads_to_its_place(client: FlaskClient) -> None:
    """The words, the outlet and the day stand beside the fact; the link leads to the passage in the text."""
    shown = page(client, "denial/2031-03-05-tova-lind")
    place = re.search(r'href="(/article/harbour-post\.html#(p-\d+-\d+))">Harbour Post, 5 Mar 2031', shown)

    assert "Tova Lind, denied the report to Harbour Post on Wednesday." in shown
    assert place is not None
    assert f'id="{place[2]}"' in page(client, "article/harbour-post")


def test_sentences_of_several_outlets_stand_by_one_event(client: FlaskClient) -> None:
    """An event that two articles tell shows both, one to be opened."""
    shown = page(client, "person/mara-voss")

    assert "1 more sentence<" in shown
    assert "Northern Wire, 5 Mar 2031" in shown


@pytest.mark.parametrize("suffix", FORMATS)
def test_document_holds_triples_claims_and_what_leads_to_it(client: FlaskClient, suffix: str) -> None:
    """Every form has the flat triples, the claims with their passages, and the incoming triples."""
    found = triples(client, "person/mara-voss", suffix)
    voss = f"<{BASE}person/mara-voss>"

    assert (voss, f"<{DIP}country>", f"<{BASE}state/ardenia>") in found
    assert (f"<{BASE}{MEETING}>", f"<{DIP}participant>", voss) in found
    assert [o for _, p, o in found if p == f"<{DIP}quote>"] == [f'"{QUOTE}"']


def test_forms_hold_the_same_triples(client: FlaskClient) -> None:
    """The form changes nothing of what is told."""
    first, *others = (triples(client, STATEMENT, suffix) for suffix in FORMATS)

    assert others == [first, first, first]


def test_page_holds_the_flat_triples_as_data(client: FlaskClient) -> None:
    """JSON-LD stands in the page."""
    element = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', page(client, MEETING), re.DOTALL
    )
    assert element is not None
    data = json.loads(element[1])

    assert [node["@id"] for node in data] == [f"{BASE}{MEETING}"]
    assert data[0][f"{DIP}status"] == [{"@id": f"{DIP}Occurred"}]


def test_hostile_words_stay_words(client: FlaskClient) -> None:
    """Markup in names, quotes and data is shown and never run."""
    shown = page(client, "article/northern-wire") + page(client, "call/2031-03-04-ilya-renn-jonas-keller")

    assert re.findall(r'<script(?! type="(?:application/ld\+json"|module" src="/static/))', shown) == []
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert "\\u003c/script\\u003e" in shown


def test_address_that_a_browser_would_run_is_no_link(client: FlaskClient) -> None:
    """Only addresses of the web are links."""
    shown = page(client, "article/northern-wire")

    assert "javascript:alert(1)" in shown
    assert 'href="javascript:' not in shown


@pytest.mark.parametrize("suffix", ["", ".html", ".ttl"])
def test_thing_that_was_renamed_redirects(client: FlaskClient, suffix: str) -> None:
    """A former name leads to the present one for good, each form to its like."""
    answer = client.get(f"/person/maria-voss{suffix}")

    assert answer.status_code == 301
    assert answer.headers["Location"] == f"/person/mara-voss{suffix}"


def test_thing_that_is_not_there_is_searched_for(client: FlaskClient) -> None:
    """The page of a name that nothing has offers a search for its words."""
    answer = client.get("/person/mara-vosss.html", headers={"Accept": "text/html"})

    assert answer.status_code == 404
    assert "/search?q=mara%20vosss" in answer.get_data(as_text=True)


def test_passage_shows_its_words_and_its_claims(client: FlaskClient) -> None:
    """A passage is a page: its words, and each triple that is claimed from it, leading to the claim."""
    note = re.search(r'href="(/passage/harbour-post/[\d-]+)"', page(client, "article/harbour-post"))
    assert note is not None
    shown = page(client, note[1].removeprefix("/"))
    claim = re.search(r'href="(/claim/\w+)"', shown)
    assert claim is not None
    told = page(client, claim[1].removeprefix("/"))

    assert "Foreign Minister Mara Voss of Ardenia" in shown
    assert "by-hand" in told
    assert "Foreign Minister Mara Voss of Ardenia" in told


def test_states_and_owners_of_an_outlet_are_one_line(client: FlaskClient) -> None:
    """However many articles tell them, below the name stands one line, with the sentences behind it."""
    shown = page(client, "organization/northern-wire")

    assert shown.count('<div class="dek">') == 1
    assert re.search(r'<div class="dek">(?:(?!</div>).)*state-run', shown, re.DOTALL)
