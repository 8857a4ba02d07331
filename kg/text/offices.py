"""Which person holds which office, as an article tells it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.text.names import Name, after_honorifics
from kg.text.titles import TitlePhrase
from kg.vocab import DIP


@dataclass(frozen=True, slots=True)
class Held:
    """A title phrase and the name of the person who holds the office.

    Attributes:
        title: the phrase; None where "counterpart" stands for it.
        holder: the person's name in the text.
        near: "before" or "after" the name, or "copula".
    """

    title: TitlePhrase
    holder: Name
    near: str


def held(doc: Doc, titles: Iterable[TitlePhrase], names: Iterable[Name]) -> tuple[Held, ...]:
    """Return the offices that stand with a person's name, in the order of the text."""
    persons = {n.start: n for n in names if n.kind == DIP.Person}
    ends = {n.end: n for n in persons.values()}
    found = []
    for title in titles:
        each = _holder(doc, title, persons, ends)
        if each is not None:
            found.append(each)
    return tuple(found)


def _holder(
    doc: Doc, title: TitlePhrase, persons: Mapping[int, Name], ends: Mapping[int, Name]
) -> Held | None:
    right_after = next((n for n in persons.values() if n.title == title), None)
    if right_after is not None:
        return Held(title, right_after, "before")
    behind = _skip_back(doc, title.start)
    if behind in ends:
        return Held(title, ends[behind], "after")
    after = after_honorifics(doc, title.end + 1)
    if title.end < len(doc) and doc[title.end].text in {",", "–", "—", ":"} and after in persons:
        name = persons[after]
        following = doc[name.end].text if name.end < len(doc) else "."
        if following in {",", ".", "and", ")", ";", "–", "—", "’s", "'s"} or doc[name.end].pos_ in {
            "VERB",
            "AUX",
            "ADV",
        }:
            return Held(title, name, "before")
    return _copula(doc, title, persons)


def _skip_back(doc: Doc, i: int) -> int:
    """Return where the words before a title end, without article and opening mark: "Liu, the" of "Liu, the Minister"."""
    j = i
    while j > 0 and doc[j - 1].lower_ in {
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "who",
        "is",
        "as",
        "currently",
        "then",
        "was",
    }:
        j -= 1
    if j > 0 and doc[j - 1].text in {",", "(", "–", "—", "-"}:
        return j - 1
    return -1


def _copula(doc: Doc, title: TitlePhrase, persons: Mapping[int, Name]) -> Held | None:
    head = doc[title.head]
    if head.dep_ != "attr" or head.head.lemma_ != "be":
        return None
    for child in head.head.children:
        name = next((n for n in persons.values() if n.start <= child.i < n.end), None)
        if child.dep_ == "nsubj" and name is not None:
            return Held(title, name, "copula")
    return None
