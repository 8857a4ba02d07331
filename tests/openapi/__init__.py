"""Runs schemathesis over a running service, from `kg/web/openapi.json`.

`hooks.py` says what the formats hold that no pattern tells, `schemathesis.toml` how answers are judged where
OpenAPI cannot tell what holds.
"""

import os
import subprocess
import sys
from pathlib import Path

import live

_HERE = Path(__file__).parent
DESCRIPTION = live.ROOT / "kg" / "web" / "openapi.json"


def run(service: live.Service, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Return how a run ended; it writes below a folder alone."""
    told = ("--config-file", str(_HERE / "schemathesis.toml"), "run", str(DESCRIPTION))
    address = ("--url", f"http://127.0.0.1:{service.port}", "--no-color")
    paths = os.pathsep.join(filter(None, (str(_HERE.parent), os.environ.get("PYTHONPATH"))))
    return subprocess.run(
        [str(Path(sys.executable).parent / "schemathesis"), *told, *address, *options],
        cwd=folder,
        env=os.environ | {"SCHEMATHESIS_HOOKS": "openapi.hooks", "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
