"""The learner's edition: what to know, and what to answer on paper. No answer stands anywhere in it."""

from __future__ import annotations

from math import ceil

from ..content.essays import Prompt
from ..content.inline import plain
from ..content.quiz import Question
from ..content.short_answers import ShortAnswer
from . import durations
from .links import Links
from .plan import Plan, Theme
from .questions import asked, beside, headed, lines_for, rules, sections, themed
from .section import Part, term_list, text
from .stages import from_memory, how_to_read, persona_table, stage_table, words, workflow_picture

_WORDS = 50  # the length of an essay is told in steps of so many words
_OUTLINE = 9  # lines for an outline of one's own, at least
_LEAST = 7  # where notes stand below them
_PAGE = 24  # lines that a page holds below the heading of a prompt
_TOLD = 100  # letters of a prompt that take the place of one of these lines


def parts(plan: Plan, links: Links) -> list[Part]:
    found = [_workflow(plan, links), _personas(plan, links), words(plan, links)]
    found += [_terms(plan, links), _answers(plan, links), _questions(plan, links), _prompts(plan, links)]
    return [part for part in found if part.html]


def _workflow(plan: Plan, links: Links) -> Part:
    if not plan.stages:
        return Part("workflow", "", "")
    picture = "" if plan.persona else workflow_picture(plan)
    title = "Your stages of the workflow" if plan.persona else "The workflow"
    return Part("workflow", title, picture + stage_table(plan, links))


def _personas(plan: Plan, links: Links) -> Part:
    if plan.persona:
        return Part("personas", "", "")
    html = persona_table(plan, links) + how_to_read(plan, links) + from_memory(plan, links)
    return Part("personas", "Who does what", html)


def _terms(plan: Plan, links: Links) -> Part:
    return Part("terms", "Terms", term_list(plan.terms, links, facts=True))


def _answers(plan: Plan, links: Links) -> Part:
    told = (
        '<p class="how">Write two or three sentences in your own words. The key lists the points to look for.'
        f" {_about(durations.answers(plan).alone)}</p>"
    )
    html = "".join(headed(each, 3, _answer(each.item, links), "answer") for each in plan.answers)
    return Part("answers", "Short answers", html and told + html)


def _answer(answer: ShortAnswer, links: Links) -> str:
    links.item()
    return f'<div class="asked">{links.html(answer.question, answer.path)}</div>{rules(lines_for(answer))}'


def _questions(plan: Plan, links: Links) -> Part:
    told = '<p class="how">Ring the letter of one option, or of as many as the question says. Write into each gap.</p>'
    html = themed(plan.themes, {theme.id: _theme(theme, links) for theme in plan.themes})
    return Part("questions", "Questions", html and told + html, sections(plan.themes))


def _theme(theme: Theme, links: Links) -> str:
    """What it is about, its questions, and a line to count what was right."""
    links.item(links.places.values())
    lead = " ".join(filter(None, (links.inline(theme.lead, theme.path), _about(durations.theme(theme).alone))))
    asked = "".join(headed(each, 4, _question(each.item, links), "question") for each in theme.questions)
    score = f'<p class="score"><i></i> of {len(theme.questions)} right</p>'
    return f'<p class="lead">{lead}</p>{asked}{score}'


def _about(minutes: int) -> str:
    return f"About {minutes} minutes."


def _question(question: Question, links: Links) -> str:
    links.item()
    options = "".join(f"<li>{links.inline(option.text, question.path)}</li>" for option in question.options)
    return beside(asked(question, links), f'<ol class="options" type="A">{options}</ol>' if options else "")


def _prompts(plan: Plan, links: Links) -> Part:
    html = "".join(
        headed(each, 3, _prompt(each.item, links, last=each is plan.prompts[-1]), "prompt") for each in plan.prompts
    )
    return Part("prompts", "Essays", html, tuple((each.id, f"{each.number} {each.title}") for each in plan.prompts))


def outline_lines(prompt: Prompt) -> int:
    """How many lines fill the page of a prompt."""
    return max(_OUTLINE, _PAGE - ceil(len(plain(prompt.prompt + prompt.outline)) / _TOLD))


def _prompt(prompt: Prompt, links: Links, last: bool) -> str:
    """The last one leaves room on its page for the notes."""
    links.item()
    words = _WORDS * ceil(len(prompt.exemplar.split()) / _WORDS)
    length = f" Then write about {words} words on sheets of your own." if words else ""
    outline = f"<h4>Outline</h4>{links.html(prompt.outline, prompt.path)}" if prompt.outline else ""
    lines = outline_lines(prompt)
    if last:
        lines = max(_LEAST, lines - 2 - ceil(len(links.notes) / 2))  # a heading takes two, two notes one
    return (
        f'<div class="asked">{links.html(prompt.prompt, prompt.path)}</div>{outline}'
        f"<h4>Your own outline</h4><p>{text('Note your points and their order.' + length)}</p>{rules(lines)}"
    )
