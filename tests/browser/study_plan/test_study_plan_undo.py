"""Ratings undone, cards skipped and set aside, and the records that store this."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

OLD = Path(__file__).with_name("record_of_november_2026.txt").read_text(encoding="utf-8").strip()


def test_the_last_rating_is_undone_and_the_card_is_as_before(tab: Page) -> None:
    tab.evaluate(
        "window.kept = id => JSON.stringify([log.state.cards.get(id), [...log.state.missed], [...log.state.days], asked()])"
    )
    tab.evaluate("miss(questions[0]), rate('term:lineage:name', 3)")
    before = tab.evaluate("kept(questions[0])")
    tab.evaluate("rate(questions[0], 1)")
    assert tab.evaluate("kept(questions[0])") != before
    tab.evaluate("undo(log, lastDone(log, now))")
    assert tab.evaluate("kept(questions[0])") == before
    tab.evaluate("log = again_()")
    assert tab.evaluate("kept(questions[0])") == before
    assert tab.evaluate("lastDone(log, now)[3]") == "term:lineage:name"  # the one before is next


def test_an_undo_survives_an_export_and_an_import_anywhere(tab: Page) -> None:
    tab.evaluate("rate('term:bias:name', 1), rate('term:lineage:name', 1), undo(log, lastDone(log, now))")
    tab.evaluate("log.add('skipped', 'term:pii:name', true), log.add('aside', 'term:shap:name', true)")
    line = tab.evaluate(
        """() => {
          const file = write(log, now)
          start()
          return take(log, file).line
        }"""
    )
    assert line == "Imported: 5 events were added."
    assert tab.evaluate("[...log.state.cards.keys(), ...log.state.aside, ...log.state.skipped.keys()]") == [
        "term:bias:name",
        "term:shap:name",
        "term:pii:name",
    ]
    assert tab.evaluate("lastDone(log, now)") is None  # those of another device are not undone here


def test_what_is_undone_in_one_tab_is_undone_in_the_other(tab: Page) -> None:
    tab.evaluate(
        "window.other = again_(), rate('term:lineage:name', 1), undo(log, lastDone(log, now)), other.refresh()"
    )
    assert tab.evaluate("other.state.cards.size") == 0


def test_an_undo_that_could_not_be_stored_at_first_still_names_its_rating(tab: Page) -> None:
    """Rows that are not stored get the name of another device: the undo must follow."""
    tab.evaluate(
        """() => {
          const put = data.set
          data.set = () => { throw new DOMException('no', 'QuotaExceededError') }
          rate('term:bias:name', 1), rate('term:lineage:name', 1), undo(log, lastDone(log, now))
          data.set = put
          rate('term:shap:name', 1)
          log = again_()
        }"""
    )
    assert tab.evaluate("[...log.state.cards.keys()]") == ["term:bias:name", "term:shap:name"]


def test_a_skipped_card_comes_tomorrow_and_so_does_its_other_side(tab: Page) -> None:
    tab.evaluate(
        "miss(questions[0]), log.add('skipped', questions[0], true), log.add('skipped', 'term:pii:name', true)"
    )
    queue = tab.evaluate("limit(99), asked()")
    assert tab.evaluate("questions[0]") not in queue and not any(id.startswith("term:pii:") for id in queue)
    assert tab.evaluate("now += DAY, asked()[0] === questions[0]")
    assert any(id.startswith("term:pii:") for id in tab.evaluate("asked()"))


def test_a_card_set_aside_is_not_asked_until_it_is_taken_back(tab: Page) -> None:
    tab.evaluate("miss(questions[0]), log.add('aside', questions[0], true), limit(999)")
    assert tab.evaluate("now += 9 * DAY, asked().includes(questions[0])") is False
    assert tab.evaluate("now += DAY, log.add('aside', questions[0], false), asked()[0] === questions[0]")


def test_a_record_of_the_site_as_it_was_opens_unchanged(tab: Page) -> None:
    state = tab.evaluate(
        """text => {
          start(text)
          const {cards, missed, tries, settings, exams, drafts, read} = log.state
          return [log.reports, log.rows.length, [...cards.keys()].sort(), [...missed], tries.size, settings.daily,
            settings.exam, settings.covers, exams.length, drafts.size, [...read.keys()]]
        }""",
        OLD,
    )
    assert state == [
        [],
        12,
        ["question:csv-layout", "term:lineage:name"],
        ["answer:data-engineer-duties", "question:ways-to-interact"],
        4,
        15,
        20805,
        "",
        1,
        1,
        ["page:learn/roles"],
    ]
    tab.evaluate("rate('term:bias:name', 3), log = again_()")
    assert tab.evaluate("[log.reports.length, log.rows.length]") == [0, 13]
    assert tab.evaluate("text => log.rows.slice(0, 12).map(row => JSON.stringify(row)).join(',\\n')", OLD) == "\n".join(
        OLD.split("\n")[1:]
    )


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        (["undone", "term:lineage:name", "x y"], "has a wrong value: id"),
        (["skipped", "term:lineage:name", 1], "has a wrong value: skipped"),
        (["aside", "page:workflow", True], "is not about anything on this site"),
        (["aside", "term:lineage:name"], "has too few or too many values"),
    ],
)
def test_a_file_with_a_wrong_row_of_the_new_kinds_is_refused(row: list[Any], wrong: str, tab: Page) -> None:
    line = tab.evaluate(
        "row => take(log, JSON.stringify({format: FORMAT, version: 3, events: [['a-b-1', now, ...row]]})).line", row
    )
    assert line == f"Nothing was imported: event 1 of the file {wrong}."
