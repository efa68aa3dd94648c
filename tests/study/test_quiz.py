from __future__ import annotations

import mkdocs_quiz.parsing as theirs
import pytest
from study.content import quiz_grammar as ours
from study.content.page import Page
from study.content.quiz import Question, questions
from study.content.source import Source


def question(body: str) -> Question:
    return questions(Page(Source("p.md", f"### Title {{ #its-id }}\n\n<quiz>\n{body}\n</quiz>\n")))[0]


def test_single_choice() -> None:
    read = question("Why\nso?\n- [x] Yes\n> It is.\n> Really.\n* [ ] No\n> It is not.\n\nTold\n\n[t][].")
    assert (read.id, read.title, read.kind, read.text) == ("its-id", "Title", "single", "Why\nso?")
    assert [(o.text, o.right, o.reason, o.place.line) for o in read.options] == [
        ("Yes", True, "It is.\nReally.", 6),
        ("No", False, "It is not.", 9),
    ]
    assert read.explanation == "Told\n\n[t][]."
    assert [reference.label for reference in read.references] == ["t"]


def test_several_choices() -> None:
    assert question("Which?\n- [x] a\n- [X] b\n- [ ] c").kind == "several"


def test_fill_in_the_blank() -> None:
    read = question("Say [[ one ]] and [[two]].\n\n---\n\nTold [t][].")
    assert (read.kind, read.text, read.blanks) == ("blank", "Say [[ one ]] and [[two]].", ("one", "two"))
    assert read.explanation == "Told [t][]."


def test_a_blank_accepts_each_text_between_bars_and_shows_the_first() -> None:
    read = question("Say [[ one | uno|1 ]] and [[two]].\n\n---\n\nTold [t][].")
    assert read.accepted == (("one", "uno", "1"), ("two",))
    assert read.blanks == ("one", "two")
    assert question("Say [[ | ]].\n\n---\n\nTold [t][].").accepted == (("",),)


def test_code_is_part_of_a_question_as_mkdocs_quiz_reads_it() -> None:
    read = question("Why?\n\n```\na < b\n```\n- [x] Yes\n\nTold:\n\n~~~\nc\n~~~")
    assert read.text == "Why?\n\n```\na < b\n```"
    assert (len(read.options), read.explanation) == (1, "Told:\n\n~~~\nc\n~~~")


def test_a_reason_may_end_the_block() -> None:
    read = ours.read("Why?\n- [x] Yes\n> It is.")
    assert [line.text for line in read.options[0].reason] == ["It is."] and read.explanation == ()


def test_references_of_reasons_are_not_those_of_the_explanation() -> None:
    assert question("Why?\n- [x] Yes\n> See [t][].\n\nTold.").references == ()


def test_only_the_first_question_below_a_heading_is_named_by_it() -> None:
    page = Page(
        Source("p.md", "### A { #a }\n<quiz>\nx\n</quiz>\n<quiz>\ny\n</quiz>\n## B { #b }\n<quiz>\nz\n</quiz>\n")
    )
    assert [read.id for read in questions(page)] == ["a", "", ""]


@pytest.mark.parametrize(
    "line", ["- [x] a", "* [ ] b", "- [] c", "- [y] d", "-  [x] e", " - [x] f", "+ [x] g", "- [xx] h"]
)
def test_options_are_those_that_mkdocs_quiz_reads(line: str) -> None:
    assert bool(ours.OPTION.match(line)) == bool(theirs.CHECKBOX_REGEX.match(line))


@pytest.mark.parametrize("line", ["> a", ">a", "  > a", "a > b", ">", ""])
def test_reasons_are_those_that_mkdocs_quiz_reads(line: str) -> None:
    assert bool(ours.REASON.match(line)) == bool(theirs.FEEDBACK_REGEX.match(line))


@pytest.mark.parametrize(
    "text",
    [
        "<quiz>\na\n</quiz>\n\n<quiz>\nb\n</quiz>",
        "```\n<quiz>\na\n</quiz>\n```\n<quiz>\nb\n</quiz>",
        "~~~\n<quiz>\n~~~\n<quiz>b</quiz>",
        "<quiz>\n```\ncode\n```\n</quiz>",
    ],
)
def test_blocks_are_those_that_mkdocs_quiz_finds(text: str) -> None:
    masked, _ = theirs.mask_code_blocks(text)
    expected = len(theirs.find_quizzes(masked))
    assert [block.closed for block in Page(Source("p.md", text)).quizzes] == [True] * expected


def test_brackets_in_code_are_no_blank() -> None:
    read = question('What does `df[["a", "b"]]` give?\n- [x] A table\n> So.\n- [ ] A column\n> No.\n\nTold.')
    assert (read.kind, read.blanks, len(read.options), read.faults) == ("single", (), 2, ())
    assert ours.is_blank("Say [[so]].") and not ours.is_blank("```\n[[a]]\n```")
    assert ours.with_blanks("`[[a]]` [[b]]", str.upper) == "`[[a]]` B"
