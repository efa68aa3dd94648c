"""D: what a class uses on paper: the minutes of a plan add up, what it prints exists, and a test can be drawn."""

from __future__ import annotations

from ...content.course import Target, section
from ...content.guide import Guide
from ...content.printed_tests import pool, printed_test
from ...content.teaching_plans import (
    COLUMNS,
    SECTIONS,
    TIMETABLE,
    TeachingPlan,
    course_order,
    printable,
    teaching_plans,
)
from ...content.workflow import PATH as WORKFLOW
from ...render.poster import LEAST, type_size
from ..problem import Nearest
from .registry import Finding, Found, rule

_HANDOUTS = "handouts/index.md"  # a site without it has no poster
_HEAD = "| " + " | ".join(COLUMNS) + " |"


@rule(
    "D001",
    "a plan without one of its parts",
    "a page in handouts/plans/ without ## Exit ticket",
    "## Exit ticket { #exit-ticket }",
)
def missing_part(guide: Guide) -> Found:
    """A trainer looks for the same parts in each plan: its minutes, a timetable with slack, and what to ask."""
    for plan in teaching_plans(guide):
        if plan.time is None:
            yield _whole(
                plan, 'this plan does not say how long it takes; add "- Minutes: 60" below the first paragraph'
            )
        for id, title in SECTIONS.items():
            if section(plan.page, id) is None:
                yield _whole(plan, f'this plan has no part "{title}"; add ## {title} {{ #{id} }}')
        heading = section(plan.page, TIMETABLE)
        if heading and not plan.steps:
            message = f"the timetable has no rows; write a table that begins with {_HEAD}"
            yield Finding(plan.page.place(heading.offset), message, heading.end - heading.offset)
        elif heading and not any(step.is_slack for step in plan.steps):
            message = "the timetable leaves no time for surprises; add a row such as | 5 | Slack | |"
            yield Finding(plan.page.place(heading.offset), message, heading.end - heading.offset)


@rule("D002", "a plan whose minutes do not add up", "- Minutes: 60, and rows of 55", "- Minutes: 60, and rows of 60")
def minutes_that_differ(guide: Guide) -> Found:
    """A plan that takes longer than it says ends without its exit ticket."""
    for plan in teaching_plans(guide):
        if plan.time is None or plan.time.minutes is None or not plan.steps or _unread(plan):
            continue
        said, done = plan.time.minutes, plan.minutes
        if said != done:
            fix = f"add {said - done} to a row" if said > done else f"take {done - said} from a row"
            message = f"the rows of the timetable take {done} minutes, and this says {said}; {fix}, or write {done}"
            yield Finding(plan.time.place, message, len(plan.time.text))


@rule("D003", "minutes that are not a number", "| a few | Slack | |", "| 5 | Slack | |")
def not_minutes(guide: Guide) -> Found:
    """The check adds up the minutes, so each must be a whole number above zero."""
    for plan in teaching_plans(guide):
        times = [step.time for step in plan.steps] + ([plan.time] if plan.time else [])
        for time in times:
            if time.minutes is None:
                typed = f'"{time.text}" is not a number of minutes' if time.text else "there are no minutes here"
                message = f"{typed}; write a whole number, such as 10"
                yield Finding(time.place, message, max(len(time.text), 1))


@rule(
    "D004",
    "a plan that prints a missing part",
    "[Lab](../../lab/index.md) under Print",
    "[Session 1](../../learn/roles.md) under Print",
)
def not_printable(guide: Guide) -> Found:
    """The build replaces each link under Print with pages of the learner handout, so the link leads to a part of it."""
    plans = teaching_plans(guide)
    known = printable(guide) if plans else frozenset()
    nearest = Nearest(f"{path}#{id}" if id else path for path, id in known)
    for target in (target for plan in plans for step in plan.steps for target in step.prints):
        if (target.path, target.id) in known or _is_reported(guide, target):
            continue
        typed = f"{target.path}#{target.id}" if target.id else target.path
        hint = nearest.hint(typed) or "; link a session, a question, or a page of questions that no session asks"
        yield Finding(target.place, f'"{typed}" is not a part of the learner handout{hint}', target.length)


@rule("D005", "a plan against the order of the course", "session 5, then session 2", "session 2, then session 5")
def against_the_course(guide: Guide) -> Found:
    """A session uses the terms of the sessions before it."""
    for plan in teaching_plans(guide):
        latest = 0
        for session, target in course_order(guide, plan):
            if session.number < latest:
                message = f"session {session.number} comes after session {latest} here; move its row up"
                yield Finding(target.place, message, target.length)
            latest = max(latest, session.number)


@rule(
    "D006",
    "a printed test that cannot be drawn",
    "- Questions: 500",
    "- Questions: 22",
)
def test_that_cannot_be_drawn(guide: Guide) -> Found:
    """The build draws the questions from those of the course with one right option, by the seed on the page."""
    test = printed_test(guide)
    if test is None:
        return
    for label, fact in (("Questions", test.questions), ("Seed", test.seed)):
        if fact is None:
            message = f'the printed test has no line "- {label}:"; add "- {label}: 20" below the first paragraph'
            yield Finding(test.page.place(0), message)
        elif fact.number is None:
            message = f'"{fact.text}" is not a whole number above zero; write one, such as 20'
            yield Finding(fact.place, message, max(len(fact.text), 1))
    there = sum(len(own) for own in pool(guide))
    if test.questions and (test.questions.number or 0) > there:
        message = f"the sessions ask {there} questions with one right option; write {there} or less"
        yield Finding(test.questions.place, message, len(test.questions.text))


@rule(
    "D007",
    "a workflow that does not fit on its poster",
    "forty stages in workflow.md",
    "twelve stages in workflow.md",
)
def poster_too_small(guide: Guide) -> Found:
    """The more stages and tools there are, the smaller the type of the poster is."""
    if _HANDOUTS not in guide.pages or WORKFLOW not in guide.pages:
        return
    size = type_size(guide)
    if 0 < size < LEAST:
        typed = f"the poster on A4 would have type of {size:.1f} points, and {LEAST:g} is the least"
        yield Finding(guide.pages[WORKFLOW].place(0), f"{typed}; name fewer stages or tools")


def _whole(plan: TeachingPlan, message: str) -> Finding:
    return Finding(plan.page.place(0), message)


def _unread(plan: TeachingPlan) -> bool:
    """Whether D003 reports a row, whose minutes are then missing from the sum."""
    return any(step.time.minutes is None for step in plan.steps)


def _is_reported(guide: Guide, target: Target) -> bool:
    """Whether a rule on links says that there is no such page or section."""
    page = guide.pages.get(target.path)
    return page is None or bool(target.id and target.id not in page.anchors)
