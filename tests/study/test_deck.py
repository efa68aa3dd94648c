from __future__ import annotations

from cases import guide
from nasty import QUIZ, nasty
from study.content.cards import Card, deck
from study.content.guide import Guide
from study.render.fragments import Fragments


def cards(read: Guide) -> dict[str, Card]:
    return {card.id: card for card in deck(read)}


def test_cards_are_named_by_the_ids_of_the_guide() -> None:
    assert [card.id for card in deck(nasty())] == [
        "term:feature-store:definition",
        "term:feature-store:name",
        "term:lineage:definition",
        "term:lineage:name",
        "answer:why",
        "question:braces",
        "question:some",
        "question:gaps",
        "question:gap",
    ]


def test_a_term_is_asked_both_ways_on_one_note() -> None:
    found = cards(nasty())
    definition, name = found["term:lineage:definition"], found["term:lineage:name"]
    assert (definition.front, name.back) == ("Lineage", "Lineage")
    assert definition.back == name.front
    assert name.front.startswith("The **history** of")
    assert (name.note, definition.note) == ("term:lineage", "term:lineage")
    assert (name.terms, name.personas, name.stages, name.theme) == (
        ("lineage",),
        ("data-engineer",),
        ("train",),
        "glossary",
    )


def test_a_short_answer_tells_its_answer_and_key_points() -> None:
    read = nasty()
    card = cards(read)["answer:why"]
    assert card.front == "Why, in `x`?"
    assert (
        Fragments(read).text(card.back, card.path)
        == "Because of lineage.\n\n- Names it so and goes on.\n- # no heading"
    )


def test_a_question_shows_its_options_and_tells_each_reason() -> None:
    read = nasty()
    card = cards(read)["question:some"]
    text = Fragments(read).text
    assert text(card.front) == "Choose two.\n\n- a\n- b\n- c"
    assert text(card.back) == "- Right: a\n  A.\n- Wrong: b\n  B.\n- Right: c\n  C.\n\nSo lineage."
    assert (card.terms, card.personas, card.theme, card.anchor) == (("lineage",), ("data-engineer",), "odd", "some")


def test_a_blank_is_a_gap_in_front_and_its_answer_at_the_back() -> None:
    read = nasty()
    card = cards(read)["question:gaps"]
    text = Fragments(read).text
    assert text(card.front) == "The _____ of x is _____."
    assert text(card.back) == "The R&D of x is a->b*{c}.\n\nSo lineage."


def test_what_has_no_id_or_one_that_is_taken_gives_no_card() -> None:
    question = "<quiz>\nWhy?\n- [x] Yes\n</quiz>\n"
    page = f"# Q\n\n### A title\n\n{question}\n### B {{ #b }}\n\n{question}\n### C {{ #b }}\n\n{question.replace('Why', 'What')}"
    (card,) = deck(guide(quiz__page=page))
    assert (card.id, card.front.split("?")[0]) == ("question:b", "Why")


def test_rewording_and_moving_leave_ids_as_they_are() -> None:
    first, second = QUIZ.index("### Some"), QUIZ.index("### Gaps")
    moved = QUIZ[:first] + QUIZ[second:] + "\n" + QUIZ[first:second].replace("Choose two.", "Choose exactly two.")
    before, after = cards(nasty()), cards(nasty(moved))
    assert before.keys() == after.keys()
    assert [id for id in before if before[id] != after[id]] == ["question:some"]


def test_code_in_a_question_is_part_of_it() -> None:
    assert 'print("{}~=#:")' in cards(nasty())["question:braces"].front
