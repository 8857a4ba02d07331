"""Words made comparable with those of others: titles of offices, spellings that a name is looked up by."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice, product

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
_RESPELT = ("en", "mul", "fr")  # languages of spellings by other habits
# Pairs of letters that one sound takes in transliterations, and words that one title takes in usages.
_HABITS = (
    *(("kh", "h"), ("kh", "x"), ("gh", "g"), ("q", "g"), ("q", "k"), ("zh", "j"), ("dj", "j"), ("j", "c")),
    *(
        ("ou", "u"),
        ("tch", "ch"),
        ("ch", "ç"),
        ("sh", "ş"),
        ("ye", "e"),
        ("ya", "ia"),
        ("yu", "iu"),
        ("ts", "c"),
    ),
    *(
        ("iy", "i"),
        ("iy", "y"),
        ("y", "i"),
        ("ph", "f"),
        ("w", "v"),
        ("oe", "ö"),
        ("ue", "ü"),
        ("'", ""),
        ("-", " "),
    ),
    *(("a", "ə"), ("e", "ə"), ("ee", "i"), ("oo", "u"), ("al-", "Al "), ("al-", "el-"), ("al-", "")),
    *(
        ("y", "\u0131"),
        ("i", "\u0131"),
        ("u", "ü"),
        ("o", "ö"),
        ("g", "ğ"),
        ("c", "ç"),
        ("s", "ş"),
        ("oo", "ou"),
    ),
    *(("a", "á"), ("e", "é"), ("i", "í"), ("o", "ó"), ("u", "ú"), ("n", "ñ")),
)
_USAGES = (
    *(("&", "and"), (" for ", " of "), ("Centre", "Center"), ("isation", "ization"), ("Defence", "Defense")),
    *(("Programme", "Program"), (" of the ", " of "), ("-", " ")),
)
_TOGETHER = 2  # habits that are changed at once
_MOST = 50  # spellings of one form
_TRIED = 150  # spellings of one form by those of its words
_PARTS = 4  # words of a name that may stand in the other order
_LONGEST = 200  # code points: what is longer is no name
# Ranks that one person of a state holds, whatever the title.
_ONE_OF_A_STATE = {"HeadOfState": "head of state", "HeadOfGovernment": "head of government"}
_ARTICLE = re.compile(r"\b(?:al|el|ul)[ -](?=\w)", re.IGNORECASE)
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
    return None if known.is_former else _ONE_OF_A_STATE.get(_rank(known, of), known.name)


def _rank(office: titles.Office, of: tuple[str, ...]) -> str:
    """Return the rank of an office of a state, empty for that of a body."""
    state = next((code for code in of if code in _codes()), None)
    return office.rank_in(state) if state else ""


@cache
def _codes() -> frozenset[str]:
    return frozenset(row.key for row in states())


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


def usual(name: str) -> str:
    """Return a body's name in one usage of those that differ by country and house.

    >>> usual("The Centre for Peace & Defence")
    'Center of Peace and Defense'
    """
    for one, other in _USAGES:
        name = name.replace(one, other)
    return name.removeprefix("The ")


def compared(names: Iterable[str], kind: str) -> tuple[str, ...]:
    """Return the names by which something of a class is compared: also in one usage, or without articles."""
    own = tuple(dict.fromkeys(names))
    if kind == "Organization":
        return tuple(dict.fromkeys((*own, *map(usual, own))))
    if kind == "Person":
        return tuple(dict.fromkeys((*own, *(_ARTICLE.sub("", name) for name in own))))
    return own


def looked_up(names: Iterable[tuple[str, str]], *, person: bool, respelt: bool = True) -> tuple[Literal, ...]:
    """Return the literals that a plain SPARQL engine may know an item by: spellings in languages.

    An exact look-up is all that standard SPARQL does fast; the search of Wikidata's own service (`mwapi`)
    would forgive more, and is not used because no other endpoint has it.

    Args:
        names: with the tags of their languages, "" where they have none.
        person: whether they are those of a person.
        respelt: whether spellings by other habits are looked up too: hundreds of them.

    >>> len(looked_up((("İlham Əliyev", "az"),), person=True)) > 20
    True
    """
    made: set[tuple[str, str]] = set()
    for name, tag in names:
        for form in _forms(name, person=person):
            made |= {(form, language) for language in ((tag,) if tag else ()) + _languages(form)}
            if respelt:
                others = _spellings(form) if person else _respelt(form, _USAGES, _swapped_once)
                made |= {(each, language) for each in others for language in _RESPELT}
    return tuple(Literal(form, language=tag) for form, tag in sorted(made))


def _forms(name: str, *, person: bool) -> Iterator[str]:
    plain = " ".join(name.replace("’", "'").split())
    if not plain or len(plain) > _LONGEST or not plain.isprintable():
        return
    latin = "-".join(" ".join(romanised(part).split()) for part in plain.split("-"))
    for form in dict.fromkeys((plain, latin)):
        yield form
        words = form.split()
        if not person:
            yield form[4:] if form.casefold().startswith("the ") else f"The {form}"
        elif 2 <= len(words) <= _PARTS:
            yield " ".join((words[-1], *words[:-1]))
            yield " ".join((*words[1:], words[0]))
            yield f"{words[0]} {words[-1]}"


def _spellings(form: str) -> Iterator[str]:
    """Yield a person's name in the spellings of other habits: those of two words need not be one source's."""
    words = form.split(" ")
    most = round(_TRIED ** (1 / len(words)))
    yield from _respelt(form, _HABITS, _swapped)  # some change what stands between words
    yield from map(" ".join, product(*(islice(_respelt(word, _HABITS, _swapped), most) for word in words)))


def _respelt(
    text: str, habits: Sequence[tuple[str, str]], swapped: Callable[[str, str, str], str]
) -> Iterator[str]:
    """Yield a form in the spellings of other habits: itself, each by itself, then two together."""
    found = {text: None}
    for _ in range(_TOGETHER):
        for spelling in tuple(found):
            for one, other in habits:
                if len(found) > _MOST:
                    break
                found[swapped(spelling, one, other)] = None
                if other:
                    found[swapped(spelling, other, one)] = None
    yield from found


def _swapped(text: str, one: str, other: str) -> str:
    """Return a name with letters in place of others, also where a word begins."""
    return text.replace(one, other).replace(one.capitalize(), other.capitalize())


def _swapped_once(text: str, one: str, other: str) -> str:
    """Return a body's name with one word changed once: "Bank of Trade of Armenia" is for trade alone."""
    return text.replace(one, other, 1)


def _languages(form: str) -> tuple[str, ...]:
    letter = next((c for c in form if c.isalpha()), "")
    script = unicodedata.name(letter, "").split(" ")[0] if letter else ""
    return _BY_SCRIPT.get(script, _LATIN)
