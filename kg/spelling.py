"""Names compared across scripts: without case, diacritics, script and habits of transliteration."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from itertools import permutations, product

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

from kg.chinese import pinyin

# What the transliteration of single letters lacks: the Azerbaijani schwa is written "a" abroad (Mammadov),
# two Armenian letters are one vowel, an Arabic alef is one (and ayn no letter).
_LETTERS = {
    "ə": "a",
    "Ə": "A",
    "ու": "u",
    "Ու": "U",
    "أ": "a",
    "إ": "i",
    "آ": "a",
    "\u0627": "a",
    "ى": "a",
    "ة": "a",
    "ؤ": "u",
    "ئ": "i",
}
_LETTER = re.compile("|".join(_LETTERS))
# In Georgian a foreign surname takes the ending of the nominative: "Putini", "Alievi".
_NOMINATIVE = re.compile("(?<=[ოე]ვ|ინ)ი\\b")
# One character of these is one syllable; in a row of two or three, a name, the first is the family's.
_HAN = "\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af"
_SYLLABLES = re.compile(f"[{_HAN}]+")
_DOUBLE = frozenset("欧阳 司马 上官 诸葛 司徒 东方 皇甫 尉迟 公孙 慕容 歐陽 司馬 諸葛".split())  # noqa: SIM905
_BARE = (
    "CYRILLIC",
    "GEORGIAN",
    "ARMENIAN",
    "ARABIC",
    "HEBREW",
)  # their signs that are no sound become apostrophes
# Scripts that leave out vowels, or in which a foreign name takes the nearest syllables.
_LOOSE = re.compile(f"[{_HAN}\u0590-\u07ff\ufb1d-\ufdff\ufe70-\ufefc]")

# Spellings that one name takes in different transliterations, folded to one: each pair a habit, none a name.
_FOLDS = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"kh|x", "h"),
        (r"gh|q|ğ", "g"),
        (r"ph", "f"),
        (r"dzh", "j"),
        (r"sch|sh", "s"),
        (r"tch|ch|ts|c", "k"),
        (r"zh|dj|j", "z"),
        (r"iye|ie|iy|yi|y|ij", "i"),
        (r"w", "v"),
        (r"ou", "u"),
        (r"ck", "k"),
        (r"'", ""),
        (r"(.)\1+", r"\1"),
    )
)
_SOUNDS = str.maketrans("bpvfwdtgkqhzsjcrlmn", "bbvvvddkkkkssskllmn", "aeiouy")
_MIDDLE = 0.1  # of what a word counts: a name between the first and the last is mostly left out
_INITIAL = 0.8  # likeness of "I." and "Ilham"
_TURNED = 0.98  # of the likeness in order: family names come first in half of the world
_HEARD = 0.9  # the most that consonants alone can tell
_WORDS = 6  # words of a name that are tried in each order: 720 orders


def romanised(text: str) -> str:
    """Return text in Latin letters, whatever its script; Latin letters lose their marks.

    >>> romanised("Əliyev"), romanised("Алиев"), romanised("ალიევი"), romanised("Ալիև"), romanised("علييف")
    ('Aliyev', 'Aliev', 'alievi', 'Aliev', 'lyyf')
    >>> romanised("刘建超"), romanised("伊利哈姆·阿利耶夫")
    ('Liu Jianchao', 'Yilihamu-Aliyefu')
    """
    parted = _SYLLABLES.sub(_name, _LETTER.sub(lambda found: _LETTERS[found[0]], text))
    return "".join(map(_latin, parted))


def plain(name: str) -> str:
    """Return a name in lower-case ASCII words, without a leading "the".

    >>> plain("Ilham Əliyev’s")
    'ilham aliyev'
    """
    ascii_name = romanised(re.sub(r"[’'‘]s?\b", "", name)).casefold()
    return " ".join(re.findall(r"[a-z0-9]+", ascii_name)).removeprefix("the ")


def folded(text: str) -> str:
    """Return a name with the spellings of different scripts and transliterations made one.

    >>> folded("Tahir Budaqov") == folded("Tahir Budagov") == folded("Тахир Будагов")
    True
    """
    return _folded(plain(_NOMINATIVE.sub("", text)))


@lru_cache(maxsize=8192)  # names are compared with many others
def forms(text: str) -> tuple[str, ...]:
    """Return the folded spellings under which a name may be looked for, the usual one first.

    >>> forms("Си Цзиньпин")
    ('si kzinpin', 'hi zinping')
    """
    usual, chinese = folded(text), pinyin(text)
    return (usual, _folded(chinese)) if chinese and _folded(chinese) != usual else (usual,)


def skeleton(text: str) -> str:
    """Return the consonants of a name, those that scripts confuse made one.

    >>> skeleton("Ilham Aliyev"), skeleton("إلهام علييف"), skeleton("伊利哈姆·阿利耶夫")
    ('lkm lv', 'lkm lv', 'lkm lv')
    """
    words = folded(text).translate(_SOUNDS).split()
    return " ".join(re.sub(r"(.)\1+", r"\1", word) for word in words)


def sounds(text: str) -> frozenset[str]:
    """Return the consonants of each word of a name, by which names that may be alike are found among many.

    >>> sounds("Chiang Ching-kuo") & sounds("Jiang Jingguo")
    frozenset({'snk'})
    """
    return frozenset(word for reading in (text, pinyin(text)) for word in skeleton(reading).split())


def is_loose(text: str) -> bool:
    """Say whether text is in a script that tells little more of a foreign name than its consonants."""
    return _LOOSE.search(text) is not None


def alike(one: str, other: str) -> float:
    """Return how alike two names are, from 0 to 1: 1 where they are one name in other letters.

    Words may stand in another order, initials for names, and names between the first and last be left out.

    >>> alike("Ilham Əliyev", "Ильхам Алиев"), alike("Mevlüt Çavuşoğlu", "CAVUSOGLU Mevlut")
    (1.0, 0.98)
    >>> round(alike("Ali Asadov", "Ali Ahmadov"), 2)
    0.6
    """
    left, right = _words(one), _words(other)
    if not left or not right:
        return 0.0
    if "".join(left) == "".join(right) or set(forms(one)) & set(forms(other)):
        return 1.0
    best = max(_aligned(*pair) for pair in product(_readings(one), _readings(other)))
    if is_loose(one) or is_loose(other):
        best = max(best, _HEARD * Levenshtein.normalized_similarity(_heard(one), _heard(other)))
    return best


def within(one: str, other: str) -> float:
    """Return how alike the words of one name are to the likest words of another, from 0 to 1.

    >>> within("阿利耶夫", "Ilham Aliyev") > within("阿利耶夫", "Olaf Weber")
    True
    """
    sought, held = folded(one).split(), folded(other).split()
    best = [max(map(partial(Levenshtein.normalized_similarity, word), held), default=0.0) for word in sought]
    return sum(best) / len(best) if best else 0.0


def _name(found: re.Match[str]) -> str:
    """Return syllables as words: those of a name of two or three are a family's name and a given one."""
    run = found[0]
    if not 2 <= len(run) <= 4 or (len(run) == 4 and run[:2] not in _DOUBLE):
        return anyascii(run).capitalize()
    family = 2 if run[:2] in _DOUBLE and len(run) > 2 else 1
    return f"{anyascii(run[:family]).capitalize()} {anyascii(run[family:]).capitalize()}"


@lru_cache(maxsize=4096)  # letters of the scripts that are in use
def _latin(letter: str) -> str:
    if letter.isascii():
        return letter
    plainer = anyascii(letter)
    is_sign = unicodedata.name(letter, "").startswith(_BARE)
    return plainer.replace("'", "").replace("`", "") if is_sign else plainer


def _folded(words: str) -> str:
    for pattern, letters in _FOLDS:
        words = pattern.sub(letters, words)
    return words


@lru_cache(maxsize=8192)  # names are compared with many others
def _words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name; a full stop marks an initial, which "Yi" is not."""
    words = plain(_NOMINATIVE.sub("", name)).split()
    return tuple(f"{word}." if len(word) == 1 else _folded(word) for word in words)


def _readings(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of a name, and if it is a Chinese one that is written otherwise those in pinyin."""
    chinese = pinyin(name)
    return (_words(name), _words(chinese)) if chinese else (_words(name),)


def _heard(name: str) -> str:
    return "".join(skeleton(name).split())


def _aligned(left: Sequence[str], right: Sequence[str]) -> float:
    """Return the likeness of words in the best order of the shorter name."""
    short, long = sorted((left, right), key=len)
    if len(short) > _WORDS:
        return _in_order(short, long)
    turned = (_in_order(order, long) for order in permutations(short))
    return max(_in_order(short, long), _TURNED * max(turned))


def _in_order(short: Sequence[str], long: Sequence[str]) -> float:
    """Return the likeness of the words of two names, in order from the left but for the last ones."""
    kept = (*long[: len(short) - 1], long[-1])
    extra = long[len(short) - 1 : -1]
    pairs = tuple(_pairs(short, kept))
    weight = sum(size for _, size in pairs)
    spare = sum(map(len, extra)) * (_MIDDLE if len(short) > 1 else 1)
    return sum(likeness * size for likeness, size in pairs) / (weight + spare)


def _pairs(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[float, int]]:
    for one, other in zip(left, right, strict=True):
        initial, whole = (one, other) if one.endswith(".") else (other, one)
        if initial.endswith(".") and initial[0] == whole[0]:
            yield (1.0 if initial == whole else _INITIAL), 1
        else:
            # Twice: of short words, one that differs in a third of its letters is another word.
            yield max(0.0, 1 - 2 * Levenshtein.normalized_distance(one, other)), max(len(one), len(other))
