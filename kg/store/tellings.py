"""Who tells what of each thing, and when: counted with the build, for a thing may have 100,000 claims.

A fact of a thing here is another thing, or a value, that claims join with it: each meeting of a person counts
once, whatever the person was in it. Names and classes are no facts, nor is what the registry adds. A telling
is a fact with its voice, the outlets whose telling it is (`kg.store.voices`), and the day. A page reads the
summary of its thing; one that is re-read as some outlets tell it reads what these tell.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Protocol

from rdflib import RDF, RDFS, SKOS

from kg.vocab import DIP

FILE = "tellings.sqlite"
NO_FACTS = (RDF.type, RDFS.label, SKOS.altLabel, DIP.code, DIP.dyad, DIP.level, DIP.mode, DIP.when)
SHOWN = 50  # days, and facts that one reading alone tells: what a reader scans
Telling = tuple[str, str, str, str, str | None]  # terms of a triple; article, and on whose word it has it
_LEFT_OUT = frozenset(f"<{term}>" for term in NO_FACTS)
_TABLES = """
    PRAGMA journal_mode = OFF;
    CREATE TABLE terms (id INTEGER PRIMARY KEY, term TEXT UNIQUE);
    CREATE TABLE voices (outlet TEXT, voice INTEGER, PRIMARY KEY (outlet, voice)) WITHOUT ROWID;
    CREATE TABLE summaries (entity TEXT PRIMARY KEY, told TEXT) WITHOUT ROWID;
    CREATE TABLE tellings (entity INTEGER, fact INTEGER, voice INTEGER, day TEXT, term TEXT,
        PRIMARY KEY (entity, fact, voice, day)) WITHOUT ROWID;
    CREATE TEMP TABLE claims (one INTEGER, term INTEGER, other INTEGER, voice INTEGER, day TEXT);
"""
# A claim joins both its ends: each is a fact of the other, but for a value, of which there are no pages.
_TURNED = """
    INSERT INTO tellings SELECT entity, fact, voice, day, min(substr(t.term, 2, length(t.term) - 2)) FROM (
        SELECT one AS entity, other AS fact, voice, day, claims.term FROM claims
        UNION ALL SELECT other, one, voice, day, claims.term FROM claims
        JOIN terms ON id = other WHERE terms.term LIKE '<%'
    ) AS c JOIN terms AS t ON t.id = c.term GROUP BY 1, 2, 3, 4
"""
_ALL = """
    SELECT terms.term, fact, voice, day FROM tellings JOIN terms ON id = entity ORDER BY entity, fact
"""
# Rows of a fact stand together, so that each is judged in one pass over those of its thing.
_READ = """
    WITH own AS (SELECT DISTINCT voice FROM voices WHERE outlet IN (SELECT value FROM json_each(:outlets)))
    SELECT terms.term, first, elsewhere FROM (
        SELECT fact, max(NOT :every AND own.voice IS NULL) AS elsewhere, min(CASE WHEN
            (:every OR own.voice IS NOT NULL) AND (:known IS NULL OR day <> '' AND day <= :known) THEN term
        END) AS first
        FROM tellings LEFT JOIN own ON own.voice = tellings.voice
        WHERE entity = (SELECT id FROM terms WHERE term = :entity) GROUP BY fact
    ) JOIN terms ON id = fact WHERE first IS NOT NULL ORDER BY terms.term
"""


class Voices(Protocol):
    """Whose telling a claim is, and when it was told."""

    def of(self, article: str, telling: str | None, /) -> frozenset[str]:
        """Return the outlets of a claim, by its article and the one that it is according to."""

    def groups(self, outlet: str, /) -> tuple[str, ...]:
        """Return the groups that an outlet belongs to."""

    def day(self, article: str, /) -> str | None:
        """Return the day on which an article was issued."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What is told of a thing in all.

    Attributes:
        facts: how many.
        undated: how many of them only articles without a date tell.
        outlets: how many facts each outlet tells, by its IRI, the most first.
        groups: the same of each group of them.
        days: the last days on which something of it was published, as ISO dates, the last first.
        published: how many days there are in all.
    """

    facts: int
    undated: int
    outlets: tuple[tuple[str, int], ...]
    groups: tuple[tuple[str, int], ...]
    days: tuple[str, ...]
    published: int


NOTHING = Summary(0, 0, (), (), (), 0)


@dataclass(frozen=True, slots=True)
class Kept:
    """What a reading tells of a thing.

    Attributes:
        facts: terms of the facts that it tells.
        alone: terms of those that no other outlet tells, each with the first property that joins it; sorted.
    """

    facts: frozenset[str]
    alone: tuple[tuple[str, str], ...]


def write(file: Path | str, told: Iterable[Telling], voices: Voices) -> sqlite3.Connection:
    """Write what claims tell into a file, or into memory under the name `:memory:`, and return it opened."""
    index = sqlite3.connect(file)
    index.executescript(_TABLES)
    known = _Known(voices)
    index.executemany("INSERT INTO claims VALUES (?, ?, ?, ?, ?)", known.rows(told))
    index.executemany("INSERT INTO terms VALUES (?, ?)", ((n, term) for term, n in known.terms.items()))
    outlets = ((outlet, n) for found, n in known.voices.items() for outlet in found)
    index.executemany("INSERT INTO voices VALUES (?, ?)", outlets)
    index.execute(_TURNED)
    index.executemany("INSERT INTO summaries VALUES (?, ?)", _summaries(index, known.voices, voices))
    index.commit()
    return index


def summary(index: sqlite3.Connection, entity: str) -> Summary | None:
    """Return what is told of a thing in all; None where nothing is."""
    found = index.execute("SELECT told FROM summaries WHERE entity = ?", (f"<{entity}>",)).fetchone()
    if found is None:
        return None
    facts, undated, outlets, groups, days, published = json.loads(found[0])
    return Summary(facts, undated, _pairs(outlets), _pairs(groups), tuple(days), published)


def kept(index: sqlite3.Connection, entity: str, outlets: Collection[str], known: str | None) -> Kept:
    """Return what a reading tells: some outlets, or all where none are named; until a day, or without end."""
    asked = {"entity": f"<{entity}>", "outlets": json.dumps(sorted(outlets)), "known": known}
    found = index.execute(_READ, {**asked, "every": not outlets}).fetchall()
    alone = ((fact, term) for fact, term, elsewhere in found if outlets and not elsewhere)
    return Kept(frozenset(fact for fact, _, _ in found), tuple(alone))


class _Known:
    """The numbers of terms and voices so far."""

    def __init__(self, voices: Voices) -> None:
        self._of = voices
        self._heard: dict[tuple[str, str | None], tuple[int, str]] = {}
        self.terms: dict[str, int] = {}
        self.voices: dict[frozenset[str], int] = {}

    def rows(self, told: Iterable[Telling]) -> Iterator[tuple[int, int, int, int, str]]:
        for *triple, article, word in told:
            if triple[1] not in _LEFT_OUT:
                one, term, other = (self.terms.setdefault(each, len(self.terms)) for each in triple)
                yield one, term, other, *self._voice(article, word)

    def _voice(self, article: str, word: str | None) -> tuple[int, str]:
        if (found := self._heard.get((article, word))) is None:
            number = self.voices.setdefault(self._of.of(article, word), len(self.voices))
            found = self._heard[article, word] = number, self._of.day(article) or ""
        return found


def _summaries(
    index: sqlite3.Connection, numbers: Mapping[frozenset[str], int], voices: Voices
) -> Iterator[tuple[str, str]]:
    outlets = {n: sorted(found) for found, n in numbers.items()}
    groups = {n: {each for o in found for each in voices.groups(o)} for n, found in outlets.items()}
    for entity, rows in groupby(index.execute(_ALL), key=itemgetter(0)):
        facts, dated, days = set(), set(), set()
        heard: dict[int, set[int]] = {}
        for _, fact, voice, day in rows:
            facts.add(fact)
            heard.setdefault(voice, set()).add(fact)
            if day:
                dated.add(fact)
                days.add(day)
        last = sorted(days, reverse=True)
        counted = (_counted(heard, by) for by in (outlets, groups))
        yield entity, json.dumps((len(facts), len(facts) - len(dated), *counted, last[:SHOWN], len(last)))


def _counted(heard: Mapping[int, set[int]], by: Mapping[int, Iterable[str]]) -> list[tuple[str, int]]:
    """Return how many facts each outlet tells, or each group: a fact counts once."""
    found: dict[str, set[int]] = {}
    for voice, facts in heard.items():
        for each in by[voice]:
            found.setdefault(each, set()).update(facts)
    return sorted(((each, len(facts)) for each, facts in found.items()), key=lambda e: (-e[1], e[0]))


def _pairs(found: Iterable[list[object]]) -> tuple[tuple[str, int], ...]:
    return tuple((str(name), int(str(number))) for name, number in found)
