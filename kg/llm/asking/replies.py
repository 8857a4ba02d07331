"""What a server replies, read without trust: any part may be missing, of another type, or without end."""

import json
from dataclasses import dataclass

from kg.errors import RemoteError

WHOLE = "whole"
CUT = "cut"  # it reached the most tokens of an answer
REFUSED = "refused"
_HOW = {"length": CUT, "max_tokens": CUT, "content_filter": REFUSED}
_NAME = 200  # characters of a name or version that a server tells of itself


class PassingError(RemoteError):
    """A failure after which the same may be asked again.

    Attributes:
        after: seconds that the server asks to wait, None where it asks for none.
        is_charged: whether the server may have read the question, and count it.
    """

    def __init__(self, message: str, after: float | None = None, *, is_charged: bool = False) -> None:
        super().__init__(message)
        self.after, self.is_charged = after, is_charged


class MisunderstoodError(RemoteError):
    """A server does not take the question in this form."""


class TooLongError(RemoteError):
    """A question is longer than a model can read at once."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model said.

    Attributes:
        content: as it said it; of a refusal the words of that.
        finish: `WHOLE`, `CUT` or `REFUSED`.
        served: the model, as the server names it; empty where it does not.
        tokens: of the question and of the answer; None where the server does not count them.
    """

    content: str
    finish: str
    served: str
    tokens: tuple[int, int] | None


def read(body: bytes) -> Reply:
    """Return what a reply of a server holds.

    Raises:
        PassingError: it is none.
    """
    try:
        told = json.loads(body.decode(errors="replace"))
    except (ValueError, RecursionError) as error:
        raise PassingError(f"expected JSON, found: {type(error).__name__}") from error
    match told:
        case {"choices": [{"message": {**message}, **rest}, *_]}:
            refusal = _text(message.get("refusal"))
            finish = REFUSED if refusal else _HOW.get(_text(rest.get("finish_reason")), WHOLE)
            content = _text(message.get("content")) or refusal
            return Reply(content, finish, _text(told.get("model"))[:_NAME], _tokens(told.get("usage")))
        case _:
            raise PassingError("expected a choice with a message, found none")


def _text(told: object) -> str:
    """Return what is told as text, or as a list of parts some of which are text; else nothing."""
    match told:
        case str():
            return told.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # no half characters
        case [*parts]:
            return "".join(_text(part.get("text")) for part in parts if isinstance(part, dict))
        case _:
            return ""


def _tokens(usage: object) -> tuple[int, int] | None:
    match usage:
        case {"prompt_tokens": int(asked), "completion_tokens": int(answered)} if min(asked, answered) >= 0:
            return int(asked), int(answered)
        case _:
            return None
