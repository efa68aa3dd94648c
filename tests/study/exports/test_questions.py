"""GIFT, QTI 1.2, and QTI 2.1: reading the files back gives the same questions, with every text complete."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from xml.etree import ElementTree

import pytest
from cases import guide
from hypothesis import given, settings
from hypothesis import strategies as st
from nasty import CODE, LONG, OPTIONS, QUIZ, REASONS, nasty
from readers import Asked, gift, qti12, qti21, words
from study.content.cards import escape
from study.content.guide import Guide
from study.exports.gift import as_gift
from study.exports.items import items, left_out
from study.exports.qti12 import package as package12
from study.exports.qti21 import package as package21
from study.exports.qti_manifest import identifier
from study.render.fragments import Fragments

FORMATS = {
    "gift": lambda asked: gift(as_gift(asked)),
    "qti12": lambda asked: qti12(package12(asked)),
    "qti21": lambda asked: qti21(package21(asked)),
}
each_format = pytest.mark.parametrize("form", FORMATS)


def read_back(form: str, read: Guide) -> dict[str, Asked]:
    found = FORMATS[form](items(read, Fragments(read)))
    named = {one.id: one for one in found}
    assert len(named) == len(found)
    return named


@each_format
def test_every_question_is_there_under_its_id(form: str) -> None:
    assert list(read_back(form, nasty())) == ["braces", "some", "gaps", "gap"]


@each_format
def test_all_text_survives(form: str) -> None:
    one = read_back(form, nasty())["braces"]
    assert tuple(words(text) for text, _, _ in one.options) == OPTIONS
    assert tuple(" ".join(words(reason).split()) for _, _, reason in one.options) == REASONS
    assert CODE in words(one.text)
    assert "What is {~=#:} in lineage, when a < b & c > d?" in words(one.text)
    assert 'One of "several" {curly}' in (one.title or words(one.text))
    assert words(one.told).split() == ["Told,", "with", "a", "table:", "A", "B", "1", "<2>"]


@each_format
def test_right_options_are_told_from_wrong_ones(form: str) -> None:
    read = read_back(form, nasty())
    assert [weight > 0 for _, weight, _ in read["braces"].options] == [True, False, False, False]
    assert [weight > 0 for _, weight, _ in read["some"].options] == [True, False, True]


def test_gift_shares_the_points_and_takes_them_back() -> None:
    assert [weight for _, weight, _ in read_back("gift", nasty())["some"].options] == [50, -50, 50]


def test_gift_has_a_category_for_each_theme() -> None:
    assert {one.category for one in read_back("gift", nasty()).values()} == {"$course$/top/Quiz: odd//texts & more"}


@pytest.mark.parametrize("form", ["qti12", "qti21"])
def test_blanks_are_entries_in_order(form: str) -> None:
    read = read_back(form, nasty())
    assert (read["gaps"].accepted, read["gap"].accepted) == (["R&D", "a->b*{c}"], ["ä = b"])


@pytest.mark.parametrize("form", ["qti12", "qti21"])
def test_the_text_around_blanks_is_whole(form: str) -> None:
    shown = re.sub(r"<textEntryInteraction [^>]*/>|_____ \(\d\)", "GAP", read_back(form, nasty())["gaps"].text)
    assert words(shown) == "The GAP of x is GAP."


def test_gift_has_one_entry_for_all_blanks() -> None:
    read = read_back("gift", nasty())
    assert read["gap"].accepted == ["ä = b"]
    # a star of Moodle's is any text, an arrow would match pairs
    assert read["gaps"].accepted == [r"R&D, a-*>b\*{c}", r"R&D,a-*>b\*{c}"]
    assert "The ____ (1) of x is ____ (2).\nWrite the answers" in words(read["gaps"].text)


BARS = "# Q\n\n### A { #a }\n\n<quiz>\nIt is [[digest|hash]] of [[S3]].\n\n---\n\nSo.\n</quiz>\n"


@pytest.mark.parametrize(
    ("form", "accepted"),
    [
        ("gift", ["digest, S3", "digest,S3", "hash, S3", "hash,S3"]),
        ("qti12", [["digest", "S3"], ["hash", "S3"]]),
        ("qti21", [["digest", "hash"], ["S3"]]),
    ],
)
def test_each_text_that_a_blank_accepts_is_right(form: str, accepted: list[str] | list[list[str]]) -> None:
    read = guide(quiz__page=BARS)
    asked = items(read, Fragments(read))
    if form == "gift":
        assert gift(as_gift(asked))[0].accepted == accepted
    else:
        package, way = (package12, _ways12) if form == "qti12" else (package21, _ways21)
        archive = zipfile.ZipFile(BytesIO(package(asked)))
        name = next(name for name in archive.namelist() if b"digest" in archive.read(name))
        assert way(ElementTree.fromstring(archive.read(name))) == accepted


def _ways12(root: ElementTree.Element) -> list[list[str]]:
    """The texts of each condition that scores: one right way to fill all blanks."""
    scoring = (each for each in root.iterfind(".//{*}respcondition") if each.find("{*}setvar") is not None)
    return [[equal.text or "" for equal in each.iterfind("{*}conditionvar/{*}varequal")] for each in scoring]


def _ways21(root: ElementTree.Element) -> list[list[str]]:
    """For each blank, its correct response and what else its condition matches."""
    correct = [each.text or "" for each in root.iterfind(".//{*}correctResponse/{*}value")]
    others: dict[str, list[str]] = {}
    for match in root.iterfind(".//{*}stringMatch"):
        name = match[0].get("identifier", "")
        others.setdefault(name, []).extend(each.text or "" for each in match.iterfind("{*}baseValue"))
    return [[right, *texts] for right, texts in zip(correct, others.values(), strict=True)]


def test_moodle_puts_its_entry_in_the_place_of_a_lone_blank_and_below_several() -> None:
    read = read_back("gift", nasty())
    assert re.search(r"_____+", words(read["gap"].text))  # question/type/shortanswer/renderer.php looks for it
    assert not re.search(r"_____+", words(read["gaps"].text))


def test_names_of_options_are_short_and_those_of_their_question_alone() -> None:
    archive = zipfile.ZipFile(BytesIO(package21(items(nasty(), Fragments(nasty())))))
    item = ElementTree.fromstring(archive.read("items/some.xml"))
    names = [choice.get("identifier") for choice in item.iterfind(".//{*}simpleChoice")]
    assert names == ["option-1", "option-2", "option-3"]


def test_a_lone_option_is_still_an_option() -> None:
    read = guide(quiz__page="# Q\n\n### A { #a }\n\n<quiz>\nWhy?\n- [x] Yes\n</quiz>\n")
    for form in FORMATS:
        assert [words(text) for text, _, _ in read_back(form, read)["a"].options] == ["Yes"]


@pytest.mark.parametrize("form", ["qti12", "qti21"])
def test_a_page_of_questions_is_an_assessment(form: str) -> None:
    assert {one.category for one in read_back(form, nasty()).values()} == {"Quiz: odd/texts & more"}


@each_format
def test_rewording_a_question_changes_only_its_text(form: str) -> None:
    before, after = read_back(form, nasty()), read_back(form, nasty(QUIZ.replace("Choose two.", "Choose {2}.")))
    assert [id for id in before if before[id] != after[id]] == ["some"]
    assert before["some"].options == after["some"].options


@each_format
def test_only_links_to_a_known_site_are_links(form: str) -> None:
    read = nasty()
    linked = FORMATS[form](items(read, Fragments(read, "https://example.org/")))
    assert '<a href="https://example.org/glossary/lineage/">' in linked[0].text.replace("html:", "")
    assert "<a" not in read_back(form, read)["braces"].text


def test_what_cannot_be_exported_is_left_out_with_a_reason() -> None:
    question = "<quiz>\nWhy?\n- [x] Yes\n</quiz>\n"
    wrong = question.replace("[x]", "[ ]")
    page = f"# Q\n\n{question}\n### A {{ #a }}\n\n{question}\n### B {{ #a }}\n\n{question}\n### C {{ #c }}\n\n{wrong}"
    read = guide(quiz__page=page)
    assert [(question.place.line, reason.split(";")[0]) for question, reason in left_out(read)] == [
        (3, "it has no heading of its own with an id"),
        (17, 'the id "a" is taken by another question'),
        (24, "it has no right option"),
    ]
    assert [item.id for item in items(read, Fragments(read))] == ["a"]


@pytest.mark.parametrize(
    ("id", "name"),
    [("a-b.c", "a-b.c"), ("1st", "_1st"), ("a_b", "a_5f_b"), ("größe", "gr_f6__df_e"), ("_f6_", "_5f_f6_5f_")],
)
def test_identifiers_are_names_in_xml(id: str, name: str) -> None:
    assert identifier(id) == name


def test_packages_carry_no_time_of_any_disk() -> None:
    read = nasty()
    asked = items(read, Fragments(read))
    for content in (package12(asked), package21(asked)):
        with zipfile.ZipFile(BytesIO(content)) as zipped:
            assert {info.date_time for info in zipped.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_feedback_never_stands_inside_an_option() -> None:
    """A program that knows no feedback would show it with the option."""
    read = nasty()
    with zipfile.ZipFile(BytesIO(package21(items(read, Fragments(read))))) as zipped:
        assert b"feedbackInline" not in b"".join(map(zipped.read, zipped.namelist()))


LINE = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="&<"), min_size=1, max_size=12)
TEXTS = st.lists(
    LINE | st.sampled_from(["{}~=#:", "\\n", "\\", "%50%", "[html]", "//", "::", "->", "*", LONG]), min_size=1
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(*[TEXTS.map(" ".join)] * 4, TEXTS.map(" ".join))
def test_any_text_survives(question: str, right: str, reason: str, wrong: str, told: str) -> None:
    shown = [escape(text) for text in (question, right, reason, wrong, told)]
    page = "# Q\n\n### T {{ #t }}\n\n<quiz>\nx {}\n- [x] {}\n> x {}\n- [ ] {}\n> No.\n\nx {}\n</quiz>\n".format(*shown)
    for form in FORMATS:
        one = read_back(form, guide(quiz__page=page))["t"]
        assert words(one.text).endswith(f"x {question}")
        assert [words(text) for text, _, _ in one.options] == [right, wrong]
        assert words(one.options[0][2]) == f"x {reason}"
        assert words(one.told) == f"x {told}"


@settings(max_examples=150, deadline=None, derandomize=True)
@given(LINE.map(lambda text: text.replace("]", "").replace("|", "")).filter(bool))
def test_any_blank_survives(answer: str) -> None:
    read = guide(quiz__page=f"# Q\n\n### T {{ #t }}\n\n<quiz>\nIt is [[{answer}]].\n\n---\n\nSo.\n</quiz>\n")
    assert read_back("qti12", read)["t"].accepted == read_back("qti21", read)["t"].accepted == [answer]
    (typed,) = read_back("gift", read)["t"].accepted
    assert typed.replace("-*>", "->").replace("\\*", "*") == answer
