"""Fixtures for all tests: the real site, which takes long to build, so it is built once for all processes."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from sites import ROOT


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--site", type=Path, metavar="FOLDER", help="test the site that `make build` made, and build none")


def pytest_configure(config: pytest.Config) -> None:
    site: Path | None = config.getoption("--site")
    if site and not (site / "index.html").is_file():
        raise pytest.UsageError(f"--site {site}: no site is there; `make build` writes one to site/")


@pytest.fixture(scope="session")
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built as `make build` builds it. Not to be changed."""
    given: Path | None = request.config.getoption("--site")
    return given.absolute() if given else _built(request, tmp_path_factory)


def _built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if hasattr(request.config, "workerinput") else base  # of all processes of pytest-xdist
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
