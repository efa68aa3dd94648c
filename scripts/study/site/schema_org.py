"""The description of a page for machines, in schema.org's vocabulary, as JSON-LD.

The set of terms has no definitions, and the answers have no reasons: both are on the same page already, and would make
it larger by a tenth.
"""

from __future__ import annotations

import json
from typing import Any

from ..content import glossary
from ..content.guide import Guide
from ..content.page import Page
from ..content.quiz import Question
from ..content.short_answers import ShortAnswer
from ..render.fragments import Fragments
from ..render.question_view import question_view

Data = dict[str, Any]
_KINDS = {"single": "Multiple choice", "several": "Checkbox", "blank": "Fill in the blank"}


def structured(guide: Guide, page: Page, fragments: Fragments, site_name: str) -> Data:
    """The data of a page; it has addresses only if the site's address is known."""
    questions = [_question(question, fragments) for question in guide.questions if question.path == page.path]
    questions += [_short_answer(answer, fragments) for answer in guide.short_answers if answer.path == page.path]
    data: Data = {
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "name": page.title,
        "description": page.description,
        "inLanguage": "en",
        "isAccessibleForFree": True,
    }
    if page.path == "index.md":
        data |= {"@type": "Course", "name": site_name, "about": [_thing(term.name) for term in guide.terms]}
    elif page.path == glossary.PATH:
        data |= {"@type": "DefinedTermSet", "hasDefinedTerm": [_entry(term, fragments) for term in guide.terms]}
    elif term := guide.terms_by_file.get(page.path):
        data |= {"teaches": [term.name], "mainEntity": _term(term, fragments)}
    elif questions:
        about = [_thing(term.name) for term in guide.terms_of(page)]
        data |= {"@type": "Quiz", "learningResourceType": "Quiz", "about": about, "hasPart": questions}
    else:
        data |= {"teaches": [term.name for term in guide.terms_of(page)]}
    address = fragments.address(page.path)
    return data | ({"url": address} if address else {})


def as_json(data: Data) -> str:
    """One line for a ``script`` element, escaped so that no text in it can close the element."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _thing(name: str) -> Data:
    return {"@type": "Thing", "name": name}


def _entry(term: glossary.Term, fragments: Fragments) -> Data:
    """A term on the list of all terms, with the address of its own page."""
    address = fragments.address(term.path)
    return {"@type": "DefinedTerm", "@id": f"#{term.id}", "name": term.name} | ({"url": address} if address else {})


def _term(term: glossary.Term, fragments: Fragments) -> Data:
    """A term on its own page."""
    data: Data = {"@type": "DefinedTerm", "@id": f"#{term.id}", "name": term.name, "description": term.definition}
    listed = fragments.address(glossary.PATH)
    data |= {"alternateName": list(term.aliases)} if term.aliases else {}
    return data | ({"inDefinedTermSet": listed} if listed else {})


def _question(question: Question, fragments: Fragments) -> Data:
    view = question_view(question, fragments.text, fragments.line)
    right = [_answer(option.text) for option in view.options if option.right] or [_answer(question.fills)]
    wrong = [_answer(option.text) for option in view.options if not option.right]
    data: Data = {
        "@type": "Question",
        "@id": f"#{question.id}",
        "eduQuestionType": _KINDS[question.kind],
        "name": question.title,
        "text": view.text_with("..."),
        "acceptedAnswer": right if right[1:] else right[0],
    }
    return data | ({"suggestedAnswer": wrong} if wrong else {})


def _short_answer(answer: ShortAnswer, fragments: Fragments) -> Data:
    return {
        "@type": "Question",
        "@id": f"#{answer.id}",
        "eduQuestionType": "Flashcard",
        "text": fragments.text(answer.question, answer.path),
        "acceptedAnswer": _answer(fragments.text(answer.answer, answer.path)),
    }


def _answer(text: str) -> Data:
    return {"@type": "Answer", "text": text}
