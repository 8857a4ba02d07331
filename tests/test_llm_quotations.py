"""No answer with a changed quotation ever passes, whatever was changed and in whatever script."""

import json
import unicodedata
from typing import Any

from answering import actor, answered, event, quote, reading, statement
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kg.llm import verifying
from kg.llm.verifying import Verified
from kg.model import Span
from kg.vocab import DIP, superclasses

ENGLISH = "On Wednesday, President Ilham Aliyev met Liu Jianchao in Baku. “Trade is growing”, Liu said."
RUSSIAN = "Президент Ильхам Алиев 2 апреля встретился с Лю Цзяньчао в Баку."
MARKED = "Prezide\u0301nt Ilham A\u0308liyev go\u0308ru\u0308s\u0327u\u0308b Liu Jianchao."
ARABIC = "التقى الرئيس إلهام علييف بالوزير ليو جيان تشاو في باكو."
CHINESE = "国家主席习近平在北京会见阿塞拜疆总统阿利耶夫。"

# Each text with its language, the words that evoke its meeting, and who met.
TEXTS = (
    (ENGLISH, "en", "met", ("Ilham Aliyev", "Liu Jianchao")),
    (RUSSIAN, "ru", "встретился", ("Ильхам Алиев", "Лю Цзяньчао")),
    (MARKED, "az", "go\u0308ru\u0308s\u0327u\u0308b", ("Ilham A\u0308liyev", "Liu Jianchao")),
    (ARABIC, "ar", "التقى", ("إلهام علييف", "ليو جيان تشاو")),
    (CHINESE, "zh", "会见", ("习近平", "阿利耶夫")),
)
SEEN = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(text: str, language: str, told: dict[str, Any]) -> Verified:
    """Return what of an answer on a text is borne out."""
    return verifying.read(reading(text, language), (answered(text, json.dumps(told)),))


def records(found: Verified) -> set[Any]:
    """Return the records that entered."""
    return {c.subject for c in found.extraction.claims if DIP.Record in superclasses(c.subject.kind)}


def meeting(trigger: str, who: tuple[str, ...], evidence: list[str]) -> dict[str, Any]:
    """Return an answer that tells the meeting of a text."""
    told = event("Meeting", trigger, list(who), "") | {"evidence": [quote(words) for words in evidence]}
    return {"actors": [actor("Person", name) for name in who], "events": [told]}


@st.composite
def changed(draw: st.DrawFn, words: str) -> str:
    """Return words with something changed: a letter, a mark, the case, the form, a blank."""
    at = draw(st.integers(0, len(words) - 1))
    letter = draw(
        st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(" \u200b\u0301\u00a0.’'\"аеіօ"))
    )
    way = draw(
        st.sampled_from(("put in", "put in place", "take out", "swap", "case", "form", "blanks", "twice"))
    )
    return {
        "put in": words[:at] + letter + words[at:],
        "put in place": words[:at] + letter + words[at + 1 :],
        "take out": words[:at] + words[at + 1 :],
        "swap": words[:at] + words[at : at + 2][::-1] + words[at + 2 :],
        "case": words.swapcase(),
        "form": unicodedata.normalize(draw(st.sampled_from(("NFC", "NFD", "NFKC", "NFKD"))), words),
        "blanks": words.replace(" ", "  ", 1),
        "twice": words + words,
    }[way]


@SEEN
@given(st.sampled_from(TEXTS), st.data())
def test_changed_quotation(text: tuple[str, str, str, tuple[str, ...]], data: st.DataObject) -> None:
    """A record with a string of evidence that does not stand in the text to the letter never enters."""
    words, language, trigger, who = text
    sentence = reading(words, language).sentences[0].span
    honest = words[sentence.start : sentence.end]
    wrong = data.draw(changed(honest))
    assume(wrong not in words)
    others = data.draw(st.sampled_from(([], [honest])))

    assert records(read(words, language, meeting(trigger, who, [honest])))
    assert not records(read(words, language, meeting(trigger, who, [*others, wrong])))
    assert not records(read(words, language, meeting(trigger, who, [wrong, *others])))


@SEEN
@given(st.data())
def test_changed_content(data: st.DataObject) -> None:
    """A statement whose words were changed never enters."""
    wrong = data.draw(changed("Trade is growing"))
    assume(wrong not in ENGLISH)
    said = statement(["Liu"], "said", wrong, "“Trade is growing”, Liu said.")
    people = [actor("Person", "Liu Jianchao", "Liu")]

    assert not records(read(ENGLISH, "en", {"actors": people, "statements": [said]}))
    assert records(
        read(ENGLISH, "en", {"actors": people, "statements": [said | {"content": "Trade is growing"}]})
    )


@SEEN
@given(st.sampled_from(TEXTS), st.data())
def test_cut_letters(text: tuple[str, str, str, tuple[str, ...]], data: st.DataObject) -> None:
    """Words that end within a word, or between a letter and its mark, are no quotation of the text."""
    words, language, trigger, who = text
    end = data.draw(st.integers(1, len(words)))
    cut = words[:end]
    assume(end < len(words) and language != "zh")
    is_inside = words[end - 1].isalnum() and words[end].isalnum()
    assume(is_inside or unicodedata.combining(words[end]))

    assert not records(read(words, language, meeting(trigger, who, [cut])))


ANY = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=9)
    | st.sampled_from((ENGLISH, "met", "Liu", "Occurred")),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(("events", "evidence", "text", "kind", "actors", "names")), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@SEEN
@given(ANY | st.text(max_size=40))
def test_any_answer(told: object) -> None:
    """Whatever a model answers, reading it ends well, and what enters rests on sentences of the text."""
    content = told if isinstance(told, str) else json.dumps(told)
    found = verifying.read(reading(ENGLISH), (answered(ENGLISH, content, Span(0, len(ENGLISH))),))
    sentences = {s.span for s in reading(ENGLISH).sentences}

    assert {s for c in found.extraction.claims for s in c.spans} <= sentences
