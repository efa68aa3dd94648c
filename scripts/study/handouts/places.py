"""The targets of links on paper: a page of the same edition, or another edition."""

from __future__ import annotations

from collections.abc import Mapping

from ..content.personas import FOLDER as PERSONAS
from ..content.teaching_plans import WORDS, teaching_plans
from ..content.workflow import PATH as WORKFLOW
from ..content.workflow import WORDS as WORDS_PAGE
from . import Edition, cases, cheat_sheets, readings
from .links import Elsewhere
from .plan import Plan
from .plan_sheets import handout_places

_WITH_TERMS = ("learner", "key", "trainer")  # editions with definitions of terms


def places(chosen: Plan, edition: Edition) -> Mapping[str, str]:
    """The content of the edition: ids in it, by address within the site, which begins with a slash."""
    if edition.kind == "cheat-sheets":
        return cheat_sheets.places(chosen)
    if edition.kind == "cases":
        return cases.places(chosen)
    if edition.kind == "readings":
        return readings.places(chosen)
    if edition.kind not in _WITH_TERMS:
        return {}
    found = {f"/{term.path}": term.id for term in chosen.terms}
    found |= {f"/{PERSONAS}/{term.id}.md": term.id for term in chosen.terms}
    if edition.kind == "trainer":
        absent = {WORDS, *(stage.id for stage in chosen.stages)}
        found |= {address: id for address, id in handout_places(chosen).items() if id not in absent}
        found |= {f"/{each.page.path}": f"plan-{each.id}" for each in teaching_plans(chosen.guide)}
    elif edition.kind == "learner" and chosen.persona:
        found |= {f"/{WORKFLOW}#{stage.id}": stage.id for stage in chosen.stages}
        found |= {f"/{theme.path}": theme.id for theme in chosen.sessions}
        found[f"/{WORDS_PAGE}"] = WORDS
    elif edition.kind == "learner":
        found |= handout_places(chosen)
    return found


def elsewhere(whole: Plan) -> dict[str, Elsewhere]:
    """Which edition has what others only name, by the same addresses."""
    told = cases.places(whole)
    return {
        **{address: Elsewhere("readings", "readings", id) for address, id in readings.places(whole).items()},
        **{
            address: Elsewhere("cases", "case studies", id)
            for address, id in told.items()
            if id.startswith("case-") and id != cases.QUESTIONS
        },
        **{address: Elsewhere("learner", "learner handout", id) for address, id in handout_places(whole).items()},
    }


def named_pages(edition: Edition) -> frozenset[str]:
    """The editions whose pages an edition names. No two wait for each other."""
    if edition.kind == "cheat-sheets":
        return frozenset({"readings"})
    if edition.kind == "trainer":
        return frozenset({"cases", "learner", "readings"})
    if edition.kind == "cases":
        return frozenset({"readings"})
    if edition.kind == "learner" and edition.persona:
        return frozenset({"cases", "learner", "readings"})
    return frozenset({"cases", "readings"}) if edition.kind in _WITH_TERMS else frozenset()
