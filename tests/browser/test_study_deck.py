"""The deck that a page fetches, and which of its cards are due."""

from __future__ import annotations

from pathlib import Path

import pytest
from generated_files import generated_files
from playwright.sync_api import Page
from sites import ROOT
from study.content.cards import deck
from study.content.load import load

NOW = 1795467600000
MODULES = "assets/javascripts/study/"


@pytest.fixture
def tab(page: Page, site: str) -> Page:
    page.goto(site + "assets/study.json")
    page.evaluate(
        """async ([address, now]) => {
          for (const name of ['deck', 'log', 'due', 'import', 'export']) Object.assign(window, await import(`${address}${name}.js`))
          window.now = now
          window.log = openLog({storage: null, now: () => window.now, random: Math.random})
          window.card = (note, asked = 'name', others = []) => ({id: `${note}:${asked}`, note, kind: 'term', others})
          window.rate = (card, rating = 3) => log.add('rated', card.id, rating)
          window.ids = cards => {
            const {due: waiting, missed, fresh, done, next} = due(log.state, cards, {now: window.now})
            const of = list => list.map(card => card.id)
            return [of([...waiting, ...missed]), of(fresh), done, next && next - Math.floor(NOW / 864e5)]
          }
          window.NOW = now
        }""",
        [site + MODULES, NOW],
    )
    return page


def test_its_cards_are_those_of_the_exports(tab: Page, site: str) -> None:
    expected = [
        [card.id, card.note, card.kind, list(card.terms), list(card.personas), list(card.stages)]
        for card in deck(load(ROOT / "docs", generated_files))
    ]
    got = tab.evaluate(
        """async root => (await loadDeck(root)).cards.map(({id, note, kind, terms, personas, stages}) =>
          [id, note, kind, terms, personas, stages])""",
        site,
    )
    assert sorted(got) == sorted(expected)  # review has them in the order of the course


def test_links_lead_to_the_site_wherever_it_stands(tab: Page, site: str) -> None:
    definition, address, page, prompt = tab.evaluate(
        """async root => {
          const data = await (await fetch(root + 'assets/study.json')).json()
          const deck = makeDeck(data, 'https://example.org/a"b/')
          const linked = deck.cards.find(card => card.back.includes('<a '))
          return [linked.back.match(/<a [^>]*>/)[0], deck.card('term:lineage:name').address,
            deck.questions.get('question:csv-layout').address, deck.prompts.get('prompt:automation').address]
        }""",
        site,
    )
    assert definition.startswith('<a href="https://example.org/a&quot;b/')
    assert address == 'https://example.org/a"b/glossary/lineage/'
    assert page == 'https://example.org/a"b/quiz/prepare-data/#csv-layout'
    assert prompt == 'https://example.org/a"b/essays/automation/'


def test_every_question_has_its_reasons(tab: Page, site: str) -> None:
    assert tab.evaluate(
        """async root => {
          const deck = await loadDeck(root)
          const told = await deck.reasons()
          return [...deck.questions.values()].every(({key, options}) =>
            told.get(key).explanation && told.get(key).reasons.length === options.length)
        }""",
        site,
    )


@pytest.mark.parametrize(
    "answer",
    [
        "Promise.reject(new TypeError())",
        "new Response('', {status: 404})",
        "new Response('<html>')",
        "new Response('null')",
        "new Response('{\"version\": 2}')",
    ],
)
def test_a_deck_that_does_not_come_is_one_line(answer: str, tab: Page) -> None:
    assert tab.evaluate(
        f"async () => {{ try {{ await loadDeck('/', async () => {answer}) }} catch (e) {{ return e instanceof DeckError }} }}"
    )


def test_from_a_folder_the_browser_runs_no_module(page: Page, folder: Path) -> None:
    """Why the pages say so in their HTML: should a browser begin to allow it, this fails."""
    page.goto((folder / "assets" / "images" / "logo.svg").as_uri())
    said = page.evaluate(
        "async address => { try { await import(address); return 'ran' } catch { return 'refused' } }",
        (folder / MODULES / "deck.js").as_uri(),
    )
    assert said == "refused"


def test_new_cards_come_as_many_as_the_limit_leaves(tab: Page) -> None:
    tab.evaluate("log.add('set', 'setting:daily', 3)")
    assert tab.evaluate("ids(['a', 'b', 'c', 'd'].map(x => card('term:' + x)))") == [
        [],
        ["term:a:name", "term:b:name", "term:c:name"],
        0,
        1,  # the fourth comes tomorrow
    ]
    assert tab.evaluate("rate(card('term:b')), ids(['a', 'b', 'c', 'd'].map(x => card('term:' + x)))") == [
        [],
        ["term:a:name", "term:c:name"],
        1,
        1,
    ]


def test_what_is_due_is_not_hidden_by_the_limit(tab: Page) -> None:
    got = tab.evaluate(
        """() => {
          log.add('set', 'setting:daily', 1)
          const cards = ['a', 'b', 'c'].map(x => card('term:' + x))
          cards.slice(0, 2).forEach((card, n) => rate(card, 3 - n))
          now += 9 * 864e5
          return ids(cards)
        }"""
    )
    assert got == [["term:b:name", "term:a:name"], [], 0, 10]  # what is remembered least comes first


def test_of_a_note_one_card_is_shown_a_day(tab: Page) -> None:
    cards = "[card('term:a'), card('term:a', 'definition')]"
    assert tab.evaluate(f"ids({cards})")[1] == ["term:a:name"]
    assert tab.evaluate(f"rate(card('term:a')), ids({cards})")[:2] == [[], []]
    assert tab.evaluate(f"now += 864e5, ids({cards})")[1] == ["term:a:definition"]


def test_what_is_confused_comes_together(tab: Page) -> None:
    cards = "[card('term:a', 'name', ['term:d', 'term:none']), card('term:b'), card('term:c'), card('term:d')]"
    assert tab.evaluate(f"ids({cards})")[1] == ["term:a:name", "term:d:name", "term:b:name", "term:c:name"]


QUESTION = "[{id: 'question:a', note: 'question:a', kind: 'question', others: []}, card('term:b')]"


def test_a_missed_question_is_asked_the_same_day_before_new_cards(tab: Page) -> None:
    assert tab.evaluate(f"ids({QUESTION})")[:2] == [[], ["term:b:name"]]
    tab.evaluate("log.add('set', 'setting:daily', 1)")
    assert tab.evaluate(f"log.add('answered', 'question:a', false, []), ids({QUESTION})")[:2] == [["question:a"], []]
    assert tab.evaluate(f"weak(log.state, {QUESTION}).length") == 1
    assert tab.evaluate(f"log.add('answered', 'question:a', true, []), ids({QUESTION})")[:2] == [[], ["term:b:name"]]


def test_a_question_missed_again_is_asked_the_next_day_and_not_when_its_turn_comes(tab: Page) -> None:
    tab.evaluate("log.add('answered', 'question:a', false, []), log.add('rated', 'question:a', 4)")
    assert tab.evaluate(f"ids({QUESTION})")[0] == []
    assert tab.evaluate(f"weak(log.state, {QUESTION})") == []  # it was answered well in review
    tab.evaluate("log.add('answered', 'question:a', false, [])")
    assert tab.evaluate(f"weak(log.state, {QUESTION}).length") == 1
    assert tab.evaluate(f"ids({QUESTION})")[0] == []  # it was reviewed today
    assert tab.evaluate(f"ids({QUESTION})")[3] == 1
    assert tab.evaluate(f"now += 864e5, ids({QUESTION})")[0] == ["question:a"]


def test_a_question_forgotten_in_review_stays_weak(tab: Page) -> None:
    tab.evaluate("log.add('answered', 'question:a', false, []), log.add('rated', 'question:a', 1)")
    assert tab.evaluate(f"weak(log.state, {QUESTION}).length") == 1
    tab.evaluate("now += 864e5, log.add('rated', 'question:a', 2)")
    assert tab.evaluate(f"weak(log.state, {QUESTION}).length") == 0


def test_a_short_answer_with_most_points_missed_is_missed_until_it_is_known_in_review(tab: Page) -> None:
    answer = "[{id: 'answer:a', note: 'answer:a', kind: 'answer', others: []}]"
    tab.evaluate("log.add('rated', 'answer:a', 4), now += 2 * 864e5, log.add('ticked', 'answer:a', ['x'], ['y', 'z'])")
    assert tab.evaluate(f"ids({answer})")[0] == ["answer:a"]
    tab.evaluate("log.add('rated', 'answer:a', 3)")
    assert tab.evaluate(f"weak(log.state, {answer})") == []


def test_a_card_missed_today_is_asked_once_more_until_it_is_known(tab: Page) -> None:
    tab.evaluate(
        "window.again = () => due(log.state, ['a', 'b'].map(x => card('term:' + x)), {now}).again.map(card => card.note)"
    )
    tab.evaluate("rate(card('term:a'), 1), rate(card('term:b'), 1)")
    assert tab.evaluate("again()") == ["term:a", "term:b"]
    assert tab.evaluate("log.add('repeated', 'term:a:name', false), again()") == ["term:b", "term:a"]
    assert tab.evaluate("log.add('repeated', 'term:b:name', true), again()") == ["term:a"]
    tab.evaluate("log.refresh()")
    assert tab.evaluate("again()") == ["term:a"]
    assert tab.evaluate("now += 864e5, again()") == []


def test_what_the_guide_lost_is_kept_and_not_shown(tab: Page) -> None:
    assert tab.evaluate("rate(card('term:gone')), ids([card('term:a')])") == [[], ["term:a:name"], 1, None]
    assert tab.evaluate("log.state.cards.has('term:gone:name')")
