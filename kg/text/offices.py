"""Which person holds which office, as titles and names stand together."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from kg.registry.words import words
from kg.text.names import Name
from kg.text.persons import after_brackets, is_honour, start_of_name
from kg.text.titles import TitlePhrase
from kg.text.tokens import Doc
from kg.vocab import DIP

_MARKS = frozenset({",", "–", "—", ":"})
_CLOSING = frozenset({",", ".", "and", ")", ";", "–", "—", "’s", "'s", "(", "\n"})
_LIST = frozenset({",", "and", "&", ";"})
_JOINTS = frozenset({"and", "&", "/", "cum"})
_ASIDE = 7  # tokens from a comma back to the one before it, for what stands between them


@dataclass(frozen=True, slots=True)
class Held:
    """A title phrase and the name of the person who holds the office.

    Attributes:
        title: the phrase.
        holder: the person's name in the text.
    """

    title: TitlePhrase
    holder: Name


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of persons in one text, by their first token and by where they end.

    `told` are the first tokens of those that hold an office told before.
    """

    starts: Mapping[int, Name]
    ends: Mapping[int, Name]
    told: set[int] = field(default_factory=set)


def held(doc: Doc, titles: Iterable[TitlePhrase], names: Iterable[Name]) -> tuple[Held, ...]:
    """Return the offices that stand with a person's name, in the order of the text."""
    starts = {n.start: n for n in names if n.kind == DIP.Person}
    persons = _Names(starts, {n.end: n for n in starts.values()})
    phrases = tuple(titles)
    holders: dict[TitlePhrase, tuple[Name, ...]] = {}
    for title in phrases:
        persons.told.update(n.start for each in holders.values() for n in each)
        holders[title] = tuple(_holders(doc, title, persons))
    for title, following in reversed(tuple(pairwise(phrases))):
        if not holders[title] and _leads_to(doc, title, following):
            holders[title] = holders[following][:1]
    for before, title in pairwise(phrases):
        behind = [n for n in holders[before] if n.end <= before.start]  # "Weber, the Minister of Trade and …"
        if not holders[title] and _goes_on(doc, before, title):
            holders[title] = tuple(behind[:1])
    return tuple(Held(title, holder) for title in phrases for holder in holders[title])


def _leads_to(doc: Doc, title: TitlePhrase, following: TitlePhrase) -> bool:
    """Say whether a title is joined to the next one: "Special Envoy and Ambassador", "Minister, Prince"."""
    between = [token.lower_ for token in doc[title.end : following.start]]
    is_address = following.entry.office in words("office of address")
    if between in ([], [","]) and (is_address or title.entry.office == "counterpart"):
        return True
    if between == [","] and doc[following.end : following.end + 1].text[:1].isupper():
        return title.body is not None or (title.state is not None and title.state == following.state)
    is_behind = following.entry.of == title.entry.of == "state" and doc[title.head].text[0].isupper()
    is_bare = doc[title.start - 1].lower_ not in {"the", "a"}
    if is_behind and is_bare and len(between) == 1 and between[0] in {*_MARKS, "-"}:
        return True  # "Deputy Prime Minister – Minister of Trade Weber"
    return 0 < len(between) <= 2 and between[0] in _JOINTS


def _goes_on(doc: Doc, before: TitlePhrase, title: TitlePhrase) -> bool:
    """Say whether a title without an article goes on with another: "Minister of Trade and party leader"."""
    between = [token.lower_ for token in doc[before.end : title.start]]
    closed = title.end < len(doc) and doc[title.end].text == ","
    if between == ["and", "the"] and closed:  # "Weber, an aide at the Bank and the head of the Board, said"
        return doc[before.start - 1].lower_ in {"a", "an", "the"}
    return 0 < len(between) <= 2 and between[-1] in {*_JOINTS, ","} and between[0] in {*_JOINTS, ","}


def _holders(doc: Doc, title: TitlePhrase, persons: _Names) -> Iterator[Name]:
    right_after = persons.starts.get(start_of_name(doc, title.end))
    if right_after is not None:
        yield right_after
        if title.is_plural:
            yield from _list(doc, right_after, persons)
        return
    before = persons.ends.get(_back(doc, title.start)) or _right_before(doc, title, persons)
    behind = _behind_mark(doc, title, persons)
    if before is not None and before.start in persons.told and behind is not None:
        before = None  # "Director Ada Weber, the head of the Division, John Smith, and …"
    found = before or behind or _predicate(doc, title, persons)
    if found is not None:
        yield found


def _list(doc: Doc, first: Name, persons: _Names) -> Iterator[Name]:
    """Yield the names that follow one in a list; between them may stand what is in brackets."""
    i = first.end
    while i < len(doc) and not doc[i].is_sent_start:
        if doc[i].text == "(":
            i = next((t.i for t in doc[i : i + 30] if t.text == ")"), len(doc)) + 1
        elif doc[i].lower_ in _LIST:
            i += 1
        elif i in persons.starts:
            yield persons.starts[i]
            i = persons.starts[i].end
        else:
            return


def _back(doc: Doc, i: int) -> int:
    """Return where the words before a title end, without article and mark: "Liu" of "Liu, the Minister".

    An age or a home may stand between: "Liu, 61, the Minister", "Liu, of Ohio, the Minister".
    """
    while i > 0 and doc[i - 1].lower_ in words("before apposed title"):
        i -= 1
    if i == 0 or doc[i - 1].text not in {*_MARKS, "(", "-"}:
        return -1
    comma = next((j for j in range(i - 2, max(i - _ASIDE, 0), -1) if doc[j].text == ","), None)
    if doc[i - 1].text == "," and comma is not None and _is_aside(doc, comma + 1, i - 1):
        return comma
    end = i - 1
    if end > 2 and doc[end - 2].lower_ == "of" and doc[end - 1].text[0].isupper() and doc[i - 1].text == ",":
        end -= 2  # "Lord Ada Weber of Lewes, Minister"
    while end > 1 and is_honour(doc, end - 1):
        end -= 1 + (doc[end - 2].text == ",")
    return end


def _is_aside(doc: Doc, start: int, end: int) -> bool:
    """Say whether tokens between two commas tell an age, honours or a home."""
    age = end - start == 1 and (doc[start].text.isdecimal() or is_honour(doc, start))
    return age or (
        doc[start].lower_ in {"of", "from"} and all(t.text[0].isupper() for t in doc[start + 1 : end])
    )


def _right_before(doc: Doc, title: TitlePhrase, persons: _Names) -> Name | None:
    """Return the name right before a title with a capital: "H.E. Ada Weber Ambassador of Italy"."""
    name = persons.ends.get(title.start)
    told = title.state is not None or title.body is not None
    return name if told and name is not None and doc[title.start].text[0].isupper() else None


def _behind_mark(doc: Doc, title: TitlePhrase, persons: _Names) -> Name | None:
    """Return the name in apposition behind a title: "the Minister, Liu, said"."""
    mark = after_brackets(doc, title.end)
    if mark + 1 >= len(doc) or doc[mark].text not in _MARKS:
        return None
    name = persons.starts.get(start_of_name(doc, mark + 1))
    if name is None or name.end >= len(doc):
        return name
    after = doc[name.end + is_honour(doc, name.end)]
    closed = after.text in _CLOSING or after.is_space or after.pos_ in {"VERB", "AUX", "ADV", "ADP", "SCONJ"}
    return name if closed or after.is_sent_start else None


def _predicate(doc: Doc, title: TitlePhrase, persons: _Names) -> Name | None:
    """Return who is said to be or become something: "Weber is the Minister", "was appointed as Minister"."""
    head = doc[title.head]
    if head.dep_ == "pobj" and head.head.lower_ == "as":
        verb, wanted = head.head.head, words("office as")
    else:
        verb, wanted = head.head, words("office")
    is_told = head.dep_ in {"attr", "oprd", "pobj", "dobj"} and verb.lemma_.lower() in wanted
    if not is_told or any(child.dep_ == "neg" for child in verb.children):
        return None
    by_verb = {child.dep_: child.i for child in verb.children if child.i != head.i}
    is_chosen = verb.lemma_.lower() in words("office by choice")
    who = by_verb.get("nsubjpass", by_verb.get("dobj" if is_chosen else "nsubj"))
    return next((n for n in persons.starts.values() if who is not None and n.start <= who < n.end), None)
