"""Each sentence of the interface that promises something still exists, and a test verifies it."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest
from sites import ROOT

TESTS = ROOT / "tests"
LISTS = [path.stem for path in sorted(TESTS.glob("promises_*.py"))]
PROMISES = [promise for name in LISTS for promise in importlib.import_module(name).PROMISES]
_PUT_IN = r"(?:\$?\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|\{\{.*?\}\}|[^\n]{0,80}?)"


def test_there_are_promises() -> None:
    assert "promises_study" in LISTS and len(PROMISES) > 40


def one_line(text: str) -> str:
    """A page may wrap its sentences anywhere."""
    return " ".join(text.split())


@pytest.mark.parametrize(("sentence", "file", "test"), PROMISES)
def test_a_promise_is_in_its_file_and_has_its_test(sentence: str, file: str, test: str) -> None:
    text = one_line((ROOT / file).read_text(encoding="utf-8"))
    pattern = _PUT_IN.join(re.escape(part) for part in one_line(sentence).split("{}"))
    assert re.search(pattern, text), f"{file} no longer says: {sentence}"
    path, name = test.split("::")
    source = (TESTS / Path(path)).read_text(encoding="utf-8")
    assert re.search(rf"^def {re.escape(name)}\(", source, re.MULTILINE), f"{path} has no test {name}"
