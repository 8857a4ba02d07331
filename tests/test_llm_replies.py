"""A reply of a server is read whatever it holds: each part may be of another type, missing or hostile."""

import json

import pytest
from modelled import refusing, said, truncated

from kg.llm.asking import replies
from kg.llm.asking.replies import CUT, REFUSED, WHOLE, PassingError, Reply


def test_a_reply() -> None:
    """What the model said is told with the model's name and the tokens."""
    assert replies.read(said("{}").body) == Reply("{}", WHOLE, "stub-1", (100, 10))


@pytest.mark.parametrize(
    ("body", "finish", "content"),
    [
        (truncated().body, CUT, '{"actors": [{"type": "Person", "nam'),
        (refusing().body, REFUSED, "I cannot help with that."),
        (said("", finish="content_filter").body, REFUSED, ""),
        (said(None).body, WHOLE, ""),
        (said("a", refusal=None).body, WHOLE, "a"),
    ],
    ids=["cut", "refused", "filtered", "nothing", "no refusal"],
)
def test_how_it_ends(body: bytes, finish: str, content: str) -> None:
    """A reply is whole, cut off or a refusal."""
    found = replies.read(body)

    assert (found.finish, found.content) == (finish, content)


@pytest.mark.parametrize(
    ("content", "read"),
    [
        ([{"type": "text", "text": "a"}, {"type": "image"}, 7, {"type": "text", "text": "b"}], "ab"),
        ({"text": "a"}, ""),
        (7, ""),
    ],
    ids=["parts", "object", "number"],
)
def test_content_of_another_type(content: object, read: str) -> None:
    """Content in parts is joined; of another type there is none."""
    told = {"choices": [{"message": {"content": content}, "finish_reason": ["stop"]}]}

    assert replies.read(json.dumps(told).encode()) == Reply(read, WHOLE, "", None)


@pytest.mark.parametrize(
    "usage",
    [None, [], {"prompt_tokens": "1"}, {"prompt_tokens": -1, "completion_tokens": 1}, {"prompt_tokens": 1e9}],
    ids=["none", "list", "text", "negative", "half"],
)
def test_tokens_that_are_none(usage: object) -> None:
    """What is no count of tokens is not taken for one."""
    told = {"choices": [{"message": {"content": "a"}}], "usage": usage, "model": "m" * 1000}
    found = replies.read(json.dumps(told).encode())

    assert (found.tokens, len(found.served)) == (None, 200)


def test_half_characters() -> None:
    """Half of a surrogate pair and bytes that are no UTF-8 become marks of replacement, as files can hold."""
    assert (
        replies.read(b'{"choices": [{"message": {"content": "a\\ud800b\xff"}}]}').content == "a\ufffdb\ufffd"
    )


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"null",
        b'"a"',
        b"[]",
        b"{}",
        b'{"choices": []}',
        b'{"choices": null}',
        b'{"choices": ["a"]}',
        b'{"choices": [{"message": "a"}]}',
        b'{"choices": {"0": {"message": {}}}}',
        b"[" * 200_000,
        b'{"choices": [{"message": {"content": "a"}}], "usage": {"prompt_tokens": ' + b"9" * 5_000 + b"}}",
        b'{"error": {"message": "no"}}',
    ],
    ids=lambda body: repr(body[:20]),
)
def test_no_reply(body: bytes) -> None:
    """What holds no message is a failure after which one may ask again."""
    with pytest.raises(PassingError, match="expected"):
        replies.read(body)
