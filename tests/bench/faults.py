"""Look for faults of the HTTP interface for longer than the tests do: `faults.py [SECONDS [EXAMPLES]]`."""

import sys
import tempfile
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent))

import live
import openapi
import strait


def main(seconds: str = "600", examples: str = "100") -> int:
    """Print what schemathesis finds in so many seconds, and return 0 where that is no fault."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with live.serve(strait.make(folder / "data")) as service:
            done = openapi.run(service, folder, "--max-time", seconds, "--max-examples", examples)
    print(done.stdout, done.stderr)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
