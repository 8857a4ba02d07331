"""Who is asked: one address, which the settings name."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from kg.config import Config, Secret
from kg.errors import KgError

# What a header can hold: a key with a line end, as files have it, the library would repeat in its error.
_SENDABLE = re.compile(r"[!-~]*")


@dataclass(frozen=True, slots=True)
class Server:
    """Who is asked.

    Attributes:
        address: of the protocol: below it stands `/chat/completions`.
        key: what it knows us by; empty for none.
        seconds: deadline of one answer.
        answer: most tokens of one answer.
    """

    address: str
    key: Secret
    seconds: float
    answer: int


def of(config: Config) -> Server | None:
    """Return the server that the settings name; None where they name none.

    Raises:
        KgError: its address or its key is none; the message repeats neither, since both may be secret.
    """
    if not config.model_url:
        return None
    try:
        parts = urlsplit(config.model_url)
        is_one = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_one = False
    if not is_one:
        raise KgError(
            "KG_MODEL_URL: expected an address such as http://127.0.0.1:11434/v1, found another form"
        )
    if not _SENDABLE.fullmatch(config.model_key.reveal()):
        raise KgError("KG_MODEL_KEY: expected letters, digits and signs of ASCII, found others, or a space")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise KgError(
            "KG_MODEL_URL: expected scheme, host, port and path alone; a key goes into KG_MODEL_KEY"
        )
    return Server(config.model_url, config.model_key, config.model_seconds, config.model_answer)
