"""Persons whom a title or a word of address beside their names tells: the language model misses many."""

from collections.abc import Iterable, Iterator

from kg.registry.words import words
from kg.text import bodies
from kg.text.gazetteer import Hits
from kg.text.persons import address, after_brackets, end_of_name, is_headline, is_part_of_name, start_of_name
from kg.text.titles import TitlePhrase
from kg.text.tokens import Doc
from kg.text.wordings import longest_title, modifiers

_DOUBTFUL = frozenset({"", "PERSON", "ORG", "NORP"})  # labels that names of persons get
_FULL = 2  # words that a name of a person has at least, where the model knows none
Range = tuple[int, int]  # tokens of a name, half-open


def behind(doc: Doc, hits: Hits, title: TitlePhrase) -> Range | None:
    """Return the name of a person right behind a title."""
    start = start_of_name(doc, title.end)
    end = end_of_name(doc, hits, start)
    rank = next((i for i in range(start + 1, end) if address(doc, i)), end)
    if rank < end and all(map(bodies.is_tell, doc[start:rank])):  # "Committee General Weber"
        start = start_of_name(doc, rank)
    found = end > start and not _is_title(doc, start) and not _is_none(doc, start, end)
    return (start, end) if found else None


def apposed(doc: Doc, hits: Hits, titles: Iterable[TitlePhrase]) -> Iterator[Range]:
    """Yield the persons whose names stand behind a title and a comma: "the Minister, Ada Weber, said".

    The language model takes the rarer ones for bodies, or for nothing.
    """
    phrases = tuple(titles)
    entitled = {i for title in phrases for i in range(title.start, title.end)}
    for title in phrases:
        yield from (n for n in _before(doc, hits, title) if not entitled & set(range(*n)))
        comma = after_brackets(doc, title.end)
        if comma + 1 >= len(doc) or doc[comma].text != ",":
            continue
        start = start_of_name(doc, comma + 1)
        end = end_of_name(doc, hits, start)
        run = doc[start:end]
        is_name = len(run) > 1 and not _is_title(doc, start) and not any(map(bodies.is_tell, run))
        if is_name and run[0].ent_type_ in _DOUBTFUL and (end == len(doc) or not doc[end].text[0].isupper()):
            yield start, end


def addressed(doc: Doc, hits: Hits) -> Iterator[Range]:
    """Yield the persons whose full names stand behind a word of address: "Dr. Ada Weber", "Ratu Jon Sala"."""
    for token in doc:
        if not token.text[0].isupper() or hits.over(token.i) is not None:
            continue
        start = start_of_name(doc, token.i)
        end = end_of_name(doc, hits, start) if start > token.i else start
        end = next((i for i in range(start + 1, end) if _is_title(doc, i)), end)
        run = doc[start:end]
        is_name = len(run) >= _FULL and not _is_title(doc, start) and not any(map(bodies.is_tell, run))
        if is_name and run[0].ent_type_ in _DOUBTFUL and doc[end - 1].ent_type_ in _DOUBTFUL:
            yield start, end


def _before(doc: Doc, hits: Hits, title: TitlePhrase) -> Iterator[Range]:
    """Yield the person whose name stands before a comma and a title: "Ada Weber, the spokeswoman of it"."""
    comma = title.start - 1
    while comma > 0 and doc[comma].lower_ in {"the", "a", "an", "his", "her", "its", "their"}:
        comma -= 1
    if comma < _FULL or doc[comma].text != ",":
        return
    start = comma
    while start > doc[comma].sent.start and is_part_of_name(doc, hits, start - 1):
        start -= 1
    start = start_of_name(doc, start)
    run = doc[start:comma]
    told = not any(map(bodies.is_tell, run)) and not any(longest_title(doc, t.i) for t in run)
    if len(run) >= _FULL and told and all(t.ent_type_ in _DOUBTFUL - {"PERSON"} for t in run):
        yield start, comma


def _is_none(doc: Doc, start: int, end: int) -> bool:
    """Say whether words with capitals behind a title are no name: fields, a headline's verb, a thing."""
    if doc[start].ent_type_ == "PERSON":
        return False
    if end - start == 1 and doc[start].lower_ in modifiers():
        return True  # "Ambassador Extraordinary"
    is_verb = is_headline(doc, start) and doc[start].tag_ == "VBZ"
    is_thing = end - start == 1 and end < len(doc) and doc[end].lower_ == "of"
    is_seat = end - start == 1 and doc[start].lower_ in words("seat")  # "the Prime Minister House"
    return is_verb or is_thing or is_seat or is_of_fields(doc, start, end)


def _is_title(doc: Doc, start: int) -> bool:
    return longest_title(doc, start) is not None and doc[start].lower_ not in words("given name too")


def is_of_fields(doc: Doc, start: int, end: int) -> bool:
    """Say whether a name is made of fields of duty and nouns of bodies alone: no person has such a one."""
    return all(map(bodies.is_tell, doc[start:end]))
