"""Articles in languages that are not parsed: their language, sentences and dates; nobody is read in them."""

import datetime as dt

import pytest

from kg import extract, text
from kg.model import Article, Span
from kg.registry import foreign as names
from kg.text import foreign
from kg.text.calendar import Anchor
from kg.text.times import bounds

DAY = dt.date(2025, 4, 24)

DATED = [
    ("ru", "Они встретились 23 апреля 2025 года в Пекине.", "23 апреля 2025", "2025-04-23"),
    ("ru", "Встреча прошла 23 апреля.", "23 апреля", "2025-04-23"),
    ("ru", "Встреча прошла 23.04.2025 в Баку.", "23.04.2025", "2025-04-23"),
    ("az", "Görüş aprelin 23-də keçirilib.", "aprelin 23", "2025-04-23"),
    ("az", "Görüş 23 aprel 2025-ci ildə keçirilib.", "23 aprel 2025", "2025-04-23"),
    ("hy", "Հանդիպումը կայացավ ապրիլի 23-ին։", "ապրիլի 23", "2025-04-23"),
    ("ka", "შეხვედრა 23 აპრილს გაიმართა.", "23 აპრილს", "2025-04-23"),
    ("zh", "双方于2025年4月23日在北京会晤。", "2025年4月23日", "2025-04-23"),
    ("zh", "双方4月23日会晤。", "4月23日", "2025-04-23"),
    ("ar", "التقيا يوم ٢٣ أبريل ٢٠٢٥ في بكين.", "٢٣ أبريل ٢٠٢٥", "2025-04-23"),
    ("zh", "双方星期三会晤。", "星期三", "2025-04-23"),
]


@pytest.mark.parametrize(("language", "words", "phrase", "day"), DATED, ids=lambda v: str(v)[:24])
def test_dates(language: str, words: str, phrase: str, day: str) -> None:
    """A date that is written out is read in the language's own words, with offsets in code points."""
    (time,) = text.read(Article("one.txt", words, published=DAY, language=language)).times
    found = bounds(time, Anchor(DAY), future=False)

    assert (time.phrase, words[time.span.start : time.span.end]) == (phrase, phrase)
    assert found is not None
    assert found.edtf == day


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "Маяк стоит в мае."),  # a month alone, and a word that begins as one
        ("ru", "Они встретились 31 февраля."),
        ("zh", "双方13月40日会晤。"),
        ("fa", "آنها در ۳ اردیبهشت دیدار کردند."),  # of another calendar
        ("xx", "23 апреля"),
    ],
)
def test_no_date(language: str, words: str) -> None:
    """What is no day of our calendar, or of a language that is not known, dates nothing."""
    times = text.read(Article("one.txt", words, published=DAY, language=language)).times

    assert [t.phrase for t in times if bounds(t, Anchor(DAY), future=False)] == []


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        ("他们会晤了。双方讨论了贸易。", ["他们会晤了。", "双方讨论了贸易。"]),
        ("Նրանք հանդիպեցին։ Հետո մեկնեցին։", ["Նրանք հանդիպեցին։", "Հետո մեկնեցին։"]),
        ("В 2025 г. они встретились. Потом уехали.", ["В 2025 г. они встретились.", "Потом уехали."]),
        ("هل التقيا؟ نعم.", ["هل التقيا؟", "نعم."]),
        ("e\u0301to. Ono\u0301.", ["e\u0301to.", "Ono\u0301."]),
        ("Первая\n\nВторая", ["Первая", "Вторая"]),
    ],
)
def test_sentences(words: str, sentences: list[str]) -> None:
    """Sentences end with the full stops of their script, and not with short forms."""
    reading = text.read(Article("one.txt", words, language="ru"))

    assert [words[s.span.start : s.span.end] for s in reading.sentences] == sentences


@pytest.mark.parametrize(
    ("words", "language", "told"),
    [
        ("They met in Baku.", None, "en"),
        ("They met in Baku.", "en-GB", "en"),
        ("Görüş keçirilib.", "az", "az"),
        ("The president of Azerbaijan met the minister.", "az", "en"),
        ("The president of Azerbaijan met the minister.", "ru", "en"),
        ("Le président a rencontré le ministre à Bakou.", "fr", "fr"),
        ("Встреча прошла.", "en", "ru"),
        ("Зустріч відбулася.", "uk", "uk"),
        ("Встреча Xi и Алиева", None, "ru"),
        ("Հանդիպում", None, "hy"),
        ("შეხვედრა", None, "ka"),
        ("双方会晤", None, "zh"),
        ("التقيا في بكين", None, "ar"),
        ("دیدار در پکن", None, "fa"),
        ("The word 会晤 means a meeting.", None, "en"),
        ("", None, "en"),
        ("2025", None, "en"),
    ],
)
def test_language(words: str, language: str | None, told: str) -> None:
    """The language is as described, where letters and words agree; else by the script of most letters."""
    assert foreign.language_of(Article("one.txt", words, language=language)) == told


def test_rules_find_nothing() -> None:
    """The rules, which know English, claim nothing of another language."""
    words = "Президент Алиев встретился с Си Цзиньпином."
    reading = text.read(Article("one.txt", words, language="ru"))

    assert extract.run(reading).claims == ()
    assert reading.sentences[0].span == Span(0, len(words))


@pytest.mark.parametrize(
    ("form", "language", "key"),
    [
        ("Азербайджана", "ru", "AZE"),
        ("Нигерии", "ru", "NGA"),
        ("Нигера", "ru", "NER"),
        ("Ermənistanın", "az", "ARM"),
        ("Հայաստանի", "hy", "ARM"),
        ("საქართველოს", "ka", "GEO"),
        ("中国", "zh", "CHN"),
        ("中国人", "zh", None),
        ("أذربيجان", "ar", "AZE"),
        ("Алиев", "ru", None),
        ("China", "en", "CHN"),
        ("China", "xx", None),
        ("", "ru", None),
    ],
)
def test_states(form: str, language: str, key: str | None) -> None:
    """A state is known by its name in the language, in any case of it; of several the longest name counts."""
    found = names.state_of(form, language)

    assert (found.key if found is not None else None) == key
