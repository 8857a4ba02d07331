"""One page of each kind, on whatever build is served: what tests and benchmarks of all pages visit."""

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, unquote, urlencode

BASE = "https://w3id.org/communique/"
LINE = re.compile(r"<([^>]+)> <([^>]+)> (.+) \.")
PUBLISHED = re.compile(r"<[^>]+> <http://purl.org/dc/terms/publisher> <([^>]+)> \.")
SUBJECT = "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject"
QUERY = "SELECT ?event ?day ?who { ?event dip:earliest ?day ; dip:participant ?who }"
ASKED = urlencode({"query": QUERY})

# Pages that stand at the same address in every build.
FIXED = {
    "first page": "/",
    "about": "/about",
    "search": "/search?q=china",
    "search, nothing found": "/search?q=zzqx",
    "search, no words": "/search",
    "index by name": "/person/",
    "index by date": "/event/",
    "index of dyads": "/dyad/",
    "index of articles": "/article/",
    "index of claims": "/claim/",
    "index, empty": "/credentials/",
    "dyad, nothing told": "/dyad/LIE/TUV",
    "contested": "/contested",
    "network": "/network",
    "network, nothing found": "/network?first=1901-01-01&last=1901-12-31",
    "table to match": "/crosswalk",
    "office at a date": "/resolve?text=president&date=2025-04-23",
    "other data sets": "/compare",
    "codebook": "/codebook",
    "terms": "/ontology.html",
    "what the data hold": "/void.html",
    "builds": "/catalog.html",
    "prefixes": "/prefixes.html",
    "example queries": "/examples.html",
    "query": "/sparql",
    "query, answered": f"/sparql?{ASKED}",
    "query, refused": f"/sparql?{urlencode({'query': 'SELECT ?x {'})}",
    "query as code": f"/sparql/code?{ASKED}",
    "missing": "/nowhere/at-all.html",
    "wrong request": "/network?first=yesterday",
}
# Readings of a thing, told behind the address of its page.
READINGS = {
    "list alone": "?panel=events",
    "as known on a day": "?known=2025-04-03",
    "as an outlet tells it": "?outlet={publisher}",
}
READ = "state"
# The same in every build, or nearly so: one visit is enough.
SAME = {
    "about",
    "search, nothing found",
    "search, no words",
    "index, empty",
    "dyad, nothing told",
    "network, nothing found",
    "table to match",
    "other data sets",
    "codebook",
    "terms",
    "builds",
    "prefixes",
    "example queries",
    "query",
    "query, refused",
    "query as code",
    "missing",
    "wrong request",
}


def iri(path: str) -> str:
    """Return the name of what stands at a path."""
    return BASE + unquote(path).removeprefix("/")


def things(folder: Path) -> Mapping[str, str]:
    """Return the path of one thing for each kind in its address: that of which most claims are made."""
    told: Counter[str] = Counter()
    named: set[str] = set()
    with (folder / "graph.nt").open(encoding="utf-8") as graph:
        for found in filter(None, map(LINE.match, graph)):
            named.add(found[1])
            if found[2] == SUBJECT:
                told[found[3][1:-1]] += 1
    chosen: dict[str, str] = {}
    for iri in sorted(named, key=lambda each: (-told[each], each)):
        path = iri.removeprefix(BASE)
        chosen.setdefault(path.partition("/")[0], f"/{quote(path)}")
    return dict(sorted(chosen.items()))


def pages(folder: Path) -> Mapping[str, str]:
    """Return the address of one page for each kind."""
    each = things(folder)
    told = {"publisher": _publisher(folder)}
    read = {name: f"{each[READ]}.html{query.format_map(told)}" for name, query in READINGS.items()}
    evidence = {"evidence": f"{each['tenure']}.evidence.html"}
    return FIXED | {kind: f"{path}.html" for kind, path in each.items()} | read | evidence


def _publisher(folder: Path) -> str:
    """Return who published the first article, as an address names it."""
    with (folder / "graph.nt").open(encoding="utf-8") as graph:
        found = next(filter(None, map(PUBLISHED.match, graph)))
    return found[1].removeprefix(BASE)
