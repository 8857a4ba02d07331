"""Names of states and months in other languages, as the Unicode Common Locale Data Repository has them."""

import unicodedata
from functools import cache

from babel import Locale, UnknownLocaleError

from kg.registry.states import State, by_name, states

_ENDING = 4  # letters that a case may add to a name ("Ermənistandan", "საქართველოში")
_LONG = 5  # letters from which a case may take the last one ("Армения", "Армении")
_MONTHS = ("format", "stand-alone")


def is_known(language: str) -> bool:
    """Say whether names in a language are known.

    >>> is_known("hy"), is_known("no such language")
    (True, False)
    """
    return _locale(language) is not None


def state_of(form: str, language: str) -> State | None:
    """Return the state that a form of its name means in a language; None where none or several may.

    Endings of cases are let pass: of several names that fit, the longest counts ("Нигерии" is not Niger).

    >>> state_of("Армении", "ru").key, state_of("საქართველოს", "ka").key, state_of("Китая", "en")
    ('ARM', 'GEO', None)
    """
    if language.startswith("en"):
        return by_name(form)
    words = tuple(form.casefold().split())
    fits = [(name, state) for name, state in _states(language) if _fits(words, name)]
    longest = max((len("".join(name)) for name, _ in fits), default=0)
    found = {state.key: state for name, state in fits if len("".join(name)) == longest}
    return next(iter(found.values())) if len(found) == 1 else None


@cache
def months(language: str) -> dict[str, int]:
    """Return the number of each month by its names in small letters, in full."""
    locale = _locale(language)
    if locale is None:
        return {}
    tables = (locale.months.get(form, {}).get("wide", {}) for form in _MONTHS)
    return {name.casefold(): number for table in tables for number, name in table.items()}


@cache
def weekdays(language: str) -> dict[str, int]:
    """Return the number of each day of the week, 0 for Monday, by its names in small letters, in full."""
    locale = _locale(language)
    if locale is None:
        return {}
    tables = (locale.days.get(form, {}).get("wide", {}) for form in _MONTHS)
    return {name.casefold(): number for table in tables for number, name in table.items()}


@cache
def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None


@cache
def _states(language: str) -> tuple[tuple[tuple[str, ...], State], ...]:
    locale = _locale(language)
    names = {} if locale is None else locale.territories
    told = ((names.get(state.iso2 or ""), state) for state in states() if state.status != "former")
    return tuple((tuple(name.casefold().split()), state) for name, state in told if name)


def _fits(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return len(words) == len(name) and all(map(_is_case, words, name))


def _is_case(word: str, name: str) -> bool:
    stem = name[:-1] if len(name) >= _LONG else name
    has_cases = not unicodedata.name(name[0], "").startswith("CJK")
    return word == name or (has_cases and word.startswith(stem) and len(word) - len(stem) <= _ENDING)
