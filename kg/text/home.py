"""The state that an article is written from: that of its publisher."""

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

from kg.model import Article
from kg.registry.organisations import organisations
from kg.registry.outlets import outlets
from kg.registry.states import states
from kg.text import gazetteer, language
from kg.text.tokens import Doc

_OWN = {
    "gov": "USA",
    "mil": "USA",
    "uk": "GBR",
    "su": "RUS",
}  # top domains that are no ISO code of their state
_FOREIGN = frozenset({"IO", "CO", "TV", "ME", "AI", "FM", "TO", "CC", "WS", "GG", "LY"})  # sold to anyone
_LETTERS = 4  # letters of the shortest state's name that is looked for inside an address ("Cuba")


def state(article: Article) -> str | None:
    """Return the key of the publisher's state, None where nothing tells it.

    The top domain of the article's address comes first, for outlets of several states share a name; then the
    publisher's name, then the name of an outlet or state within the address ("jordantimes.com").
    """
    host = urlsplit(article.url or "").hostname or ""
    return _by_domain(host) or _by_name(article.publisher or "") or _by_host(host)


@cache
def _by_domain(host: str) -> str | None:
    top = host.rsplit(".", maxsplit=1)[-1]
    codes = {s.iso2: s.key for s in states() if s.iso2 is not None and s.iso2 not in _FOREIGN}
    return _OWN.get(top) or codes.get(top.upper())


@cache
def _by_name(publisher: str) -> str | None:
    """Return the state that a publisher's name holds: of a known body or outlet, of a state or capital."""
    for hit in gazetteer.hits(Doc(language.pipeline().make_doc(publisher))):
        key = hit.key if hit.is_state else _seats().get((hit.kind, hit.key))
        if key is not None:
            return key
    return _squeezed().get(_letters(publisher))


@cache
def _seats() -> dict[tuple[str, str], str | None]:
    seats = {("organisation", o.key): o.state for o in organisations()}
    return seats | {("outlet", o.key): o.state for o in outlets()}


@cache
def _squeezed() -> dict[str, str]:
    """Return the state of each outlet by its names without spaces, as addresses have them."""
    found = {_letters(name): o.state for o in outlets() for name in (o.label, *o.names) if o.state}
    return {letters: key for letters, key in found.items() if len(letters) > _LETTERS}


def _letters(name: str) -> str:
    return re.sub(r"\W", "", name.casefold().removeprefix("the "))


@cache
def _by_host(host: str) -> str | None:
    labels = [_letters(label).removeprefix("the") for label in host.split(".")[:-1] if label != "www"]
    return next((key for label in labels for key in _in_label(label)), None)


def _in_label(label: str) -> Iterator[str]:
    """Yield the state of the outlet that a part of an address spells, then of the state named in it."""
    for whole in (label, label.removesuffix("online"), label.removesuffix("news")):
        if whole in _squeezed():
            yield _squeezed()[whole]
    for each in states():
        if any(len(n) >= _LETTERS and n in label for n in map(_letters, (each.label, *each.demonyms))):
            yield each.key
