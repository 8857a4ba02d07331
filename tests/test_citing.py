"""Short links over a running service: made of what was answered, kept for ever, compared with today."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import live
import pytest

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
ALL = "# title: Every value & thing\nSELECT ?thing ?value { ?thing <value> ?value }"
ONE = "0123456789abcdef"
TWO = "fedcba9876543210"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a folder with a build of three triples."""
    live.build(tmp_path, live.numbers(3), ONE)
    return tmp_path


@pytest.fixture
def service(data: Path) -> Iterator[live.Service]:
    """Yield the service, whose links are at most four."""
    with live.serve(data, links="4") as service:
        yield service


def make(service: live.Service, query: str = ALL, **headers: str) -> live.Sent:
    """Ask for a short link."""
    return service.send("POST", "/q", urlencode({"query": query}).encode(), FORM | headers)


def page(service: live.Service, path: str) -> str:
    """Return a page that is there."""
    status, _, body = service.send("GET", path, headers=BROWSER)
    assert status == 200
    return body.decode()


def test_link_is_made_shown_and_cited(service: live.Service) -> None:
    """A program is told the link; its page shows query, build, day, result and citation."""
    status, headers, body = make(service)
    told = json.loads(body)
    path = headers["Location"]
    shown = page(service, path)
    _, bib, entry = service.send("GET", f"{path}.bib")
    _, csl, item = service.send("GET", f"{path}.json")

    assert (status, told["build"], told["url"]) == (201, ONE, f"https://w3id.org/communique{path}")
    assert "<h1>Every value &amp; thing</h1>" in shown
    assert re.search(rf"<code>{ONE}</code>, made on <time datetime=\"\d{{4}}-\d\d-\d\d\">", shown)
    assert "It is the current build." in shown
    assert "number 2" in shown
    assert (bib["Content-Type"], csl["Content-Type"].split(";")[0]) == (
        "application/x-bibtex; charset=utf-8",
        "application/vnd.citationstyles.csl+json",
    )
    assert bib["Content-Disposition"] == f'attachment; filename="communique-{told["id"]}.bib"'
    assert r"title   = {{Every value \& thing}}" in entry.decode()
    assert json.loads(item)[0]["version"] == ONE
    assert service.send("GET", f"{path}.rq")[2].decode() == ALL + "\n"


def test_browser_is_led_to_the_page(service: live.Service) -> None:
    """A form leads to the page of the link; the same query again to the same one."""
    first, again = (make(service, query, **BROWSER) for query in (ALL, ALL.replace("\n", "\r\n")))

    assert (first[0], again[0]) == (303, 303)
    assert first[1]["Location"] == again[1]["Location"]


@pytest.mark.parametrize(
    ("query", "status", "detail"),
    [
        ("SELECT ?x {", 400, "line 1"),
        ("INSERT DATA { <a> <b> <c> }", 403, "refused"),
        ("ASK {} #" + "x" * 10_000, 422, "at most 10000 characters"),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", 403, "127.0.0.1"),
    ],
    ids=["not understood", "an update", "too long", "another service"],
)
def test_no_link_to_what_is_not_answered(
    service: live.Service, data: Path, query: str, status: int, detail: str
) -> None:
    """What the endpoint would not answer has no link, and nothing is written."""
    found, _, body = make(service, query)

    assert found == status
    assert detail in json.loads(body)["detail"]
    assert not (data / "links").exists()


def test_links_are_bounded(service: live.Service) -> None:
    """When as many are kept as may be, that is told, and those that stand still do."""
    found = [make(service, f"ASK {{ BIND({number} AS ?n) }}") for number in range(5)]

    assert [status for status, _, _ in found] == [201] * 4 + [507]
    assert "no more than 4 short links" in json.loads(found[4][2])["detail"]
    assert '<h2 id="answer">Yes</h2>' in page(service, found[0][1]["Location"])


def test_one_client_makes_so_many_a_minute(data: Path) -> None:
    """Past its rate a client is told to wait; a link that stands costs nothing."""
    with live.serve(data, links="100") as service:
        statuses = [make(service)[0]]
        while statuses[-1] == 201 and len(statuses) < 100:
            statuses.append(make(service, f"ASK {{ BIND({len(statuses)} AS ?n) }}")[0])
        again = make(service)
        status, headers, body = make(service, "ASK { }")

    # A slow machine gives the client time to make a few more.
    assert (len(statuses) > 20, statuses[-1], again[0]) == (True, 429, 201)
    assert (status, json.loads(body)["limit"]) == (429, "rate")
    assert int(headers["Retry-After"]) >= 1


def test_link_outlives_its_build(service: live.Service, data: Path) -> None:
    """A link asks its own build while that is kept, and shows what differs; then the current one answers."""
    path = make(service)[1]["Location"]
    lines = live.numbers(4).splitlines(keepends=True)
    live.build(data, "".join(lines[1:]), TWO)
    before, compared = page(service, path), page(service, f"{path}/today")
    shutil.rmtree(data / "builds" / ONE)
    after = page(service, path)

    assert f"The current build is <code>{TWO}</code>" in before
    assert "number 0" in before
    assert "1 row more, 1 row fewer, 2 rows as before." in compared
    assert re.search(
        "Only in today’s build</caption>.*number 3.*that is cited</caption>.*number 0", compared, re.S
    )
    assert "number 1" not in compared
    assert "That build is not kept here any more." in after
    assert "number 3" in after
    assert f"Asked of build <code>{ONE}</code>" in after


def test_link_whose_query_fails_today(data: Path) -> None:
    """A page is shown all the same, and says why there is no result."""
    with live.serve(data) as service:
        path = make(service)[1]["Location"]
    with live.serve(data, query_bytes="10") as service:
        shown = page(service, path)

    assert "The query was not answered" in shown
    assert "Every value &amp; thing" in shown


def test_links_that_are_not_there(service: live.Service) -> None:
    """An id that was never given is not found, in each form."""
    paths = [f"/q/{'a' * 16}{end}" for end in ("", "/today", ".bib", ".json", ".rq")]

    assert [service.send("GET", path)[0] for path in (*paths, "/q/..", "/q/%2e%2e%2fcurrent")] == [404] * 7


def test_pages_are_kept_out_of_search_engines(service: live.Service) -> None:
    """Anybody may write a query's title, so no such page is listed; what it holds is no markup."""
    path = make(service, "# title: <script>x</script>\nASK {}")[1]["Location"]
    _, headers, body = service.send("GET", path, headers=BROWSER)

    assert headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "<script>x" not in body.decode()
    assert "unsafe" not in headers["Content-Security-Policy"]


def test_secret_that_is_none(service: live.Service) -> None:
    """A secret that is none is told as such; who asks for no link is led to where links are made."""
    status, _, body = make(service, **{"X-Query-Key": "short"})
    found, headers, _ = service.send("GET", "/q")

    assert (status, json.loads(body)["detail"][:12]) == (400, "X-Query-Key:")
    assert (found, headers["Location"]) == (303, "/sparql")
