"""Names as sources write them: in their own letters, and in Latin ones by one habit or another.

Names of nine locales come from Faker, Chinese ones with the shares that they have (a third of all families go
by six names), Arabic ones from a short list here. How letters are written in Latin ones is told by tables of
the habits of different transliterations, and of Chinese by pypinyin, none of them those by which names are
compared: a set that is made with them is no mirror of the comparison.
"""

import random
import unicodedata
from dataclasses import dataclass
from functools import cache

from faker import Faker
from pypinyin import Style, lazy_pinyin


def _table(letters: str, ways: str) -> dict[str, str]:
    """Return letters with the ways to write them, `|` between them; "-" is no letter at all."""
    return dict(zip(letters, ways.split(), strict=True))


# The first way is that of the label, the others come in variants.
_CYRILLIC = _table(
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ",
    """a b v g d e yo|e zh|j z i y|i k l m n o p r s t u|ou f kh|h ts|c ch|tch sh|ch shch|sch -|' y|i -|' e
    yu|iu|ju ya|ia|ja i yi|i ye|ie g""",
)
_GEORGIAN = _table(
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    """a b g d e v z t i k l m n o p zh|j r s t u|ou p|ph k|q gh|g q|k sh ch ts|c dz ts|tz ch|tch kh|x j|dj
    h""",
)
_ARMENIAN = _table(
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
    """a b g d e z e e|y t|th zh|j i l kh|x ts k h dz gh|g ch|tch m y n sh o ch p j|dj r s v t r ts|c v
    p k|q o f ev|yev""",
)
_AZERBAIJANI = _table("əxqcçşğ\u0131", "ə|a|e x|kh|h q|g|gh c|j|dj ç|ch ş|sh ğ|gh \u0131|i|y")
_TURKISH = _table("şçğ\u0131öü", "ş|s|sh ç|c|ch ğ|g \u0131|i ö|o|oe ü|u|ue")
_MARKS = _table("éáíóñöüß", "é|e á|a í|i ó|o ñ|n ö|oe|o ü|ue|u ß|ss")
_ARABIC_GIVEN = """
    محمد:Mohammed|Muhammad|Mohamed أحمد:Ahmed|Ahmad عبدالله:Abdullah|Abdallah يوسف:Yousef|Youssef|Yusuf
    خالد:Khaled|Khalid فيصل:Faisal|Faysal سعود:Saud|Saoud حسين:Hussein|Hossein|Husain
    مصطفى:Mustafa|Moustafa طارق:Tariq|Tarek جمال:Jamal|Gamal سامح:Sameh|Samih بدر:Badr|Bader
    نبيل:Nabil|Nabeel عادل:Adel|Adil"""
_ARABIC_FAMILY = """
    الجبير:al-Jubeir|Al Jubair شكري:Shoukry|Shukri القرقاوي:Al Gergawi|al-Qirqawi الصفدي:Safadi|al-Safadi
    الخليفي:al-Khulaifi|Al Khelaifi البوسعيدي:al-Busaidi|Albusaidi الحوثي:al-Houthi|al-Huthi
    الكاظمي:al-Kadhimi|al-Kazimi المالكي:al-Maliki|Al Malki بوقادوم:Boukadoum|Bougadoum
    بوريطة:Bourita|Burita الزياني:al-Zayani|Alzayani الفرحان:al-Farhan|Al Farhan
    الدوسري:al-Dosari|Al Dossary العطية:al-Attiyah|Al Atiya الجندي:El Gendy|al-Jundi"""


@dataclass(frozen=True, slots=True)
class Script:
    """How names of a locale are made.

    Attributes:
        locale: of Faker; empty for the lists here.
        language: tag of names in its own letters.
        letters: the table.
    """

    locale: str
    language: str
    letters: dict[str, str]


SCRIPTS = {
    "RUS": Script("ru_RU", "ru", _CYRILLIC),
    "KAZ": Script("ru_RU", "ru", _CYRILLIC),
    "UKR": Script("uk_UA", "uk", _CYRILLIC),
    "GEO": Script("ka_GE", "ka", _GEORGIAN),
    "ARM": Script("hy_AM", "hy", _ARMENIAN),
    "AZE": Script("az_AZ", "az", _AZERBAIJANI),
    "TUR": Script("tr_TR", "tr", _TURKISH),
    "GBR": Script("en_GB", "en", _MARKS),
    "USA": Script("en_US", "en", _MARKS),
    "MEX": Script("es_ES", "es", _MARKS),
    "DEU": Script("de_DE", "de", _MARKS),
    "CHN": Script("zh_CN", "zh", {}),
    "EGY": Script("", "ar", {}),
    "SAU": Script("", "ar", {}),
}


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name: each part in its own letters, with the ways to write it in Latin ones."""

    parts: tuple[tuple[str, tuple[str, ...]], ...]
    language: str

    @property
    def own(self) -> str:
        """Return it in its own letters."""
        return ("" if self.language == "zh" else " ").join(own for own, _ in self.parts)

    @property
    def label(self) -> str:
        """Return it as an encyclopedia would label it in English."""
        return " ".join(ways[0] for _, ways in self.parts)

    def variant(self, chance: random.Random) -> str:
        """Return it as one source or another writes it."""
        words = [chance.choice(ways) for _, ways in self.parts]
        if len(words) > 2 and self.language != "zh" and chance.random() < 0.5:
            words = (
                [words[0], words[-1]] if chance.random() < 0.7 else [words[0], f"{words[1][0]}.", words[-1]]
            )
        if chance.random() < 0.05:
            words = [words[-1], *words[:-1]]
        return " ".join(words)


def name(chance: random.Random, state: str) -> Name:
    """Return a name of a state's people."""
    script = SCRIPTS[state]
    if script.language == "ar":
        given = chance.sample(_listed(_ARABIC_GIVEN), chance.choice((1, 1, 2)))
        return Name((*given, chance.choice(_listed(_ARABIC_FAMILY))), "ar")
    faker = _faker(script.locale)
    faker.seed_instance(chance.getrandbits(32))
    if script.language == "zh":
        return Name((_read(faker.last_name()), _read(faker.first_name_male())), "zh")
    parts = [faker.first_name_male(), faker.last_name_male()]
    if chance.random() < 0.3:
        parts.insert(1, faker.middle_name_male() if script.locale == "ru_RU" else faker.first_name_male())
    return Name(tuple((part, _ways(part, script.letters)) for part in parts), script.language)


def _ways(part: str, letters: dict[str, str]) -> tuple[str, ...]:
    """Return the ways to write a word: each habit of the table by itself, and all of them at once."""
    own = [unicodedata.normalize("NFC", letter) for letter in part.lower().replace("i̇", "i")]
    tables = [letters.get(letter, letter).replace("-", "").split("|") for letter in own]
    depth = max(map(len, tables))
    made = ["".join(table[min(n, len(table) - 1)] for table in tables) for n in range(depth)]
    if made[0].startswith("e") and own[0] in "еեє":
        made.append(f"y{made[0]}")  # "Yeltsin"
    return tuple(dict.fromkeys(_capital(way) for way in (*made, _bare(made[0]))))


def _capital(word: str) -> str:
    return " ".join(part[:1].upper() + part[1:] for part in word.split())


def _read(word: str) -> tuple[str, tuple[str, ...]]:
    """Return a Chinese word as it is written in pinyin, in parts, by Wade and Giles, and without marks."""
    styles = (Style.NORMAL, Style.WADEGILES)
    pinyin, wade = ([s.replace("v", "ü") for s in lazy_pinyin(word, style=style)] for style in styles)
    ways = (
        "".join(pinyin),
        "-".join(wade).replace("'", "’"),
        " ".join(pinyin),
        _bare("-".join(wade)),
        _bare("".join(pinyin)),
    )
    return word, tuple(dict.fromkeys(map(_capital, ways)))


def _bare(word: str) -> str:
    """Return a word without marks, as newspapers write it."""
    return "".join(
        c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c) and c != "'"
    )


@cache
def _listed(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    pairs = (entry.split(":") for entry in _entries(text))
    return tuple((own, tuple(ways.split("|"))) for own, ways in pairs)


def _entries(text: str) -> list[str]:
    """Return the entries of a list; a way to write a word may have a space."""
    found: list[str] = []
    for word in text.split():
        if ":" in word:
            found.append(word)
        else:
            found[-1] += f" {word}"
    return found


@cache
def _faker(locale: str) -> Faker:
    return Faker(locale)
