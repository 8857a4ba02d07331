"""Names of persons and bodies, compared across spellings."""

import pytest

from kg.resolve import names


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Ilham Aliyev", "ILHAM ALIYEV", "same"),
        ("Hakan Fidan", "Hakan Fidan’s", "same"),
        ("Mevlüt Çavuşoğlu", "Mevlut Cavusoglu", "same"),
        ("Xi Jinping", "Jinping Xi", "order"),
        ("Tahir Budaqov", "Tahir Budagov", "spelling"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "spelling"),
        ("Sergei Lavrov", "Sergey Lavrov", "spelling"),
        ("Ilham Aliyev", "Ilham Heydar oghlu Aliyev", "middle name"),
        ("Ceyhun Bayramov", "Jeyhun Bayramov", "letter"),
        ("Ali Asadov", "Ali Ahmadov", None),
        ("Ali Asadov", "Aliya Asadova", None),
        ("Ilham Aliyev", "Heydar Aliyev", None),
        ("Li Wei", "Li Bei", None),
        ("Ann Lee", "Ann Lea", None),
    ],
)
def test_alike(one: str, other: str, why: str | None) -> None:
    """Two full names are one by case, accents, order, transliteration, a middle name or a letter, or not."""
    assert names.alike(one, other) == why
    assert names.alike(other, one) == why


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Liu Jianchao", True),
        ("Ursula von der Leyen", True),
        ("Abdel-Fattah el-Sisi", True),
        ("Будагов Тахир", True),
        ("Liu", False),
        ("senior official", False),
        ("U.S. official", False),
        ("President of the Development Bank", False),
        ("A B", False),
    ],
)
def test_full_name(name: str, *, full: bool) -> None:
    """A full name has two capitalised words and describes nobody."""
    assert names.is_full(name) is full


@pytest.mark.parametrize(
    ("name", "distinctive"),
    [
        ("Sputnik", True),
        ("European Commission", True),
        ("International Department of the Chinese Communist Party", True),
        ("Foreign Ministry", False),
        ("Ministry of Foreign Affairs", False),
        ("parliament", False),
        ("State Committee", False),
    ],
)
def test_distinctive_name(name: str, *, distinctive: bool) -> None:
    """A body's name tells which body it is unless every state has one so called."""
    assert names.is_distinctive(name) is distinctive


def test_plain_keeps_no_script() -> None:
    """Names in other scripts are compared in Latin letters."""
    assert names.plain("Тахир Будагов") == "takhir budagov"
    assert names.alike("Тахир Будагов", "Tahir Budaqov") == "spelling"
