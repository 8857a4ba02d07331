"""Titles of offices: wordings, ranks, and the words that change or precede them."""

from dataclasses import dataclass
from functools import cache

from rdflib import RDF, URIRef

from kg.errors import RegistryError
from kg.registry.names import Index, index
from kg.registry.tables import Row, rows
from kg.vocab import DIP, TERMS, local

FILE, WORDS_FILE = "titles.tsv", "title_words.tsv"
COLUMNS = ("office", "wordings", "rank", "body_rank", "of", "states")
WORD_COLUMNS = ("word", "kind", "effect")
RANKS = tuple(sorted(local(URIRef(str(rank))) for rank in TERMS.subjects(RDF.type, DIP.Rank)))
EFFECTS = ("former", "acting", "elect", "deputy", "none")
_BELOW = {
    "HeadOfState": "DeputyHeadOfState",
    "HeadOfGovernment": "DeputyHeadOfGovernment",
    "Minister": "DeputyMinister",
}


@dataclass(frozen=True, slots=True)
class Title:
    """One row of `titles.tsv`.

    Attributes:
        office: the normalised office, in small letters.
        wordings: other ways to write it.
        rank: local name of the member of dip:Rank, for an office of a state.
        body_rank: the same for an office of an organisation, party or company.
        of: what it is an office of: "state", "body" or "any".
        states: keys of states where the rank is another, each with it.
    """

    office: str
    wordings: tuple[str, ...]
    rank: str
    body_rank: str
    of: str
    states: tuple[tuple[str, str], ...]

    def rank_in(self, state: str | None, *, body: bool = False) -> str:
        """Return the rank of the office in a state (its key), or of a body of it."""
        return self.body_rank if body else dict(self.states).get(state or "", self.rank)


@dataclass(frozen=True, slots=True)
class TitleWord:
    """One row of `title_words.tsv`.

    Attributes:
        word: in small letters.
        kind: "modifier", "honorific" or "military".
        effect: one of `EFFECTS`.
    """

    word: str
    kind: str
    effect: str


@dataclass(frozen=True, slots=True)
class Office:
    """A title as a text words it.

    Attributes:
        title: the row of the table.
        modifiers: the words before it, in their order ("former", "first deputy").
    """

    title: Title
    modifiers: tuple[TitleWord, ...]

    @property
    def name(self) -> str:
        """The normalised office with what lowers it ("deputy minister of foreign affairs"), not "former"."""
        return "deputy " + self.title.office if self._lowered else self.title.office

    @property
    def is_former(self) -> bool:
        """Whether the words say that it is held no more."""
        return any(word.effect == "former" for word in self.modifiers)

    def rank_in(self, state: str | None, *, body: bool = False) -> str:
        """Return the rank of the office in a state (its key), or of a body of it."""
        found = self.title.rank_in(state, body=body)
        return _BELOW.get(found, found) if self._lowered else found

    @property
    def _lowered(self) -> bool:
        return any(word.effect == "deputy" for word in self.modifiers)


@cache
def titles() -> tuple[Title, ...]:
    """Return all titles, in the order of the table.

    Raises:
        RegistryError: where the table is broken.
    """
    return tuple(_title(row) for row in rows(FILE, COLUMNS))


@cache
def title_words() -> tuple[TitleWord, ...]:
    """Return all modifiers and honorifics, in the order of the table.

    Raises:
        RegistryError: where the table is broken.
    """
    return tuple(
        TitleWord(
            row.need("word"),
            row.choice("kind", ("modifier", "honorific", "military")),
            row.choice("effect", EFFECTS),
        )
        for row in rows(WORDS_FILE, WORD_COLUMNS)
    )


@cache
def title_names() -> Index[Title]:
    """Return the index of offices and their wordings; all in small letters."""
    return index(titles(), lambda each: (each.office, *each.wordings))


@cache
def words_of(kind: str) -> dict[str, TitleWord]:
    """Return the title words of a kind by their form in small letters."""
    return {each.word: each for each in title_words() if each.kind == kind}


def office(wording: str) -> Office | None:
    """Return the office that a wording names, without the state or body; None where the table has none.

    >>> found = office("Former Deputy Foreign Minister")
    >>> found.name, found.rank_in("CHN"), found.is_former
    ('deputy minister of foreign affairs', 'DeputyMinister', True)
    """
    words = wording.casefold().replace("’", "'").split()
    modifiers: list[TitleWord] = []
    stem, hyphen, last = " ".join(words).rpartition("-")
    if hyphen and f"-{last.strip()}" in words_of("modifier"):  # "President-elect"
        words = stem.split()
        modifiers.append(words_of("modifier")[f"-{last.strip()}"])
    while words:
        found = title_names().get(" ".join(words))
        if found is not None:
            return Office(found, tuple(modifiers))
        taken = _modifier(words)
        if taken is None:
            return None
        modifiers.append(taken)
        words = words[len(taken.word.split()) :]
    return None


def wordings(name: str) -> tuple[str, ...]:
    """Return all ways to write a normalised office, its name first; of a deputy's those that lower it so.

    >>> wordings("deputy governor-general")
    ('deputy governor-general', 'deputy governor general')
    """
    lowered = "deputy " if title_names().get(name) is None and name.startswith("deputy ") else ""
    found = title_names().get(name.removeprefix(lowered))
    return tuple(f"{lowered}{form}" for form in (found.office, *found.wordings)) if found else (name,)


def _modifier(words: list[str]) -> TitleWord | None:
    known = words_of("modifier")
    return next((known[form] for size in (2, 1) if (form := " ".join(words[:size])) in known), None)


def _title(row: Row) -> Title:
    rank = row.choice("rank", RANKS)
    return Title(
        office=row.need("office"),
        wordings=row.many("wordings"),
        rank=rank,
        body_rank=row.choice("body_rank", RANKS) if row.one("body_rank") else rank,
        of=row.choice("of", ("state", "body", "any")),
        states=tuple(_exception(row, each) for each in row.many("states")),
    )


def _exception(row: Row, text: str) -> tuple[str, str]:
    key, _, rank = text.partition(":")
    if rank not in RANKS:
        raise RegistryError(f"{row.file}:{row.line}: expected KEY:Rank under 'states', found {text!r}")
    return key, rank
