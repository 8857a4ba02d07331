"""A service may be asked if the settings name the beginning of its address, and no other."""

import pytest

from kg.errors import KgError
from kg.remote.allowed import Service, read


def test_services() -> None:
    """Addresses stand with spaces between; what may lie in our own network is marked one by one."""
    assert read("") == ()
    assert read(" https://a.example/sparql  local:http://10.0.0.5:3030/\nhttp://[::1]:8/x") == (
        Service("https://a.example/sparql", False),
        Service("http://10.0.0.5:3030/", True),
        Service("http://[::1]:8/x", False),
    )


@pytest.mark.parametrize(
    "setting",
    [
        "https://a.example",
        "a.example/sparql",
        "ftp://a.example/",
        "file:///etc/",
        "https:///sparql",
        "https://me:secret@a.example/",
        "https://a.example:0/",
        "https://a.example:port/",
        "https://a.example:65536/",
        "https://[1:2]/",
        "https://[127.0.0.1]/",
        "https://a.example/../",
        "https://a.example/?query=",
        "https://a.example/#x",
        "https://ä.example/",
        "local:",
        "LOCAL:http://127.0.0.1/",
        "https://a.example/,https://b.example/ *",
    ],
)
def test_what_is_no_service(setting: str) -> None:
    """An entry whose host is not whole, or that is no address, stops the service at its start."""
    with pytest.raises(KgError, match=r"KG_SERVICES: expected addresses such as .* found"):
        read(setting)


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        ("https://a.example/sparql", True),
        ("https://a.example/sparql?default-graph-uri=x", True),
        ("https://a.example/sparql/de", True),
        ("https://b.example/data/", True),
        ("https://b.example/data/2024/query", True),
        ("https://a.example/sparqlette", False),
        ("https://a.example/", False),
        ("https://a.example/sparql/../admin", False),
        ("https://a.example/sparql/..", False),
        ("https://a.example/sparql/%2e%2E/admin", False),
        ("https://a.example/sparql#fragment", False),
        ("https://a.example/sparql/ä", False),
        ("http://a.example/sparql", False),
        ("HTTPS://a.example/sparql", False),
        ("https://a.example:443/sparql", False),
        ("https://a.example:8443/sparql", False),
        ("https://me@a.example/sparql", False),
        ("https://a.example@127.0.0.1/sparql", False),
        ("https://a.example.evil.example/sparql", False),
        ("https://evil.example/?https://a.example/sparql", False),
        ("https://b.example/data", False),
        ("", False),
    ],
)
def test_who_may_be_asked(iri: str, expected: bool) -> None:
    """Scheme, host and port are those of the entry, and the path goes on below it and nowhere else."""
    services = read("https://a.example/sparql https://b.example/data/")

    assert any(service.covers(iri) for service in services) == expected
