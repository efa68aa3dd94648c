"""Plans for teaching from paper: one page each, with a timetable whose rows list the parts to print."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from . import course, glossary, workflow
from .course import Target, section, targets
from .guide import Guide
from .page import Page
from .personas import FOLDER as PERSONAS
from .question_groups import groups
from .source import Place

FOLDER = "handouts/plans"
TIMETABLE = "timetable"
SECTIONS = {
    "objectives": "Objectives",
    "opening": "Opening question",
    TIMETABLE: "Timetable",
    "discussion": "Discussion",
    "exit-ticket": "Exit ticket",
}
"""The parts of a plan: titles by id."""
SLACK = "slack"
COLUMNS = ("Minutes", "What happens", "Print")
WORDS = "words-to-know-first"
"""The section of the workflow's page that a learner reads before any question."""
_MINUTES = re.compile(r"^[-*][ \t]+Minutes:[ \t]*([^\n]*?)[ \t]*$", re.MULTILINE)
_CELL = re.compile(r"\|[ \t]*((?:\\.|[^|\\\n])*?)[ \t]*(?=\|)")
_RULE = re.compile(r"[|:\- \t]+")


@dataclass(frozen=True, slots=True)
class Typed:
    """A number of minutes as its author typed it, and where."""

    text: str
    place: Place

    @property
    def minutes(self) -> int | None:
        """`None` unless it is a whole number above zero."""
        return int(self.text) if re.fullmatch(r"[1-9]\d{0,3}", self.text) else None


@dataclass(frozen=True, slots=True)
class Step:
    """A row of the timetable: `what` happens, as Markdown, and `prints`, the parts of the learner handout to print."""

    time: Typed
    what: str
    prints: tuple[Target, ...]

    @property
    def is_slack(self) -> bool:
        return self.what.lower().lstrip("*_").startswith(SLACK)


@dataclass(frozen=True)
class TeachingPlan:
    """One plan; `time` is its total, or `None` if its page has none."""

    page: Page
    time: Typed | None
    steps: tuple[Step, ...]

    @property
    def id(self) -> str:
        return posixpath.basename(self.page.path).removesuffix(".md")

    @property
    def minutes(self) -> int:
        """The minutes of all its steps."""
        return sum(step.time.minutes or 0 for step in self.steps)


def teaching_plans(guide: Guide) -> tuple[TeachingPlan, ...]:
    """The plans, the shortest first."""
    found = [_plan(page) for page in guide if posixpath.dirname(page.path) == FOLDER]
    return tuple(sorted(found, key=lambda plan: (plan.minutes, plan.page.path)))


def _plan(page: Page) -> TeachingPlan:
    typed = _MINUTES.search(page.source.prose)
    time = Typed(typed[1], page.place(typed.start(1))) if typed else None
    heading = section(page, TIMETABLE)
    return TeachingPlan(page, time, tuple(_steps(page, *page.section(heading))) if heading else ())


def _steps(page: Page, start: int, stop: int) -> Iterator[Step]:
    """The rows below the head of the table."""
    below = False
    for line in re.finditer(r"^\|[^\n]*", page.source.prose[start:stop], re.MULTILINE):
        begin, end = start + line.start(), start + line.end()
        cells = list(_CELL.finditer(page.source.text, begin, end))
        if below and cells:
            what = cells[1][1] if len(cells) > 1 else ""
            prints = tuple(targets(page, cells[2].start(1), cells[2].end(1))) if len(cells) > 2 else ()
            yield Step(Typed(cells[0][1], page.place(cells[0].start(1))), what, prints)
        below = below or _RULE.fullmatch(line[0]) is not None


def printable(guide: Guide) -> frozenset[tuple[str, str]]:
    """The content of the learner handout, as path and id: the parts and questions that a plan may list under Print."""
    found = groups(guide, guide.questions)
    return frozenset(
        {
            (workflow.PATH, ""),
            (workflow.WORDS, WORDS),
            (f"{PERSONAS}/index.md", ""),
            (glossary.PATH, ""),
            *((group.path, "") for group in found if group.questions or group.session),
            *((prompt.path, "") for prompt in guide.prompts),
            *((question.path, question.id) for question in guide.questions if question.id),
            *((answer.path, answer.id) for answer in guide.short_answers if answer.id),
        }
    )


def course_order(guide: Guide, plan: TeachingPlan) -> list[tuple[course.Session, Target]]:
    """The sessions that a plan prints, in its order, each with the link to it."""
    by_path = {session.path: session for session in guide.sessions}
    found = (target for step in plan.steps for target in step.prints)
    return [(by_path[target.path], target) for target in found if target.path in by_path]
