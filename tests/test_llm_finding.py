"""JSON is found in whatever a model wraps it; what holds none holds none, however long or deep it is."""

import pytest

from kg.llm import finding

JSON = '{"events": [{"a": "}"}]}'


@pytest.mark.parametrize(
    "content",
    [
        JSON,
        f"```json\n{JSON}\n```",
        f"Here is what I found:\n\n{JSON}\n\nShall I go on {{or not}}?",
        f'<think>Perhaps {{"events": [1, 2, 3, 4, 5, 6, 7]}}?</think>\n{JSON}',
        f'{{}} {JSON} {{"a": 1}}',
    ],
    ids=["alone", "fenced", "courteous", "thoughtful", "longest"],
)
def test_found(content: str) -> None:
    """The object is taken out of thoughts, fences and courtesies; of several the longest."""
    assert finding.found(content) == JSON


@pytest.mark.parametrize(
    "content",
    ["", "none", "[1, 2]", '{"a": 1', "{'a': 1}", '{"a":' * 100_000, "{" * 4_000_000, "<think>{"],
    ids=["empty", "words", "list", "cut", "quotes", "deep", "brackets", "thought"],
)
def test_nothing_found(content: str) -> None:
    """What is no object is none, also where it is deep or long."""
    assert finding.found(content) is None
