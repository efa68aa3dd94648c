"""What every test may ask for: the real site, which takes long to build and is built once for all processes."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from sites import ROOT


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The real site, built as `make build` builds it. Not to be changed."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent  # of all processes of pytest-xdist
    site, result = shared / "site", shared / "site.txt"
    try:
        site.mkdir()
    except FileExistsError:
        return _built_elsewhere(site, result)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    partial = result.with_suffix(".part")
    partial.write_text(done.stderr if done.returncode else "", encoding="utf-8")
    partial.rename(result)
    return _built_elsewhere(site, result)


def _built_elsewhere(site: Path, result: Path) -> Path:
    """The site, once the process that builds it has said how that went: nothing, or what failed."""
    while not result.exists():
        time.sleep(0.2)
    assert result.read_text(encoding="utf-8") == ""
    return site
