"""All exports of a guide: hostile text never raises an exception, and gives files that can be read."""

from __future__ import annotations

import json

from cases import guide, term_files
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import validate
from nasty import GLOSSARY, QUIZ, nasty
from readers import gift, qti12, qti21
from study.content.guide import Guide
from study.content.source import Source
from study.exports import NAMES
from study.exports.files import files
from study.render.fragments import Fragments

PIECES = [
    "<quiz>\n",
    "</quiz>\n",
    "- [x] a\n",
    "- [ ] b\n",
    "- [z] ",
    "> why\n",
    "[[",
    "]]",
    "---\n",
    "### T { #t }\n\n",
]
PIECES += [
    "### A { #ä_1 }\n",
    "## B\n",
    "/// answer\n",
    "///\n",
    "- [ ] point\n",
    "```\n",
    "<!--",
    "-->",
    "|",
    "\n",
    "\n\n",
]
PIECES += [
    "| **A**{ #a } | x |\n",
    "| --- | --- |\n",
    "{",
    "}",
    "~",
    "=",
    "#",
    ":",
    "\\",
    "<b>",
    "&",
    "\x00",
    "\u2028",
]
TEXT = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=30).map("".join)


def made_of(guide: Guide, site_url: str) -> dict[str, bytes]:
    return files(guide, Fragments(guide, site_url), 0)


def test_the_files_are_those_that_are_linked() -> None:
    assert tuple(made_of(nasty(), "")) == NAMES


def test_an_empty_guide_gives_files_without_rows() -> None:
    made = made_of(guide(), "https://example.org")
    assert (gift(made["questions.gift.txt"].decode()), qti12(made["questions-qti-1.2.zip"])) == ([], [])


def test_a_theme_may_have_a_space_in_its_name() -> None:
    read = Guide.read(Source(path, text) for path, text in {"quiz/a b.md": QUIZ, **term_files(GLOSSARY)}.items())
    assert b"theme::a-b" in made_of(read, "")["questions.gift.txt"]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(TEXT, TEXT, TEXT, TEXT)
def test_any_text_gives_files_that_read(quiz: str, glossary: str, workflow: str, essay: str) -> None:
    read = guide(
        quiz__a=quiz,
        quiz__b=QUIZ.replace("Choose two.", f"Choose two. {quiz}"),
        glossary=GLOSSARY + glossary,
        workflow=workflow,
        essays__a=essay,
        personas__a=essay,
    )
    made = made_of(read, "https://example.org/")
    ids = [question["id"] for question in json.loads(made["guide.json"])["questions"]]
    assert [one.id for one in qti12(made["questions-qti-1.2.zip"])] == ids
    assert len(qti21(made["questions-qti-2.1.zip"])) == len(ids)
    validate(json.loads(made["guide.json"]), json.loads(made["guide.schema.json"]))
