"""Who is asked: one address, which the settings name."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from kg.config import Config, Secret
from kg.errors import KgError


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
        KgError: its address is none; the message does not repeat it, since it may hold a password.
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
    if parts.username or parts.password or parts.query or parts.fragment:
        raise KgError(
            "KG_MODEL_URL: expected scheme, host, port and path alone; a key goes into KG_MODEL_KEY"
        )
    return Server(config.model_url, config.model_key, config.model_seconds, config.model_answer)
