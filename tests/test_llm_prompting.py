"""What a model is asked: instructions, an example, the part of the article, the schema, and their version."""

import hashlib
import json
from typing import Any

import pytest
from pydantic import ValidationError

from kg.llm import prompting
from kg.llm.schema import Answer, Event, Quote
from kg.model import Article, Span

ARTICLE = Article("one.txt", "Xi met Aliyev.\nThey talked.")


def test_messages() -> None:
    """Instructions come first, then an example with its answer, then the part between its marks."""
    roles = [m["role"] for m in prompting.messages(ARTICLE, Span(0, 14))]
    shown = prompting.messages(ARTICLE, Span(0, 14))[-1]["content"].splitlines()
    mark = hashlib.sha256(b"Xi met Aliyev.").hexdigest()[:16]

    assert roles == ["system", "user", "assistant", "user"]
    assert shown == [f"The article stands between the two lines {mark}.", mark, "Xi met Aliyev.", mark]


def test_half_a_letter_is_shown_too() -> None:
    """A text with half of a letter of two (a lone surrogate) stops nothing."""
    assert (
        prompting.messages(Article("one.txt", "a\ud800b"), Span(0, 3))[-1]["content"].count("a\ud800b") == 1
    )


def test_example_keeps_to_the_schema() -> None:
    """The example's answer is one, and every string of evidence in it stands in the example's text."""
    _, user, assistant, _ = prompting.messages(ARTICLE, Span(0, 1))
    answer = Answer.model_validate_json(assistant["content"])
    told = (*answer.events, *answer.statements, *answer.agreements)
    missing = [q.text for record in told for q in record.evidence if q.text not in user["content"]]

    assert (len(answer.actors), len(told)) == (5, 7)
    assert missing == []


def _objects(schema: object) -> list[dict[str, Any]]:
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    own = [schema] if isinstance(schema, dict) and schema.get("type") == "object" else []
    return own + [found for each in inner for found in _objects(each)]


def test_schema_is_strict() -> None:
    """Every object of the schema asks for all of its fields and allows no other, as strict servers want."""
    objects = _objects(prompting.SCHEMA)

    assert len(objects) == 7
    assert all(o["additionalProperties"] is False and o["required"] == list(o["properties"]) for o in objects)
    assert '"default"' not in json.dumps(prompting.SCHEMA)
    assert "title" in prompting.SCHEMA["$defs"]["Role"]["properties"]


def test_version() -> None:
    """The version is short: it stands in the rule of each claim."""
    assert len(prompting.VERSION) == 12
    assert set(prompting.VERSION) <= set("0123456789abcdef")


@pytest.mark.parametrize(
    "more",
    [
        {"earliest": "2025-04-02"},
        {"kind": "Coup"},
        {"status": "Confirmed"},
        {"trigger": 7},
        {"participants": "Xi"},
        {"evidence": ["Xi met Aliyev."]},
    ],
    ids=lambda more: next(iter(more)),
)
def test_values_are_refused(more: dict[str, Any]) -> None:
    """An answer has no place for a date, another class, another status; words are words, lists are lists."""
    told = {"kind": "Meeting", "trigger": "met", "participants": ["Xi"], "evidence": [{"text": "Xi met."}]}
    read = Event.model_validate_json(json.dumps(told))

    assert read.evidence == (Quote(text="Xi met."),)
    with pytest.raises(ValidationError):
        Event.model_validate_json(json.dumps(told | more))
