"""Completion in the editor: what is offered fits the place in the query, and goes by its label."""

import pytest
from chromium import write
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

CONTENT = ".cm-tooltip-autocomplete li"


def offered(page: Page, begun: str, typed: str) -> list[str]:
    """Return what is offered below the cursor where a query is begun and something is typed."""
    page.goto("/sparql")
    write(page, begun)
    page.keyboard.type(typed, delay=20)
    page.locator(CONTENT).first.wait_for()
    return page.locator(CONTENT).all_inner_texts()


@pytest.mark.parametrize(
    ("begun", "typed", "first"),
    [
        pytest.param("SELECT * { ?x a ", "meet", "meeting\ndip:Meeting", id="a class by its label"),
        pytest.param("SELECT * { ?x a ", "dip:Stat", "state\ndip:State", id="a class by its name"),
        pytest.param(
            "SELECT * { ?x a dip:Statement ; ", "spe", "speaker\ndip:speaker", id="a property by its label"
        ),
        pytest.param(
            "SELECT * { ?x dip:participant/", "cou", "country\ndip:country", id="a step of a property path"
        ),
        pytest.param(
            "SELECT * { ?x dip:participant ", "mara v", "Mara Voss\nperson", id="a thing by two words"
        ),
        pytest.param("SELECT * { ?x dip:place ", "<place/po", "Port Alba\nplace", id="a thing by its IRI"),
        pytest.param("SELECT * { ?x dip:status ", "plan", "planned\ndip:Planned", id="a value by its label"),
        pytest.param("SELECT * { ?person a ?b . ", "?pe", "?person", id="a variable"),
        pytest.param("", "sel", "SELECT", id="a word of SPARQL"),
        pytest.param(
            "PREFIX ", "sk", "skos:\nhttp://www.w3.org/2004/02/skos/core#", id="a prefix with its namespace"
        ),
    ],
)
def test_completion(page: Page, begun: str, typed: str, first: str) -> None:
    """What is offered first fits the place in the query and goes by the name that is typed."""
    assert offered(page, begun, typed)[0] == first


def test_properties_that_fit_stand_first(page: Page) -> None:
    """Of the properties that begin alike, that of the subject's class comes before the others."""
    found = offered(page, "SELECT * { ?x a dip:Tenure . ?x ", "of")

    assert found[0] == "of\ndip:of"


def test_properties_tell_what_a_subject_is(page: Page) -> None:
    """Where no class is told, the properties told already say which others fit."""
    found = offered(page, "SELECT * { ?x dip:holder ?y ; ", "of")

    assert found[0] == "of\ndip:of"


def test_things_are_those_that_the_property_leads_to(page: Page) -> None:
    """Where a property leads to states, no place and no person is offered."""
    found = offered(page, "SELECT * { ?x dip:country ", "be")

    assert found == ["Belmark\nstate"]


def test_what_is_chosen_is_written(page: Page) -> None:
    """A term is written with its prefix, which is declared; a thing as an IRI in short."""
    offered(page, "SELECT * { ?x ", "partici")
    page.get_by_role("option", name="participant").click()
    page.keyboard.type(" keller", delay=20)
    page.get_by_role("option", name="Jonas Keller").click()
    text = page.locator(".cm-line").all_inner_texts()

    assert text == [
        "PREFIX dip: <https://w3id.org/communique/ontology#>",
        "SELECT * { ?x dip:participant <person/jonas-keller>",
    ]
