"""The targets of links on paper: a page of the same edition, or another edition."""

from __future__ import annotations

from collections.abc import Mapping

from ..content.personas import FOLDER as PERSONAS
from ..content.teaching_plans import WORDS, teaching_plans
from ..content.workflow import PATH as WORKFLOW
from ..content.workflow import WORDS as WORDS_PAGE
from . import Edition, cases, cheat_sheets, readings
from .links import CrossReference, address
from .plan import Plan
from .plan_sheets import handout_places

_WITH_TERMS = ("learner", "key", "trainer")  # editions with definitions of terms
_PLACES = {"cases": cases.places, "cheat-sheets": cheat_sheets.places, "readings": readings.places}
_NAMED_PAGES = {
    "cases": {"readings"},
    "cheat-sheets": {"readings"},
    "key": {"cases", "readings"},
    "learner": {"cases", "readings"},
    "trainer": {"cases", "learner", "readings"},
}
"""The editions whose pages a kind of edition names. No two wait for each other."""


def places(chosen: Plan, edition: Edition) -> Mapping[str, str]:
    """The content of the edition: ids in it, by address within the site, which begins with a slash."""
    if edition.kind in _PLACES:
        return _PLACES[edition.kind](chosen)
    if edition.kind not in _WITH_TERMS:
        return {}
    found = {address(term.path): term.id for term in chosen.terms}
    found |= {address(f"{PERSONAS}/{term.id}.md"): term.id for term in chosen.terms}
    if edition.kind == "trainer":
        absent = {WORDS, *(stage.id for stage in chosen.stages)}
        found |= {place: id for place, id in handout_places(chosen).items() if id not in absent}
        found |= {address(each.page.path): f"plan-{each.id}" for each in teaching_plans(chosen.guide)}
    elif edition.kind == "learner" and chosen.persona:
        found |= {address(WORKFLOW, stage.id): stage.id for stage in chosen.stages}
        found |= {address(theme.path): theme.id for theme in chosen.sessions}
        found[address(WORDS_PAGE)] = WORDS
    elif edition.kind == "learner":
        found |= handout_places(chosen)
    return found


def cross_references(whole: Plan) -> dict[str, CrossReference]:
    """Which edition has what others only name, by the same addresses."""
    case_places = {
        place: id for place, id in cases.places(whole).items() if id.startswith("case-") and id != cases.QUESTIONS
    }
    return {
        **{place: CrossReference("readings", "readings", id) for place, id in readings.places(whole).items()},
        **{place: CrossReference("cases", "case studies", id) for place, id in case_places.items()},
        **{place: CrossReference("learner", "learner handout", id) for place, id in handout_places(whole).items()},
    }


def named_pages(edition: Edition) -> frozenset[str]:
    """The editions whose pages an edition names. A role's learner handout also names those of the whole one."""
    whole = {"learner"} if edition.kind == "learner" and edition.persona else set()
    return frozenset(_NAMED_PAGES.get(edition.kind, set()) | whole)
