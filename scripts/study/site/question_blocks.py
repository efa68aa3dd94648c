"""Interactive questions on their page: one block for a heading and its question, and a line above the first.

In print, the block keeps a heading on the page of its question, in Firefox too, which ignores ``break-after: avoid``.
It has the question's id and the text of its options as attributes: a browser's translation changes the text on the
screen, but the reader's record needs the words of the guide.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from ..content.inline import plain
from ..content.quiz import Question

KEY = "handouts/key.html"
_READABLE = (
    "You can read the questions and their options here. To answer them, the page needs JavaScript and, unless it is "
    "from the zip file of the site, a web server."
)


def decorate(root: Element, questions: Iterable[Question], has_key: bool) -> None:
    """Wrap each question of a rendered page, and put a line for readers without script above the first.

    The line links the key where the site has one.
    """
    asked = {question.id: question for question in questions if question.id}
    if not any(child.get("id") in asked for child in root):
        return
    root[:] = _wrapped(list(root), asked)
    first = next(index for index, child in enumerate(root) if child.get("data-question"))
    single = sum(bool(child.get("data-question")) for child in root) == 1
    root.insert(first, _intro(has_key, "quiz-intro single" if single else "quiz-intro"))


def _wrapped(children: list[Element], asked: dict[str, Question]) -> list[Element]:
    """The children, with each question's heading and what follows it up to the next heading in a block."""
    made: list[Element] = []
    block: Element | None = None
    for child in children:
        question = asked.get(child.get("id", ""))
        if question:
            options = json.dumps([plain(option.text) for option in question.options], ensure_ascii=False)
            data = {"class": "question-block", "data-question": question.id, "data-options": options}
            block = Element("section", data)
            made.append(block)
        elif child.tag in ("h1", "h2", "h3"):
            block = None
        (made if block is None else block).append(child)
    return made


def _intro(has_key: bool, classes: str) -> Element:
    """What a reader can do without JavaScript; quiz.js replaces it with the progress, and shows the button."""
    intro = Element("div", {"class": classes})
    line = SubElement(intro, "p")
    line.text = _READABLE
    if has_key:
        line.text += " The right options and all reasons are in the "
        link = SubElement(line, "a", {"href": f"/{KEY}"})
        link.text, link.tail = "answer key", "."
    SubElement(intro, "button", {"type": "button", "class": "md-button quiz-start-over"}).text = "Start over"
    return intro
