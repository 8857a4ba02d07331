"""Comparing our records of two states with what was imported: as a page, as CSV, and by a command."""

import csv
import io
from pathlib import Path

import beside
import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from kg import config
from kg.cli import main
from kg.web import create_app
from kg.web.comparison import gathering, views, words


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with a build of ours, and two data sets beside it."""
    return beside.make(tmp_path_factory.mktemp("compared"))


@pytest.fixture(scope="module")
def client(data: Path) -> FlaskClient:
    """Return a client of the service on it."""
    return create_app(config.read({"KG_DATA": str(data)})).test_client()


def table(text: str) -> list[dict[str, str]]:
    """Return the rows of a table."""
    return list(csv.DictReader(io.StringIO(text)))


def told(rows: list[dict[str, str]]) -> list[tuple[str, ...]]:
    """Return who has what, and why, of each row."""
    return [(row["Found"], row["Event Text"], row["Their Code"], row["Reasons"]) for row in rows]


def test_csv(client: FlaskClient) -> None:
    """Each event of ours and of theirs stands there with the reasons; several may be one of ours."""
    answer = client.get("/compare/AZE/CHN.csv?with=gdelt&days=1")
    rows = table(answer.text)

    none = "no article of ours was published on that day or soon after (days: 1)"
    visit = "rests on the same article; 2 of their events for this one; "
    visit += "our articles tell of people of one side only"
    assert told(rows) == [
        ("both", "Visit <b>of</b> Aliyev", "CAMEO:042", f"same kind, within our days; {visit} (AZE)"),
        ("both", "Visit <b>of</b> Aliyev", "CAMEO:043", f"same kind, within our days; {visit} (AZE)"),
        (
            "theirs",
            "",
            "CAMEO:190",
            "a kind that we do not look for (CAMEO:19); we have other kinds on these days: visit",
        ),
        (
            "theirs",
            "",
            "CAMEO:046",
            f"{none}; the nearest of this kind is further away (days: 38)",
        ),
    ]
    assert [row["Their Events"] for row in rows] == ["2", "2", "1", "1"]
    assert [row["Days Apart"] for row in rows] == ["0", "1", "", ""]
    assert rows[1]["Their URL"] == "https://other.example/1"
    assert answer.headers["Content-Disposition"].endswith('-compare-AZE-CHN.csv"')


def test_time_bounds_both(client: FlaskClient) -> None:
    """Only what lies within the time is compared; what was planned is told to be that."""
    rows = table(client.get("/compare/AZE/CHN.csv?with=gdelt&from=2025-08-01&to=2025-12-31").text)

    assert told(rows) == [
        ("ours", "Meeting planned", "", "what was imported has no such days (2025-04-23 to 2025-06-01)")
    ]


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ("from=2025-04-25&to=2025-04-25", [("both", "2"), ("theirs", "3")]),
        ("from=2025-04-20&to=2025-04-22", [("both", "1")]),
        ("from=2025-04-26&to=2025-04-26", []),
        (
            "from=0001-01-01&to=9999-12-31",
            [("both", "1"), ("both", "2"), ("ours", ""), ("theirs", "3"), ("theirs", "4")],
        ),
    ],
)
def test_ends_of_the_time(client: FlaskClient, ends: str, expected: list[tuple[str, str]]) -> None:
    """What lies within the time is matched with what lies just beyond; else nothing beyond is told."""
    answer = client.get(f"/compare/AZE/CHN.csv?with=gdelt&days=1&{ends}")
    found = [(row["Found"], row["Their Event ID"].rpartition("#")[2]) for row in table(answer.text)]

    assert found == expected


def test_state_without_a_code_of_iso(client: FlaskClient) -> None:
    """Kosovo, which has none, is a side as other states are."""
    [row] = table(client.get("/compare/ALB/XKX.csv?with=gdelt").text)

    assert (row["Found"], row["Reasons"]) == ("both", "same kind and day; they have the other side acting")


def test_other_codes(client: FlaskClient) -> None:
    """POLECAT is compared by the event types of PLOVER, which our records have too."""
    [row] = table(client.get("/compare/AZE/CHN.csv?with=polecat").text)

    assert (row["Found"], row["Their Code"], row["Days Apart"]) == ("both", "PLOVER:CONSULT", "0")
    assert (row["Their Source"], row["Their Target"], row["Their Source Name"]) == ("AZE", "CHN", "<i>A</i>")


def test_page(client: FlaskClient) -> None:
    """The page counts, tells each with its reasons, leads to ours and to their articles, and to the CSV."""
    shown = client.get("/compare/AZE/CHN?days=1").text

    assert "Azerbaijan and China" in shown
    assert (
        'href="/compare/AZE/CHN.csv?with=gdelt%2Cpolecat&amp;from=2025-04-23&amp;to=2025-06-01&amp;days=1"'
        in shown
    )
    for title in ("Both have it", "They have it, we have not"):
        assert f"GDELT 2.0 Event Database: {title}" in shown
    assert '<a href="/visit" dir="auto">Visit &lt;b&gt;of&lt;/b&gt; Aliyev</a>' in shown
    assert 'href="https://other.example/3"' in shown
    assert 'href="/dyad/AZE/CHN"' in shown
    assert "&lt;i&gt;A&lt;/i&gt;" in shown
    assert "Records of ours without a day, left out: 1." in shown


def test_page_of_the_dyad_leads_there(client: FlaskClient) -> None:
    """It says how many events each data set has between the two states."""
    shown = client.get("/dyad/AZE/CHN.html").text

    assert '<a href="/compare/AZE/CHN" dir="auto">GDELT</a>' in shown
    assert '<a href="/compare/AZE/CHN" dir="auto">POLECAT</a>' in shown


@pytest.mark.parametrize(
    ("path", "leads"),
    [
        ("/compare/CHN/AZE?days=1", "/compare/AZE/CHN?days=1"),
        ("/compare/chn/aze.csv", "/compare/AZE/CHN.csv"),
        ("/compare?one=chn&other=AZE", "/compare/AZE/CHN"),
    ],
)
def test_other_orders_lead_there(client: FlaskClient, path: str, leads: str) -> None:
    """States are told in any order, and in small letters too."""
    assert client.get(path).headers["Location"] == leads


@pytest.mark.parametrize(
    ("path", "status", "detail"),
    [
        ("/compare/AZE/AZE", 404, "AZE/AZE: expected two states, found one twice"),
        ("/compare/AZE/<b>", 404, "<b>: expected a code of ISO 3166-1 alpha-3, such as AZE"),
        (
            "/compare/AZE/CHN?with=acled",
            404,
            "with: expected data sets that were imported (gdelt, polecat), found 'acled'",
        ),
        ("/compare/AZE/CHN?days=99", 400, "days: expected a number from 0 to 31, found '99'"),
        ("/compare/AZE/CHN?days=-1", 400, "days: expected a number from 0 to 31, found '-1'"),
        ("/compare/AZE/CHN?from=May", 400, "from: expected a day as YYYY-MM-DD, found 'May'"),
        (
            "/compare/AZE/CHN?from=2025-05-02&to=2025-05-01",
            400,
            "from: expected a day before 2025-05-01, found",
        ),
    ],
)
def test_what_is_not_understood(client: FlaskClient, path: str, status: int, detail: str) -> None:
    """What is wrong is named, with what was expected."""
    answer = client.get(path, headers={"Accept": "application/json"})

    assert answer.status_code == status
    assert answer.get_json()["detail"].startswith(detail)


def test_states_of_which_nothing_is_told(client: FlaskClient) -> None:
    """Two states of which we have nothing have what they have; ours that are none have nothing."""
    rows = table(client.get("/compare/CHN/USA.csv").text)

    assert [row["Found"] for row in rows] == ["theirs"]
    assert client.get("/compare/QQQ/ZZZ").status_code == 200


def test_several_data_sets(client: FlaskClient) -> None:
    """A form tells each; commas do as well."""
    both = client.get("/compare/AZE/CHN.csv?with=gdelt,polecat").text

    assert client.get("/compare/AZE/CHN.csv?with=gdelt&with=polecat").text == both
    assert {row["Data Set"] for row in table(both)} == {"gdelt", "polecat"}


def test_nothing_was_imported(app_client: FlaskClient) -> None:
    """The pages say so, and how to; the CSV, which would be empty, is not there."""
    for path in ("/compare", "/compare/ARD/BLM"):
        shown = app_client.get(path)

        assert shown.status_code == 200
        assert "kg compare import" in shown.text
    answer = app_client.get("/compare/ARD/BLM.csv", headers={"Accept": "application/json"})

    assert answer.status_code == 404
    assert "kg compare import" in answer.get_json()["detail"]


@pytest.fixture
def app_client(request: pytest.FixtureRequest) -> FlaskClient:
    """Return a client of the service on a graph with nothing beside it."""
    client: FlaskClient = request.getfixturevalue("app").test_client()
    return client


def test_too_many(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """More events than can be compared are no part of them: a shorter time is asked for."""
    monkeypatch.setattr(gathering, "MOST", 3)
    answer = client.get("/compare/AZE/CHN", headers={"Accept": "application/json"})

    assert answer.status_code == 422
    assert "more than 3 events between AZE and CHN: choose a shorter time" in answer.get_json()["detail"]


def test_command(data: Path) -> None:
    """`kg compare AZE CHN` writes the same table."""
    words = ["compare", "CHN", "AZE", "--with", "gdelt", "--days", "1", "--data", str(data)]
    done = CliRunner().invoke(main, words)
    client = create_app(config.read({"KG_DATA": str(data)})).test_client()

    assert done.output == client.get("/compare/AZE/CHN.csv?with=gdelt&days=1").text.replace("\r\n", "\n")


def test_command_tells_what_is_wrong(data: Path) -> None:
    """A data set that was not imported is named, in one line."""
    done = CliRunner().invoke(main, ["compare", "CHN", "AZE", "--with", "acled", "--data", str(data)])

    assert done.exit_code == 1
    assert done.output.startswith("Error: with: expected data sets that were imported (gdelt, polecat)")


def test_kinds_that_are_looked_for() -> None:
    """Meetings, visits and agreements are looked for in articles; fights and protests are not."""
    covered = gathering.covered()

    assert covered >= {"CAMEO:04", "CAMEO:05", "CAMEO:07", "CAMEO:16", "PLOVER:CONSULT", "PLOVER:AID"}
    assert covered.isdisjoint(
        {"CAMEO:14", "CAMEO:18", "CAMEO:19", "CAMEO:20", "PLOVER:ASSAULT", "PLOVER:PROTEST"}
    )


def test_every_place_is_given_free(client: FlaskClient) -> None:
    """Comparisons that failed, and those that ended, make place for the next."""
    for _ in range(views.AT_ONCE + 1):
        client.get("/compare/AZE/CHN")

    assert client.get("/compare/AZE/CHN").status_code == 200


def test_reasons_have_words() -> None:
    """Each reason is told in words that fill in what it holds."""
    assert all(text == text.strip() for text in words.REASONS.values())
