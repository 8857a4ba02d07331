"""The page on which a table is matched: read, decided, taken away, and kept nowhere."""

import csv
import html
import io
import logging
import re
from pathlib import Path

import live
import pytest
import sssom_pydantic
import strait
from flask.testing import FlaskClient
from rdflib import RDFS, Graph
from werkzeug.test import TestResponse

from kg import config, sssom
from kg.vocab import DIP
from kg.web import create_app

NAMES = "who,country,note\nMara Voss,Ardenia,=1+1\nJonas Keller,BLM,\nZzzz Qqqq,,\nMara Voss,Ardenia,again\n"
BODY = "multipart/form-data; boundary=b"
ROLES = {"name": "0", "state": "1", "head": "yes"}
VOSS, KELLER = "person/mara-voss", "person/jonas-keller"


def send(client: FlaskClient, path: str = "/crosswalk", **fields: object) -> TestResponse:
    """Return the answer to a form, as a browser asks for a page."""
    return client.post(path, data=fields, headers={"Accept": "text/html"}, content_type="multipart/form-data")


def upload(client: FlaskClient, data: bytes) -> TestResponse:
    """Return the answer to a file."""
    return client.post("/crosswalk", data=body_of(data), headers={"Accept": "text/html"}, content_type=BODY)


def body_of(data: bytes) -> bytes:
    """Return a form with a file, as a browser writes it."""
    head = 'Content-Disposition: form-data; name="file"; filename="names.csv"'
    return f"--b\r\n{head}\r\n\r\n".encode() + data + b"\r\n--b--\r\n"


def shown(answer: TestResponse) -> str:
    """Return the words of a page."""
    return html.unescape(answer.get_data(as_text=True))


def table_of(answer: TestResponse) -> list[list[str]]:
    """Return a table that is taken away."""
    assert answer.status_code == 200
    return list(csv.reader(io.StringIO(answer.get_data(as_text=True), newline="")))


def test_column_of_names_is_matched(client: FlaskClient) -> None:
    """Pasted names, one a line and with commas in them, have their candidates with reasons."""
    told = shown(send(client, pasted="Voss, Mara\nЖжжж\n<b>Keller</b>\n"))

    assert f'value="{VOSS}" checked' in told
    assert "Voss, Mara is Mara Voss there" in told
    assert "Nobody here goes by such a name." in told
    assert "&lt;b&gt;Keller" in send(client, pasted="<b>Keller</b>").get_data(as_text=True)


def test_columns_are_chosen_first(client: FlaskClient) -> None:
    """A table of several columns asks which is what, and guesses by their names."""
    told = shown(upload(client, NAMES.encode()))

    assert "Which column is what?" in told
    assert 'type="radio"' not in told
    assert re.findall(r'<option value="(\d)" selected>', told) == ["0", "1"]


def test_rows_that_tell_the_same_are_decided_once(client: FlaskClient) -> None:
    """Two rows of one person of one state are one question."""
    told = shown(send(client, table=NAMES, **ROLES))

    assert told.count("<legend") - 1 == 3  # and that of the columns
    assert "2 rows" in told
    assert "2 of 3 names have a candidate" in told


def test_table_is_taken_away(client: FlaskClient) -> None:
    """Each row has the thing that was chosen, its codes, and how it was decided; no cell is a formula."""
    answer = send(
        client,
        "/crosswalk/table.csv",
        table=NAMES,
        **ROLES,
        d0=VOSS,
        o0=f"*{VOSS}",
        d1=VOSS,
        o1=f"*{KELLER}",
        d2="none",
        o2="",
    )
    head, first, second, third, fourth = table_of(answer)
    added = dict(zip(head, first, strict=True))

    assert head[:5] == ["who", "country", "note", "communique_iri", "communique_label"]
    assert first[:3] == ["Mara Voss", "Ardenia", "'=1+1"]
    assert added["communique_iri"] == f"{live.BASE}{VOSS}"
    assert (added["communique_type"], added["communique_state"]) == ("Person", "ARD")
    assert added["communique_decision"] == "proposed"
    assert dict(zip(head, second, strict=True))["communique_decision"] == "chosen"
    assert dict(zip(head, third, strict=True))["communique_decision"] == "none of the candidates"
    assert fourth[3:] == first[3:]
    assert "attachment" in answer.headers["Content-Disposition"]


def test_codes_of_states(client: FlaskClient) -> None:
    """A state comes with the codes of all data sets that the graph knows."""
    fields = {"table": "Ardenia\n", "name": "0", "head": "no", "d0": "state/ardenia", "o0": "*state/ardenia"}
    head, row = table_of(send(client, "/crosswalk/table.csv", **fields))
    found = {name.removeprefix("communique_"): cell for name, cell in zip(head, row, strict=True)}

    assert [found[each] for each in ("iso2", "iso3", "m49", "cow", "gw", "wikidata")] == [
        *("AD", "ARD", "007", "042", "043", "Q999001")
    ]


GERMANY = f"""
<{live.BASE}state/germany> a dip:State ; rdfs:label "Germany" ; dip:country <{live.BASE}state/germany> ;
  dip:iso3 "DEU" ; dip:cow "255" ; dip:gw "260" ; dip:m49 "276" .
"""


def test_codes_of_a_day(tmp_path: Path) -> None:
    """A row has the codes of its date, or of the end of its month or year; without one those of today."""
    days = ("1985-06-01", "1990-10-02", "1990-10", "1989", "1989-12-31T10:00", "", "last May", "1985-02-31")
    prefixes = f"@prefix dip: <{DIP}> . @prefix rdfs: <{RDFS}> ."
    told = Graph().parse(data=prefixes + GERMANY, format="turtle").serialize(format="nt")
    live.build(tmp_path, told, is_described=True)
    table = "who,date,note\n" + "".join(f"Germany,{day},x\n" for day in days)
    decided = {f"{each}{number}": "state/germany" for each in "do" for number in range(len(days))}
    client = create_app(config.read({"KG_DATA": str(tmp_path)})).test_client()
    fields = {"table": table, "name": "0", "date": "1", "head": "yes", **decided}
    head, *rows = table_of(send(client, "/crosswalk/table.csv", **fields))
    codes = [head.index(f"communique_{name}") for name in ("cow", "gw", "m49", "iso3")]
    then, today = ["260", "260", "280", "DEU"], ["255", "260", "276", "DEU"]

    assert [[row[n] for n in codes] for row in rows] == [then, then, today, then, then, today, today, today]
    assert "Numbers of a state are those of the row’s date" in shown(send(client, **fields))


def test_decisions_are_taken_away(client: FlaskClient) -> None:
    """Decisions are SSSOM: taken as proposed, chosen by hand, or rejected; open ones are left out."""
    fields = {
        **ROLES,
        "d0": VOSS,
        "o0": f"*{VOSS}",
        "d1": "none",
        "o1": f"*{KELLER} {VOSS}",
        "d2": "",
        "o2": "",
    }
    answer = send(client, "/crosswalk/decisions.sssom.tsv", table=NAMES, **fields)
    text = answer.get_data(as_text=True)
    head, found = sssom.read(text)
    others, _, _ = sssom_pydantic.read(io.StringIO(text))

    assert [(m.subject[-2:], m.object.removeprefix(live.BASE), m.is_rejected) for m in found] == [
        ("=1", VOSS, False),
        ("=2", KELLER, True),
        ("=2", VOSS, True),
        ("=4", VOSS, False),
    ]
    assert [m.justification for m in found] == [sssom.LEXICAL, sssom.MANUAL, sssom.MANUAL, sssom.LEXICAL]
    assert found[0].rules == ("name: the same name, Mara Voss", "state: both of ARD")
    assert head.licence.endswith("unspecified")
    assert len(others) == len(found)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param("name\nMära Vöss\n".encode("utf-16"), "Mära Vöss", id="UTF-16 with its mark"),
        pytest.param("name\nMära Vöss\n".encode("utf-8-sig"), "Mära Vöss", id="UTF-8 with a mark"),
        pytest.param("name\nMära Vöss\n".encode("latin-1"), "Mära Vöss", id="Latin-1"),
        pytest.param(b"name\r\n\r\nMara Voss\r\n", "Mara Voss", id="lines of Windows"),
        pytest.param(b'name\n"Voss, Mara"\n', "Voss, Mara", id="quoted"),
        pytest.param("name\nمحمد\n".encode(), "محمد", id="from right to left"),
    ],
)
def test_encodings(client: FlaskClient, data: bytes, expected: str) -> None:
    """A file is read in the encoding that it is in."""
    assert f"{expected}" in shown(upload(client, data))


@pytest.mark.parametrize(
    ("data", "status", "expected"),
    [
        pytest.param(b"", 400, "expected at least one row", id="nothing"),
        pytest.param(b"name\n", 400, "below the names of the columns", id="a head alone"),
        pytest.param(b"a\x00b\n", 400, "found the character NUL at 2", id="NUL"),
        pytest.param(b"PK\x03\x04...", 400, "save it as CSV", id="a workbook"),
        pytest.param(b"\xff\xfea", 400, "expected UTF-16", id="a broken mark"),
        pytest.param(b"name\n" + b"x\n" * 1_001, 413, "at most 1,000 rows", id="a row too many"),
        pytest.param(b"name\n" + b"x\n" * 100_000, 413, "at most 1,000 rows", id="a hundred thousand rows"),
        pytest.param(
            b"name\n" + b"x" * 2_001, 413, "at most 2,000 characters in a cell, found 2,001", id="a huge cell"
        ),
        pytest.param(b"name\n" + b"x" * 200_000, 400, "field larger than field limit", id="a cell of no end"),
        pytest.param(b",".join([b"x"] * 51), 413, "at most 50 columns, found 51", id="columns"),
        pytest.param(b"x" * 5_000_000, 413, "at most 4 MB", id="a huge file"),
    ],
)
def test_what_is_no_table_is_told(client: FlaskClient, data: bytes, status: int, expected: str) -> None:
    """The page says what was expected, and what was found."""
    answer = upload(client, data)

    assert (answer.status_code, expected in shown(answer)) == (status, True)
    assert 'role="alert"' in shown(answer)


def test_program_is_told_an_error(client: FlaskClient) -> None:
    """A program gets an error as everywhere."""
    answer = client.post("/crosswalk", data={"pasted": ""}, headers={"Accept": "application/json"})

    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"name": "7"}, "expected the number of a column"),
        ({"name": "x"}, "found 'x'"),
        ({"head": "x"}, "yes or no"),
        ({"type": "Q5"}, "type"),
    ],
)
def test_odd_fields_are_told(client: FlaskClient, fields: dict[str, str], expected: str) -> None:
    """A column that is not there, or an unknown class, is named."""
    answer = send(client, table="Mara Voss\n", **{"name": "0", **fields})

    assert (answer.status_code, expected in shown(answer)) == (400, True)


@pytest.mark.parametrize(
    "odd", ["nobody", "../../etc/passwd", "<script>", "x" * 5_000, "state/ardenia state/ardenia"]
)
def test_odd_decisions_are_open(client: FlaskClient, odd: str) -> None:
    """A decision for what the graph does not know adds nothing."""
    fields = {"table": "Mara Voss\n", "name": "0", "head": "no", "d0": odd, "o0": odd, "o99999999": "x"}
    head, row = table_of(send(client, "/crosswalk/table.csv", **fields))

    assert dict(zip(head, row, strict=True))["communique_iri"] == ""
    assert send(client, "/crosswalk/decisions.sssom.tsv", **fields).status_code == 200


def test_many_rows_are_decided_at_once(client: FlaskClient) -> None:
    """A thousand rows with their decisions are one form."""
    table = "".join(f"Voss {number}\n" for number in range(1_000))
    fields = {f"d{number}": VOSS for number in range(1_000)} | {f"o{number}": VOSS for number in range(1_000)}
    rows = table_of(send(client, "/crosswalk/table.csv", table=table, name="0", head="no", **fields))

    assert len(rows) == 1_001
    assert {row[2] for row in rows[1:]} == {"Mara Voss"}


def test_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file that the service may write holds what was sent, and no cache may keep it."""
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    data = strait.make(tmp_path / "data")
    rows = "".join(f"Secretperson {number} {'x' * 700}\n" for number in range(1_000))
    with live.serve(data) as service:
        status, headers, told = service.send(
            "POST", "/crosswalk", body_of(rows.encode()), {"Content-Type": BODY}
        )
        held = [
            path for path in tmp_path.rglob("*") if path.is_file() and b"Secretperson" in path.read_bytes()
        ]

    assert (status, b"Secretperson 999" in told, headers["Cache-Control"]) == (200, True, "no-store")
    assert held == []


def test_nothing_is_logged(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    """No line of the log holds what was sent, where it is answered or refused."""
    caplog.set_level(logging.DEBUG)
    send(client, pasted="Secretperson\n")
    send(client, pasted="Secretperson\x00\n")
    send(client, "/crosswalk/table.csv", table="Secretperson\n", name="0")

    assert "Secretperson" not in caplog.text
