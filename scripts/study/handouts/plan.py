"""The content of an edition, with its order and its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Generic, TypeVar

from ..content.cards import terms_of
from ..content.case_studies import case_questions
from ..content.course import Session, sessions_for
from ..content.essays import Prompt
from ..content.glossary import Term
from ..content.guide import Guide
from ..content.personas import FOLDER as PERSONAS
from ..content.question_groups import Group, groups, session_of, terms_needed
from ..content.quiz import Question
from ..content.short_answers import ShortAnswer
from ..content.workflow import Stage, stages

Item = TypeVar("Item", ShortAnswer, Question, Prompt)
MORE = "theme-more"
"""The id of the theme of a role's questions from sessions that are not its own, and from pages with few for it."""
_MIXED = "These questions are from other sessions and from several quizzes."
_FEW = 3  # questions: with fewer, a page is no theme of its own
_TYPED_NUMBER = re.compile(r"^\d+[.)][ \t]+")


@dataclass(frozen=True, slots=True)
class Numbered(Generic[Item]):
    """A question, its number on paper, such as S3, Q17 or E2, and its id in the document."""

    number: str
    id: str
    item: Item

    @property
    def title(self) -> str:
        """The title without a typed number, because the edition has its own numbers."""
        return _TYPED_NUMBER.sub("", self.item.title)


@dataclass(frozen=True, slots=True)
class Theme:
    """Questions that are printed together: those of a session of the course, or the rest of a page.

    `lead` is Markdown of the page at `path`. The first `basic` questions of a session are those that it lists, and the
    others are about pairs that it says to read; `answers` are its short answers.
    """

    id: str
    title: str
    lead: str
    path: str
    questions: tuple[Numbered[Question], ...]
    session: Session | None = None
    basic: int = 0
    answers: tuple[Numbered[ShortAnswer], ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Plan:
    """The guide in the order of print; `persona` is the reader's role, empty for everyone."""

    guide: Guide
    persona: str
    stages: tuple[Stage, ...]
    terms: tuple[Term, ...]
    answers: tuple[Numbered[ShortAnswer], ...]
    themes: tuple[Theme, ...]
    prompts: tuple[Numbered[Prompt], ...]

    @property
    def questions(self) -> Iterator[Numbered[Question]]:
        return (each for theme in self.themes for each in theme.questions)

    @property
    def sessions(self) -> tuple[Theme, ...]:
        """The themes that are sessions of the course."""
        return tuple(theme for theme in self.themes if theme.session)

    @property
    def rest(self) -> tuple[Theme, ...]:
        """The other themes."""
        return tuple(theme for theme in self.themes if not theme.session)

    @property
    def other_answers(self) -> tuple[Numbered[ShortAnswer], ...]:
        """The short answers that belong to no session."""
        own = {each.id for theme in self.sessions for each in theme.answers}
        return tuple(each for each in self.answers if each.id not in own)


def plan(guide: Guide, order: Sequence[str] = ()) -> Plan:
    """The whole guide. `order` is that of the navigation; pages that it lacks follow in the guide's own order."""
    places = {path: place for place, path in enumerate(dict.fromkeys([*order, *guide.pages]))}
    answers = sorted(guide.short_answers, key=lambda answer: places[answer.path])
    found = groups(guide, sorted(guide.questions, key=lambda question: places[question.path]))
    numbered = tuple(_numbered("S", "answer", answers))
    prompts = sorted(guide.prompts, key=lambda prompt: places[prompt.path])
    return Plan(
        guide,
        "",
        stages(guide),
        tuple(sorted((term for term in guide.terms if term.definition), key=lambda term: term.name.casefold())),
        numbered,
        tuple(_themes(guide, found, numbered)),
        tuple(_numbered("E", "prompt", prompts)),
    )


def for_persona(whole: Plan, persona: str) -> Plan:
    """The parts for one persona, under the numbers of the whole: its terms, stages, sessions, questions, and prompts.

    Its sessions are complete, but for short answers on terms that neither they nor its own terms explain. Of other
    questions, those about a case keep the introduction that names it; so do those of a page with more than a few.
    """
    own = frozenset(stage.id for stage in whole.stages if f"{PERSONAS}/{persona}.md" in stage["Owner"].text)
    course = sessions_for(whole.guide.pages, whole.guide.sessions, persona)
    own_terms = tuple(term for term in whole.terms if persona in term.personas)
    known = set(own_terms).union(*(whole.guide.terms_of(session.page) for session in course))
    themes = tuple(
        replace(theme, answers=tuple(each for each in theme.answers if terms_needed(whole.guide, each.item) <= known))
        for theme in whole.sessions
        if theme.session in course
    )
    attended = {each.id for theme in themes for each in theme.questions}
    attended |= {each.id for theme in themes for each in theme.answers}

    def chosen(each: Numbered[Question] | Numbered[ShortAnswer]) -> bool:
        return each.id in attended or _concerns(whole.guide, each.item, persona, own)

    others = frozenset(each.id for each in whole.questions if each.id not in attended and chosen(each))
    return replace(
        whole,
        persona=persona,
        stages=tuple(stage for stage in whole.stages if stage.id in own),
        terms=own_terms,
        answers=tuple(each for each in whole.answers if chosen(each)),
        themes=(*themes, *_rest(whole, others)),
        prompts=tuple(each for each in whole.prompts if _mentions(whole.guide, each.item, persona)),
    )


def _rest(whole: Plan, chosen: frozenset[str]) -> Iterator[Theme]:
    """The chosen questions as themes, the mixed ones last."""
    about_cases = {question.path for question in case_questions(whole.guide)}
    mixed: list[Numbered[Question]] = []
    for theme in whole.themes:
        questions = tuple(each for each in theme.questions if each.id in chosen)
        apart = theme.path in about_cases or len(questions) >= _FEW
        if questions and apart and not theme.session and theme.lead:
            yield replace(theme, questions=questions)
        else:
            mixed += questions
    if mixed:
        yield Theme(MORE, "Mixed questions", _MIXED, "", tuple(mixed))


def _concerns(guide: Guide, item: Question | ShortAnswer, persona: str, own: frozenset[str]) -> bool:
    """Whether it names the persona, or its first term is one that the persona uses, mostly at stages that it owns.

    Other terms do not count: otherwise, nearly every question would be about every persona.
    """
    if any(term.id == persona for term in terms_of(guide, item)):
        return True
    rests = (
        item.references if isinstance(item, Question) else [r for point in item.key_points for r in point.references]
    )
    first = next(filter(None, map(guide.term_of, rests)), None)
    if first is None or persona not in first.personas:
        return False
    return 2 * len(own.intersection(first.stages)) > len(set(first.stages))


def _mentions(guide: Guide, prompt: Prompt, persona: str) -> bool:
    """Whether the outline or the criteria name the persona."""
    page = guide.pages[prompt.path]
    parts = [page.section(heading) for heading in page.headings if heading.id in ("prompt", "outline", "criteria")]
    found = (guide.term_of(reference) for start, stop in parts for reference in page.references_between(start, stop))
    return any(term is not None and term.id == persona for term in found)


def _numbered(letter: str, kind: str, items: Iterable[Item]) -> Iterator[Numbered[Item]]:
    """Items with numbers and ids: the guide's own id, or the number if the guide has no id or has it twice."""
    taken: set[str] = set()
    for count, item in enumerate(items, 1):
        number = f"{letter}{count}"
        id = f"{kind}-{item.id}" if item.id and item.id not in taken else f"{kind}-{number}"
        taken.add(item.id)
        yield Numbered(number, id, item)


def _themes(guide: Guide, found: Sequence[Group], answers: Sequence[Numbered[ShortAnswer]]) -> Iterator[Theme]:
    """Groups under their numbers, which follow the order of print."""
    numbered = _numbered("Q", "question", (question for group in found for question in group.questions))
    sessions = [(session_of(guide, each.item), each) for each in answers]
    for group in found:
        own = tuple(each for session, each in sessions if session and session is group.session)
        questions = tuple(islice(numbered, len(group.questions)))
        yield Theme(group.id, group.title, group.lead, group.path, questions, group.session, group.basic, answers=own)


def numbers(guide: Guide, order: Sequence[str] = ()) -> dict[tuple[str, str], str]:
    """The numbers of the interactive questions, by page and id: on the site they are the same as on paper."""
    return {(each.item.path, each.item.id): each.number for each in plan(guide, order).questions if each.item.id}
