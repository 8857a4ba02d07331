"""What a language model is asked: instructions, an example, the part of an article, and the schema.

The words lie in `prompts/`, where a researcher can read them. The article stands between two lines that hold
a mark made from its own letters: no article can hold the mark of itself, so none can end itself and go on in
the voice of the instructions.
"""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from kg.llm.schema import Answer
from kg.model import Article, Span

_FOLDER = Path(__file__).parent / "prompts"
_FILES = ("instructions.md", "example.txt", "example.json")
_NOISE = frozenset({"title", "default"})  # of no use to a model, and refused by some servers
_LENGTH = 12  # hexadecimal digits of a version: as good as unique among prompts


def messages(article: Article, part: Span) -> list[dict[str, str]]:
    """Return what is sent to a model on a part of an article."""
    instructions, example, answer = map(_read, _FILES)
    return [
        {"role": "system", "content": instructions},
        {"role": "user", "content": _shown(example)},
        {"role": "assistant", "content": answer},
        {"role": "user", "content": _shown(article.text[part.start : part.end])},
    ]


def _shown(text: str) -> str:
    mark = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"The article stands between the two lines {mark}.\n{mark}\n{text}\n{mark}"


@cache
def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8").strip()


def _plain(schema: Any, *, is_named: bool = False) -> Any:  # noqa: ANN401
    """Return a schema without titles and defaults; below "properties" each key is a name of ours."""
    if isinstance(schema, list):
        return [_plain(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {k: v for k, v in schema.items() if is_named or k not in _NOISE}
    return {k: _plain(v, is_named=k in {"properties", "$defs"} and not is_named) for k, v in kept.items()}


def _version() -> str:
    told = "\n".join((*map(_read, _FILES), json.dumps(SCHEMA, sort_keys=True)))
    return hashlib.sha256(told.encode()).hexdigest()[:_LENGTH]


SCHEMA: dict[str, Any] = _plain(Answer.model_json_schema(mode="serialization"))
VERSION = _version()
