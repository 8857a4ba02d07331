"""Find things whose names may be one that is written in some way: candidates, to be compared with care.

Names that have all words come first. Where these are few, and none has the same words alone, those that have
one of the two rarest words follow; a word that no name has counts by its beginning. A slip of the pen spoils
one word, seldom two. Names in other scripts are found by how they are spelt in Latin letters.
"""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from rapidfuzz import fuzz

from kg import spelling
from kg.store import texts

FEW = 5  # names with all words: fewer may not hold the one that is meant
READ = 150  # names of one word that are read: more share it than tell anything by it
COMMON = 2_000  # names that have a word: one of more does not help to find a name
EQUAL = 100.0  # a name with the same words: no slip is looked for then
FAR = 20.0  # of 100: so much less like than the likest is another name
LONGEST = 400  # characters of a text: no name is longer

_Scored = list[tuple[float, str]]  # how like a name is, of 100, and its thing


class Names:
    """The names of a build, opened for many questions; to be closed."""

    def __init__(self, file: Path) -> None:
        """Open the index."""
        self._index = texts.open_index(file)
        # A view of the words of the names with how many names have each; it lies in memory.
        self._index.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, names, row)")

    def close(self) -> None:
        """Close the index."""
        self._index.close()

    def like(self, text: str, limit: int, kinds: Collection[str]) -> tuple[str, ...]:
        """Return at most `limit` things of some classes with a name like a text, the likest first.

        Ties are decided by the IRI. Nothing is like what has no word, or is too long for a name.
        """
        words = texts.split(texts.fold(text))[: texts.MANY] if len(text) <= LONGEST else []
        if not words:
            return ()
        whole = " ".join(words)
        forms = dict.fromkeys((whole, *(" ".join(texts.split(form)) for form in spelling.forms(text))))
        match = " OR ".join(texts.every(form.split()[: texts.MANY]) for form in forms if form)
        found = _scored(whole, self._with(match, kinds))
        if len(found) < FEW and max(found, default=(0.0, ""))[0] < EQUAL:
            found += _near(
                _scored(whole, (each for rare in self._rare(words) for each in self._with(rare, kinds)))
            )
        found.sort(key=lambda pair: (-pair[0], pair[1]))
        return tuple(dict.fromkeys(iri for _, iri in found))[:limit]

    def _with(self, match: str, kinds: Collection[str]) -> list[tuple[str, str]]:
        """Return things, each with the folded name that the index finds."""
        query = "SELECT iri, kind, folded FROM names WHERE names MATCH ? LIMIT ?"
        return [
            (iri, folded) for iri, kind, folded in self._index.execute(query, (match, READ)) if kind in kinds
        ]

    def _rare(self, words: Iterable[str]) -> Iterator[str]:
        """Yield what finds the names of the two rarest words."""
        counted = []
        for word in dict.fromkeys(words):
            if number := self._count("term = ?", word):
                counted.append((number, _quoted(word)))
            elif number := self._count(
                "term >= ? AND term < ?", begin := texts.begin(word), f"{begin}\U0010ffff"
            ):
                counted.append((number, f"{_quoted(begin)}*"))
        yield from (match for number, match in sorted(counted)[:2] if number <= COMMON)

    def _count(self, condition: str, *values: str) -> int:
        query = f"SELECT coalesce(sum(doc), 0) FROM temp.words WHERE {condition}"  # noqa: S608 # ours
        return int(self._index.execute(query, values).fetchone()[0])


def _quoted(word: str) -> str:
    return f'"{word}"'


def _scored(text: str, found: Iterable[tuple[str, str]]) -> _Scored:
    return [(fuzz.token_sort_ratio(text, folded), iri) for iri, folded in found]


def _near(found: _Scored) -> _Scored:
    """Return those that are not much less like than the likest."""
    best = max(found, default=(0.0, ""))[0]
    return [pair for pair in found if pair[0] >= best - FAR]
