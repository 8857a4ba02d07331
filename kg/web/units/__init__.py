"""How a machine is told to run the service: a unit of systemd, and a file for containers."""

from pathlib import Path

_HERE = Path(__file__).parent
FILES = {"systemd": "communique.service", "container": "Containerfile"}


def text(kind: str) -> str:
    """Return the file for systemd or for containers."""
    return (_HERE / FILES[kind]).read_text(encoding="utf-8")
