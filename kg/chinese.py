"""Chinese names as others write them, in pinyin: in Russian, and in English of former times and of Taiwan."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

_TABLE = Path(__file__).with_suffix(".tsv")
_MARKS = str.maketrans(dict.fromkeys("’‘\u02bb\u02bc`", "'"))  # ways to write the aspirate of Wade and Giles
_WORD = re.compile(r"[\w'-]*\w[\w'-]*")
_PARTS = ("whole", "initial", "final", "soft", "softened")
_MOST = 3  # syllables of a word: a given name, or a double family name
_Words = Sequence[Sequence[str]]


@lru_cache(maxsize=8192)  # names are compared with many others
def pinyin(name: str) -> str:
    """Return a name that is written by another system in pinyin and small letters; empty where none is.

    >>> pinyin("Си Цзиньпин"), pinyin("Chiang Ching-kuo"), pinyin("Ch'en Shui-pien"), pinyin("Chang Wei")
    ('xi jinping', 'jiang jingguo', 'chen shuibian', '')
    """
    found = _WORD.findall(name.translate(_MARKS).casefold())
    words = [[part for part in word.split("-") if part] for word in found]
    return _read("palladius", words, _MOST) or (_read("wade-giles", words, 1) if _is_marked(words) else "")


def _is_marked(words: _Words) -> bool:
    """Say whether a name in Latin letters shows that it is no pinyin: many syllables are of both."""
    parts = [part for word in words for part in word]
    return any(len(word) > 1 for word in words) or not all(map(_latin().fullmatch, parts))


def _read(way: str, words: _Words, most: int) -> str:
    """Return words in pinyin, if all of them are Chinese with at most so many syllables in a part."""
    syllable = _syllable(way)
    whole = re.compile(f"(?:{syllable.pattern}){{1,{most}}}")
    if not words or not all(whole.fullmatch(part) for word in words for part in word):
        return ""
    return " ".join(
        "".join(syllable.sub(lambda found: _one(way, found), part) for part in word) for word in words
    )


def _one(way: str, found: re.Match[str]) -> str:
    begin, end = found["initial"] or "", found["final"] or ""
    parts = _parts(way)
    if found["whole"]:
        return parts["whole"][found["whole"]]
    first = parts["initial"].get(begin, "")
    if end in parts["soft"]:
        first = parts["softened"].get(first, first)
        first = first or ("y" if end.startswith("ю") else "")
    return first + {**parts["final"], **parts["soft"]}[end]


@cache
def _parts(way: str) -> Mapping[str, Mapping[str, str]]:
    """Return each part of the syllables of a way to write them, from what is written to pinyin."""
    rows = [line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    return {part: {row[2]: row[3] for row in rows if row[:2] == [way, part]} for part in _PARTS}


@cache
def _syllable(way: str) -> re.Pattern[str]:
    parts = _parts(way)
    ends = (*parts["final"], *parts["soft"])
    whole, initial, final = map(_any, (parts["whole"], parts["initial"], ends))
    return re.compile(f"(?:(?P<whole>{whole})$|(?P<initial>{initial})?(?P<final>{final}))")


@cache
def _latin() -> re.Pattern[str]:
    """Return the pattern of a syllable of pinyin."""
    parts = _parts("wade-giles")
    begin = (*parts["initial"].values(), *parts["softened"].values())
    end = (*parts["final"].values(), *parts["soft"].values())
    return re.compile(f"(?:{_any(parts['whole'].values())}|(?:{_any(begin)})?(?:{_any(end)}))+")


def _any(parts: Iterable[str]) -> str:
    """Return the pattern of any of some parts, the longest first; of none of them where there are none."""
    return "|".join(sorted(map(re.escape, parts), key=lambda part: (-len(part), part))) or "(?!)"
