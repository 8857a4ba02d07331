"""Finds rows by the forms of their names, as news write them."""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Entry = TypeVar("Entry")
# What sources write for an apostrophe or a hyphen: quotation marks, modifier letters, grave accent, dashes.
_PLAINER = str.maketrans("\u2019\u2018\u02bb\u02bc`\u2011\u2013", "'''''--")


@dataclass(frozen=True, slots=True)
class Index(Generic[Entry]):
    """Entries by the forms of their names.

    A form is found as it is written; failing that without a leading article, then without regard to accents
    and letter case. Two kinds are found only as written: a form without a small letter ("US", for "us" is a
    pronoun), and one asked for with a small first letter where the table has a capital ("turkey" is a bird).

    Attributes:
        exact: entries by form, apostrophes and spaces made plain.
        loose: entries by folded form, of forms that have a small letter.
    """

    exact: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    loose: dict[str, tuple[Entry, ...]] = field(default_factory=dict)

    def all(self, form: str) -> tuple[Entry, ...]:
        """Return every entry that has the form, in the order of the table; empty where none has."""
        plain = _plain(form)
        bare = _without_article(plain)
        found = self.exact.get(plain) or self.exact.get(bare)
        if found is None and bare[:1].isupper():
            found = self.loose.get(_folded(plain)) or self.loose.get(_folded(bare))
        return found or ()

    def get(self, form: str) -> Entry | None:
        """Return the one entry that has the form; None where none has or several have ("Congolese")."""
        found = self.all(form)
        return found[0] if len(found) == 1 else None

    def forms(self) -> tuple[str, ...]:
        """Return all forms as written in the table, sorted: longest first, then by the alphabet."""
        return tuple(sorted(self.exact, key=lambda form: (-len(form), form)))


def index(entries: Iterable[Entry], forms: Callable[[Entry], Iterable[str]]) -> Index[Entry]:
    """Return an index of entries by the forms that the function gives for each."""
    exact: dict[str, tuple[Entry, ...]] = {}
    loose: dict[str, tuple[Entry, ...]] = {}
    for entry in entries:
        for form in dict.fromkeys(_plain(each) for each in forms(entry)):
            _add(exact, form, entry)
            if any(letter.islower() for letter in form):
                _add(loose, _folded(form), entry)
    return Index(exact, loose)


def _add(table: dict[str, tuple[Entry, ...]], form: str, entry: Entry) -> None:
    known = table.get(form, ())
    if entry not in known:
        table[form] = (*known, entry)


def _plain(form: str) -> str:
    return " ".join(form.translate(_PLAINER).split())


def _without_article(form: str) -> str:
    first, _, rest = form.partition(" ")
    return rest if rest and first in ("the", "The", "THE") else form


def _folded(form: str) -> str:
    decomposed = unicodedata.normalize("NFKD", form.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
