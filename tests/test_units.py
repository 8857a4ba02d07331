"""What runs the service on a machine: each file is sound, and says what the service reads."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg import config
from kg.cli import main
from kg.web import units

ANALYZE = shutil.which("systemd-analyze")


@pytest.mark.parametrize("kind", units.FILES)
def test_command(kind: str) -> None:
    """The command writes a file as it stands."""
    written = CliRunner().invoke(main, ["unit", kind])

    assert (written.exit_code, written.output) == (0, units.text(kind))


@pytest.mark.skipif(ANALYZE is None, reason="needs systemd-analyze, which checks units")
def test_systemd(tmp_path: Path) -> None:
    """The unit is read by systemd without a word against it; the program may be installed elsewhere."""
    unit = tmp_path / units.FILES["systemd"]
    unit.write_text(units.text("systemd").replace("/opt/communique/bin/kg", "/bin/true"), encoding="utf-8")
    command = [ANALYZE or "", "verify", "--man=no", str(unit)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)

    assert (done.returncode, [line for line in done.stderr.splitlines() if unit.name in line]) == (0, [])


@pytest.mark.skipif(ANALYZE is None, reason="needs systemd-analyze, which checks units")
def test_systemd_is_closed(tmp_path: Path) -> None:
    """What the unit is open to is, as systemd itself judges it, at most 2 of 10."""
    unit = tmp_path / units.FILES["systemd"]
    unit.write_text(units.text("systemd"), encoding="utf-8")
    command = [ANALYZE or "", "security", "--offline=true", "--no-pager", "--threshold=20", str(unit)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)

    assert (done.returncode, done.stdout.splitlines()[-1:] if done.returncode else []) == (0, [])


@pytest.mark.parametrize("kind", units.FILES)
def test_settings(kind: str) -> None:
    """Each setting that a file tells is one that there is, with a value of its type."""
    told = dict(re.findall(r"\b(KG_\w+)=(\S+)", units.text(kind)))

    assert told
    assert set(told) <= {setting.name for setting in config.SETTINGS}
    assert config.read(told).data == told["KG_DATA"]


def test_container() -> None:
    """The container runs as nobody special, and is sound where the service is ready."""
    lines = units.text("container").splitlines()
    user = next(number for number, line in enumerate(lines) if line.startswith("USER "))

    assert lines[user] != "USER root"
    assert [line for line in lines[user:] if line.startswith("RUN")] == []
    assert any("/readyz" in line for line in lines)
    assert lines[-1] == 'CMD ["kg", "serve"]'
