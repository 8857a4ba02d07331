"""Names of persons and bodies: which are full, which tell by themselves whom they name, which may be one."""

from rapidfuzz.distance import Levenshtein

from kg.iris import slug
from kg.spelling import folded, plain

_PARTICLES = frozenset(
    "al el bin ibn ben abu af van von der den de del della di da dos la le du zu oghlu oglu kyzy".split()  # noqa: SIM905
)
_BODY_WORDS = frozenset(
    """ministry ministries parliament government committee commission department office service presidency
    embassy council assembly senate cabinet administration agency website army navy police opposition party
    court consulate mission delegation bank university chamber federation institute association authority
    secretariat directorate foreign defence defense finance interior justice health trade economy energy
    national state supreme central affairs of the for and press official international""".split()  # noqa: SIM905
)


def content(text: str) -> list[str]:
    """Return the words of what is said, without the "that" which only joins it to who says it.

    >>> content("that roads are needed")
    ['roads', 'are', 'needed']
    """
    words = text.split()
    return words[1:] if words[:1] == ["that"] else words


def unquoted(text: str) -> str:
    """Return words without the quotation marks around them; marks that belong to a part of them stay.

    >>> unquoted("‘roads for all’"), unquoted("the ‘corridor’"), unquoted("‘One’ and ‘two’")
    ('roads for all', 'the ‘corridor’', '‘One’ and ‘two’')
    """
    marks = dict(zip("‘“\"'", "’”\"'", strict=True))
    closing = marks.get(text[:1])
    if closing is None or closing in text[1:-1]:
        return text
    return text[1:].removesuffix(closing)


def is_full(name: str) -> bool:
    """Say whether a name can stand for one person across articles: two capitalised words, no description.

    >>> is_full("Liu Jianchao"), is_full("Liu"), is_full("U.S. official"), is_full("President of the Bank")
    (True, False, False, False)
    >>> is_full("Kim Jong-un"), is_full("Fathi al-Dawla"), is_full("al-Sisi")
    (True, True, False)
    """
    parts = ([p for p in w.split("-") if p.casefold() not in _PARTICLES] for w in name.split())
    words = [found[0] for found in parts if found and any(c.isalpha() for c in found[0])]
    return len(words) >= 2 and not any(w[0].islower() for w in words) and len(plain(name)) > 4


def is_distinctive(name: str) -> bool:
    """Say whether a body's name tells by itself which body it is, unlike "Ministry of Foreign Affairs"."""
    return bool(set(plain(name).split()) - _BODY_WORDS)


def alike(one: str, other: str) -> str | None:
    """Return why two full names of persons may be one name, None where they may not.

    >>> alike("Çavuşoğlu Mevlüt", "Mevlut Cavusoglu"), alike("Ali Asadov", "Ali Ahmadov")
    ('order', None)
    """
    a, b = plain(one), plain(other)
    if a == b or slug(one) == slug(other):
        return "same"
    if sorted(a.split()) == sorted(b.split()):
        return "order"
    left, right = folded(one).split(), folded(other).split()
    if left == right:
        return "spelling"
    if _inside(left, right) or _inside(right, left):
        return "middle name"
    return "letter" if _one_letter(left, right) else None


def _inside(short: list[str], long: list[str]) -> bool:
    """Say whether the longer name is the shorter one with names between its first and last."""
    ends = short and long and short[0] == long[0] and short[-1] == long[-1]
    return bool(ends) and len(short) >= 2 and set(short) < set(long)


def _one_letter(left: list[str], right: list[str]) -> bool:
    """Say whether the names differ in one letter of one word of 5 or more: shorter ones are other names."""
    if len(left) != len(right):
        return False
    differ = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return len(differ) == 1 and min(map(len, differ[0])) >= 5 and Levenshtein.distance(*differ[0]) == 1
