"""The check's list of API words matches the locked version of the API model."""

from __future__ import annotations

import api_words


def test_the_list_of_words_is_current() -> None:
    current = api_words.as_text(api_words.words())
    assert api_words.WORDS.read_text(encoding="utf-8") == current, "run .venv/bin/python scripts/api_words.py"


def test_the_list_has_calls_values_parameters_and_instances() -> None:
    expected = {"CreateModelPackage", "PendingManualApproval", "Rejected", "ModelApprovalStatus", "ml.m5", "*.xlarge"}
    assert expected <= set(api_words.words())
