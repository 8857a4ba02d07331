"""The services that a query may ask, by the beginnings of their addresses."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from kg.errors import KgError

LOCAL = "local:"  # stands before an address that may lie within our own network
# The host must be whole: what begins with "https://a.example" may go on with ".evil.example".
_WHOLE = re.compile(r"https?://([\w.-]+|\[[\da-f:.]+\])(:[1-9]\d{0,4})?/[^?]*", re.IGNORECASE | re.ASCII)
# What would lead out of the folder that is allowed, is never sent, or is no part of an address as it is sent.
_ODD = re.compile(r"/\.{1,2}(?=[/?]|$)|%2e|[#\\]|[^!-~]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Service:
    """A service, or all services below an address.

    Attributes:
        prefix: scheme, host and the beginning of the path at least.
        is_local: whether its host may have addresses that are not public.
    """

    prefix: str
    is_local: bool

    def covers(self, iri: str) -> bool:
        """Say whether an IRI is that of the service: equal, or going on at a slash or a question mark."""
        rest = iri.removeprefix(self.prefix)
        is_below = self.prefix.endswith("/") or not rest or rest[0] in "/?"
        return iri.startswith(self.prefix) and is_below and not _ODD.search(iri)


def read(setting: str) -> tuple[Service, ...]:
    """Return the services that a setting names, with spaces between.

    >>> read("https://query.example.org/sparql local:http://127.0.0.1:3030/")[1]
    Service(prefix='http://127.0.0.1:3030/', is_local=True)

    Raises:
        KgError: what is named is no address of a service.
    """
    return tuple(_service(entry) for entry in setting.split())


def _service(entry: str) -> Service:
    prefix = entry.removeprefix(LOCAL)
    if not _is_address(prefix):
        expected = "addresses such as https://host/sparql or local:http://127.0.0.1:3030/"
        raise KgError(f"KG_SERVICES: expected {expected}, found {entry!r}")
    return Service(prefix, entry.startswith(LOCAL))


def _is_address(prefix: str) -> bool:
    try:
        _ = urlsplit(prefix).port
    except ValueError:  # a port past the last, brackets around what is no address
        return False
    return bool(_WHOLE.fullmatch(prefix)) and not _ODD.search(prefix)
