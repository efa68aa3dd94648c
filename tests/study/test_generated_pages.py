"""The pages that are made from the guide and from the check: coverage, and what each code means."""

from __future__ import annotations

from edition_pages import small
from study.check import coverage, explain
from study.content.page import Page
from study.content.source import Source
from study.content.tables import table


def page(text: str) -> Page:
    return Page(Source("page.md", text))


COVERAGE = page(coverage.as_markdown(small()))
CODES = page(explain.as_markdown())


def test_a_row_says_how_often_a_term_is_linked_and_asked_about() -> None:
    rows = {row.pop("Term"): [*row.values()] for row in table(COVERAGE, "Term", "Defined")}
    assert rows == {
        "[Engineer](glossary/engineer.md)": ["yes", "2", "0", "0", "1"],
        "[Lineage](glossary/lineage.md)": ["yes", "4", "1", "1", "0"],
        "[Log](glossary/log.md)": ["yes", "4", "1", "1", "0"],
    }


def test_a_question_counts_for_the_personas_and_stages_of_its_terms() -> None:
    rows = [tuple(row.values()) for row in table(COVERAGE, "Kind", "Name", "Questions")]
    assert rows == [
        ("persona", "clerk", "2"),
        ("persona", "Engineer", "2"),
        ("stage", "Build", "2"),
        ("stage", "Keep", "2"),
    ]


def test_the_terminal_shows_the_same_numbers() -> None:
    lines = [line.split() for line in coverage.as_text(small()).splitlines()]
    assert lines[:4] == [
        ["term", "definition", "pages", "interactive", "short", "answer", "essay"],
        ["Engineer", "yes", "2", "0", "0", "1"],
        ["Lineage", "yes", "4", "1", "1", "0"],
        ["Log", "yes", "4", "1", "1", "0"],
    ]
    assert lines[-4:] == [
        ["persona", "clerk", "2", "questions"],
        ["persona", "Engineer", "2", "questions"],
        ["stage", "Build", "2", "questions"],
        ["stage", "Keep", "2", "questions"],
    ]


def test_each_code_has_a_section_in_the_group_of_its_letter() -> None:
    title, *headings = CODES.headings
    assert (title.level, title.text) == (1, "What the check says")
    groups = iter(explain.GROUPS.items())
    letter = ""
    for heading in headings:
        if heading.level == 2:
            letter, name = next(groups)
            assert heading.text == name
        else:
            assert heading.id[0] == letter.lower()
    assert next(groups, None) is None
    codes = [heading.id.upper() for heading in headings if heading.level == 3]
    assert sorted(codes) == sorted(explain.ENTRIES)


def test_a_section_says_why_and_shows_bad_and_good() -> None:
    for heading in (heading for heading in CODES.headings if heading.level == 3):
        entry = explain.ENTRIES[heading.id.upper()]
        assert heading.text == f"{entry.code}: {entry.title}".replace("`", "")
        start, stop = CODES.section(heading)
        told, bad, good = CODES.source.text[start:stop].split("\n````text\n")
        assert told.endswith("\n\nInstead of\n"), entry.code
        assert bad == f"{entry.bad.rstrip()}\n````\n\nwrite\n", entry.code
        assert good.partition("\n````")[0] == entry.good.rstrip(), entry.code
