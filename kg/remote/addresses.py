"""Where a host lies: its name is looked up once, and each address that it has must be public."""

import ipaddress
import socket
from ipaddress import IPv4Address, IPv6Address
from typing import NamedTuple

from kg.errors import ForbiddenQueryError, RemoteError

# The unicast addresses that are given out (IANA); all others are local, mapped, embedded or none.
_GIVEN_OUT = ipaddress.IPv6Network("2000::/3")
# Networks of IANA's registries of special addresses that the library's tables do not have, or only in part.
_SPECIAL = tuple(map(ipaddress.ip_network, ("192.0.0.0/24", "192.88.99.0/24", "3fff::/20")))


class Address(NamedTuple):
    """An address as the system takes it, with nothing left to look up."""

    family: int
    place: tuple[str | bytes | int, ...]


def resolve(host: str, port: int, *, is_local: bool) -> tuple[Address, ...]:
    """Return the addresses of a host.

    Args:
        host: a name or an address, in any notation that the system reads.
        port: goes into the addresses.
        is_local: whether they may be others than public ones.

    Raises:
        ForbiddenQueryError: one of them is not public: who answers for the name could choose it.
        RemoteError: there is none.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:  # a name with an empty or too long part is not encoded
        raise RemoteError(f"{host}: expected a host with an address, found none: {error}") from error
    for *_, place in found:
        if not is_local and not is_public(str(place[0])):
            raise ForbiddenQueryError(f"{host} is refused: expected public addresses, found {place[0]}")
    return tuple(dict.fromkeys(Address(family, place) for family, _, _, _, place in found))


def is_public(address: str) -> bool:
    """Say whether an address is one of the public internet.

    >>> is_public("93.184.216.34"), is_public("127.0.0.1"), is_public("::ffff:127.0.0.1")
    (True, False, False)
    """
    found = ipaddress.ip_address(address)
    if any(found in network for network in _SPECIAL):
        return False
    if isinstance(found, IPv6Address):
        # What leads to an IPv4 address in a roundabout way is none that a service has.
        return found in _GIVEN_OUT and found.is_global and not (found.sixtofour or found.teredo)
    return _is_global(found)


def _is_global(address: IPv4Address) -> bool:
    return address.is_global and not address.is_multicast and not address.is_reserved
