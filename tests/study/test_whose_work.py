"""The persona whose work a question asks about."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from sites import ROOT, write
from study.content.cards import terms_of
from study.content.load import load
from study.content.whose_work import WhoseWork
from study_pages import PAGES


def test_a_question_counts_for_the_one_whose_terms_it_links(tmp_path: Path) -> None:
    guide = load(write(tmp_path, PAGES))
    work = WhoseWork(guide)
    found = {term.id: term for term in guide.terms}
    assert work.of([found["lineage"]]) == "engineer"
    assert work.of([found["log"]]) == "clerk"
    assert work.of([]) == ""


def test_in_the_guide_each_question_counts_once_and_nobody_has_nearly_all() -> None:
    guide = load(ROOT / "docs")
    work = WhoseWork(guide)
    items = [*guide.short_answers, *guide.questions]
    counts = Counter(work.of(terms_of(guide, item)) for item in items)
    assert counts.total() == len(items) and "" not in counts
    assert len(counts) == 4
    assert max(counts.values()) < len(items) / 2
    assert min(counts.values()) > len(items) / 10


def test_a_quiz_is_mostly_about_those_who_do_its_stage() -> None:
    guide = load(ROOT / "docs")
    work = WhoseWork(guide)
    of = {
        page: Counter(work.of(terms_of(guide, item)) for item in guide.questions if item.path == page).most_common(1)[
            0
        ][0]
        for page in ("quiz/prepare-data.md", "quiz/release.md", "quiz/people-and-records.md")
    }
    assert list(of.values()) == ["data-engineer", "mlops-engineer", "compliance-officer"]
