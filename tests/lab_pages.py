"""Helpers for tests of the lab: its pages, their samples and words, and the model of the API."""

from __future__ import annotations

from functools import cache

from botocore.session import get_session
from samples import Sample, samples
from study.content.guide import Guide

model = cache(get_session().get_service_model)
INDEX = "lab/index.md"
LAB = (
    "lab/prepare-and-train.md",
    "lab/register-and-approve.md",
    "lab/deploy-and-invoke.md",
    "lab/watch-and-retrain.md",
)
SETUP = ("start-the-imitation", "calls-that-moto-lacks")


def runnable(guide: Guide, path: str, *sections: str) -> list[Sample]:
    found = [sample for sample in samples(guide.pages[path]) if sample.runs]
    return [sample for sample in found if not sections or sample.section in sections]


def words(guide: Guide, path: str) -> str:
    return " ".join(guide.pages[path].source.text.split())
