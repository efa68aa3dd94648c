"""The guide, read once for all tests of the content."""

from __future__ import annotations

import pytest
from generated_files import generated_files
from sites import ROOT
from study.content.guide import Guide
from study.content.load import load


@pytest.fixture(scope="session")
def guide() -> Guide:
    return load(ROOT / "docs", generated_files)
