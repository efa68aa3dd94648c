"""Flashcards to cut out: the content of each side."""

from __future__ import annotations

import re

import pytest
from edition_pages import made, small
from study.handouts.cards import _side


@pytest.fixture(scope="module")
def cards() -> str:
    return made(small(), "cards")["cards"]


def sides(cards: str, face: str) -> list[tuple[str, str]]:
    """The label of each card on a face of the sheets, and what stands below it."""
    sheets = re.findall(rf'<section class="sheet {face}".*?</section>', cards, re.DOTALL)
    found = re.findall(r'<p class="label">(.*?)</p>(.*?)(?=</div><div class="card|</div></section>)', "".join(sheets))
    return [(re.sub(r"<[^>]+>", "", label).strip(), inner) for label, inner in found]


def test_a_back_does_not_name_the_term(cards: str) -> None:
    assert sides(cards, "front")[1] == ("Term 2 of 4", '<div class="name"><p>Lineage</p></div>')
    assert sides(cards, "back")[1] == ("Definition 2 of 4", '<p>The history of "a &lt;model&gt;".</p>')


def test_sheets_are_counted_from_one_and_each_has_two_sides(cards: str) -> None:
    assert re.findall(r"<h2>(.*?)</h2>", cards) == ["Sheet 1, front", "Sheet 1, back"]


def test_the_last_sheet_is_filled_with_cards_of_ones_own(cards: str) -> None:
    assert [label for label, _ in sides(cards, "front")][4:] == ["Your own term"] * 4
    assert [label for label, _ in sides(cards, "back")][4:] == ["Its definition"] * 4


def test_a_question_on_a_card_looks_like_none_of_a_quiz(cards: str) -> None:
    assert 'class="question"' not in cards


def test_the_foot_says_how_to_print(cards: str) -> None:
    assert "Print at 100\\000025, both sides, flip on the long edge" in cards
    assert "flip on the long edge" not in made(small(), "learner")["learner"]


@pytest.mark.parametrize(("letters", "size"), [(300, "large"), (301, "medium"), (401, "small"), (721, "tiny")])
def test_a_longer_text_has_smaller_type(letters: int, size: str) -> None:
    assert _side("Definition", "1", "", "x" * letters).size == size


def test_points_to_tick_have_at_least_nine_points(cards: str) -> None:
    assert float(re.findall(r"\.small {[^}]*font-size: ([\d.]+)pt", cards)[0]) >= 9


def test_no_other_edition_carries_the_style_of_cards(cards: str) -> None:
    assert "@page cards" in cards
    assert "@page cards" not in made(small(), "learner")["learner"]
