"""Find the JSON in what a model says: some wrap it in thoughts, marks of code or courtesies."""

import json
import re

# Models that think aloud do so first, and close it; what is left open was cut off.
_THOUGHT = re.compile(r"\A\s*<(think|thinking|reasoning)>.*?</\1>", re.DOTALL)
_MOST = 200  # opening brackets that are tried: of text without JSON each costs another reading
_DECODER = json.JSONDecoder()


def found(content: str) -> str | None:
    """Return the longest JSON object within what a model says, None where there is none.

    >>> found('<think>{}</think>Here you are: {"events": []} Is that all?')
    '{"events": []}'
    """
    text = _THOUGHT.sub("", content, count=1)
    best, start = "", text.find("{")
    for _ in range(_MOST):
        if start < 0:
            break
        end = _end(text, start)
        best = max(best, text[start:end], key=len)
        start = text.find("{", max(end, start + 1))
    return best or None


def _end(text: str, start: int) -> int:
    """Return where the object that begins at a bracket ends: at its start where none does."""
    try:
        return _DECODER.raw_decode(text, start)[1]
    except (ValueError, RecursionError):  # no JSON, or deeper than anybody means
        return start
