"""The deck for the review and exam pages: two small JSON documents that their scripts fetch.

Each part of the guide is in them once; docs/assets/javascripts/study/deck.js makes cards of it, with the ids of `deck`.
Reasons and explanations are the larger document, which loads when a question is shown. HTML is safe (see `fragments`).
Addresses and links begin with a slash for the root of the site.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from ..content.cards import named, terms_of
from ..content.checkpoint_ids import point_ids
from ..content.course import Session
from ..content.essays import Prompt
from ..content.glossary import Term
from ..content.guide import Guide
from ..content.inline import fold, plain
from ..content.personas import personas
from ..content.quiz import Question
from ..content.short_answers import Point, ShortAnswer
from ..content.whose_work import WhoseWork
from ..content.workflow import stages
from ..render.fragments import Fragments
from ..render.question_view import QuestionView, question_view

CARDS = "assets/study.json"
REASONS = "assets/study-reasons.json"
VERSION = 1
_SCRIPT = b"document.currentScript.content = "  # before JSON, which is JavaScript too

Data = dict[str, Any]
Item = TypeVar("Item", Term, ShortAnswer, Question)


def files(guide: Guide, in_folder: bool = False) -> dict[str, bytes]:
    """The documents by their paths. In the copy for a folder, they are scripts (in-folder/site-files.js)."""
    show = _Shown(guide, in_folder)
    questions = [question for question in _first(guide.questions) if named(guide, question)]
    cards = {
        "version": VERSION,
        "terms": [show.term(term) for term in _first(_in_course_order(guide)) if term.definition],
        "answers": [show.answer(answer) for answer in _first(guide.short_answers) if named(guide, answer)],
        "questions": [show.question(question) for question in questions],
        "prompts": [show.prompt(prompt) for prompt in guide.prompts],
        "personas": personas(guide),
        "stages": {stage.id: stage.name for stage in stages(guide)},
        "sessions": [[session.id, session.title, keys] for session, keys in _by_session(guide)],
    }
    reasons = {question.id: show.reasons(question) for question in questions}
    made = {CARDS: _json(cards), REASONS: _json({"version": VERSION, "questions": reasons})}
    return {f"{path}.js": _SCRIPT + data for path, data in made.items()} if in_folder else made


def _in_course_order(guide: Guide) -> list[Term]:
    """The terms in the order of the course, then those that it leaves out. Review adds new cards in this order."""
    met = dict.fromkeys(term for session in guide.sessions for term in guide.terms_of(session.page))
    return [*met, *(term for term in guide.terms if term not in met)]


def _by_session(guide: Guide) -> Iterator[tuple[Session, list[str]]]:
    """Each session with the keys of the terms it mentions and of the questions and short answers it asks."""
    asked = {
        (item.path, item.id): f"{kind}:{item.id}"
        for kind, items in (("answer", guide.short_answers), ("question", guide.questions))
        for item in items
    }
    for session in guide.sessions:
        keys = [f"term:{term.id}" for term in guide.terms_of(session.page)]
        keys += [asked[place] for ask in session.asks if (place := (ask.path, ask.id)) in asked]
        yield session, keys


def _json(data: Data) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


class _Shown:
    """Each part of the guide as plain values."""

    def __init__(self, guide: Guide, in_folder: bool) -> None:
        self.guide = guide
        self.fragments = Fragments(guide, "/", in_folder)
        self.block, self.line = self.fragments.html, self.fragments.inline
        self.work = WhoseWork(guide)

    def term(self, term: Term) -> Data:
        others = [other.id for name in term.others if (other := self.guide.by_name.get(fold(name)))]
        return {
            "id": term.id,
            "name": term.name,
            "definition": self.block(term.paragraph, term.place.path),
            "others": others,
            "personas": sorted(set(term.personas)),
            "stages": sorted(set(term.stages)),
        }

    def answer(self, answer: ShortAnswer) -> Data:
        return {
            **self._about(answer, self.block(answer.question, answer.path)),
            "answer": self.block(answer.answer, answer.path),
            "points": self._points(answer.key_points, answer.path),
        }

    def question(self, question: Question) -> Data:
        view = self._view(question)
        return {
            **self._about(question, view.text_with("_____")),
            "kind": question.kind,
            "options": [[option.text, int(option.right)] for option in view.options],
            "blanks": ["|".join(accepted) for accepted in view.accepted],
        }

    def reasons(self, question: Question) -> list[Any]:
        """The reason of each option in order, and the explanation."""
        view = self._view(question)
        return [[option.reason for option in view.options], view.explanation]

    def _view(self, question: Question) -> QuestionView:
        return question_view(question, self.block, self.line)

    def prompt(self, prompt: Prompt) -> Data:
        return {
            "id": prompt.id,
            "title": prompt.title,
            "page": self.fragments.address(prompt.path),
            "points": self._points(prompt.criteria, prompt.path),
            "terms": [term.id for term in self.guide.terms_of(self.guide.pages[prompt.path])],
        }

    def _about(self, item: Question | ShortAnswer, asked: str) -> Data:
        terms = terms_of(self.guide, item)
        return {
            "id": item.id,
            "title": plain(item.title),
            "page": self.fragments.address(item.path),
            "question": asked,
            "terms": [term.id for term in terms],
            "persona": self.work.of(terms),
        }

    def _points(self, points: tuple[Point, ...], path: str) -> list[list[str]]:
        ids = point_ids(self.guide, points)
        return [[id, self.line(point.text, path)] for id, point in zip(ids, points, strict=True)]


def _first(items: Iterable[Item]) -> Iterator[Item]:
    """Skip items whose id was seen before, as `deck` does."""
    seen: set[str] = set()
    for item in items:
        if item.id not in seen:
            seen.add(item.id)
            yield item
