"""What stands in an edition, in which order and under which number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from ..content.cards import terms_of
from ..content.essays import Prompt
from ..content.glossary import Term
from ..content.guide import Guide
from ..content.personas import FOLDER as PERSONAS
from ..content.quiz import Question
from ..content.short_answers import ShortAnswer
from ..content.workflow import Stage, stages

Item = TypeVar("Item", ShortAnswer, Question, Prompt)
_TYPED_NUMBER = re.compile(r"^\d+[.)][ \t]+")


@dataclass(frozen=True, slots=True)
class Numbered(Generic[Item]):
    """A question, its number on paper, such as S3, Q17 or E2, and its id in the document."""

    number: str
    id: str
    item: Item

    @property
    def title(self) -> str:
        """Without a number that its author typed: it has one already."""
        return _TYPED_NUMBER.sub("", self.item.title)


@dataclass(frozen=True, slots=True)
class Theme:
    """The interactive questions of one page; `lead` is its first paragraph, which says what they are about."""

    id: str
    title: str
    lead: str
    questions: tuple[Numbered[Question], ...]

    @property
    def path(self) -> str:
        return self.questions[0].item.path


@dataclass(frozen=True, eq=False, slots=True)
class Plan:
    """The guide in the order of print; `persona` is whom it is for, empty for everybody."""

    guide: Guide
    persona: str
    stages: tuple[Stage, ...]
    terms: tuple[Term, ...]
    answers: tuple[Numbered[ShortAnswer], ...]
    themes: tuple[Theme, ...]
    prompts: tuple[Numbered[Prompt], ...]


def plan(guide: Guide, order: Sequence[str] = ()) -> Plan:
    """The whole guide. `order` is that of the navigation; pages that it lacks follow in the guide's own order."""
    places = {path: place for place, path in enumerate(dict.fromkeys([*order, *guide.pages]))}
    answers = sorted(guide.short_answers, key=lambda answer: places[answer.path])
    questions = sorted(guide.questions, key=lambda question: places[question.path])
    prompts = sorted(guide.prompts, key=lambda prompt: places[prompt.path])
    return Plan(
        guide,
        "",
        stages(guide),
        tuple(sorted((term for term in guide.terms if term.definition), key=lambda term: term.name.casefold())),
        tuple(_numbered("S", "answer", answers)),
        tuple(_themes(guide, _numbered("Q", "question", questions))),
        tuple(_numbered("E", "prompt", prompts)),
    )


def for_persona(whole: Plan, persona: str) -> Plan:
    """What one persona needs, under the numbers of the whole: its terms, stages, questions and prompts."""
    own = frozenset(stage.id for stage in whole.stages if f"{PERSONAS}/{persona}.md" in stage["Owner"].text)

    def mine(item: Question | ShortAnswer) -> bool:
        return _touches(whole.guide, item, persona, own)

    themes = (
        replace(theme, questions=tuple(each for each in theme.questions if mine(each.item))) for theme in whole.themes
    )
    return replace(
        whole,
        persona=persona,
        stages=tuple(stage for stage in whole.stages if stage.id in own),
        terms=tuple(term for term in whole.terms if persona in term.personas),
        answers=tuple(each for each in whole.answers if mine(each.item)),
        themes=tuple(theme for theme in themes if theme.questions),
        prompts=tuple(each for each in whole.prompts if _names(whole.guide, each.item, persona)),
    )


def _touches(guide: Guide, item: Question | ShortAnswer, persona: str, own: frozenset[str]) -> bool:
    """It names the persona, or what it rests on first is a term that the persona uses, mostly at stages that it owns.

    Any term that it links would not do: then nearly every question would be everybody's.
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


def _names(guide: Guide, prompt: Prompt, persona: str) -> bool:
    """Its outline or its criteria name the persona."""
    page = guide.pages[prompt.path]
    parts = [page.section(heading) for heading in page.headings if heading.id in ("prompt", "outline", "criteria")]
    found = (guide.term_of(reference) for start, stop in parts for reference in page.references_between(start, stop))
    return any(term is not None and term.id == persona for term in found)


def _numbered(letter: str, kind: str, items: Iterable[Item]) -> Iterator[Numbered[Item]]:
    """Ids are the guide's own where it gives one, and numbers where it does not or gives it twice."""
    taken: set[str] = set()
    for count, item in enumerate(items, 1):
        number = f"{letter}{count}"
        id = f"{kind}-{item.id}" if item.id and item.id not in taken else f"{kind}-{number}"
        taken.add(item.id)
        yield Numbered(number, id, item)


def _themes(guide: Guide, questions: Iterable[Numbered[Question]]) -> Iterator[Theme]:
    by_path: dict[str, list[Numbered[Question]]] = {}
    for each in questions:
        by_path.setdefault(each.item.path, []).append(each)
    for path, own in by_path.items():
        page = guide.pages[path]
        yield Theme(f"theme-{path.removesuffix('.md').replace('/', '-')}", page.title, page.lead, tuple(own))


def numbers(guide: Guide, order: Sequence[str] = ()) -> dict[tuple[str, str], str]:
    """The numbers of the interactive questions, by page and id: on the site they are the same as on paper."""
    asked = (each for theme in plan(guide, order).themes for each in theme.questions)
    return {(each.item.path, each.item.id): each.number for each in asked if each.item.id}
