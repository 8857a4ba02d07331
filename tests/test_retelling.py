"""Pages re-read: as one outlet tells it, as it was known on a day, and both."""

import re
import sqlite3
from pathlib import Path

import live
import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Page
from pyoxigraph import RdfFormat, parse
from rdflib import DCTERMS, RDF

from kg import config
from kg.store import tellings
from kg.web import create_app, retelling

BASE = "https://w3id.org/communique/"
DIP = f"{BASE}ontology#"
STRAIT = "/topic/the-strait.html"
RENN = "/person/ilya-renn.html"
VISIT = "visit/2031-04-14-ilya-renn-belmark"
WIRE = "outlet=organization/northern-wire"
TELLING = re.compile(r'<section class="reading".*?</section>', re.DOTALL)


def read(client: FlaskClient, path: str) -> str:
    """Return a page."""
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def words(markup: str) -> str:
    """Return the words of markup."""
    return " ".join(re.sub(r"<[^>]*>", " ", markup).split())


def banner(client: FlaskClient, path: str) -> str:
    """Return what a page says of whose telling it is."""
    found = TELLING.search(read(client, path))
    assert found is not None
    return words(found[0])


def panels(client: FlaskClient, path: str) -> str:
    """Return the words of a page below what it says of itself."""
    return words(read(client, path).partition("</header>\n")[2].rpartition('<section class="reading"')[2])


def test_page_tells_who_tells_of_it(client: FlaskClient) -> None:
    """A form lists the outlets and groups with the number of facts; nothing is narrowed yet."""
    shown = read(client, STRAIT)
    form = words(shown[shown.index('<details class="reread') :].partition("</form>")[0])

    assert TELLING.search(shown) is None
    assert "how many of 7 facts" in form
    assert "Harbour Post 4 Ardenia Today 2 Northern Wire 2" in form
    assert "Groups of these state-run outlets 2" in form
    assert "Published on 17 Apr 2031 , 5 Mar 2031" in form


def test_page_as_one_outlet_tells_it(client: FlaskClient) -> None:
    """An outlet tells what it published, and what others have on its word; the rest is not shown."""
    path = f"{STRAIT}?{WIRE}"
    told = banner(client, path)
    shown = panels(client, path)

    assert told.startswith("As told by Northern Wire 2 of 7 facts stay")
    assert "1 fact that nobody else tells Jonas Keller: a naval base on the Strait of Sorrow" in told
    assert "Meeting of Jonas Keller and Mara Voss" in shown
    assert "Keller had promised a naval base" in shown
    assert [w for w in ("must stay open", "Declaration", "Sea routes", "Tova Lind") if w in shown] == []


def test_only_its_sentences_are_shown(client: FlaskClient) -> None:
    """Of a fact that two outlets tell, the sentence of the chosen one stands."""
    meeting = "/meeting/2031-03-04-jonas-keller-mara-voss.html"
    both, one = panels(client, meeting), panels(client, f"{meeting}?{WIRE}")

    assert "met Belmark&#39;s Prime Minister" in both
    assert "met Belmark&#39;s Prime Minister" not in one
    assert "received Mara Voss in Port Alba on 4 March" in one


@pytest.mark.parametrize("outlet", ["ownership/state-run", "/organization/northern-wire"])
def test_outlet_may_be_named_as_a_group_or_a_path(client: FlaskClient, outlet: str) -> None:
    """Those that are told to be state-run are Northern Wire alone."""
    assert "2 of 7 facts stay" in banner(client, f"{STRAIT}?outlet={outlet}")


def test_several_outlets_are_read_together(client: FlaskClient) -> None:
    """The facts of each of two outlets count once."""
    told = banner(client, f"{STRAIT}?{WIRE}&outlet=organization/ardenia-today")

    assert told.startswith("As told by Northern Wire, Ardenia Today 4 of 7 facts stay")


def test_plan_stands_as_it_stood(client: FlaskClient) -> None:
    """On 5 March the visit of April was announced; what came of it stands behind an arrow."""
    path = f"{RENN}?known=2031-03-05"
    told, shown = banner(client, path), panels(client, path)

    assert told.startswith("As known on 5 Mar 2031 2 of 3 facts stay")
    assert "announced → took place 14–16 Apr 2031 only on Mara Voss’s word" in shown
    assert "Apr 2031 Visit of Ilya Renn to Belmark" in shown
    assert "visited Belmark from 14 to 16 April" not in shown
    assert "Declaration on the strait" not in shown


def test_page_of_the_plan_itself(client: FlaskClient) -> None:
    """Below the title of the visit stands what it was, then what came of it."""
    shown = read(client, f"/{VISIT}.html?known=2031-03-05")
    head = words(shown[shown.index("<h1") : shown.index('<section class="reading"')])

    assert "Apr 2031" in head
    assert "announced → took place 14–16 Apr 2031" in head


def test_day_after_all_changes_nothing(client: FlaskClient) -> None:
    """When all was published, the values that won stand, and nothing came of them since."""
    shown = panels(client, f"{RENN}?known=2031-12-31")

    assert "→" not in shown
    assert "14–16 Apr 2031 Visit of Ilya Renn to Belmark, 14–16 April 2031 took place" in shown


def test_day_before_all_tells_nothing(client: FlaskClient) -> None:
    """A page on which nothing is left says so, and leads back."""
    told = banner(client, f"{RENN}?known=2031-03-04")

    assert told.startswith("As known on 4 Mar 2031 0 of 3 facts stay")
    assert "Back to all that is told" in told


def test_outlet_and_day_are_read_together(client: FlaskClient) -> None:
    """What an outlet had told by a day."""
    told = banner(client, f"{RENN}?{WIRE}&known=2031-03-05")

    assert told.startswith("As told by Northern Wire, and as known on 5 Mar 2031 1 of 3 facts stay")


def test_reading_is_kept_out_of_search_engines(client: FlaskClient) -> None:
    """A reading names the plain page as the one to keep; the plain page says nothing of that."""
    answer = client.get(f"{RENN}?known=2031-03-05")
    plain = client.get(RENN)

    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert f'<link rel="canonical" href="{BASE}person/ilya-renn.html">' in answer.get_data(as_text=True)
    assert '</person/ilya-renn.html>; rel="canonical"' in answer.headers.getlist("Link")
    assert "X-Robots-Tag" not in plain.headers
    assert "noindex" not in plain.get_data(as_text=True)


def test_forms_hold_the_reading(client: FlaskClient) -> None:
    """The address of the thing carries the reading on, and its RDF tells what was known."""
    moved = client.get(f"/{VISIT}?known=2031-03-05")
    data = client.get(f"/{VISIT}.ttl?known=2031-03-05").data
    status = {t.object.value for t in parse(data, RdfFormat.TURTLE) if t.predicate.value == f"{DIP}status"}

    assert moved.headers["Location"] == f"/{VISIT}.html?known=2031-03-05"
    assert f'href="/{VISIT}.ttl?known=2031-03-05"' in read(client, f"/{VISIT}.html?known=2031-03-05")
    assert status == {f"{DIP}Planned"}


def test_tellers_are_read_by_pages_alone(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """A form that tells all, and the page of one panel, say nothing of who tells of it."""
    read_for: list[str] = []
    summary = tellings.summary

    def noted(index: sqlite3.Connection, entity: str) -> tellings.Summary | None:
        read_for.append(entity)
        return summary(index, entity)

    monkeypatch.setattr(retelling, "summary", noted)

    assert [client.get(STRAIT.replace("html", form)).status_code for form in ("ttl", "bib")] == [200, 200]
    assert client.get(f"{STRAIT}?panel=events").status_code == 200
    assert read_for == []
    client.application.extensions["service"].rendered.clear()
    assert client.get(STRAIT).status_code == 200
    assert read_for == [f"{BASE}topic/the-strait"]


def test_build_without_tellings_is_asked_for_them(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build of before there were any tells the same, of the whole page and of a reading."""
    expected = [read(client, path) for path in (STRAIT, f"{STRAIT}?{WIRE}", f"{RENN}?known=2031-03-05")]
    monkeypatch.setattr(tellings, "FILE", "no-such-file.sqlite")
    client.application.extensions["service"].rendered.clear()

    assert [
        read(client, path) for path in (STRAIT, f"{STRAIT}?{WIRE}", f"{RENN}?known=2031-03-05")
    ] == expected


def test_broken_tellings_are_named(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the file, here one that is none."""
    monkeypatch.setattr(tellings, "FILE", "manifest.json")

    answer = client.get(f"{STRAIT}?{WIRE}")

    assert answer.status_code == 503
    assert "manifest.json: expected the tellings of a build" in answer.get_data(as_text=True)


def test_empty_fields_ask_for_nothing(client: FlaskClient) -> None:
    """A form that was sent as it stands shows the whole page."""
    assert TELLING.search(read(client, f"{RENN}?outlet=&known=")) is None


WRONG = {
    "no day": ("known=tomorrow", 400, "expected a day as YYYY-MM-DD, found &#39;tomorrow&#39;"),
    "no day of the calendar": ("known=2031-13-01", 400, "expected a day as YYYY-MM-DD"),
    "other digits": ("known=%D9%A2%D9%A0%D9%A3%D9%A1-03-05", 400, "expected a day as YYYY-MM-DD"),
    "unknown": ("outlet=organization/nobody", 404, "nothing in this graph is called"),
    "no outlet": ("outlet=person/mara-voss", 404, "expected who published or reported something"),
    "unknown group": ("outlet=ownership/secret", 404, "no outlet in this graph is told to be"),
    "no path": ("outlet=../../etc/passwd", 400, "expected a path such as organization/xinhua"),
    "markup": ("outlet=organization/<script>", 400, "expected a path such as organization/xinhua"),
    "too many": ("&".join(f"outlet=organization/o{n}" for n in range(21)), 400, "expected at most 20"),
}


@pytest.mark.parametrize("case", WRONG.values(), ids=WRONG)
def test_what_cannot_be_read_is_refused(client: FlaskClient, case: tuple[str, int, str]) -> None:
    """The message names what was expected and what was found, as words."""
    query, status, message = case
    answer = client.get(f"{RENN}?{query}", headers={"Accept": "text/html"})

    assert answer.status_code == status
    assert message in answer.get_data(as_text=True)
    assert "<script>" not in answer.get_data(as_text=True)


def test_article_is_one_telling(client: FlaskClient) -> None:
    """The page of an article has no such form, and is not narrowed."""
    answer = client.get("/article/harbour-post.html?known=2031-03-05")

    assert 'class="reread' not in read(client, "/article/harbour-post.html")
    assert answer.status_code == 400


@pytest.mark.browser
def test_form_is_used_with_the_keyboard(page: Page) -> None:
    """Opened, ticked and sent by keys alone, without a script."""
    page.goto(STRAIT)
    page.get_by_text("Re-read this page").focus()
    page.keyboard.press("Enter")
    page.get_by_role("checkbox", name="Northern Wire").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Re-read").press("Enter")
    page.locator("#reading").wait_for()

    assert page.locator("#reading").inner_text() == "As told by Northern Wire"
    assert page.get_by_role("checkbox", name="Northern Wire").is_checked()


def test_seeds_were_known_as_they_were_published(data: Path) -> None:
    """On 3 April 2025 the visit to China was announced; Sputnik alone tells two things that Liu said."""
    client = create_app(config.read({"KG_DATA": str(data)})).test_client()
    visit = panels(client, "/person/ilham-aliyev.html?known=2025-04-03")
    told = banner(client, "/person/liu-jianchao.html?outlet=state/russia")

    assert "announced → took place 22–23 Apr 2025 only on Liu Jianchao’s word" in visit
    assert "Apr 2025 “later in April” Visit of Ilham Aliyev to China" in visit
    assert told.startswith("As told by outlets of Russia 2 of ")
    assert "2 facts that nobody else tells" in told


def test_value_may_be_a_fact(tmp_path: Path) -> None:
    """A state whose code an article tells is re-read as others are."""
    claim = (
        f"<{BASE}claim/1> <{RDF.subject}> <{BASE}state/s> .\n"
        f"<{BASE}claim/1> <{RDF.predicate}> <{DIP}iso2> .\n"
        f"<{BASE}organization/o> <{RDF.type}> <{DIP}Organization> .\n"
        f'<{BASE}claim/1> <{RDF.object}> "SS" .\n<{BASE}claim/1> <{DIP}passage> <{BASE}passage/1> .\n'
        f"<{BASE}passage/1> <{DIP}article> <{BASE}article/a> .\n<{BASE}state/s> <{RDF.type}> <{DIP}State> .\n"
        f"<{BASE}article/a> <{DCTERMS.publisher}> <{BASE}organization/o> .\n"
    )
    live.build(tmp_path, claim)
    client = create_app(config.read({"KG_DATA": str(tmp_path)})).test_client()

    assert "1 of 1 facts stay" in banner(client, "/state/s.html?outlet=organization/o")
