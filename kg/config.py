"""The one table of settings; values come from `KG_*` in the environment, read once at start."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KgError


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting.

    Attributes:
        name: variable of the environment.
        default: value where the variable is not set; its type is the type of the setting.
        help: one line that says what it does, with its unit.
    """

    name: str
    default: str | int | float
    help: str


SETTINGS = (
    Setting("KG_BASE", "https://w3id.org/communique/", "base of the IRIs of all data, with its last slash"),
    Setting("KG_DATA", "data", "folder that holds the builds"),
    Setting("KG_PORT", 8000, "port that the service listens on"),
    Setting("KG_HOST", "127.0.0.1", "address that the service listens on"),
    Setting("KG_WORKERS", 2, "web server processes"),
    Setting("KG_THREADS", 16, "threads of each web server process"),
    Setting("KG_STALL_SECONDS", 20.0, "seconds in which a client must send, or take, some more"),
    Setting("KG_RUNNING", "running", "folder for what runs now; below `KG_DATA` where it is relative"),
    Setting("KG_QUERY_PLACES", 8, "queries that run longer than a moment, at a time, in all"),
    Setting("KG_QUERY_RATE", 0, "queries a minute that one client, by its address, may ask; 0: any number"),
    Setting("KG_PROXIES", 0, "reverse proxies in front of the service, whose `X-Forwarded-For` is believed"),
    Setting("KG_QUERY_SECONDS", 30.0, "deadline of a query, in seconds"),
    Setting("KG_QUERY_ROWS", 1_000_000, "most rows, or triples, of one result"),
    Setting("KG_QUERY_BYTES", 256_000_000, "most bytes of one result"),
    Setting("KG_QUERY_MEMORY", 2_000_000_000, "most memory of a query worker, in bytes"),
    Setting("KG_LINKS", 10_000, "most short links that are kept, in `links` below `KG_DATA`; 0: none"),
    Setting("KG_SERVICES", "", "addresses that SERVICE may ask, by their beginnings, with spaces between"),
    Setting("KG_SERVICE_SECONDS", 10.0, "deadline of the other services of a query together, in seconds"),
    Setting("KG_SERVICE_ROWS", 10_000, "most rows that another service may answer with"),
    Setting("KG_SERVICE_BYTES", 10_000_000, "most bytes that another service may answer with"),
    Setting("KG_LINK_ENDPOINT", "https://query.wikidata.org/sparql", "SPARQL endpoint that `kg link` asks"),
)


@dataclass(frozen=True, slots=True)
class Config:
    """The values of all settings, each under its name without `KG_`, in lower case."""

    base: str
    data: str
    port: int
    host: str
    workers: int
    threads: int
    stall_seconds: float
    running: str
    query_places: int
    query_rate: int
    proxies: int
    query_seconds: float
    query_rows: int
    query_bytes: int
    query_memory: int
    links: int
    services: str
    service_seconds: float
    service_rows: int
    service_bytes: int
    link_endpoint: str

    @property
    def runtime(self) -> Path:
        """Return the folder for what runs now, which all web server processes share."""
        return Path(self.data) / self.running


def read(environment: Mapping[str, str]) -> Config:
    """Return the settings as the environment has them, else their defaults.

    Raises:
        KgError: a value is not of the setting's type, or the base has no last slash.
    """
    config = Config(**{s.name.removeprefix("KG_").lower(): _value(s, environment) for s in SETTINGS})  # type: ignore[arg-type]
    if not config.base.endswith("/"):
        raise KgError(f"KG_BASE: expected an IRI that ends in a slash, found {config.base!r}")
    return config


def _value(setting: Setting, environment: Mapping[str, str]) -> str | int | float:
    given = environment.get(setting.name)
    if given is None:
        return setting.default
    kind = type(setting.default)
    try:
        return kind(given)
    except ValueError:
        raise KgError(f"{setting.name}: expected {kind.__name__}, found {given!r}") from None
