"""Finding a browser: each way it can fail is one line that says what to do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import browser
import pytest


def test_a_browser_that_is_named_and_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    with pytest.raises(browser.NoBrowser, match='CHROMIUM is "/nowhere/chromium", and there is no such file'):
        browser.find()


def test_a_driver_that_does_not_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\necho first >&2\necho 'node: libatomic.so.1: cannot open' >&2\nexit 127\n")
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    assert browser.main() == 1
    said = capsys.readouterr().err
    assert said == (
        "Playwright does not start: node: libatomic.so.1: cannot open; "
        "install what it names (Debian: apt install libatomic1)\n"
    )


def test_what_ci_installs_can_be_read_by_a_shell() -> None:
    assert subprocess.run(["bash", "-n", str(Path(__file__).parent.parent / ".ci" / "run")]).returncode == 0
