"""T: terms, personas, and stages with too few questions about them."""

from __future__ import annotations

from ...content.glossary import FOLDER as GLOSSARY
from ...content.guide import Guide
from ...content.personas import personas
from ...content.workflow import stages
from ..coverage import coverage
from .registry import Finding, Found, rule


@rule(
    "T014",
    "a stage that no question asks about",
    "| **Frame**{ #frame } | ... |",
    "- Stage: [Frame](workflow.md#frame)",
)
def unasked_stage(guide: Guide) -> Found:
    """Learners forget what no question asks about, so each stage has a question that links one of its terms."""
    if not guide.questions:
        return
    asked = coverage(guide).stages
    for stage in stages(guide):
        if not asked[stage.id]:
            fix = 'name it under "Stage" in the facts of a term that a question links'
            message = f'no question asks about the stage "{stage.name}"; {fix}'
            yield Finding(stage.place, message, len(stage.name))


FEWEST = 10  # questions of a persona or a stage


@rule(
    "T030",
    "a term asked about in one way",
    "two questions with one right option",
    "a blank or several right options too",
)
def asked_in_one_way(guide: Guide) -> Found:
    """A term that is always asked about in the same way is recognized, not recalled."""
    kinds: dict[str, set[str]] = {term.id: set() for term in guide.terms}
    for question in guide.questions:
        for reference in guide.references_of(question):
            if term := guide.term_of(reference):
                kinds[term.id].add(question.kind)
    several = len({question.kind for question in guide.questions}) > 1
    for term in guide.terms if several else ():
        if len(kinds[term.id]) == 1 and guide.owns_name(term):  # T013 reports those that are not asked at all
            own = {"single": "one right option", "several": "several right options", "blank": "a blank"}[
                next(iter(kinds[term.id]))
            ]
            fix = "link it in a question of another kind too"
            yield Finding(term.place, f'only questions with {own} link "{term.name}"; {fix}')


@rule("T031", "a persona or stage asked about too little", "9 questions about Frame", "10 questions about Frame")
def asked_too_little(guide: Guide) -> Found:
    """Each persona and each stage has enough questions for a round of its own."""
    asked = len(stages(guide)) + len(personas(guide))
    if not asked or len(guide.questions) < FEWEST * asked:
        return  # too few questions for ten of each: the guide is still being written
    counted = coverage(guide)
    for stage in stages(guide):
        if 0 < counted.stages[stage.id] < FEWEST:  # T014 reports those that are not asked at all
            message = (
                f'only {counted.stages[stage.id]} questions ask about the stage "{stage.name}"; write at least {FEWEST}'
            )
            yield Finding(stage.place, message, len(stage.name))
    for id, name in personas(guide).items():
        if counted.personas[id] < FEWEST:
            page = guide.pages[f"personas/{id}.md"]
            message = f"only {counted.personas[id]} questions ask about the {name}; write at least {FEWEST}"
            fix = f', with links to terms that name it under "Used by" in {GLOSSARY}/'
            yield Finding(page.place(0), message + fix)
