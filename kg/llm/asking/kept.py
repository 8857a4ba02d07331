"""What models answered, kept on disk: nothing is asked twice, and a run can be read again without a server.

answers/<2>/<sha256>.json   one answer, with when and by what model it was given

The name of a file is the hash of all that an answer hangs on: the messages (instructions, example and the
part of the article), their version, and the model. Who asked where is no part of it: a folder of answers can
be given to others, who build the same graph of it.
"""

import datetime as dt
import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from kg.errors import StoreError
from kg.llm import finding
from kg.llm.asking.dialect import Message
from kg.llm.asking.replies import CUT, WHOLE
from kg.llm.prompting import VERSION
from kg.model import Span

FOLDER = "answers"


@dataclass(frozen=True, slots=True)
class Kept:
    """One answer, as it was given, also where it is no use.

    Attributes:
        content: as the model said it.
        finish: `WHOLE`, `CUT` or `REFUSED`.
        model: the model that was asked for.
        served: the model, as the server named it.
        version: of the prompt.
        form: how JSON was asked for.
        article: the article in which the part stood when it was asked on.
        part: its first and last code point there (half-open).
        tokens: of question and answer; None where the server did not count them.
        answered: when (ISO 8601, UTC).
    """

    content: str
    finish: str
    model: str
    served: str
    version: str
    form: str
    article: str
    part: tuple[int, int]
    tokens: tuple[int, int] | None
    answered: str

    @property
    def is_cut(self) -> bool:
        """Say whether the answer ends before its end."""
        return self.finish == CUT

    @property
    def is_usable(self) -> bool:
        """Say whether there is something in it to be verified."""
        return self.finish == WHOLE and finding.found(self.content) is not None


_ADAPTER = TypeAdapter(Kept)


def key(model: str, messages: Sequence[Message]) -> str:
    """Return the name under which the answer of a model to some messages is kept."""
    told = json.dumps([VERSION, model, list(messages)], ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


def now() -> str:
    """Return the time as an answer tells it."""
    return dt.datetime.now(tz=dt.UTC).isoformat(timespec="seconds")


def where(part: Span) -> tuple[int, int]:
    """Return a part of an article as an answer tells it."""
    return part.start, part.end


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of answers.

    Attributes:
        place: the folder; it need not be there yet.
    """

    place: Path

    def load(self, key: str) -> Kept | None:
        """Return an answer; None where there is none, or what lies there is none."""
        try:
            return _ADAPTER.validate_json(self._file(key).read_bytes())
        except (OSError, ValidationError):  # not there, or cut short when the power failed
            return None

    def keep(self, key: str, answer: Kept) -> None:
        """Keep an answer; who looks at any moment finds all of it or nothing.

        Raises:
            StoreError: it cannot be written.
        """
        file = self._file(key)
        beside = file.with_suffix(f".{os.getpid()}")
        told = json.dumps(asdict(answer), ensure_ascii=False, indent=1, sort_keys=True)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(f"{told}\n", encoding="utf-8")
            beside.replace(file)
        except OSError as error:
            found = f"{file}: expected a file that can be written, found: {error.strerror}"
            raise StoreError(found, place=file) from error

    def _file(self, key: str) -> Path:
        return self.place / key[:2] / f"{key}.json"
