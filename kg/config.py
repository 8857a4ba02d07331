"""The one table of settings; values come from `KG_*` in the environment, read once at start."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from kg.errors import KgError


class Secret:
    """A setting that is shown nowhere: not as text, not by the values that hold it, not in a file."""

    __slots__ = ("_letters",)

    def __init__(self, letters: str) -> None:
        self._letters = letters

    def reveal(self) -> str:
        """Return what it is, for the one place that needs it."""
        return self._letters

    def __repr__(self) -> str:
        return "***" if self._letters else ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._letters == self._letters

    def __hash__(self) -> int:
        return hash(self._letters)

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is not stored, nor handed to another process")


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting.

    Attributes:
        name: variable of the environment.
        default: value where the variable is not set; its type is the type of the setting.
        help: one line that says what it does, with its unit.
    """

    name: str
    default: str | int | float | Secret
    help: str


LOGS = ("text", "json", "none")  # forms of the log
PUBLIC = "public"  # the figures are for everybody
_ADDRESS = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^:\s]+):[0-9]{1,5}")

SETTINGS = (
    Setting("KG_BASE", "https://w3id.org/communique/", "base of the IRIs of all data, with its last slash"),
    Setting("KG_DATA", "data", "folder that holds the builds"),
    Setting("KG_ARTICLE_SECONDS", 600.0, "deadline of a process that converts an article, in seconds"),
    Setting("KG_ARTICLE_MEMORY", 4_000_000_000, "most memory of a process that converts articles, in bytes"),
    Setting("KG_PORT", 8000, "port that the service listens on"),
    Setting("KG_HOST", "127.0.0.1", "address that the service listens on"),
    Setting("KG_WORKERS", 2, "web server processes"),
    Setting("KG_THREADS", 16, "threads of each web server process"),
    Setting("KG_STALL_SECONDS", 20.0, "seconds in which a client must send, or take, some more"),
    Setting("KG_LOG", "text", "form of the log's lines: `text`, `json`, or `none` for errors alone"),
    Setting("KG_LOG_QUERIES", 0, "1: the log has the words of queries; 0: a hash of them"),
    Setting("KG_LOG_CLIENTS", 0, "1: the log has the addresses of clients"),
    Setting(
        "KG_METRICS", "", "where `/metrics` is read: `public`, or an address and port of its own; else not"
    ),
    Setting("KG_HSTS", 0, "seconds for which browsers are to come by HTTPS alone; 0: not told"),
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
    Setting(
        "KG_MODEL_URL", "", "address of a language model, up to `/v1`; none: kept answers alone are read"
    ),
    Setting("KG_MODEL", "", "name of the language model, as its server knows it"),
    Setting("KG_MODEL_KEY", Secret(""), "key for that server; kept in no file, told in no message"),
    Setting("KG_MODEL_PLACES", 4, "questions to a language model that are under way at a time"),
    Setting("KG_MODEL_SECONDS", 180.0, "deadline of one answer of a language model, in seconds"),
    Setting("KG_MODEL_PART", 6_000, "most characters of an article that a language model is shown at once"),
    Setting("KG_MODEL_ANSWER", 8_000, "most tokens of one answer of a language model"),
    Setting("KG_MODEL_TOKENS", 0, "most tokens, asked and answered, that a run may take; 0: any number"),
    Setting("KG_MODEL_MONEY", 0.0, "most money that a run may cost, by the two prices; 0.0: any sum"),
    Setting("KG_MODEL_PRICE_IN", 0.0, "price of a million tokens that a language model is asked"),
    Setting("KG_MODEL_PRICE_OUT", 0.0, "price of a million tokens that a language model answers"),
)


@dataclass(frozen=True, slots=True)
class Config:
    """The values of all settings, each under its name without `KG_`, in lower case."""

    base: str
    data: str
    article_seconds: float
    article_memory: int
    port: int
    host: str
    workers: int
    threads: int
    stall_seconds: float
    log: str
    log_queries: int
    log_clients: int
    metrics: str
    hsts: int
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
    model_url: str
    model: str
    model_key: Secret
    model_places: int
    model_seconds: float
    model_part: int
    model_answer: int
    model_tokens: int
    model_money: float
    model_price_in: float
    model_price_out: float

    @property
    def binds(self) -> tuple[tuple[str, int], ...]:
        """Return the addresses and ports that are listened on: of the service, then of the figures."""
        host, _, port = self.metrics.rpartition(":")
        return ((self.host, self.port), *([(host.strip("[]"), int(port))] if port and host else ()))

    @property
    def counted(self) -> Path:
        """Return the folder for what web server processes count, each service's its own."""
        return self.runtime / f"counted-{self.port}"

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
    if config.log not in LOGS:
        raise KgError(f"KG_LOG: expected one of {', '.join(LOGS)}, found {config.log!r}")
    if config.metrics not in ("", PUBLIC) and not _ADDRESS.fullmatch(config.metrics):
        raise KgError(f"KG_METRICS: expected {PUBLIC} or an address with a port, found {config.metrics!r}")
    return config


def _value(setting: Setting, environment: Mapping[str, str]) -> str | int | float | Secret:
    given = environment.get(setting.name)
    if given is None:
        return setting.default
    kind = type(setting.default)
    try:
        return kind(given)
    except ValueError:
        raise KgError(f"{setting.name}: expected {kind.__name__}, found {given!r}") from None
