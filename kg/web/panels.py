"""Pages are made of panels, and a panel is one query: how its columns become facts, each with its sentences.

A file `kg/web/pages/<class>/<NN>-<name>.rq` is a panel of the pages of that class and of the classes below
it (`resource` stands for all). A file of the same name in the folder of a class below takes its place.
Panels stand in the order of their numbers; one without rows is not shown. The head of a file is read:

    # title: Meetings        what stands over it
    # form: facts            how it is shown, one of `FORMS` or `SUMMARY`; `facts` where the line is missing
    # all: /contested        where all of the kind are listed; may be missing
    # listed: when asked     its facts are few and of many things: the build makes no list of them

The page's subject is bound to `?entity`, which the query projects. What the other columns mean:

    ?fact                    rows with the same ?fact make one fact, in the order of their first rows; so a
                             query tells parts and sentences of a fact as branches of a UNION, not as a
                             product. Without ?fact, each row is a fact.
    ?side                    words at the left, over the date
    ?earliest ?latest        the bounds of when
    ?phrase                  the article's own words for when
    ?status  ?agreed         how sure it is: `dip:status` of an event, or of an agreement
    ?step                    what it is in the way of a claim: the property by which it leads to the claim
    ?case                    the claim that a row of a strip tells a step of (with ?caseLabel)
    ?only ?denier            actors on whose word alone it stands, who deny it (with ?onlyLabel, ?denierLabel)
    ?quote ?article ?start ?end ?outlet ?published ?url
                             a sentence that it rests on, where it stands, who published it, when and where;
                             in a row with other values, the one that these rest on
    ?order                   sorts, is not shown
    ?xLabel ?xNote           the words of ?x, and what is said of them: words, or a property by its label

Every other column is shown: the first as the fact itself (`?fact` too, where there is a `?factLabel`), the
rest after their names: the label of the property so called in the ontology, else the words of the name.

A page shows as many facts of a panel as `shown` says, and a page of the panel alone (`?panel=events`) shows
`BOUND` and leads further by the fact that the next ones follow (`&after=meeting/…`). The part of the query
that picks the facts is asked when the build is made (`kg.store.lists`): it is the first SELECT within the
query that ends in a LIMIT, holds no other SELECT, and wherever it is repeated, it is so word for word. A
query without such a part picks one fact more than `BOUND`.

A branch of sentences takes each passage once before it asks for its words: a thing has a claim for every
triple, and most rest on the same few passages (four times as fast on the seeds).
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from kg.store.builds import Row
from kg.store.cited import SENTENCES
from kg.store.lists import Run
from kg.web.addresses import Addresses
from kg.web.dates import bounds
from kg.web.sentences import Citation, citation
from kg.web.values import Badge, Value, badges, english, first_text, text, value

Found = TypeVar("Found", bound=Hashable)

BOUND = 50  # facts of a page of one panel: what a reader scans before asking for a query
# How many facts of a panel stand among other panels, where each comes with its sentences.
FIRST = {"facts": 10, "sentences": 10, "strip": 6}
WHOLE = 20  # a list of no more facts stands whole there
FORMS = ("facts", "points", "strip", "list", "sentences", "table", "terms")
SUMMARY = ("dek", "words", "counts")  # forms that stand below the title of the page
SIDE = ("side", "earliest", "latest", "phrase")
SURE = ("step", "status", "agreed", "only", "denier")
CITED = ("quote", "article", "start", "end", "outlet", "published", "url", "passage")
HIDDEN = {"entity", "class", "after", "fact", "case", "order", "last", "claim", *SIDE, *SURE, *CITED}


@dataclass(frozen=True, slots=True)
class Field:
    """One thing told of a fact: its name, in English, the values, and the sentences in their rows."""

    name: str
    values: tuple[Value, ...]
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a panel.

    Attributes:
        side: words at its left; empty where there are none.
        when: the bounds of when, for readers; empty where unknown.
        date: `when` for machines (ISO 8601); None where it is no one day.
        phrase: the articles' own words for when.
        lead: the fact itself.
        fields: what else may be told of it, one for each column; those without values are told of other
            facts of the panel only.
        badges: how sure it is.
        citations: the sentences it rests on, each once.
        case: the claim that it is a step of; None where it is a step of none.
        thing: path of what the rows tell of; None where they are no fact of something.
    """

    side: str
    when: str
    date: str | None
    phrase: tuple[str, ...]
    lead: Field
    fields: tuple[Field, ...]
    badges: tuple[Badge, ...]
    citations: tuple[Citation, ...]
    case: Value | None = None
    thing: str | None = None

    @property
    def columns(self) -> tuple[Field, ...]:
        """Return the lead and the fields, one for each column that is shown."""
        return (self.lead, *self.fields)


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel of a page.

    Attributes:
        name: folder and file of its query, without ending; the folder's class is where it was written.
        title: what stands over it.
        form: one of `FORMS` or `SUMMARY`.
        facts: at most `BOUND`, or the steps of at most so many cases.
        more: whether the graph has more.
        every: path of the list of all; None where there is none.
        total: how many it has, where that is known; 0 else.
        last: the fact that the next ones follow, as an address tells it; empty where that is unknown.
    """

    name: str
    title: str
    form: str
    facts: tuple[Fact, ...]
    more: bool = False
    every: str | None = None
    total: int = 0
    last: str = ""

    @property
    def cases(self) -> tuple[tuple[Value | None, tuple[Fact, ...]], ...]:
        """Return its cases in their order, each with its steps."""
        found: dict[Value | None, list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(fact.case, []).append(fact)
        return tuple((case, tuple(steps)) for case, steps in found.items())

    @property
    def anchor(self) -> str:
        """Return the name of the panel within its page."""
        return self.name.rpartition("/")[2].partition("-")[2]

    @property
    def key(self) -> str:
        """Return a name of the panel that no other one of the page has."""
        return self.name.replace("/", "-")

    @property
    def dated(self) -> bool:
        """Say whether any of its facts has something at its left."""
        return any(fact.side or fact.when or fact.phrase for fact in self.facts)


def shown(form: str, limit: int) -> Run:
    """Return which facts of a list of at most so many a panel of a form shows among others."""
    most = min(FIRST.get(form, BOUND), limit)
    return Run(most, whole=min(WHOLE, limit) if FIRST.get(form) == FIRST["facts"] else most)


def facts(columns: Iterable[str], rows: Iterable[Row], addresses: Addresses) -> tuple[Fact, ...]:
    """Return the facts that the rows of a panel's query tell, in the order of their first rows."""
    shown = _shown(tuple(columns))
    return tuple(_fact(shown, group, addresses) for group in grouped(rows))


def grouped(rows: Iterable[Row]) -> tuple[list[Row], ...]:
    """Return rows as those of each fact."""
    groups: dict[object, list[Row]] = {}
    for number, row in enumerate(rows):
        groups.setdefault((row.get("case"), row.get("fact") or number), []).append(row)
    return tuple(groups.values())


def first(found: tuple[Fact, ...], most: int) -> tuple[Fact, ...]:
    """Return at most so many facts; of those that are steps of cases, the steps of so many cases."""
    keys = dict.fromkeys(fact.case or number for number, fact in enumerate(found))
    kept = set(list(keys)[:most])
    return tuple(fact for number, fact in enumerate(found) if (fact.case or number) in kept)


def _shown(columns: tuple[str, ...]) -> tuple[str, ...]:
    lead = ("fact",) if "factLabel" in columns else ()
    return lead + tuple(c for c in columns if c not in HIDDEN and not c.endswith(("Label", "Note")))


def _fact(shown: tuple[str, ...], rows: list[Row], addresses: Addresses) -> Fact:
    fields = tuple(_field(c, rows, addresses) for c in shown)
    earliest, latest = first_text(rows, "earliest"), first_text(rows, "latest")
    sides = _values("side", rows, addresses)
    return Fact(
        side=sides[0].text if sides else "",
        when=bounds(earliest, latest),
        date=earliest if earliest == latest else None,
        phrase=_distinct(text(row, "phrase") for row in rows),
        lead=fields[0] if fields else Field("", ()),
        fields=fields[1:],
        badges=_sure(rows, addresses),
        citations=_distinct(citation(row, addresses) for row in rows)[:SENTENCES],
        case=next(iter(_values("case", rows, addresses)), None),
        thing=addresses.path(found) if (found := first_text(rows, "fact")) else None,
    )


def _field(column: str, rows: list[Row], addresses: Addresses) -> Field:
    # The key of a fact stands in each of its rows: their sentences are those of the fact.
    telling = (row for row in rows if column != "fact" and row.get(column) is not None)
    told = _distinct(citation(row, addresses) for row in telling)[:SENTENCES]
    return Field(english(column), _values(column, rows, addresses), told)


def _values(column: str, rows: list[Row], addresses: Addresses) -> tuple[Value, ...]:
    label, note = f"{column}Label", f"{column}Note"
    told: dict[object, Row] = {}
    for row in rows:
        if (term := row.get(column)) is not None:
            # The label may stand in another row than the first: each branch of a UNION tells one thing.
            first = told.setdefault(key := (term, row.get(note)), row)
            if first.get(label) is None and row.get(label) is not None:
                told[key] = row
    return _distinct(value(row, column, addresses) for row in told.values())


def _sure(rows: list[Row], addresses: Addresses) -> tuple[Badge, ...]:
    """Return how sure a fact is; most of its rows tell of that the same, or nothing."""
    told = {tuple(row.get(name) for name in SURE): row for row in rows}
    return _distinct(badge for row in told.values() for badge in badges(row, addresses))


def _distinct(found: Iterable[Found | None]) -> tuple[Found, ...]:
    return tuple(dict.fromkeys(each for each in found if each is not None))
