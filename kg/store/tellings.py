"""Who tells what of each thing, and when: counted with the build, for a thing may have 100,000 claims.

A fact of a thing here is another thing, or a value, that claims join with it: each meeting of a person counts
once, whatever the person was in it. Names and classes are no facts, nor is what the registry adds. A telling
is a fact with its voice, the outlets whose telling it is (`kg.store.voices`), and the day. A page reads the
summary of its thing; one that is re-read as some outlets tell it reads what these tell, and the latest of
the records among it.
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

from kg.store.cited import SENTENCES
from kg.vocab import DIP

FILE = "told.sqlite"  # another name than before facts had an age: an older file is asked for nothing
NO_FACTS = (RDF.type, RDFS.label, SKOS.altLabel, DIP.code, DIP.dyad, DIP.level, DIP.mode, DIP.when)
SHOWN = 50  # days, and facts that one reading alone tells: what a reader scans
MANY = 300  # claims of a record or office: of one of more those are read that a reading needs
Telling = tuple[
    str, str, str, str, str | None, str
]  # terms of a triple; article, on whose word it has it, and the IRI of the claim
_LEFT_OUT = frozenset(f"<{term}>" for term in NO_FACTS)
_TABLES = """
    PRAGMA journal_mode = OFF;
    CREATE TABLE terms (id INTEGER PRIMARY KEY, term TEXT UNIQUE, age INTEGER);
    CREATE TABLE voices (outlet TEXT, voice INTEGER, PRIMARY KEY (outlet, voice)) WITHOUT ROWID;
    CREATE TABLE summaries (entity TEXT PRIMARY KEY, told TEXT) WITHOUT ROWID;
    CREATE TABLE tellings (entity INTEGER, fact INTEGER, voice INTEGER, day TEXT, term TEXT,
        PRIMARY KEY (entity, fact, voice, day)) WITHOUT ROWID;
    CREATE TABLE cited (thing INTEGER, fact INTEGER, voice INTEGER, day TEXT, claim TEXT);
    CREATE INDEX cited_of ON cited (thing);
    CREATE TEMP TABLE claims (
        one INTEGER, term INTEGER, other INTEGER, voice INTEGER, day TEXT, claim TEXT, word INTEGER,
        is_fact INTEGER
    );
"""
# A number for each triple on each word: what is told first-hand weighs more than what is said, and a
# day may be both the first and the last.
_CITED = """
    INSERT INTO cited SELECT one, dense_rank() OVER (ORDER BY one, term, other, word), voice, day, claim
    FROM claims WHERE claim <> '' AND one IN (
        SELECT one FROM claims JOIN terms ON id = one WHERE age IS NOT NULL GROUP BY one HAVING count(*) > ?
    )
"""
# A claim joins both its ends: each is a fact of the other, but for a value, of which there are no pages.
_TURNED = """
    INSERT INTO tellings SELECT entity, fact, voice, day, min(substr(t.term, 2, length(t.term) - 2)) FROM (
        SELECT one AS entity, other AS fact, voice, day, claims.term FROM claims WHERE is_fact
        UNION ALL SELECT other, one, voice, day, claims.term FROM claims
        JOIN terms ON id = other WHERE is_fact AND terms.term LIKE '<%'
    ) AS c JOIN terms AS t ON t.id = c.term GROUP BY 1, 2, 3, 4
"""
_ALL = """
    SELECT terms.term, fact, voice, day FROM tellings JOIN terms ON id = entity ORDER BY entity, fact
"""
# What a reading tells of some things. Rows of a fact stand together: each is judged in one pass over those of
# its thing.
_READ = """
    WITH own AS (SELECT DISTINCT voice FROM voices WHERE outlet IN (SELECT value FROM json_each(:outlets))),
    told AS (
        SELECT fact, own.voice IS NULL AND NOT :every AS others, CASE WHEN (:every OR own.voice IS NOT NULL)
            AND (:known IS NULL OR day <> '' AND day <= :known) THEN term END AS telling
        FROM tellings LEFT JOIN own ON own.voice = tellings.voice
        WHERE entity IN (SELECT id FROM terms WHERE term IN (SELECT value FROM json_each(:entities)))
    ),
    facts AS (SELECT fact, max(others) AS elsewhere, min(telling) AS first FROM told GROUP BY fact)
"""
_COUNT = "SELECT count(first), count(first) FILTER (WHERE NOT elsewhere) FROM facts"
_ALONE = """
    SELECT terms.term, first FROM facts JOIN terms ON id = fact
    WHERE first IS NOT NULL AND NOT elsewhere ORDER BY terms.term LIMIT :most
"""
_LATEST = """
    SELECT terms.term, count(*) OVER () FROM facts JOIN terms ON id = fact
    WHERE first IS NOT NULL AND age IS NOT NULL ORDER BY age, terms.term LIMIT :most
"""
_CLAIMS = """
    SELECT DISTINCT claim FROM (
        SELECT claim, is_own, row_number() OVER (PARTITION BY fact, is_own ORDER BY day DESC, claim) AS n
        FROM (
            SELECT fact, day, claim, (:every OR own.voice IS NOT NULL)
                AND (:known IS NULL OR day <> '' AND day <= :known) AS is_own
            FROM cited LEFT JOIN own ON own.voice = cited.voice
            WHERE thing IN (SELECT id FROM terms WHERE term IN (SELECT value FROM json_each(:entities)))
        )
    ) WHERE n = 1 OR is_own AND n <= :most ORDER BY claim
"""


class Voices(Protocol):
    """Whose telling a claim is, and when it was told."""

    def of(self, article: str, telling: str | None, /) -> frozenset[str]:
        """Return the outlets of a claim, by its article and the one that it is according to."""

    def groups(self, outlet: str, /) -> tuple[str, ...]:
        """Return the groups that an outlet belongs to."""

    def day(self, article: str, /) -> str | None:
        """Return the day on which an article was issued."""

    def age(self, thing: str, /) -> int | None:
        """Return what sorts records, the latest first; None for what is none."""


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
        facts: how many facts it tells.
        only: how many of them no other outlet tells.
        alone: the terms of these, each with the first property that joins it; sorted, at most `SHOWN`.
    """

    facts: int
    only: int
    alone: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Latest:
    """The records that a reading tells of some things.

    Attributes:
        records: their IRIs, the latest first, those without a date last; at most as many as were asked for.
        total: how many there are.
    """

    records: tuple[str, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose telling is read, and until when.

    Attributes:
        outlets: IRIs of the outlets; all where none are named.
        known: the last day, as an ISO date; None where all days count.
    """

    outlets: Collection[str]
    known: str | None

    def of(self, *entities: str, most: int = SHOWN) -> dict[str, object]:
        """Return what a query of the tellings of some things takes."""
        outlets, things = json.dumps(sorted(self.outlets)), json.dumps([f"<{each}>" for each in entities])
        every = not self.outlets
        return {"entities": things, "outlets": outlets, "known": self.known, "every": every, "most": most}


def write(file: Path | str, told: Iterable[Telling], voices: Voices) -> sqlite3.Connection:
    """Write what claims tell into a file, or into memory under the name `:memory:`, and return it opened."""
    index = sqlite3.connect(file)
    index.executescript(_TABLES)
    known = _Known(voices)
    index.executemany("INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?)", known.rows(told))
    terms = ((n, term, voices.age(term[1:-1]) if term[0] == "<" else None) for term, n in known.terms.items())
    index.executemany("INSERT INTO terms VALUES (?, ?, ?)", terms)
    outlets = ((outlet, n) for found, n in known.voices.items() for outlet in found)
    index.executemany("INSERT INTO voices VALUES (?, ?)", outlets)
    index.execute(_TURNED)
    index.execute(_CITED, (MANY,))
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


def kept(index: sqlite3.Connection, entity: str, asked: Asked) -> Kept:
    """Return how much of a thing a reading tells."""
    facts, only = index.execute(_READ + _COUNT, asked.of(entity)).fetchone()
    if not asked.outlets:
        return Kept(facts, 0, ())
    return Kept(facts, only, tuple(index.execute(_READ + _ALONE, asked.of(entity))))


def latest(index: sqlite3.Connection, entities: Iterable[str], asked: Asked, most: int) -> Latest:
    """Return the latest records that a reading tells of some things."""
    found = index.execute(_READ + _LATEST, asked.of(*entities, most=most)).fetchall()
    return Latest(tuple(term[1:-1] for term, _ in found), found[0][1] if found else 0)


def cited(index: sqlite3.Connection, thing: str, asked: Asked) -> tuple[str, ...]:
    """Return claims by which a reading knows a record or office of which more than `MANY` tell.

    Of each triple on each word the latest `SENTENCES` of the reading, and one that is not of it; classes and
    the like are read as all else. Empty for a thing of few.
    """
    found = index.execute(_READ + _CLAIMS, asked.of(thing, most=SENTENCES))
    return tuple(claim for (claim,) in found)


class _Known:
    """The numbers of terms and voices so far."""

    def __init__(self, voices: Voices) -> None:
        self._of = voices
        self._heard: dict[tuple[str, str | None], tuple[int, str]] = {}
        self.terms: dict[str, int] = {}
        self.voices: dict[frozenset[str], int] = {}

    def rows(self, told: Iterable[Telling]) -> Iterator[tuple[int | str | None, ...]]:
        for one, term, other, article, word, claim in told:
            triple = (self._number(each) for each in (one, term, other))
            according = self._number(f"<{word}>") if word else None
            yield *triple, *self._voice(article, word), claim, according, term not in _LEFT_OUT

    def _number(self, term: str) -> int:
        return self.terms.setdefault(term, len(self.terms))

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
