"""A host is asked at public addresses only, however these are written and however many there are."""

import socket

import pytest

from kg.errors import ForbiddenQueryError, RemoteError
from kg.remote import addresses

PUBLIC = ["8.8.8.8", "93.184.216.34", "2001:4860:4860::8888", "2a00:1450:4001:82a::200e"]
LOCAL = [
    "127.0.0.1",
    "127.8.9.1",
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "100.64.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "192.0.0.8",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "203.0.113.9",
    "224.0.0.251",
    "239.1.2.3",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::8.8.8.8",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::ffff:0:127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%1",
    "fec0::1",
    "ff02::1",
]


def answers(monkeypatch: pytest.MonkeyPatch, *found: str) -> list[str]:
    """Let every name have these addresses, and return the list of names that are looked up from now on."""
    asked: list[str] = []

    def look_up(host: str, port: int, **_: int) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        asked.append(host)
        family = {True: socket.AF_INET6, False: socket.AF_INET}
        return [(family[":" in a], socket.SOCK_STREAM, 6, "", (a, port)) for a in found]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return asked


@pytest.mark.parametrize("address", PUBLIC)
def test_public(address: str) -> None:
    """Addresses that are given out to the public internet are public."""
    assert addresses.is_public(address)


@pytest.mark.parametrize("address", LOCAL)
def test_not_public(address: str) -> None:
    """Those of this machine, of networks of one's own, of many, reserved, and what embeds others are not."""
    assert not addresses.is_public(address)


@pytest.mark.parametrize("address", LOCAL)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_one_that_is_not_public_is_enough(monkeypatch: pytest.MonkeyPatch, address: str, place: int) -> None:
    """A name is refused for one of its addresses, wherever it stands among them."""
    found = ["93.184.216.34", "2001:4860:4860::8888"]
    answers(monkeypatch, *found[:place], address, *found[place:])

    with pytest.raises(ForbiddenQueryError, match=r"a\.example is refused: expected public addresses, found"):
        addresses.resolve("a.example", 80, is_local=False)


def test_a_name_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """All addresses of one look-up are returned, each once."""
    asked = answers(monkeypatch, "93.184.216.34", "2001:4860:4860::8888", "93.184.216.34")
    found = addresses.resolve("a.example", 443, is_local=False)

    assert asked == ["a.example"]
    assert [address.place for address in found] == [("93.184.216.34", 443), ("2001:4860:4860::8888", 443)]


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "0177.0.0.1", "127.1", "017700000001", "0", "::1"])
def test_other_notations_of_loopback(host: str) -> None:
    """An address is judged as the system reads it, in decimal, octal or short."""
    with pytest.raises(ForbiddenQueryError, match=r"found (127\.0\.0\.1|0\.0\.0\.0|::1)$"):
        addresses.resolve(host, 80, is_local=False)


def test_local_services(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the settings say that a service may be local, every address will do."""
    answers(monkeypatch, "127.0.0.1", "93.184.216.34")

    assert len(addresses.resolve("intranet", 80, is_local=True)) == 2


@pytest.mark.parametrize("host", ["a..example", "x" * 70])
def test_no_address(host: str) -> None:
    """What cannot be a name is told as a host without address."""
    with pytest.raises(RemoteError, match="expected a host with an address, found none"):
        addresses.resolve(host, 80, is_local=False)


def test_a_name_that_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the look-up says is told."""

    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(RemoteError, match="Name or service not known"):
        addresses.resolve("nowhere.example", 80, is_local=False)
