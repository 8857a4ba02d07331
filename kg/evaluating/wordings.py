"""When two names, titles or bodies count as the same words."""

import re

_POSSESSIVE = re.compile(r"[’']s?\b")
_ARTICLES = frozenset({"the", "a", "an"})
_SMALL = frozenset({"of", "the", "for", "and", "to", "in"})  # shared by titles that have nothing in common


def plain(name: str) -> str:
    r"""Return a name without case, a leading article, possessives, line breaks and punctuation.

    >>> plain("The Ministry of\n  Foreign Affairs"), plain("Azerbaijan’s")
    ('ministry of foreign affairs', 'azerbaijan')
    """
    words = re.findall(r"\w+", _POSSESSIVE.sub("", name.casefold()))
    return " ".join(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


def are_alike(one: str, other: str) -> bool:
    """Say whether two titles or bodies hold much the same words.

    Half of all their words are in both, or one holds all of the other and at most three times as many.

    >>> are_alike("Minister of Foreign Affairs", "Foreign Minister")
    True
    >>> are_alike("President", "President of the National Assembly of Wales")
    False
    """
    words = _weighty(one), _weighty(other)
    shorter, longer = sorted(words, key=len)
    if not shorter:
        return False
    is_part = shorter <= longer and 3 * len(shorter) >= len(longer)
    return is_part or 2 * len(shorter & longer) >= len(shorter | longer)


def _weighty(name: str) -> frozenset[str]:
    words = frozenset(plain(name).split())
    return words - _SMALL or words
