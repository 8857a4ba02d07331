"""Names are compared across scripts, spellings and orders of words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import spelling

SAME = {
    "Azerbaijani Latin": ("Ilham Aliyev", "İlham Əliyev"),
    "Cyrillic": ("Ilham Aliyev", "Ильхам Алиев"),
    "Ukrainian": ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    "Georgian": ("Jeyhun Bayramov", "ჯეიჰუნ ბაირამოვი"),
    "Armenian": ("Nikol Pashinyan", "Նիկոլ Փաշինյան"),
    "Chinese": ("Liu Jianchao", "刘建超"),
    "Chinese, of one syllable": ("Wang Yi", "王毅"),
    "Chinese, of a double family name": ("Ouyang Ming", "欧阳明"),
    "with a possessive": ("Mara Voss", "Mara Voss’s"),
}
NEAR = {
    "Arabic": ("Ilham Aliyev", "إلهام علييف"),
    "Arabic, of a name from Russian": ("Sergey Lavrov", "سيرغي لافروف"),
    "a foreign name in Chinese": ("Ilham Aliyev", "伊利哈姆·阿利耶夫"),
    "family name first": ("Mevlüt Çavuşoğlu", "CAVUSOGLU Mevlut"),
    "given name first in Latin": ("Jianchao Liu", "刘建超"),
    "an initial": ("I. Aliyev", "Ilham Aliyev"),
    "a father's name": ("Ilham Heydar oglu Aliyev", "Ilham Aliyev"),
    "a letter": ("Mikheil Kavelashvili", "მიხეილ ყაველაშვილი"),
}
OTHER = {
    "another surname": ("Ali Asadov", "Ali Ahmadov"),
    "another given name": ("Heydar Aliyev", "Ilham Aliyev"),
    "a surname alone": ("Aliyev", "Ilham Aliyev"),
    "a short given name": ("Wang Yi", "Wang Yu"),
    "another initial": ("H. Aliyev", "Ilham Aliyev"),
    "no letters": ("!?", "Ilham Aliyev"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_one_name_in_other_letters_is_the_same(one: str, other: str) -> None:
    """A name in another script is alike to the full."""
    assert spelling.alike(one, other) == 1


@pytest.mark.parametrize(("one", "other"), NEAR.values(), ids=NEAR)
def test_what_is_nearly_the_same_scores_high(one: str, other: str) -> None:
    """Another order, an initial, a name left out, or a script of consonants cost a little."""
    assert 0.85 < spelling.alike(one, other) < 1


@pytest.mark.parametrize(("one", "other"), OTHER.values(), ids=OTHER)
def test_other_names_score_low(one: str, other: str) -> None:
    """Names that share a part of their words are no one name."""
    assert spelling.alike(one, other) < 0.7


ROMANISED = {
    "marks": ("Çavuşoğlu", "Cavusoglu"),
    "signs of Cyrillic": ("Соль", "Sol"),
    "ejectives of Georgian": ("კონსტანტინე", "konstantine"),
    "vowel of two letters": ("Պուտին", "Putin"),
    "an apostrophe of Latin": ("Xi'an", "Xi'an"),
    "a long run of Chinese": ("中华人民共和国", "ZhongHuaRenMinGongHeGuo"),
    "Korean": ("김정은", "Gim Jeongeun"),
}


@pytest.mark.parametrize(("text", "expected"), ROMANISED.values(), ids=ROMANISED)
def test_text_is_romanised(text: str, expected: str) -> None:
    """Every script has Latin letters; a sign that is no sound has none."""
    assert spelling.romanised(text).casefold() == expected.casefold()


FOLDED = {
    "gh and q": ("Budaqov", "Budagov"),
    "kh and h": ("Kharkiv", "Harkiv"),
    "doubled letters": ("Mohammed", "Mohamed"),
    "Russian and Turkish": ("Джейхун", "Jeyhun"),
    "iye and ie": ("Алиев", "Aliyev"),
}


@pytest.mark.parametrize(("one", "other"), FOLDED.values(), ids=FOLDED)
def test_habits_of_transliteration_are_folded(one: str, other: str) -> None:
    """Spellings of one sound are made one."""
    assert spelling.folded(one) == spelling.folded(other)


def test_scripts_without_vowels_are_told() -> None:
    """Arabic, Hebrew and Chinese tell little more of a foreign name than its consonants."""
    assert [spelling.is_loose(t) for t in ("Aliyev", "Алиев", "علييف", "阿利耶夫")] == [
        False,
        False,
        True,
        True,
    ]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_are_compared(one: str, other: str) -> None:
    """Likeness is a share, the same both ways; folded words are ASCII."""
    likeness = spelling.alike(one, other)

    assert 0 <= likeness <= 1
    assert likeness == pytest.approx(spelling.alike(other, one))
    assert spelling.folded(one).isascii()
