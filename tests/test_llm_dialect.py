"""A server that refuses a form of question is asked in a simpler one; the schema is told either way."""

import pytest

from kg.llm.asking.dialect import Dialect
from kg.llm.prompting import SCHEMA

MESSAGES = ({"role": "system", "content": "Read."}, {"role": "user", "content": "They met."})


@pytest.mark.parametrize(
    ("told", "simpler"),
    [
        (
            "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens'.",
            Dialect(limit="max_completion_tokens"),
        ),
        ("'temperature' does not support 0 with this model", Dialect(has_temperature=False)),
        ("response_format.type: json_schema is not supported", Dialect("json_object")),
        ("Bad Request", Dialect("json_object")),
    ],
    ids=["limit", "temperature", "schema", "nothing told"],
)
def test_simpler(told: str, simpler: Dialect) -> None:
    """What the refusal names is left out or put otherwise; where it names nothing, less JSON is asked for."""
    assert Dialect().simpler(told) == simpler


def test_no_simpler() -> None:
    """Plain text, with what the server named already changed, is the simplest."""
    plain = Dialect("text", "max_completion_tokens", has_temperature=False)

    assert Dialect("json_object").simpler("no") == Dialect("text")
    assert plain.simpler("temperature, max_completion_tokens") is None


@pytest.mark.parametrize("form", ["json_schema", "json_object", "text"])
def test_parameters(form: str) -> None:
    """Each form asks for JSON in its way; the answer is bounded, and as little by chance as may be."""
    found = dict(Dialect(form).parameters(500))
    asked = found.pop("response_format", {"type": "text"})

    assert found == {"max_tokens": 500, "temperature": 0}
    assert isinstance(asked, dict)
    assert asked["type"] == form
    assert asked.get("json_schema", {}).get("schema") == (SCHEMA if form == "json_schema" else None)


def test_schema_in_words() -> None:
    """Where the server does not take the schema, the first message tells it; the others are as before."""
    assert Dialect().messages(MESSAGES) == list(MESSAGES)
    first, last = Dialect("json_object").messages(MESSAGES)

    assert first["content"].startswith("Read.\n\nThe JSON schema:\n{")
    assert '"agreements"' in first["content"]
    assert last == MESSAGES[1]


def test_schema_is_strict() -> None:
    """Each object of the schema requires all its fields and allows no others, as strict servers want."""

    def objects(schema: object) -> list[dict[str, object]]:
        if isinstance(schema, list):
            return [each for part in schema for each in objects(part)]
        if not isinstance(schema, dict):
            return []
        below = [each for part in schema.values() for each in objects(part)]
        return [schema, *below] if schema.get("type") == "object" else below

    found = objects(SCHEMA)

    assert len(found) > 5
    assert [each for each in found if each.get("additionalProperties") is not False] == []
    assert [each for each in found if list(each["properties"]) != each["required"]] == []  # type: ignore[call-overload]
