"""The pages of the PDF files of the real guide: their order and number, what each shows, and references to them."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
from pdf_reader import LAST, destinations, text
from study.content.guide import Guide
from study.content.printed_tests import VERSIONS, drawn, printed_test
from study.content.teaching_plans import WORDS, teaching_plans
from study.handouts import Edition, editions
from study.handouts.plan import for_persona, plan
from study.handouts.print_pages import end_of
from study.render.fragments import Fragments


def test_page_references_lead_to_the_page_they_name(handouts: Path, guide: Guide) -> None:
    for name in ("learner", "key", "trainer"):
        path = handouts / f"{name}.pdf"
        pages = destinations(path)
        said = (
            text(path).replace("\xa0", " ").replace("\u2007", "")
        )  # a line at a time: cells of a table follow one another there
        checked = 0
        for term in guide.terms:
            for number in re.findall(rf"(?<![\w-]){re.escape(term.name)} \[p\. (\d+)\]", said):
                named = [other for other in guide.terms if other.name.endswith(term.name)]
                assert int(number) in {pages[other.id] for other in named}, (name, term.name)
                checked += 1
        assert checked > len(guide.terms) / 2, name


def test_the_contents_name_the_page_of_each_part(handouts: Path) -> None:
    pages = destinations(handouts / "learner.pdf")
    first = text(handouts / "learner.pdf", 1, 1, "-layout")
    for id, title in (("terms", "Terms"), ("session-data", "Session 2.*"), ("prompts", "Essays")):
        found = re.search(rf"^ *{title} +(\d+)$", first, re.MULTILINE)
        assert found and int(found[1]) == pages[id]


def test_each_number_shows_once_in_each_edition(handouts: Path, guide: Guide) -> None:
    count = len(guide.questions)
    for name, begin in (("learner", "session-roles"), ("key", "questions"), ("trainer", "session-roles")):
        path = handouts / f"{name}.pdf"
        body = text(path, destinations(path)[begin], LAST)
        shown = [int(number) for number in re.findall(r"^Q(\d+) ", body, re.MULTILINE)]
        assert sorted(shown) == list(range(1, count + 1)), name


def test_a_plan_names_the_pages_on_which_its_parts_are_printed(handouts: Path, guide: Guide) -> None:
    """Each page of a session has the session's title in its head, and the pages before and after it do not."""
    trainer = " ".join(text(handouts / "trainer.pdf").replace("\xa0", " ").split())
    checked = 0
    for session in guide.sessions:
        title = f"Session {session.number}: {session.title}"
        for one, last in re.findall(re.escape(title) + r", pages? (\d+)(?:\u2013(\d+))?", trainer):
            first, end = int(one), int(last or one)
            heads = [_head(handouts / "learner.pdf", page) for page in range(first - 1, end + 2)]
            assert [title in head for head in heads] == [False, *[True] * (end - first + 1), False], title
            checked += 1
    assert checked >= 8


def test_a_plan_is_one_page(handouts: Path, guide: Guide) -> None:
    pages = destinations(handouts / "trainer.pdf")
    plans = [pages[f"plan-{each.id}"] for each in teaching_plans(guide)]
    assert plans == list(range(plans[0], pages["terms"]))


def _head(path: Path, page: int) -> str:
    return " ".join(text(path, page).split()[:40])


def test_no_question_or_answer_is_alone_on_the_last_page_of_a_session(handouts: Path, guide: Guide) -> None:
    whole = plan(guide, guide.nav or ())
    personas = [edition.persona for edition in editions(guide.pages) if edition.kind == "learner"]
    for chosen in (for_persona(whole, persona) if persona else whole for persona in personas):
        pages = destinations(handouts / f"{Edition('learner', chosen.persona).name}.pdf")
        for theme in chosen.themes:
            found = [pages[each.id] for each in (*theme.questions, *theme.answers)]
            assert len(found) == 1 or found.count(found[-1]) > 1, (chosen.persona, theme.title)


def test_the_words_to_know_first_are_on_one_page(handouts: Path, guide: Guide) -> None:
    """A page with nothing but the last of them would be nearly empty, because a session begins a page."""
    for edition in (edition for edition in editions(guide.pages) if edition.kind == "learner"):
        pages = destinations(handouts / f"{edition.name}.pdf")
        assert pages[WORDS] == pages[end_of(WORDS)], edition.name


def test_the_printed_keys_fit_the_printed_versions(handouts: Path, guide: Guide) -> None:
    """In the order in which they are drawn, the options of a question follow one another, and their letters too."""
    paper = "".join(text(handouts / "test.pdf", 0, 0, "-raw").split())
    keys = "".join(text(handouts / "test-key.pdf").split())
    test, show = printed_test(guide), Fragments(guide)
    assert test
    for name in VERSIONS:
        for each in drawn(guide, test, name):
            options = "".join(show.line(option.text, each.question.path) for option in each.options)
            assert "".join(options.split()) + "A.B.C.D.E.F."[: 2 * len(each.options)] in paper
            letter = "ABCDEF"[each.right]
            assert re.search(rf"{each.number}{letter}Q\d+{re.escape(''.join(each.question.title.split()))}", keys)


def test_files_are_small(handouts: Path) -> None:
    assert (handouts / "learner.pdf").stat().st_size <= 1_000_000


def test_the_page_says_about_how_many_sheets_an_edition_takes(handouts: Path, guide: Guide) -> None:
    told = " ".join(guide.pages["handouts/index.md"].source.text.split())
    said = re.findall(r"the (\w+)(?: edition)?(?: takes)? about (\d+)", told)
    assert [name for name, _ in said] == ["learner", "key", "trainer", "cards"]
    for name, sheets in said:
        with pikepdf.open(handouts / f"{name}.pdf") as file:
            assert abs(len(file.pages) / 2 - int(sheets)) <= int(sheets) / 5, name


def test_a_sheet_is_two_pages_and_a_back_mirrors_its_front(handouts: Path, guide: Guide) -> None:
    path = handouts / "cards.pdf"
    with pikepdf.open(path) as file:
        assert len(file.pages) % 2 == 0
    front, back = (re.findall(r"(\d+) of \d+", text(path, page)) for page in (1, 2))
    assert front and sorted(front) == sorted(back)
