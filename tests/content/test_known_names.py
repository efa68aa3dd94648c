"""The list of names that need no explanation has none that the pages explain or no longer mention."""

from __future__ import annotations

from pathlib import Path

import pytest
from sites import ROOT
from study.check.rules import names
from study.content.load import load


def test_each_known_name_is_needed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    known = names.known(names.KNOWN)
    empty = tmp_path / "known_names.txt"
    empty.write_text("# none\n", encoding="utf-8")
    monkeypatch.setattr(names, "KNOWN", empty)
    found = {finding.message.split('"')[1] for finding in names.unexplained_name(load(ROOT / "docs"))}
    assert known == found
