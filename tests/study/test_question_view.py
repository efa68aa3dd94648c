from __future__ import annotations

from cases import guide
from study.render.fragments import Fragments
from study.render.question_view import BLANK_TOKEN, OptionView, question_view

CHOICE = "### A { #a }\n\n<quiz>\nWhy *this*?\n- [x] So `x`\n> Right *so*.\n- [ ] No\n\nBecause.\n</quiz>\n"
BLANK = "### B { #b }\n\n<quiz>\nFill [[one]] and **[[two]]**.\n\n---\n\nDone.\n</quiz>\n"


def test_text_options_reasons_and_explanation_are_rendered_once() -> None:
    made = guide(quiz=CHOICE)
    (question,) = made.questions
    fragments = Fragments(made)
    view = question_view(question, fragments.html, fragments.inline)
    assert view.text == "<p>Why <em>this</em>?</p>"
    assert view.options == (
        OptionView("So <code>x</code>", True, "Right <em>so</em>."),
        OptionView("No", False, ""),
    )
    assert (view.accepted, view.explanation) == ((), "<p>Because.</p>")
    assert question_view(question, fragments.text, fragments.line).options[0].text == "So x"


def test_each_blank_is_a_token_that_an_output_replaces() -> None:
    made = guide(quiz=BLANK)
    (question,) = made.questions
    view = question_view(question, Fragments(made).html, Fragments(made).inline)
    assert view.text.count(BLANK_TOKEN) == len(view.accepted) == 2
    assert view.text_with("_____") == "<p>Fill _____ and <strong>_____</strong>.</p>"
