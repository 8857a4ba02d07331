"""A clock of the day that jumps under a running service; the monotonic one stays as it is."""

import json
import os
import time
from collections import Counter
from pathlib import Path
from unittest.mock import patch

import live
from pools import HEAVY

YEARS = 365 * 86_400
JUMPS = (0, 10 * YEARS, -10 * YEARS, 86_400, -3_600)  # seconds
# Python reads this module whenever it starts.
_JUMPING = """
import pathlib, time
_told = pathlib.Path({path!r})
_real = time.time
time.time = lambda: _real() + float(_told.read_text() or 0)
time.time_ns = lambda: int(time.time() * 1e9)
"""


def judged(service: live.Service) -> str:
    """Return what becomes of a short query, of a deadline of a second, and of readiness."""
    begun = time.monotonic()
    short = service.ask("ASK { ?s ?p ?o }")[0]
    late, _, body = service.ask(HEAVY, timeout="1")
    took = time.monotonic() - begun
    ready = service.send("GET", "/readyz")[0]
    if (short, late, ready) != (200, 504, 200) or json.loads(body)["limit"] != "seconds":
        return f"answers {short}, {late}, {ready}"
    return "right" if 1 <= took < 30 else f"a deadline after {took:.0f} s"


def jumping(folder: Path, times: int) -> Counter[str]:
    """Let the clock of a service jump to and fro; return what became of queries."""
    live.build(folder / "data", live.numbers(2_000))
    told = folder / "clock"
    told.write_text("0")
    (folder / "site").mkdir()
    (folder / "site" / "sitecustomize.py").write_text(_JUMPING.format(path=str(told)))
    paths = os.pathsep.join(filter(None, (str(folder / "site"), os.environ.get("PYTHONPATH"))))
    served = live.serve(folder / "data", log="none", query_rate="600")
    found: Counter[str] = Counter()
    with patch.dict(os.environ, {"PYTHONPATH": paths}), served as service:
        for number in range(times):
            told.write_text(str(JUMPS[number % len(JUMPS)]))
            found[judged(service)] += 1
    return found


def tried(folder: Path, times: int = 20) -> dict[str, Counter[str]]:
    """Let the clock jump so many times."""
    return {"a clock that jumps by hours and years": jumping(folder, times)}
