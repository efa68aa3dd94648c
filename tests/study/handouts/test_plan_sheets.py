"""Plans for teaching: how they are read, and how the trainer guide prints them."""

from __future__ import annotations

import re

import pytest
from edition_pages import made, small, words
from sites import ROOT
from study.content.guide import Guide
from study.content.load import load
from study.content.teaching_plans import printable, teaching_plans
from study.handouts.plan import plan
from study.handouts.plan_sheets import print_extents
from study.handouts.print_pages import pages_of

PLAN = """\
# Twenty minutes

For clerks.

- Minutes: 20
- Learners: 2 to 5

## Objectives { #objectives }

- say what a [log][] is

## Opening question { #opening }

Who writes?

## Timetable { #timetable }

| Minutes | What happens | Print |
| --- | --- | --- |
| 5 | Ask the *question*. | |
| 10 | Read. | [The workflow](../../workflow.md); [A question](../../quiz/all.md#first) |
| 5 | Slack | [Lab](../../lab.md) |

## Discussion { #discussion }

Why?

## Exit ticket { #exit-ticket }

One sentence.
"""
PATH = "handouts/plans/twenty.md"


@pytest.fixture(scope="module")
def real() -> Guide:
    return load(ROOT / "docs")


def test_a_plan_is_read_from_its_page() -> None:
    (found,) = teaching_plans(small({PATH: PLAN}))
    assert (found.id, found.time and found.time.text, found.minutes) == ("twenty", "20", 20)
    assert [(step.time.minutes, step.what, step.is_slack) for step in found.steps] == [
        (5, "Ask the *question*.", False),
        (10, "Read.", False),
        (5, "Slack", True),
    ]
    assert [(each.path, each.id, each.text) for each in found.steps[1].prints] == [
        ("workflow.md", "", "The workflow"),
        ("quiz/all.md", "first", "A question"),
    ]


def test_the_shortest_plan_comes_first() -> None:
    longer = PLAN.replace("| 5 | Slack", "| 50 | Slack")
    guide = small({"handouts/plans/a.md": longer, PATH: PLAN, "handouts/other.md": PLAN})
    assert [each.id for each in teaching_plans(guide)] == ["twenty", "a"]


def test_the_trainer_reads_the_whole_plan() -> None:
    trainer = made(small({PATH: PLAN}), "trainer")["trainer"]
    part = re.findall(r'<section class="part teaching" id="plan-twenty">.*?</section>', trainer, re.DOTALL)[0]
    assert words(f"<body>{part}") == (
        "Twenty minutes For clerks. Minutes: 20 Learners: 2 to 5 Objectives say what a log is Opening question"
        " Who writes? Timetable Page numbers are those of the learner handout or, where it says so, of the readings."
        " Minutes What happens Print 5 Ask the question . 10 Read. The workflow ; A question"
        " 5 Slack Lab Discussion Why? Exit ticket One sentence."
    )


def test_what_is_printed_names_the_place_where_it_begins_and_ends() -> None:
    trainer = made(small({PATH: PLAN}), "trainer")["trainer"]
    assert (
        'The workflow<span class="print" data-in="learner" data-first="workflow" data-last="workflow-end"></span>'
        in trainer
    )
    assert f"A question{pages_of('question-first', 'question-first')}" in trainer
    assert "<td>Lab</td>" in trainer


def test_the_quick_start_is_the_first_part_of_the_trainer_guide() -> None:
    page = "# Quick start\n\nTen minutes.\n\n## Before { #before }\n\n1. Print it.\n"
    trainer = made(small({PATH: PLAN, "handouts/quick-start.md": page}), "trainer")["trainer"]
    first = trainer[trainer.index("<main>") :].partition("</section>")[0]
    assert words(f"<body>{first}") == "Quick start Ten minutes. Before Print it."


def test_all_that_can_be_printed_is_in_the_learner_handout(real: Guide) -> None:
    extents = print_extents(plan(real, real.nav or ()))
    ids = set(re.findall(r'\bid="([^"]+)"', made(real, "learner")["learner"]))
    assert printable(real) == set(extents)
    assert {id for extent in extents.values() for id in extent} <= ids


def test_a_session_to_print_names_what_is_read_beside_it(real: Guide) -> None:
    trainer = made(real, "trainer")["trainer"]
    read = pages_of("read-session-approve", "read-session-approve-end", "readings")
    assert f"; readings{read}</td>" in trainer
    assert 'id="read-session-approve-end"' in made(real, "readings")["readings"]


def test_each_role_and_each_usual_length_has_a_plan(real: Guide) -> None:
    found = {each.id: each for each in teaching_plans(real)}
    assert {"data-engineer", "data-scientist", "mlops-engineer", "compliance-officer"} <= set(found)
    lengths = {"sixty-minutes": 60, "ninety-minutes": 90, "half-day": 240, "one-day": 420}
    assert {id: found[id].minutes for id in lengths} == lengths
    assert all(any(step.prints for step in each.steps) for each in found.values())


def test_a_plan_with_session_1_prints_its_words_and_its_table(real: Guide) -> None:
    for each in teaching_plans(real):
        paths = {target.path for step in each.steps for target in step.prints}
        assert "learn/roles.md" not in paths or {"workflow/words.md", "personas/index.md"} <= paths, each.id
