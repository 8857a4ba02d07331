"""The state that an article is written from: that of its publisher."""

from functools import cache
from urllib.parse import urlsplit

from kg.model import Article
from kg.registry.organisations import organisations
from kg.registry.outlets import outlets
from kg.registry.states import states
from kg.text import gazetteer, language

_GOVERNMENT = {"gov": "USA", "mil": "USA"}  # top domains that one state alone uses
_FOREIGN = frozenset({"IO", "CO", "TV", "ME", "AI", "FM", "TO", "CC", "WS", "GG", "LY"})  # sold to anyone


def state(article: Article) -> str | None:
    """Return the key of the publisher's state, by its name, else by the top domain of the article's address."""
    return _by_name(article.publisher or "") or _by_address(article.url or "")


@cache
def _by_name(publisher: str) -> str | None:
    """Return the state that a publisher's name holds: of a known body or outlet, of a state, demonym or capital."""
    seats = {("organisation", o.key): o.state for o in organisations()}
    seats |= {("outlet", o.key): o.state for o in outlets()}
    for hit in gazetteer.hits(language.pipeline().make_doc(publisher)).values():
        key = hit.key if hit.kind in {"state", "demonym", "capital"} else seats.get((hit.kind, hit.key))
        if key is not None:
            return key
    return None


@cache
def _by_address(url: str) -> str | None:
    host = (urlsplit(url).hostname or "").rsplit(".", maxsplit=1)[-1]
    codes = {s.iso2: s.key for s in states() if s.iso2 is not None and s.iso2 not in _FOREIGN}
    return _GOVERNMENT.get(host) or codes.get({"UK": "GB"}.get(host.upper(), host.upper()))
