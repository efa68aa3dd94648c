"""The case studies on paper, with the questions about them and the essay prompts."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from ..content.case_studies import case_questions, case_sections, case_studies
from ..content.page import Page
from ..content.quiz import Question
from .learner import essay_prompts
from .links import Links, address
from .plan import Numbered, Plan
from .plan_sheets import introduction
from .section import Part, escaped
from .session_sheets import HOW_TO_ANSWER, NAME_AND_DATE, question_list, score

QUESTIONS = "case-questions"
_STAGE = re.compile(r"^- Stage: .*\n", re.MULTILINE)
"""On paper, the heading of its section says the same."""


def parts(plan: Plan, links: Links) -> list[Part]:
    found = [_case(page, links) for page in case_studies(plan.guide)]
    return [part for part in (*found, _questions(plan, links), essay_prompts(plan, links)) if part.html]


def places(plan: Plan) -> dict[str, str]:
    """The cases and their sections, the questions, and the prompts, by their addresses within the site."""
    found = {address(each.item.path): QUESTIONS for each in _asked(plan)}
    for page in case_studies(plan.guide):
        found[address(page.path)] = _id(page)
        found |= {address(page.path, heading.id): _id(page, heading.id) for heading in case_sections(page)}
    return found | {address(each.item.path): each.id for each in plan.prompts}


def _id(page: Page, section: str = "") -> str:
    return "-".join(filter(None, ("case", PurePosixPath(page.path).stem, section)))


def _case(page: Page, links: Links) -> Part:
    links.start_item()
    html = links.html(introduction(page), page.path)
    for heading in case_sections(page):
        start, stop = page.section(heading)
        inner = links.html(_STAGE.sub("", page.source.text[start:stop]), page.path)
        html += f'<h3 id="{_id(page, heading.id)}">{escaped(heading.text)}</h3>{inner}'
    return Part(_id(page), page.title, html, kind="part case")


def _asked(plan: Plan) -> list[Numbered[Question]]:
    wanted = {(question.path, question.id) for question in case_questions(plan.guide)}
    return [each for each in plan.questions if (each.item.path, each.item.id) in wanted]


def _questions(plan: Plan, links: Links) -> Part:
    asked = tuple(_asked(plan))
    heading = f'{NAME_AND_DATE}<h3>Answer</h3><p class="how">{HOW_TO_ANSWER}</p>'
    html = f"{heading}{question_list(asked, links)}{score(asked)}"
    return Part(QUESTIONS, "Questions about the cases", html if asked else "")
