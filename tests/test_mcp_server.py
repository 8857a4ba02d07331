"""The tools over both transports, driven by the library's own client."""

import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
import strait
from live import ROOT
from loops import awaited
from mcp import Client
from tooling import at_port, by_streams, call, calls

HEAVY = (
    "SELECT ?claim (COUNT(*) AS ?n) WHERE { ?claim ?p ?o . ?b ?q ?r . ?c ?s ?t . ?d ?u ?v } GROUP BY ?claim"
)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the data folder of the invented graph of `strait`."""
    return strait.make(tmp_path_factory.mktemp("strait"))


def test_streams(data: Path) -> None:
    """Over the standard streams the tools are listed, described, and answer."""

    async def listed() -> dict[str, str]:
        async with Client(by_streams(data)) as client:
            assert "no instructions" in (client.instructions or "")
            return {tool.name: tool.description or "" for tool in (await client.list_tools()).tools}

    found = awaited(listed())

    assert sorted(found) == ["contested", "describe", "events", "query", "search_names", "statements"]
    assert all(found.values())
    assert call(by_streams(data), "search_names", words="Mara Voss").facts


def test_http(data: Path) -> None:
    """Over HTTP they answer the same."""
    with at_port(data) as address:
        by_http = call(address, "describe", thing="/person/mara-voss").told

    assert by_http == call(by_streams(data), "describe", thing="/person/mara-voss").told


def test_limits(data: Path) -> None:
    """A query past its deadline is ended and says so, while others are answered."""
    with at_port(data, query_seconds="5") as address:
        late, quick = calls(
            address, ("query", {"sparql": HEAVY}), ("describe", {"thing": "/person/mara-voss"})
        )

    assert "no result within 5 seconds" in late.error
    assert quick.facts


def test_rate(data: Path) -> None:
    """Who asks more often than allowed is told when to come again."""
    with at_port(data, query_rate="1") as address:
        sent = urllib.request.Request(address, b"{}", {"Content-Type": "application/json"})
        with pytest.raises(urllib.error.HTTPError) as first:
            urllib.request.urlopen(sent)
        with pytest.raises(urllib.error.HTTPError) as second:
            urllib.request.urlopen(sent)
    first.value.close()
    second.value.close()

    assert first.value.code != 429
    assert second.value.code == 429
    assert int(second.value.headers["Retry-After"]) > 0


def test_foreign_host(data: Path) -> None:
    """A page of another host, rebound to this address, is refused."""
    with at_port(data) as address:
        sent = urllib.request.Request(
            address, b"{}", {"Content-Type": "application/json", "Host": "evil.test"}
        )
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(sent)
    refused.value.close()

    assert refused.value.code in {403, 421}


def test_missing_library(data: Path) -> None:
    """Without the library, the command says which is missing and how it is installed."""
    code = "import sys; sys.modules['mcp'] = None; from kg.cli import main; main()"
    command = [sys.executable, "-c", code, "mcp", "--data", str(data)]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert made.returncode == 1
    assert "expected the package" in made.stderr
