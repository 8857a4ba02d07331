"""Calendars as an independent library reads them."""

from datetime import date, timedelta
from typing import Any

import icalendar
import pytest
from flask.testing import FlaskClient

from kg.web.outward import agenda

BASE = "https://w3id.org/communique/"


@pytest.fixture
def events(client: FlaskClient) -> dict[str, Any]:
    """Return the events of a state's calendar by the names of their records."""
    answer = client.get("/state/ardenia.ics")
    assert answer.content_type == "text/calendar; charset=utf-8"
    calendar = icalendar.Calendar.from_ical(answer.data)
    assert calendar.errors == []
    return {str(event["uid"]).removeprefix(BASE): event for event in calendar.events}


def test_events_and_agreements_stand_on_their_days(events: dict[str, Any]) -> None:
    """What has a day, or lasts, stands there; sayings and what is known to a year only do not."""
    days = {
        uid: (event["dtstart"].dt, event["dtend"].dt - timedelta(days=1)) for uid, event in events.items()
    }

    assert days == {
        "meeting/2031-03-04-jonas-keller-mara-voss": (date(2031, 3, 4), date(2031, 3, 4)),
        "call/2031-03-04-ilya-renn-jonas-keller": (date(2031, 3, 4), date(2031, 3, 4)),
        "visit/2031-04-14-ilya-renn-belmark": (date(2031, 4, 14), date(2031, 4, 16)),
        "visit/2031-05-mara-voss-lindholm": (date(2031, 5, 1), date(2031, 5, 31)),
        "agreement/2031-04-declaration-on-the-strait": (date(2031, 4, 14), date(2031, 4, 16)),
    }


def test_status(events: dict[str, Any]) -> None:
    """What took place is confirmed, what is only announced is tentative."""
    assert str(events["visit/2031-04-14-ilya-renn-belmark"]["status"]) == "CONFIRMED"
    assert str(events["visit/2031-05-mara-voss-lindholm"]["status"]) == "TENTATIVE"


def test_day_that_is_not_known_blocks_no_day(events: dict[str, Any]) -> None:
    """An event within a month says that its day is not known."""
    event = events["visit/2031-05-mara-voss-lindholm"]

    assert str(event["transp"]) == "TRANSPARENT"
    assert "The day is not known" in str(event["description"])
    assert str(events["visit/2031-04-14-ilya-renn-belmark"]["transp"]) == "OPAQUE"


def test_words(events: dict[str, Any]) -> None:
    """An event tells its name, place, kind, sentence and when it was last told."""
    event = events["meeting/2031-03-04-jonas-keller-mara-voss"]

    assert str(event["summary"]) == "Meeting of Jonas Keller and Mara Voss, 4 March 2031"
    assert (str(event["location"]), event["categories"].cats) == ("Port Alba", ["meeting"])
    when, sentence, more = str(event["description"]).splitlines()
    assert (when, more) == ("Took place. 4 Mar 2031.", "1 more article tells of it.")
    assert sentence.startswith("“Foreign Minister Mara Voss of Ardenia met Belmark's Prime Minister")
    assert sentence.endswith("in Port Alba on Tuesday.” — Harbour Post, 5 Mar 2031")
    assert f"{event['dtstamp'].dt:%Y-%m-%d}" == "2031-03-05"


@pytest.mark.parametrize("line", ["a" * 75, "a" * 76, "é" * 75, "“" * 200, "😀" * 60, ""])
def test_fold(line: str) -> None:
    """No line has more than 75 bytes, no character is cut, and put together they are the line again."""
    parts = list(agenda.fold(line))

    assert all(len(part.encode()) <= 75 for part in parts)
    assert "".join([parts[0], *(part[1:] for part in parts[1:])]) == line
    assert all(part.startswith(" ") for part in parts[1:])


def test_every_line_ends_as_it_must(client: FlaskClient) -> None:
    """Lines end with CR and LF, and have at most 75 bytes."""
    data = client.get("/person/ilya-renn.ics").data

    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
