"""Where links lead on paper: to a page of the same edition, or to another edition."""

from __future__ import annotations

from collections.abc import Mapping

from ..content import glossary
from ..content.personas import FOLDER as PERSONAS
from ..content.teaching_plans import WORDS, teaching_plans
from ..content.workflow import PATH as WORKFLOW
from . import Edition, cases, cheat_sheets
from .plan import Plan
from .plan_sheets import print_extents

_WITH_TERMS = ("learner", "key", "trainer")  # to refer to


def places(chosen: Plan, edition: Edition) -> Mapping[str, str]:
    """What the edition holds: ids in it, by address within the site, which begins with a slash."""
    if edition.kind == "cheat-sheets":
        return cheat_sheets.places(chosen)
    if edition.kind == "cases":
        return cases.places(chosen)
    if edition.kind not in _WITH_TERMS:
        return {}
    found = {f"/{term.path}": term.id for term in chosen.terms}
    found |= {f"/{PERSONAS}/{term.id}.md": term.id for term in chosen.terms}
    if edition.kind == "trainer":
        found |= {address: id for address, id in _parts(chosen).items() if id != WORDS}
        found |= {f"/{each.page.path}": f"plan-{each.id}" for each in teaching_plans(chosen.guide)}
    if edition.kind == "learner":
        found |= {f"/{WORKFLOW}#{stage.id}": stage.id for stage in chosen.stages}
        found |= {f"/{theme.path}": theme.id for theme in chosen.sessions} if chosen.persona else _parts(chosen)
    return found


def elsewhere(whole: Plan) -> dict[str, str]:
    """Which edition has what others only name, in words, by the same addresses."""
    stages = {f"/{WORKFLOW}#{stage.id}": "" for stage in whole.stages}
    return {
        **dict.fromkeys([*_parts(whole), *stages], "in the learner handout"),
        **dict.fromkeys(_cases(whole), "in the case studies"),
    }


def _parts(whole: Plan) -> dict[str, str]:
    """The parts of the learner handout; the introductions of the glossary are in none."""
    extents = ((path, id, first) for (path, id), (first, _) in print_extents(whole).items() if path != glossary.PATH)
    return {f"/{path}#{id}" if id else f"/{path}": first for path, id, first in extents}


def _cases(whole: Plan) -> list[str]:
    return [address for address, id in cases.places(whole).items() if id.startswith("case-") and id != cases.QUESTIONS]
