"""Words made comparable with those of others: titles of offices, spellings that a name is looked up by."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from pyoxigraph import Literal

from kg.registry import titles
from kg.registry.states import by_demonym, states
from kg.spelling import romanised

# Languages in which a label is most often the same Latin letters; "mul" is Wikidata's for all of them.
_LATIN = ("en", "mul", "de", "fr", "es", "it", "tr", "az")
_BY_SCRIPT = {
    "ARABIC": ("ar", "fa", "ur"),
    "ARMENIAN": ("hy",),
    "CJK": ("zh", "ja", "zh-hans", "zh-hant"),
    "CYRILLIC": ("ru", "uk", "kk"),
    "DEVANAGARI": ("hi",),
    "GEORGIAN": ("ka",),
    "GREEK": ("el",),
    "HANGUL": ("ko",),
    "HEBREW": ("he",),
    "LATIN": _LATIN,
}
_PARTS = 4  # words of a name that may stand in the other order
_LONGEST = 200  # code points: what is longer is no name
_OF = re.compile(r"\b(?:of|for|to|in)\s+(?:the\s+)?$")


@lru_cache(maxsize=10_000)  # the same few titles come again and again
def office(wording: str, of: tuple[str, ...]) -> str | None:
    """Return a title as the registry normalises it, without whose it is; None for an office held no more.

    >>> office("Minister for Foreign Affairs of the Republic of Armenia", ("Armenia",))
    'minister of foreign affairs'
    >>> office("Chair of the Audit Chamber", ())
    'chairperson of the audit chamber'
    >>> office("Former President", ())
    """
    bare = _without(wording, of) or wording
    head, joint, body = bare.partition(" of ")
    known, part = titles.office(bare) or titles.office(wording), titles.office(head)
    if known is None:
        return f"{part.name}{joint}{body}" if part and not part.is_former else bare
    return None if known.is_former else known.name


def _without(wording: str, of: tuple[str, ...]) -> str:
    """Return a title without the state or body that stands before or behind it."""
    text = " ".join(wording.casefold().split())
    behind = (name for name in (*map(str.casefold, of), *_states()) if name and text.endswith(f" {name}"))
    if whose := max(behind, key=len, default=None):
        text = _OF.sub("", text.removesuffix(whose)).strip(" ,")
    first, _, rest = text.partition(" ")
    return rest if rest and by_demonym(first.capitalize()) else text


@cache
def _states() -> tuple[str, ...]:
    """Return the names of all states, in small letters."""
    return tuple({name.casefold() for row in states() for name in (row.label, *row.names)})


def looked_up(names: Iterable[tuple[str, str]], *, person: bool) -> tuple[Literal, ...]:
    """Return the literals that a plain SPARQL engine may know an item by: spellings in languages.

    An exact look-up is all that standard SPARQL does fast; the search of Wikidata's own service (`mwapi`)
    would forgive more, and is not used because no other endpoint has it.

    >>> [str(each) for each in looked_up((("İlham Əliyev", "az"),), person=True)][:2]
    ['"Aliyev Ilham"@az', '"Aliyev Ilham"@de']
    """
    made: set[tuple[str, str]] = set()
    for name, tag in names:
        for form in _forms(name, person=person):
            made |= {(form, language) for language in ((tag,) if tag else ()) + _languages(form)}
    return tuple(Literal(form, language=tag) for form, tag in sorted(made))


def _forms(name: str, *, person: bool) -> Iterator[str]:
    plain = " ".join(name.replace("’", "'").split())
    if not plain or len(plain) > _LONGEST or not plain.isprintable():
        return
    latin = " ".join(romanised(plain).replace("-", " - ").split()).replace(" - ", "-")
    spelt = tuple(dict.fromkeys((plain, latin, plain.replace("-", " "))))
    yield from spelt
    if not person:
        yield from (form[4:] for form in spelt if form.casefold().startswith("the "))
        return
    for form in spelt:
        words = form.split()
        if 2 <= len(words) <= _PARTS:
            yield " ".join((words[-1], *words[:-1]))
            yield " ".join((*words[1:], words[0]))
        if len(words) > 2:
            yield f"{words[0]} {words[-1]}"


def _languages(form: str) -> tuple[str, ...]:
    letter = next((c for c in form if c.isalpha()), "")
    script = unicodedata.name(letter, "").split(" ")[0] if letter else ""
    return _BY_SCRIPT.get(script, _LATIN)
