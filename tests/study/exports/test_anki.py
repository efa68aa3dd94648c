"""The deck, imported by Anki's own library into a real collection."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from nasty import CODE, LONG, OPTIONS, QUIZ, REASONS, nasty
from readers import words
from study.content.cards import deck
from study.content.guide import Guide
from study.exports.anki import package
from study.render.fragments import Fragments

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

THEN = 1_764_000_000


class Reader:
    """A collection, and what imports into it have done."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.collection: Any = Collection(str(folder / "collection.anki2"))

    def take(self, read: Guide, time: int = THEN, site: str = "") -> dict[str, int]:
        path = self.folder / "cards.apkg"
        path.write_bytes(package(deck(read), Fragments(read, site), "The guide", time))
        request = ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions())
        log = self.collection.import_anki_package(request).log
        kinds = ("new", "updated", "duplicate", "conflicting", "first_field_match", "empty_first_field")
        return {kind: count for kind in kinds if (count := len(getattr(log, kind)))}

    def cards(self, query: str = "") -> list[tuple[str, str]]:
        found = (self.collection.get_card(id) for id in sorted(self.collection.find_cards(query)))
        return [(words(card.render_output().question_text), words(card.render_output().answer_text)) for card in found]

    def fields(self) -> dict[str, str]:
        """Each note's fields by its GUID."""
        rows = self.collection.db.all("select guid, flds from notes")
        return {guid: fields for guid, fields in rows}


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    reader = Reader(tmp_path)
    yield reader
    reader.collection.close()


def test_a_term_is_one_note_with_a_card_each_way(reader: Reader) -> None:
    reader.take(nasty())
    assert (reader.collection.note_count(), reader.collection.card_count()) == (7, 9)
    definition = 'The history of "everything": a < b && c, see the store.'
    assert reader.cards("note:*term lineage")[:2] == [
        ("Lineage", f"Lineage{definition}"),
        (definition, f"{definition}Lineage"),
    ]


def test_all_text_survives(reader: Reader) -> None:
    reader.take(nasty())
    ((asked, told),) = reader.cards("alert")
    flat = " ".join(told.split())
    assert CODE in asked
    assert all(option in asked and option in told for option in OPTIONS)
    assert all(reason in flat for reason in REASONS)
    assert LONG in told


def test_tags_name_persona_stage_and_theme(reader: Reader) -> None:
    reader.take(nasty())
    assert reader.collection.tags.all() == [
        "persona::data-engineer",
        "stage::train",
        "theme::glossary",
        "theme::odd",
        "theme::short",
    ]
    assert len(reader.cards("tag:theme::odd")) == 4


def test_importing_twice_adds_nothing(reader: Reader) -> None:
    assert reader.take(nasty()) == {"new": 7}
    assert reader.take(nasty()) == {"duplicate": 7}
    assert (reader.collection.note_count(), reader.collection.card_count()) == (7, 9)


def test_rewording_updates_the_note_and_keeps_what_was_learned(reader: Reader) -> None:
    reader.take(nasty())
    before = reader.fields()
    (id,) = reader.collection.find_cards("Choose")
    reader.collection.sched.set_due_date([id], "7")
    due = reader.collection.get_card(id).due
    reworded = nasty(QUIZ.replace("Choose two.", "Choose exactly two."))
    assert reader.take(reworded, THEN + 60) == {"updated": 7}
    after = reader.fields()
    assert before.keys() == after.keys()
    (changed,) = [guid for guid in before if before[guid] != after[guid]]
    assert after[changed] == before[changed].replace("Choose two.", "Choose exactly two.")
    assert reader.collection.find_cards("exactly") == [id]
    assert reader.collection.get_card(id).due == due
    names = [model.name for model in reader.collection.models.all_names_and_ids()]
    assert [name for name in names if name.startswith("Study")] == ["Study guide: question", "Study guide: term"]


def test_a_new_question_is_added_to_the_others(reader: Reader) -> None:
    reader.take(nasty())
    more = nasty(QUIZ.replace("### Some", "### New { #new }\n\n<quiz>\nNew?\n- [x] Yes\n</quiz>\n\n### Some"))
    assert reader.take(more, THEN + 60) == {"new": 1, "updated": 7}


def test_cards_lead_to_the_site_where_its_address_is_known(reader: Reader) -> None:
    reader.take(nasty(), site="https://example.org/")
    assert [answer.endswith("Read on") for _, answer in reader.cards()] == [True] * 9


def test_cards_lead_nowhere_without_an_address(reader: Reader) -> None:
    reader.take(nasty())
    assert not any("Read on" in answer or "<a" in answer for _, answer in reader.cards())
