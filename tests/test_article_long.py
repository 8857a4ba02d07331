"""A long article is shown in parts, and a passage is found in its own."""

import live
import pytest
from flask.testing import FlaskClient

from kg import config
from kg.store import articles
from kg.web import create_app

DIP = f"{live.BASE}ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
LINE = f"{'x' * 99}\n"
TEXT = LINE * 900 + "They met.\n" + LINE * 1000  # 190,010 code points; the sentence begins at 90,000
GRAPH = f"""\
<{live.BASE}article/a> <{RDF}type> <{DIP}Article> .
<{live.BASE}article/a> <{DIP}file> "a.txt" .
<{live.BASE}meeting/m> <{RDF}type> <{DIP}Meeting> .
<{live.BASE}meeting/m> <http://www.w3.org/2000/01/rdf-schema#label> "Meeting" .
<{live.BASE}claim/c> <{RDF}subject> <{live.BASE}meeting/m> .
<{live.BASE}claim/c> <{DIP}passage> <{live.BASE}passage/a/90000-90009> .
<{live.BASE}passage/a/90000-90009> <{DIP}article> <{live.BASE}article/a> .
<{live.BASE}passage/a/90000-90009> <{DIP}start> "90000"^^<{INTEGER}> .
<{live.BASE}passage/a/90000-90009> <{DIP}end> "90009"^^<{INTEGER}> .
"""


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """Return a client of a service with one long article."""
    data = tmp_path_factory.mktemp("long")
    articles.keep(live.build(data, GRAPH), "a.txt", TEXT)
    return create_app(config.read({"KG_DATA": str(data)})).test_client()


def test_first_part_leads_to_the_next(long: FlaskClient) -> None:
    """It has none of the later passages, and says how many parts there are."""
    shown = long.get("/article/a.html").get_data(as_text=True)

    assert "part 1 of 5" in shown
    assert '<a rel="next" href="?at=40100#text">Part 2</a>' in shown
    assert 'rel="prev"' not in shown
    assert "They met." not in shown


def test_passage_is_found_in_its_part(long: FlaskClient) -> None:
    """The address that a citation bears leads to the part in which the passage is marked and noted."""
    shown = long.get("/article/a.html?at=90000").get_data(as_text=True)

    assert "part 3 of 5" in shown
    assert '<mark id="p-90000-90009" class="events" data-of="1">They met.' in shown
    assert "Meeting" in shown
    assert '<a rel="prev" href="?at=40100#text">Part 2</a>' in shown


@pytest.mark.parametrize("at", ["", "0", "40099", "90000", "190009", "999999999", "x", "-1"])
def test_no_part_is_without_bound(long: FlaskClient, at: str) -> None:
    """Whatever is asked for, a page holds at most 50,000 code points of the text."""
    answer = long.get(f"/article/a.html?at={at}")

    assert answer.status_code == 200
    assert 20_000 < answer.get_data(as_text=True).count("x") < 51_000
