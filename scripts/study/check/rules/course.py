"""R: the course: it covers all subjects, in an order in which a learner can follow it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...content.course import ANSWER, FOLDER, PATH, SECTIONS, Target, listed_sessions, minutes, section, session_pages
from ...content.glossary import Term, is_glossary
from ...content.guide import Guide
from ...content.inline import plain
from ...content.quiz import Question
from ...content.short_answers import ShortAnswer
from ...content.workflow import PATH as WORKFLOW
from ...content.workflow import stages
from ..problem import Nearest
from .registry import Finding, Found, rule
from .targets import internal

LONGEST = 30  # minutes
FEWEST, MOST = 5, 8  # questions in a session
PERSONAS = "personas"
_SESSION = re.compile(r"(?P<name>(?P<word>[Ss]ession\s+)?(?P<number>\d+))(?=[.:]\s|$)")
_LISTED = f"the course page, {PATH}"


@rule(
    "R001",
    "a link under Answer to something else than a question",
    "1. [Quizzes](../quiz/govern.md)",
    "1. [A ratio between two groups](../quiz/govern.md#ratio-at-parity)",
)
def not_a_question(guide: Guide) -> Found:
    """A session shows its questions in place, so each link under Answer leads to a question's own heading."""
    asked = _questions(guide)
    nearest = Nearest(f"{path}#{id}" for path, id in asked)
    for session in guide.sessions:
        for target in session.asks:
            if (target.path, target.id) in asked or _is_reported(guide, target):
                continue
            typed = f"{target.path}#{target.id}" if target.id else target.path
            hint = nearest.hint(typed) or "; link the heading of a question, such as quiz/page.md#its-id"
            yield _about(target, f'"{typed}" is not a question{hint}')


@rule(
    "R002",
    "a question that comes before its terms",
    "1. [Canary](../quiz/release.md#real-traffic-no-risk)",
    "With a [canary][], a part of the traffic moves first.",
)
def asked_too_early(guide: Guide) -> Found:
    """A session asks about terms that its own text or an earlier session mentions, and about no others.

    The question that the course page asks newcomers depends on that page only.
    """
    asked = _questions(guide)
    met: set[Term] = set()
    for session in guide.sessions:
        met |= set(guide.terms_of(session.page))
        for target in session.asks:
            known = met if target.place.path == session.path else set(guide.terms_of(guide.pages[target.place.path]))
            question = asked.get((target.path, target.id))
            if question is None:
                continue
            linked = {term for reference in guide.references_of(question) if (term := guide.term_of(reference))}
            missing = sorted(term.name for term in linked - known)
            if missing:
                names = ", ".join(missing)
                fix = f"link [{missing[0]}][] in the text, or ask the question in a later session"
                yield _about(target, f'"{target.text}" rests on {names}, which no session so far mentions; {fix}')


@rule("R003", "a question asked twice", "two sessions ask #auc-gate", "one session asks #auc-gate")
def asked_twice(guide: Guide) -> Found:
    """Review brings questions back. The course itself asks each one once."""
    first: dict[tuple[str, str], Target] = {}
    for session in guide.sessions:
        for target in session.asks:
            other = first.setdefault((target.path, target.id), target)
            if other is not target:
                where = f"{other.place.path}:{other.place.line}"
                yield _about(target, f'"{target.text}" is already asked at {where}; ask another question here')


@rule(
    "R004",
    "a term, persona, or stage that the course leaves out",
    "no session mentions Bias",
    "[Bias][] means that the model treats a group worse than others.",
)
def left_out(guide: Guide) -> Found:
    """The course covers every term of the study guide, every persona, and every stage of the workflow."""
    if not guide.sessions:
        return
    course = guide.pages[PATH]
    met = {term for session in guide.sessions for term in guide.terms_of(session.page)}
    others = (page for page in guide if not is_glossary(page.path))
    used = {term for page in others for term in guide.terms_of(page)}  # T005 says what is not
    linked = {link for session in guide.sessions for link in session.links}
    for term in guide.terms:
        if not term.beyond and term in used - met:
            yield Finding(course.place(0), f'no session mentions the term "{term.name}"; link [{term.name}][] in one')
    for stage in stages(guide):
        if (WORKFLOW, stage.id) not in linked:
            fix = f"link ../{WORKFLOW}#{stage.id} in the session about it"
            yield Finding(course.place(0), f'no session links the stage "{stage.name}"; {fix}')
    for path in _personas(guide):
        name = path.rpartition("/")[2].removesuffix(".md")
        if name not in {term.id for term in met} and not any(link[0] == path for link in linked):
            yield Finding(course.place(0), f'no session mentions the persona "{name}"; link ../{path} in one')


@rule("R005", "a session that takes too long", "a session of 41 minutes", "two sessions of 20 minutes")
def too_long(guide: Guide) -> Found:
    """A session fits into thirty minutes: its words at 200 a minute, and a minute for each question."""
    for session in guide.sessions:
        time = minutes(guide.pages, session)
        if time > LONGEST:
            fix = "link a section instead of a page under Read, or split the session"
            yield Finding(session.place, f"this session takes {time} minutes, {LONGEST} at most; {fix}")


@rule("R006", "too few or too many questions", "## Answer with 2 questions", "## Answer with 5 to 8 questions")
def number_of_questions(guide: Guide) -> Found:
    """Fewer than five questions show little, and more than eight don't fit into a session."""
    for session in guide.sessions:
        heading = section(session.page, ANSWER)
        if heading and not FEWEST <= len(session.asks) <= MOST:
            place = session.page.place(heading.offset)
            message = f"this session asks {_count(len(session.asks), 'question')}; list {FEWEST} to {MOST}"
            yield Finding(place, message, heading.end - heading.offset)


@rule("R007", "a session without one of its parts", "a page without ## Remember", "## Remember { #remember }")
def missing_part(guide: Guide) -> Found:
    """Each session says what the learner can do at the end, what to read, what to answer, and what to remember."""
    for session in guide.sessions:
        if not session.goal:
            message = "this session has no goal; write one sentence below the title: After this session, you can ..."
            yield Finding(session.place, message)
        for id in SECTIONS:
            if section(session.page, id) is None:
                title = id.capitalize()
                yield Finding(session.place, f'this session has no part "{title}"; add ## {title} {{ #{id} }}')


@rule(
    "R008",
    "a session that the course page doesn't list once",
    "learn/train.md is not in the list",
    "5. [Train a model](train.md)",
)
def not_listed(guide: Guide) -> Found:
    """The list on the course page gives the sessions their order, so each session is in it exactly once."""
    seen: dict[str, Target] = {}
    for target in listed_sessions(guide.pages):
        other = seen.setdefault(target.path, target)
        if other is not target:
            message = f"the list names {target.path} twice, first on line {other.place.line}; remove one"
            yield _about(target, message)
        elif target.path in guide.pages and not target.path.startswith(f"{FOLDER}/"):
            yield _about(target, f"{target.path} is not a session; sessions are pages in {FOLDER}/")
    for page in session_pages(guide.pages):
        if page.path not in seen and section(page, ANSWER):
            name = page.path.removeprefix(f"{FOLDER}/")
            fix = f"add 1. [{page.title}]({name}) to the list of {_LISTED}"
            yield Finding(page.place(0), f"no list has this session; {fix}")


def _questions(guide: Guide) -> dict[tuple[str, str], Question | ShortAnswer]:
    """Questions by the path of their page and their id."""
    items: tuple[Question | ShortAnswer, ...] = (*guide.questions, *guide.short_answers)
    return {(item.path, item.id): item for item in items if item.id}


def _is_reported(guide: Guide, target: Target) -> bool:
    """Whether another rule says why the link leads to no question: L001, or Q001 and Q008 for a lost quiz tag."""
    page = guide.pages.get(target.path)
    if page is None:
        return True
    lost = bool(page.stray_quiz_ends) or not all(quiz.closed for quiz in page.quizzes)
    return lost and target.id in page.anchors


def _personas(guide: Guide) -> Iterator[str]:
    return (path for path in guide.pages if path.startswith(f"{PERSONAS}/") and not path.endswith("/index.md"))


def _about(target: Target, message: str) -> Finding:
    return Finding(target.place, message, target.length)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@rule(
    "R009",
    "a link that calls a session or question by another name",
    "3. [Registering](register.md)",
    "3. [Register a version](register.md)",
)
def other_name(guide: Guide) -> Found:
    """The lists of the course name sessions and questions by their titles, so readers know where they arrive."""
    for target in listed_sessions(guide.pages):
        if page := guide.pages.get(target.path):
            yield from _renamed(guide, target, page.title)
    asked = _questions(guide)
    for session in guide.sessions:
        for target in session.asks:
            if question := asked.get((target.path, target.id)):
                yield from _renamed(guide, target, question.title)


def _renamed(guide: Guide, target: Target, title: str) -> Found:
    typed = guide.pages[target.place.path].source.text[target.place.offset :][: target.length]
    if title and "`" not in typed and plain(target.text) != plain(title):  # `text` has no code
        message = f'the title is "{plain(title)}", and this link says "{plain(target.text)}"; use the title'
        yield _about(target, message)


@rule("R010", "the number of another session", "[Session 3](approve.md)", "[Session 8](approve.md)")
def other_number(guide: Guide) -> Found:
    """A new session changes the numbers of those after it, and learners who follow an old one open the wrong page."""
    numbers = {session.path: session.number for session in guide.sessions}
    for page in guide if numbers else ():
        for link, path, _ in internal(page):
            typed = _SESSION.match(link.text) if path in numbers else None
            if typed and int(typed["number"]) != numbers[path]:
                number, right = numbers[path], f"{typed['word'] or ''}{numbers[path]}"
                title = guide.pages[path].title
                message = f'"{typed["name"]}" leads to session {number}, "{title}"; write "{right}"'
                yield Finding(page.place(link.offset), message, link.end - link.offset)
