"""The page of who met whom."""

import re

import pytest
from flask.testing import FlaskClient

PAIRS = ("Jonas Keller – Mara Voss: 1", "Ilya Renn – Jonas Keller: 1")


def titles(client: FlaskClient, days: str) -> list[str]:
    """Return what the lines of the network stand for."""
    shown = client.get(f"/network{days}").get_data(as_text=True)
    return re.findall(r"<title>([^<]*–[^<]*)</title>", shown)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ("", [PAIRS[1], PAIRS[0]]),
        ("?first=2031-03-04&last=2031-03-04", [PAIRS[1], PAIRS[0]]),
        ("?first=2031-03-05", []),
        ("?last=2031-03-03", []),
        ("?first=&last=", [PAIRS[1], PAIRS[0]]),
    ],
)
def test_those_who_met_within_the_time(client: FlaskClient, days: str, expected: list[str]) -> None:
    """Keller met Voss, and called Renn, on 4 March 2031; before and after nobody met."""
    assert titles(client, days) == expected


def test_empty_time_says_so(client: FlaskClient) -> None:
    """Where nothing is shown the page tells of which time the graph tells."""
    shown = client.get("/network?last=1990-01-01").get_data(as_text=True)

    assert "No article tells of a meeting of two within this time." in shown
    assert "from 2031-03-04 to 2031-03-04" in shown


def test_time_that_is_no_day_is_refused(client: FlaskClient) -> None:
    """The answer names the field and what was expected."""
    answer = client.get("/network?first=March", headers={"Accept": "application/json"})

    assert answer.status_code == 400
    assert answer.get_json()["detail"] == "first: expected a day as YYYY-MM-DD, found 'March'"


def test_files_keep_the_time(client: FlaskClient) -> None:
    """The picture is taken away as it is shown."""
    shown = client.get("/network?first=2031-03-04&last=2031-03-04").get_data(as_text=True)
    address = "/picture/network/10-met.csv?first=2031-03-04&amp;last=2031-03-04"
    rows = client.get(address.replace("&amp;", "&")).get_data(as_text=True).splitlines()

    assert f'href="{address}"' in shown
    assert len(rows) == 3
