"""The trainer's edition: for each part of a session its time, what to listen for, what errors reveal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from ..answers import ShortAnswer
from ..deck import terms_of
from ..glossary import Term
from ..inline import plain
from ..prompts import Prompt
from ..quiz import Question
from ..workflow import PATH as WORKFLOW
from .links import Links
from .parts import Part, distinctions, terms, text
from .plan import Numbered, Plan, Theme
from .questions import beside, headed, offered, right_letters

_ALONE = {"single": 1.0, "several": 1.5, "blank": 0.75}  # minutes that a learner takes for a question
_SITUATION = 0.5  # more, for there is a situation to imagine
_TOLD = 0.5  # of that time again, to go through the answers
_STAGE = 2.0  # minutes to speak about a stage
_SHORT = (4.0, 2.0)  # to write a short answer, and to compare it with the key points
_ESSAY = (30.0, 15.0)
_PAIRS = 4  # pairs to tell apart, in the discussion of a theme
_LEARNERS = 6  # columns of a grid


@dataclass(frozen=True, slots=True)
class Session:
    """A part of a session: minutes to work alone and to talk."""

    id: str
    title: str
    alone: float
    talk: float
    html: str

    @property
    def minutes(self) -> tuple[int, int]:
        return _rounded(self.alone), _rounded(self.talk)


def parts(plan: Plan, links: Links) -> list[Part]:
    found = [session for session in _sessions(plan, links) if session.html]
    flowing = {theme.id for theme in plan.themes}
    shown = [
        Part(each.id, each.title, _timing(each) + each.html, kind="part theme-part" if each.id in flowing else "part")
        for each in found
    ]
    first = [Part("plan", "The session in parts", _plan(found)), terms(plan, links)]
    return [part for part in (*first, *shown) if part.html]


def _sessions(plan: Plan, links: Links) -> Iterator[Session]:
    yield Session("workflow", "The workflow", 0, _STAGE * len(plan.stages), _workflow(plan, links))
    count = len(plan.answers)
    answers = "".join(headed(each, 3, _answer(plan, each.item, links), "answer") for each in plan.answers)
    yield Session("answers", "Short answers", _SHORT[0] * count, _SHORT[1] * count, answers)
    for theme in plan.themes:
        alone = sum(_ALONE[each.item.kind] + _SITUATION * each.item.situation for each in theme.questions)
        pairs = _pairs(plan, theme)
        yield Session(theme.id, theme.title, alone, alone * _TOLD + 2 * len(pairs), _theme(theme, pairs, links))
    for each in plan.prompts:
        title = f"Essay {each.number}: {each.title}"
        yield Session(each.id, title, *_ESSAY, _prompt(each.item, links))


def _rounded(minutes: float) -> int:
    """To five minutes, and some time for anything."""
    return 5 * max(1, round(minutes / 5)) if minutes else 0


def _timing(session: Session) -> str:
    alone, talk = session.minutes
    told = [f"{alone} minutes to answer alone"] if alone else []
    told += [f"{talk} minutes to talk"] if talk else []
    return f'<p class="timing"><b>{alone + talk} minutes</b>: {", ".join(told)}.</p>'


def _plan(sessions: Iterable[Session]) -> str:
    rows, total = [], 0
    for session in sessions:
        alone, talk = session.minutes
        total += alone + talk
        link = f'<a class="place" href="#{escape(session.id)}">{text(session.title)}</a>'
        rows.append(f"<tr><td>{link}</td><td>{alone or ''}</td><td>{talk}</td><td>{alone + talk}</td><td></td></tr>")
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Part", "Alone", "Talk", "Minutes", "Your time"))
    hours = f"<p>All parts together take about {round(total / 60)} hours: choose from them.</p>"
    return (
        f'<table class="plan"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>{hours}'
        "<p>Times are estimates from the number and the kind of the questions.</p>"
    )


def _workflow(plan: Plan, links: Links) -> str:
    """What goes wrong at each stage is a question; who owns it and what it leaves behind is what to listen for."""
    links.item()
    rows = (
        f'<tr><th scope="row">{text(stage.name)}</th>'
        + "".join(
            f"<td>{links.inline(stage[column].text, WORKFLOW)}</td>"
            for column in ("What goes wrong", "Owner", "Record kept")
        )
        + "</tr>"
        for stage in plan.stages
    )
    if not plan.stages:
        return ""
    return (
        "<h3>To discuss</h3><p>Name a stage and what goes wrong there. Who notices first? Which record shows it?</p>"
        '<table class="stages"><thead><tr><th scope="col">Stage</th><th scope="col">What goes wrong</th>'
        '<th scope="col">Listen for: the owner</th><th scope="col">Listen for: the record</th></tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def _answer(plan: Plan, answer: ShortAnswer, links: Links) -> str:
    links.item()
    asked = f'<div class="asked">{links.html(answer.question, answer.path)}</div>'
    rows = [links.inline(point.text, answer.path) for point in answer.key_points]
    mixed = [(term, *one) for term in terms_of(plan.guide, answer) for one in distinctions(term)[:1]]
    told = "".join(_mistaken(term, other, why, links) for term, other, why in mixed[:3])
    confused = f'<h4>Often mixed up</h4><ul class="mixed">{told}</ul>' if told else ""
    return f"{asked}<h4>Listen for</h4>{grid(rows)}{confused}"


def _mistaken(term: Term, other: str, why: str, links: Links) -> str:
    path = term.place.path
    return f"<li>{text(term.name)} is not {links.inline(other, path)} ({links.inline(why, path)}).</li>"


def grid(rows: Iterable[str], last: str = "") -> str:
    """What to look for, and a box for each learner."""
    boxes = "<td></td>" * _LEARNERS
    head = '<tr><th scope="row">Learner</th>' + boxes + "</tr>"
    listed = "".join(f'<tr><th scope="row">{row}</th>{boxes}</tr>' for row in rows)
    end = f'<tr class="last"><th scope="row">{text(last)}</th>{boxes}</tr>' if last else ""
    return f'<table class="grid"><thead>{head}</thead><tbody>{listed}{end}</tbody></table>'


def _theme(theme: Theme, pairs: list[tuple[Term, str, str]], links: Links) -> str:
    inner = "".join(_question(each, links) for each in theme.questions)
    told = "".join(_pair(term, other, why, links) for term, other, why in pairs)
    discussed = f'<h3>To discuss</h3><ul class="pairs">{told}</ul>' if told else ""
    return f"<h3>Answers, and what errors reveal</h3>{inner}{discussed}"


def _question(each: Numbered[Question], links: Links) -> str:
    question = each.item
    links.item()
    path = question.path
    right = "".join(
        f"<p><b>Listen for</b> {links.inline(option.reason, path)}</p>"
        for option in question.options
        if option.right and option.reason
    )
    wrong = "".join(
        f"<li>{offered(index, option, path, links)} {links.inline(option.reason, path)}</li>"
        for index, option in enumerate(question.options)
        if not option.right
    )
    if question.blanks and question.explanation:
        right = f"<p><b>Listen for</b> {links.inline(question.explanation, path)}</p>"
    listed = f'<ul class="wrong">{wrong}</ul>' if wrong else ""
    told = f'<p class="verdict">Right: <b>{text(right_letters(question))}</b></p>{right}'
    return headed(each, 4, beside(told, listed), "question")


def _pairs(plan: Plan, theme: Theme) -> list[tuple[Term, str, str]]:
    """What the theme's terms are taken for, each term once; first those whose other is asked about here too."""
    asked = dict.fromkeys(term for each in theme.questions for term in terms_of(plan.guide, each.item))
    names = {name.lower() for term in asked for name in term.names}
    found = [(term, other, why) for term in asked for other, why in distinctions(term)]
    found.sort(key=lambda one: not any(f"[{name}]" in one[1].lower() for name in names))
    first: dict[str, tuple[Term, str, str]] = {}
    for one in found:
        first.setdefault(one[0].id, one)
    return list(first.values())[:_PAIRS]


def _pair(term: Term, other: str, why: str, links: Links) -> str:
    links.item()
    path = term.place.path
    return (
        f"<li>What tells <b>{text(term.name)}</b> from {links.inline(other, path)}? "
        f'<span class="listen"><b>Listen for</b> {text(plain(other))}: {links.inline(why, path)}.</span></li>'
    )


def _prompt(prompt: Prompt, links: Links) -> str:
    links.item()
    made = f'<div class="asked">{links.html(prompt.prompt, prompt.path)}</div>'
    if prompt.outline:
        made += (
            f"<h3>To discuss before writing</h3><div class='outline'>{links.html(prompt.outline, prompt.path)}</div>"
        )
    if prompt.criteria:
        links.item()
        rows = [links.inline(point.text, prompt.path) for point in prompt.criteria]
        made += f"<h3>Rubric grid</h3><p>Yes, partly or no.</p>{grid(rows, 'Level, from the rubric')}"
    if prompt.rubric:
        made += f'<div class="rubric">{links.html(prompt.rubric, prompt.path)}</div>'
    return made
