"""The printed test: its versions with their answer sheets, and the key of each."""

from __future__ import annotations

from ..content.printed_tests import PATH, VERSIONS, Asked, drawn, printed_test
from .links import Links
from .plan import Plan
from .questions import option_list, question_html, side_by_side
from .section import Part, escaped, letter, table
from .session_sheets import NAME_AND_DATE

_HOW = "Each question has one right option. Mark it on the answer sheet."
_MARK = "Put one cross in each row."
_COLUMNS = 4  # of letters: no question of the course offers more options


def test_parts(plan: Plan, links: Links) -> list[Part]:
    """For each version, its questions and then a sheet to collect."""
    found: list[Part] = []
    test = printed_test(plan.guide)
    people = f" {links.inline(test.people.text, PATH)}." if test and test.people else ""
    how = f'<p class="how">{_HOW}{people}</p>'
    for name, questions in _versions(plan).items():
        inner = "".join(_question(each, links) for each in questions)
        found.append(Part(f"version-{name}", f"Test, version {name}", NAME_AND_DATE + how + inner))
        found.append(Part(f"sheet-{name}", f"Answer sheet, version {name}", NAME_AND_DATE + _sheet(questions)))
    return found


def key_parts(plan: Plan, links: Links) -> list[Part]:
    """For each version, the right letters, where the answer key gives the reasons, and the sessions."""
    return [
        Part(f"key-{name}", f"Key to version {name}", _key(questions, plan))
        for name, questions in _versions(plan).items()
    ]


def _versions(plan: Plan) -> dict[str, tuple[Asked, ...]]:
    test = printed_test(plan.guide)
    found = {name: drawn(plan.guide, test, name) for name in VERSIONS} if test else {}
    return {name: questions for name, questions in found.items() if questions}


def _numbers(plan: Plan) -> dict[tuple[str, str], str]:
    """The numbers of the learner handout, by page and id."""
    return {(each.item.path, each.item.id): each.number for each in plan.questions}


def _question(each: Asked, links: Links) -> str:
    links.start_item(links.places.values())
    shown = side_by_side(question_html(each.question, links), option_list(each.question, each.options, links))
    return f'<article class="question"><h3>{each.number}</h3>{shown}</article>'


def _sheet(questions: tuple[Asked, ...]) -> str:
    letters = [letter(index) for index in range(max(_COLUMNS, *(len(each.options) for each in questions)))]
    rows = (f'<th scope="row">{each.number}</th>{_boxes(len(each.options), letters)}' for each in questions)
    score = f'<p class="score"><i></i> of {len(questions)} right</p>'
    return f'<p class="how">{_MARK}</p>{table("sheet", ("Question", *letters), rows)}{score}'


def _boxes(offered: int, letters: list[str]) -> str:
    """A box for each letter, which also says it, because the head of the table may be far."""
    return "".join(f"<td>{name}</td>" for name in letters[:offered]) + "<td></td>" * (len(letters) - offered)


def _sessions(plan: Plan) -> dict[tuple[str, str], int]:
    """The numbers of the sessions that ask the questions, by page and id."""
    return {
        (each.item.path, each.item.id): theme.session.number
        for theme in plan.sessions
        if theme.session
        for each in theme.questions
    }


def _key(questions: tuple[Asked, ...], plan: Plan) -> str:
    numbers, sessions = _numbers(plan), _sessions(plan)
    rows = (
        f'<th scope="row">{each.number}</th><td>{letter(each.right)}</td>'
        f"<td>{numbers[each.question.path, each.question.id]} {escaped(each.question.title)}</td>"
        f"<td>{sessions[each.question.path, each.question.id]}</td>"
        for each in questions
    )
    note = '<p class="how">The letters are those of this test. In the answer key, the options have their own order.</p>'
    return f"{note}{table('key-table', ('Question', 'Right', 'In the answer key', 'Session'), rows)}"
