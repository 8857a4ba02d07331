"""Contested claims: each in one line of time, with who said, reported, denied and withdrew it."""

import re

import pytest
from flask.testing import FlaskClient
from pyoxigraph import Literal, NamedNode

from kg.vocab import DIP
from kg.web import panels
from kg.web.addresses import Addresses
from kg.web.panels import Panel
from kg.web.values import Badge, Value

BASE = "https://w3id.org/communique/"
CLAIM = "statement/2031-03-04-jonas-keller-naval-base"
DENIED = "Belmark's ambassador to Ardenia, Tova Lind, denied the report to Harbour Post on Wednesday."
# All whose pages show the claim that Keller promised a naval base: its speaker, its reporter, who denies it,
# what it is about, and the report of it.
NEAR = (
    "person/jonas-keller",
    "organization/northern-wire",
    "person/tova-lind",
    "topic/the-strait",
    "statement/2031-03-04-northern-wire-naval-base",
)
FAR = ("person/ilya-renn", "state/ardenia", "agreement/2031-04-declaration-on-the-strait", "place/port-alba")


def strip(client: FlaskClient, path: str) -> list[tuple[str, str, str]]:
    """Return the steps of the first strip of a page: the form of the mark, the date, and who did what."""
    shown = client.get(path).get_data(as_text=True)
    found = re.search(r'<ol class="strip">(.*?)</ol>', shown, re.DOTALL)
    assert found is not None
    step = r'<li class="step (\w+)"><span class="mark"></span>\s*'
    step += r'<p class="date">(.*?)</p>\s*<p class="who">(.*?)</p>'
    steps = re.findall(step, found[1], re.DOTALL)
    return [(form, plain(date), plain(who)) for form, date, who in steps]


def plain(markup: str) -> str:
    """Return the words of markup."""
    return " ".join(re.sub(r"<[^>]*>", " ", markup).split())


def test_claim_is_told_in_one_line_of_time(client: FlaskClient) -> None:
    """What was said comes first, then who reported, withdrew and denied it, each with its day."""
    assert strip(client, "/contested") == [
        ("said", "4 Mar 2031", "said by Jonas Keller"),
        ("reported", "4 Mar 2031", "reported by Northern Wire"),
        ("withdrawn", "5 Mar 2031", "withdrawn by Northern Wire"),
        ("denied", "5 Mar 2031", "denied by Tova Lind"),
    ]


@pytest.mark.parametrize("thing", NEAR)
def test_page_of_all_who_have_part_in_it_shows_it(client: FlaskClient, thing: str) -> None:
    """The card stands on the pages of speaker, reporter, denier, topic and report, and leads to the index."""
    shown = client.get(f"/{thing}.html").get_data(as_text=True)

    assert '<h2 id="contested">Contested</h2>' in shown
    assert re.search(rf'<h3 class="case"><a href="/{CLAIM}"[^>]*>a naval base on the Strait', shown)
    assert DENIED.replace("'", "&#39;") in shown
    assert 'href="/contested"' in shown


@pytest.mark.parametrize("thing", FAR)
def test_page_of_others_does_not(client: FlaskClient, thing: str) -> None:
    """Nothing contested, no card."""
    assert 'id="contested"' not in client.get(f"/{thing}.html").get_data(as_text=True)


def test_first_page_shows_it(client: FlaskClient) -> None:
    """The first page has the latest contested claims, and leads to all."""
    shown = client.get("/").get_data(as_text=True)

    assert f'<h3 class="case"><a href="/{CLAIM}"' in shown
    assert '<a href="/contested" aria-label="All: Contested">all</a>' in shown


def test_statement_tells_its_own_way(client: FlaskClient) -> None:
    """The page of the claim has the same steps, and who said the same."""
    assert strip(client, f"/{CLAIM}.html")[0] == ("said", "4 Mar 2031", "said by Jonas Keller")
    assert strip(client, f"/{CLAIM}.html")[-1][2] == "also said by Port officials"


@pytest.mark.parametrize("thing", ["denial/2031-03-05-tova-lind", "retraction/2031-03-05-northern-wire"])
def test_denial_and_retraction_lead_back_to_what_was_said(client: FlaskClient, thing: str) -> None:
    """Both tell the whole way of the claim that they are about, also where they are about a report of it."""
    assert [form for form, _, _ in strip(client, f"/{thing}.html")] == [
        "said",
        "reported",
        "withdrawn",
        "denied",
    ]


def test_index_goes_on_from_a_key(client: FlaskClient) -> None:
    """A key before all claims finds none, and says so; the beginning is one link away."""
    shown = client.get("/contested?after=2031-01-01").get_data(as_text=True)

    assert "None from here on" in shown
    assert '<a href="/contested">From the beginning</a>' in shown


def test_panel_holds_whole_cases() -> None:
    """A bound on a strip counts claims, not their steps; a step of two claims stands in both."""
    a, b = NamedNode(f"{BASE}statement/a"), NamedNode(f"{BASE}statement/b")
    denial = NamedNode(f"{BASE}denial/d")
    rows = [
        {"case": a, "caseLabel": Literal("A"), "fact": a, "step": NamedNode(DIP.speaker)},
        {"case": a, "caseLabel": Literal("A"), "fact": denial, "step": NamedNode(DIP.denies)},
        {"case": b, "caseLabel": Literal("B"), "fact": b, "step": NamedNode(DIP.speaker)},
        {"case": b, "caseLabel": Literal("B"), "fact": denial, "step": NamedNode(DIP.denies)},
    ]
    found = panels.facts(["case", "caseLabel", "fact", "step"], rows, Addresses(BASE))
    shown = Panel("start/contested", "Contested", "strip", panels.first(found, 1))

    assert len(found) == 4
    assert [(case, len(steps)) for case, steps in shown.cases] == [(Value("A", "/statement/a"), 2)]
    assert shown.facts[1].badges == (Badge("denied by", "denied"),)
