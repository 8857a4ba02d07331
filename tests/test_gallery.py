"""Pictures of the pages, as files and on the pages."""

import csv
import io
import re
from xml.etree import ElementTree as ET

import pyoxigraph
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from kg.iris import segment
from kg.store.builds import Row
from kg.vocab import classes
from kg.web import catalogue, drawn, picture
from kg.web.addresses import Addresses
from kg.web.catalogue import EVERY, Source

BASE = "https://w3id.org/communique/"
DIP = f"{BASE}ontology#"
COVERED = ["Ardenia Today,2031-04,1,1", "Harbour Post,2031-03,1,1", "Northern Wire,2031-03,1,1"]
SVG = "{http://www.w3.org/2000/svg}"
SOURCES = tuple(source for folder in catalogue.read(catalogue.PICTURES).folders.values() for source in folder)
VOSS = "/picture/actor/10-timeline.{}?entity=/person/mara-voss"


def titles(answer: TestResponse) -> set[str]:
    """Return what the shapes of a drawing stand for."""
    return {found.text or "" for found in ET.fromstring(answer.data).iterfind(f".//{SVG}path/{SVG}title")}


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_picture_has_a_form_that_there_is(source: Source) -> None:
    """Every form is drawn, and says how it is read; every folder is of a class, or of a page of its own."""
    assert source.form in drawn.FORMS
    assert (catalogue.PICTURES.parent / "templates" / "pictures" / f"{source.form}.html").is_file()
    assert source.folder in {segment(kind) for kind in classes()} | {EVERY, "network", "start"}


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_query_is_bounded_and_says_its_row(source: Source) -> None:
    """No picture grows with the graph, and each row is explained."""
    assert "LIMIT" in source.query.text
    assert "One row for" in source.query.comment


@pytest.mark.parametrize(
    "source", [s for s in SOURCES if s.query.takes("entity")], ids=lambda source: source.name
)
@pytest.mark.parametrize("name", ["person/mara-voss", "state/belmark"])
def test_query_to_run_finds_the_same(client: FlaskClient, source: Source, name: str) -> None:
    """What the query page is given for a thing finds the rows that the picture is drawn from."""
    build = client.application.extensions["service"].store.current()
    entity = pyoxigraph.NamedNode(BASE + name)
    store = pyoxigraph.Store.read_only(str(build.folder / "store"))
    found = store.query(source.query.bound("entity", entity).text, base_iri=BASE)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    names = [variable.value for variable in found.variables]
    rows: tuple[Row, ...] = tuple({name: row[name] for name in names} for row in found)

    assert rows == build.select(source.query, {"entity": entity}).rows


def test_timeline_tells_when_and_how_sure(client: FlaskClient) -> None:
    """Voss met Keller on 4 March; her visit of May is announced, on one outlet's word."""
    answer = client.get(VOSS.format("svg"))

    assert answer.mimetype == "image/svg+xml"
    assert titles(answer) == {
        "4 Mar 2031: Meeting of Jonas Keller and Mara Voss",
        "May 2031: Visit of Mara Voss to Lindholm",
    }
    planned = re.search(
        r'<g class="planned"[^>]*>\s*<a [^>]*><path d="([^"]*)"', answer.get_data(as_text=True)
    )
    assert planned is not None
    assert "a4.5" not in planned[1]


def test_links_of_a_file_lead_out_of_it(client: FlaskClient) -> None:
    """A picture that was taken away still leads to its things."""
    told = client.get(VOSS.format("svg")).get_data(as_text=True)

    assert f'href="{BASE}meeting/2031-03-04-jonas-keller-mara-voss"' in told
    assert 'href="/' not in told


def test_data_of_a_picture(client: FlaskClient) -> None:
    """The rows come as CSV, as a file with a name."""
    answer = client.get(VOSS.format("csv"))
    rows = list(csv.DictReader(io.StringIO(answer.get_data(as_text=True))))

    assert answer.mimetype == "text/csv"
    assert "timeline-mara-voss.csv" in answer.headers["Content-Disposition"]
    assert [(row["earliest"], row["status"].rpartition("#")[2], row["onlyLabel"]) for row in rows] == [
        ("2031-05-01", "Planned", "Northern Wire"),
        ("2031-03-04", "Occurred", ""),
    ]


def test_page_shows_the_picture_with_its_table(client: FlaskClient) -> None:
    """The page of an actor has the drawing, how to read it, the ways to take it, and the same in words."""
    shown = client.get("/person/mara-voss.html").get_data(as_text=True)
    figure = shown.partition('<figure class="picture"')[2].partition("</figure>")[0]

    assert "<title id=" in figure
    assert "Dashed: announced." in figure
    assert "/sparql?query=%23+title%3A+Events+over+time" in figure
    assert "announced</span>" in figure.partition("<table>")[2]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("actor/99-none.svg", "There is no picture called actor/99-none"),
        ("actor/10-timeline.svg?entity=/person/nobody", "expected something to draw"),
        ("actor/10-timeline.csv?entity=/person/a b", "Nothing in this graph is called"),
    ],
)
def test_what_is_not_there_is_told(client: FlaskClient, path: str, reason: str) -> None:
    """An unknown picture, and one without anything to draw, is not found."""
    answer = client.get(f"/picture/{path}", headers={"Accept": "application/json"})

    assert answer.status_code == 404
    assert reason in answer.get_json()["detail"]


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ("entity=person", "entity: expected a path as /state/china, found 'person'"),
        ("entity=/person/mara-voss&first=soon", "first: expected a day as YYYY-MM-DD, found 'soon'"),
    ],
)
def test_what_is_no_path_or_day_is_refused(client: FlaskClient, told: str, reason: str) -> None:
    """Also where the query of the picture does not ask for it."""
    answer = client.get(f"/picture/actor/10-timeline.csv?{told}", headers={"Accept": "application/json"})

    assert (answer.status_code, answer.get_json()["detail"]) == (400, reason)


def test_map_of_partners(client: FlaskClient) -> None:
    """One partner makes no map; of the two states the one that has a code took part in five events."""
    assert client.get("/picture/state/20-map.svg?entity=/state/ardenia").status_code == 404
    rows = client.get("/picture/start/20-map.csv").get_data(as_text=True).splitlines()

    assert rows[0] == "state,stateLabel,code,number"
    assert rows[1:] == [f"{BASE}state/ardenia,Ardenia,007,5"]


def test_calendar_tells_which_way(client: FlaskClient) -> None:
    """Renn of Ardenia went to Belmark in April; Voss is to go there, on some day of May that nobody tells."""
    out = client.get("/picture/state/40-visits.svg?entity=/state/ardenia")
    within = client.get("/picture/state/40-visits.svg?entity=/state/belmark")

    assert titles(out) == {
        "14–16 Apr 2031: → Visit of Ilya Renn to Belmark",
        "May 2031: → Visit of Mara Voss to Lindholm",
    }
    assert titles(within) == {
        "14–16 Apr 2031: ← Visit of Ilya Renn to Belmark",
        "May 2031: ← Visit of Mara Voss to Lindholm",
    }


def test_few_events_are_no_bars(client: FlaskClient) -> None:
    """As long as a timeline names each event, months tell nothing more."""
    assert client.get("/picture/state/08-months.svg?entity=/state/ardenia").status_code == 404
    rows = (
        client.get("/picture/state/08-months.csv?entity=/state/ardenia").get_data(as_text=True).splitlines()
    )

    assert [row.partition(",")[2].replace(DIP, "") for row in rows[1:]] == [
        "2031-05,Planned,1",
        "2031-04,Occurred,1",
        "2031-03,Occurred,2",
        "2030-01,Occurred,1",
    ]


def test_timeline_of_a_topic(client: FlaskClient) -> None:
    """The meeting and the declaration about the strait are drawn; what was said of it is not."""
    assert titles(client.get("/picture/topic/10-timeline.svg?entity=/topic/the-strait")) == {
        "4 Mar 2031: Meeting of Jonas Keller and Mara Voss",
        "14–16 Apr 2031: Declaration on the strait",
    }


def test_coverage_of_outlets(client: FlaskClient) -> None:
    """Each outlet published one article, the last one in April; all tell of an event."""
    rows = client.get("/picture/start/30-coverage.csv").get_data(as_text=True).splitlines()

    assert [row.partition(",")[2] for row in rows[1:]] == COVERED


def test_coverage_tells_what_was_read_in_vain() -> None:
    """Of three articles two tell of an event: the third stands on them, outlined."""
    words = {"month": "2031-03", "number": "3", "telling": "2"}
    row: Row = {name: pyoxigraph.Literal(word) for name, word in words.items()}
    drawing = drawn.coverage([row], Addresses(BASE))
    assert drawing is not None

    assert [(mark.ink, mark.title) for mark in drawing.marks if mark.title] == [
        ("amount", "Mar 2031: 2 that tell of an event"),
        ("untold", "Mar 2031: 1 without"),
    ]


def test_many_events_are_bars_of_months() -> None:
    """Above what a timeline names, each month is a bar, what took place lowest."""
    row = {"month": pyoxigraph.Literal("2031-03"), "number": pyoxigraph.Literal(30)}
    rows: list[Row] = [row | {"status": pyoxigraph.NamedNode(DIP + word)} for word in ("Planned", "Occurred")]
    drawing = drawn.months(rows, Addresses(BASE))
    assert drawing is not None

    assert [(mark.ink, mark.title) for mark in drawing.marks if mark.title] == [
        ("occurred", "Mar 2031: 30 took place"),
        ("planned", "Mar 2031: 30 announced"),
    ]


@pytest.mark.parametrize("path", ["/static/world.svg", VOSS.format("svg")])
def test_drawings_are_sent_compressed(client: FlaskClient, path: str) -> None:
    """They are text: the base of maps, which many pages share, is less than half as long so."""
    plain, short = (client.get(path, headers={"Accept-Encoding": coding}) for coding in ("identity", "gzip"))

    assert short.headers["Content-Encoding"] == "gzip"
    assert len(short.data) < len(plain.data) / 2


@pytest.mark.parametrize("thing", ["person/mara-voss", "state/ardenia", "topic/the-strait", "dyad/ARD/BLM"])
def test_picture_from_a_list_is_that_of_its_query(client: FlaskClient, thing: str) -> None:
    """What the build has picked draws the same as the query asked whole."""
    graph = client.application.extensions["service"].graph()
    entity = pyoxigraph.NamedNode(f"{BASE}{thing}")
    for source in (s for s in SOURCES if "?entity" in s.query.text):
        whole = graph.build.select(source.query, {"entity": entity})

        assert graph.picture(source, entity=entity) == picture.read(
            source, whole, graph.addresses, {"entity": entity}
        )


def test_table_is_bounded(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its first rows stand on the page; the file has all, and the picture is drawn from all."""
    whole = client.get("/person/mara-voss.html").get_data(as_text=True)
    monkeypatch.setattr(picture, "ROWS", 1)
    client.application.extensions["service"].rendered.clear()
    cut = client.get("/person/mara-voss.html").get_data(as_text=True)
    client.application.extensions["service"].rendered.clear()

    assert "of 2 rows" not in whole
    assert re.search(r'The first 1 of \d+ rows\. <a href="/picture/actor/10-timeline.csv\?entity=', cut)
    assert whole.count("<path") == cut.count("<path")
