"""A review of some cards only: of a persona, stage, session, or term, or those missed, weak, or due."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page


@pytest.mark.parametrize(
    ("words", "test"),
    [
        (
            "persona=data-engineer",
            "card => card.persona === 'data-engineer' || card.personas.includes('data-engineer')",
        ),
        ("stage=approve", "card => card.stages.includes('approve')"),
        ("session=data", "card => deck.sessions[card.session][0] === 'data'"),
        ("term=lineage", "card => card.terms.includes('lineage')"),
    ],
)
def test_a_scope_asks_only_its_own_and_the_limit_holds_for_it(words: str, test: str, tab: Page) -> None:
    tab.evaluate("limit(3), questions.forEach(id => miss(id)), miss(...questions)")
    missed = tab.evaluate("words => plan(words).missed.length", words)
    assert missed > 0
    tab.evaluate("start(), limit(3)")
    assert tab.evaluate("words => plan(words).queue.length", words) == min(
        3, tab.evaluate("words => (limit(99), plan(words).fresh.length)", words)
    )
    assert tab.evaluate(f"words => plan(words).queue.every({test})", words)
    tab.evaluate("words => (limit(3), rate(asked(words)[0]))", words)
    assert tab.evaluate("words => plan(words).queue.length", words) <= 2
    assert tab.evaluate("plan(), plan().queue.length") == 2


def test_ratings_of_other_cards_leave_a_scope_its_room(tab: Page) -> None:
    tab.evaluate("limit(3), asked().forEach(id => rate(id))")
    assert tab.evaluate("plan().queue.length") == 0
    assert tab.evaluate("plan('session=monitor').queue.length") == 3


def test_only_what_was_missed_is_weak_or_is_due(tab: Page) -> None:
    tab.evaluate("rate('term:lineage:name', 1), rate('term:bias:name', 3), now += 3 * DAY, miss(questions[0])")
    first = tab.evaluate("questions[0]")
    assert tab.evaluate("asked('only=missed')") == [first]
    assert tab.evaluate("asked('only=weak')") == ["term:lineage:name", first]
    assert tab.evaluate("asked('only=due')") == ["term:lineage:name", "term:bias:name", first]
    assert tab.evaluate("plan('only=missed').next - log.state.dayOf(now)") == 1
    assert tab.evaluate("id => (rate(id), asked('only=missed'))", first) == []


@pytest.mark.parametrize("words", ["persona=nobody", "only=all", "term=__proto__", "session=", "stage=<b>"])
def test_an_address_that_names_nothing_of_the_site_is_refused(words: str, tab: Page) -> None:
    assert tab.evaluate("words => readScope('#' + words, deck)", words) is None


def test_a_scope_is_written_as_it_is_read(tab: Page) -> None:
    for words in ("", "only=weak", "persona=data-engineer&only=due", "term=lineage"):
        assert tab.evaluate("words => writeScope(readScope(words, deck))", words) == words
    assert tab.evaluate("nameOf(deck, readScope('stage=approve&only=weak', deck))") == "Approve: weak cards"
    assert tab.evaluate("nameOf(deck, readScope('only=missed', deck))") == "Missed cards"
