"""Measure which actors and events of several articles are brought together: falsely, and missed.

Run from the checkout: `.venv/bin/python tests/bench/merges.py ../shared/eval SPLIT …`. It builds each split,
finds every gold record in the graph by its article, names and words, and compares all pairs of gold records
from two articles. By gold two actors are the same where they share a full name, two events
where kind, bounds and two participants (one, for what is no meeting or call) agree; they differ where
they share no name, or have no day or nobody in common. Pairs that gold leaves open (a surname in common; a
body's general name) do not count. Every disagreement is printed, for a person to judge.
"""

import datetime as dt
import itertools
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg import config, spelling
from kg.resolve import names
from kg.store import queries
from kg.store.builds import Build, Store
from kg.vocab import DIP

HERE = Path(__file__).parent

_OUTCOMES = {
    (True, True): "found",
    (True, False): "missed",
    (False, True): "false",
    (False, False): "kept apart",
    (None, True): "merged, open by gold",
}
_TOLD_APART = {"Person", "Organization"}  # states are rows of the registry, groups stay in their article
_DOUBTFUL = {"missed", "false", "merged, open by gold"}
_WIDEST = 31  # days: told more widely, "last year", gold does not say which event is meant


@dataclass(frozen=True)
class Told:
    """A gold record of one article, and the IRI of what the graph has for it.

    Attributes:
        article: file stem.
        kind: type, an action's kind.
        names: plain names of an actor, empty for an event.
        who: plain names of each participant of an event, first the telling ones.
        when: bounds.
        iri: what the graph has for it.
    """

    article: str
    kind: str
    names: frozenset[str]
    who: tuple[frozenset[str], ...]
    when: tuple[dt.date, dt.date] | None
    iri: str


def records(home: Path, split: str) -> Iterator[Told]:
    """Yield all gold records of a split that a fresh build has too."""
    texts = home / "articles" / split
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        command = [sys.executable, "-m", "kg", "build", str(texts), "--to", folder]
        ledger = ["--ledger", str(data / "identities.tsv")]
        subprocess.run([*command, *ledger], check=True, stdout=subprocess.DEVNULL)
        build = Store(data, config.read({}).base).current()
        named, held = (_rows(build, HERE / name) for name in ("named.rq", "held.rq"))
        for path in sorted((home / "gold" / split).glob("*.json")):
            text = (texts / f"{path.stem}.txt").read_text()
            yield from _article(path, text, named[f"{path.stem}.txt"], held[f"{path.stem}.txt"])


def _rows(build: Build, query: Path) -> dict[str, list[dict[str, str]]]:
    """Return the rows of a query by the article they are from."""
    found = defaultdict(list)
    for row in build.select(queries.read(query)):
        plain = {name: getattr(term, "value", "") for name, term in row.items()}
        found[plain["file"]].append(plain)
    return found


def _article(
    path: Path, text: str, named: list[dict[str, str]], held: list[dict[str, str]]
) -> Iterator[Told]:
    gold = json.loads(path.read_text())
    called = {a["id"]: frozenset(map(spelling.plain, a["names"])) for a in gold["actors"]}
    iris: dict[str, str] = {}
    for actor in gold["actors"]:
        rows = [r for r in named if r["kind"] == str(DIP[actor["type"]])]
        fits = {r["thing"] for r in rows if spelling.plain(r["name"]) in called[actor["id"]]}
        if len(fits) == 1:
            iris[actor["id"]] = min(fits)
        if len(fits) == 1 and actor["type"] in _TOLD_APART:
            yield Told(path.stem, actor["type"], called[actor["id"]], (), None, min(fits))
    for event in gold["events"]:
        kind = event.get("action") or event["type"]
        spots = [(m.start(), m.end()) for e in event["evidence"] for m in re.finditer(re.escape(e), text)]
        who = {iris.get(p) for p in event["participants"]}
        near = Counter(
            r["thing"]
            for r in held
            if r["kind"] == str(DIP[kind])
            and r["who"] in who
            and any(start < int(r["end"]) and int(r["start"]) < end for start, end in spots)
        )
        if near:
            cast = tuple(called[p] for p in event["participants"])
            yield Told(path.stem, kind, frozenset(), cast, _bounds(event), near.most_common(1)[0][0])


def _bounds(event: dict[str, str | None]) -> tuple[dt.date, dt.date] | None:
    first, last = event["earliest"], event["latest"]
    return (dt.date.fromisoformat(first), dt.date.fromisoformat(last)) if first and last else None


def same(one: Told, other: Told) -> bool | None:
    """Return whether gold says that two records are of one thing; None where it leaves that open."""
    if one.names or other.names:
        return _same_actor(one.names, other.names)
    if one.when is None or other.when is None:
        return None
    if one.when[0] > other.when[1] or other.when[0] > one.when[1]:
        return False
    certain = [[a for a in who if any(names.is_full(n.title()) for n in a)] for who in (one.who, other.who)]
    shared = sum(any(_same_actor(a, b) for b in other.who) for a in one.who)
    if not shared:
        return False if all(certain) else None
    wide = max((last - first).days for first, last in (one.when, other.when)) > _WIDEST
    return True if shared >= (2 if one.kind in {"Meeting", "Call"} else 1) and not wide else None


def _same_actor(one: frozenset[str], other: frozenset[str]) -> bool | None:
    shared = one & other
    if any(len(n.split()) > 1 and names.is_distinctive(n) for n in shared):
        return True
    words = [{w for n in side for w in n.split()} for side in (one, other)]
    return None if shared or (words[0] & words[1]) else False


def main() -> None:
    """Print pairs, false and missed merges for each kind, then each disagreement."""
    home, splits = Path(sys.argv[1]), sys.argv[2:]
    for split in splits:
        told = tuple(records(home, split))
        count: Counter[str] = Counter()
        doubts = []
        for one, other in itertools.combinations(told, 2):
            if (
                one.article == other.article
                or one.kind != other.kind
                or (verdict := same(one, other)) is None
            ):
                continue
            merged, layer = one.iri == other.iri, "actors" if one.names else "events"
            outcome = {(True, True): "found", (True, False): "missed", (False, True): "false"}.get(
                (verdict, merged), "kept apart"
            )
            count[f"{layer}: {outcome}"] += 1
            if outcome in {"missed", "false"}:
                doubts.append(f"  {outcome}: {one.article} {one.iri}  {other.article} {other.iri}")
        print(split, *(f"{name} {count[name]}" for name in sorted(count)), sep="   ")
        print(*doubts, sep="\n")


if __name__ == "__main__":
    main()
