"""What was set aside while a build was made, and why: `report.tsv` of the build."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.readers import Aside

FILE = "report.tsv"
LONGEST = 1_000  # code points of a reason: messages may repeat what they found
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def text(aside: Iterable[Aside], roots: Iterable[Path]) -> str:
    """Return the report: place and reason of what was set aside, sorted; empty where nothing was.

    Places are told from the folders that hold the sources on, so that it is the same wherever these lie.
    """
    homes = [f"{root.parent}/" for root in roots]
    rows = sorted({(_cell(each.place, homes), _cell(each.reason, homes)) for each in aside})
    return "".join(f"{place}\t{reason}\n" for place, reason in [("file", "reason"), *rows]) if rows else ""


def lines(build: Path) -> Iterator[str]:
    """Yield a line for people on what was set aside when a build was made, if anything was."""
    path = build / FILE
    if path.exists():
        rows = path.read_text(encoding="utf-8").count("\n") - 1
        yield f"{rows:8,} set aside; {path} tells why"


def _cell(words: str, homes: Iterable[str]) -> str:
    for home in homes:
        words = words.replace(home, "")
    words = _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", " ".join(words.split()))
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
