"""What a server understands of the protocol: the most that it takes, decided once by what it answers."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.llm.prompting import SCHEMA

FORMS = ("json_schema", "json_object", "text")  # each asks for less than the one before
Message = dict[str, str]
_SHORT = "max_tokens"
_LONG = "max_completion_tokens"  # what OpenAI's newer models ask for in its place


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a question is put.

    Attributes:
        form: one of `FORMS`: how the server is asked for JSON.
        limit: the parameter that bounds an answer.
        has_temperature: whether the parameter `temperature` is sent.
    """

    form: str = FORMS[0]
    limit: str = _SHORT
    has_temperature: bool = True

    def simpler(self, told: str) -> "Dialect | None":
        """Return the dialect to try next when a server refuses this one in such words; None for none."""
        if self.limit == _SHORT and _LONG in told:
            return replace(self, limit=_LONG)
        if self.has_temperature and re.search(r"\btemperature\b", told):
            return replace(self, has_temperature=False)
        rest = FORMS[FORMS.index(self.form) + 1 :]
        return replace(self, form=rest[0]) if rest else None

    def parameters(self, answer: int) -> Mapping[str, object]:
        """Return the parameters of a question but for model and messages; `answer` is its most tokens."""
        told: dict[str, object] = {self.limit: answer}
        if self.has_temperature:
            told["temperature"] = 0
        if self.form == "json_schema":
            schema = {"name": "answer", "schema": SCHEMA, "strict": True}
            told["response_format"] = {"type": self.form, "json_schema": schema}
        elif self.form == "json_object":
            told["response_format"] = {"type": self.form}
        return told

    def messages(self, given: Sequence[Message]) -> list[Message]:
        """Return the messages, with the schema in words where the server does not take it as such."""
        if self.form == "json_schema":
            return list(given)
        schema = json.dumps(SCHEMA, ensure_ascii=False)
        first = given[0]  # there: many a model takes instructions nowhere else
        return [{**first, "content": f"{first['content']}\n\nThe JSON schema:\n{schema}"}, *given[1:]]
