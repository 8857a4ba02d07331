"""Chinese names that others write by systems of their own are read as pinyin; other names are not."""

import pytest

from kg.chinese import pinyin

READ = {
    "Palladius": ("Лю Цзяньчао", "liu jianchao"),
    "Palladius, a syllable of a vowel": ("Юй Цзинь", "yu jin"),
    "Wade and Giles": ("Chiang Ching-kuo", "jiang jingguo"),
    "an aspirate": ("Ch'en Shui-pien", "chen shuibian"),
    "an aspirate with a curly mark": ("T’ang Chia-hsüan", "tang jiaxuan"),
    "hyphens alone": ("Chou En-lai", "zhou enlai"),
    "whole syllables": ("Tzu Szu-yu", "zi siyou"),
    "after h and k": ("Ho K'o-ling", "he keling"),
    "one word that is no pinyin": ("Hsu Ming", "xu ming"),
    "syllables apart": ("Hsiao Kuo Tung", "xiao guo dong"),
    "capitals and signs": ("HSIAO, Chih-yung", "xiao zhiyong"),
}
UNREAD = {
    "pinyin": "Zhang Wei",
    "what both systems have": "Chang Wei",
    "pinyin of two syllables": "Liu Jianchao",
    "Russian": "Иван Петров",
    "English": "Jean-Luc Picard",
    "Korean": "Kim Jong-un",
    "Chinese": "刘建超",
    "hyphens": "- -",
    "nothing": "",
}


@pytest.mark.parametrize(("name", "expected"), READ.values(), ids=READ)
def test_other_systems_are_read(name: str, expected: str) -> None:
    """A name of Chinese syllables in another system is pinyin."""
    assert pinyin(name) == expected


@pytest.mark.parametrize("name", UNREAD.values(), ids=UNREAD)
def test_other_names_stay(name: str) -> None:
    """What is pinyin already, may be it, or is no Chinese, is not read."""
    assert pinyin(name) == ""
