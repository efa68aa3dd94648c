"""The guide as one JSON document: terms, questions, short answers, prompts, personas and stages.

guide.schema.json, next to this file and next to the export, documents each part. `VERSION` increases when programs that
read the document have to change, but not for additions.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ..content.cards import named, personas_of, stages_of, terms_of, theme_of
from ..content.essays import Prompt
from ..content.glossary import Term
from ..content.guide import Guide
from ..content.page import Page
from ..content.personas import persona_of
from ..content.quiz import Question
from ..content.short_answers import Point, ShortAnswer
from ..content.workflow import Stage, stages
from ..render.fragments import Fragments
from .items import exported

VERSION = 2
SCHEMA = Path(__file__).with_name("guide.schema.json")

Data = dict[str, Any]


def as_json(data: Data) -> bytes:
    """The document with one value a line, so that two versions can be compared."""
    return (json.dumps(data, ensure_ascii=False, indent=0, separators=(",", ":")) + "\n").encode()


def as_data(guide: Guide, fragments: Fragments, title: str) -> Data:
    """The guide as plain values, with the names of the schema."""
    show = _Shown(guide, fragments)
    return {
        "$schema": SCHEMA.name,
        "version": VERSION,
        "title": title,
        "terms": [show.term(term) for term in guide.terms],
        "questions": [show.question(question) for question in exported(guide)],
        "short_answers": [show.short_answer(answer) for answer in guide.short_answers if named(guide, answer)],
        "prompts": [show.prompt(prompt) for prompt in guide.prompts],
        "personas": [show.persona(page) for page in guide if persona_of(page.path)],
        "stages": [show.stage(stage) for stage in stages(guide)],
    }


class _Shown:
    """Each part of the guide as plain values."""

    def __init__(self, guide: Guide, fragments: Fragments) -> None:
        self.guide = guide
        self.fragments = fragments

    def term(self, term: Term) -> Data:
        return {
            "id": term.id,
            "name": term.name,
            "definition": self._text(term.paragraph, term.place.path),
            "aliases": list(term.aliases),
            "personas": sorted(set(term.personas)),
            "stages": sorted(set(term.stages)),
            **self._place(term.path),
        }

    def question(self, question: Question) -> Data:
        path = question.path
        return {
            "id": question.id,
            "title": question.title,
            "theme": theme_of(path),
            "kind": question.kind,
            "question": self._text(question.text, path),
            "options": [
                {
                    "text": self._line(option.text, path),
                    "right": option.right,
                    "reason": self._text(option.reason, path),
                }
                for option in question.options
            ],
            "blanks": list(question.blanks),
            "accepted": [list(texts) for texts in question.accepted],
            "explanation": self._text(question.explanation, path),
            **self._about(question),
            **self._place(path, question.id),
        }

    def short_answer(self, answer: ShortAnswer) -> Data:
        return {
            "id": answer.id,
            "title": answer.title,
            "theme": theme_of(answer.path),
            "question": self._text(answer.question, answer.path),
            "answer": self._text(answer.answer, answer.path),
            "key_points": self._points(answer.key_points, answer.path),
            **self._about(answer),
            **self._place(answer.path, answer.id),
        }

    def prompt(self, prompt: Prompt) -> Data:
        terms = self.guide.terms_of(self.guide.pages[prompt.path])
        return {
            "id": prompt.id,
            "title": prompt.title,
            "prompt": self._text(prompt.prompt, prompt.path),
            "outline": self._text(prompt.outline, prompt.path),
            "criteria": self._points(prompt.criteria, prompt.path),
            "rubric": self._text(prompt.rubric, prompt.path),
            "exemplar": self._text(prompt.exemplar, prompt.path),
            "terms": [term.id for term in terms],
            **self._place(prompt.path),
        }

    def persona(self, page: Page) -> Data:
        return {
            "id": persona_of(page.path),
            "name": page.title,
            "description": page.description,
            **self._place(page.path),
        }

    def stage(self, stage: Stage) -> Data:
        return {
            "id": stage.id,
            "name": stage.name,
            "facts": {label: self.fragments.line(fact.text, stage.place.path) for label, fact in stage.facts.items()},
            **self._place(stage.place.path, stage.id),
        }

    def _text(self, markdown: str, path: str) -> dict[str, str]:
        return _both(self.fragments.text(markdown, path), markdown)

    def _line(self, markdown: str, path: str) -> dict[str, str]:
        return _both(self.fragments.line(markdown, path), markdown)

    def _points(self, points: tuple[Point, ...], path: str) -> list[dict[str, str]]:
        return [self._line(" ".join(point.text.split()), path) for point in points]

    def _about(self, item: Question | ShortAnswer) -> Data:
        terms = terms_of(self.guide, item)
        return {
            "terms": [term.id for term in terms],
            "personas": list(personas_of(terms)),
            "stages": list(stages_of(terms)),
        }

    def _place(self, path: str, id: str = "") -> Data:
        address = self.fragments.address(path, id)
        return {"page": f"{path}#{id}" if id else path, **({"address": address} if address else {})}


def _both(text: str, markdown: str) -> dict[str, str]:
    """A text, and its Markdown only if it differs: otherwise, the file would repeat a third of all text."""
    return {"text": text} | ({"markdown": markdown} if markdown.split() != text.split() else {})
