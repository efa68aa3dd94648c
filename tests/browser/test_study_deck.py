"""The deck as a page fetches it, and which of its cards are due."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page
from sites import ROOT
from study.deck import deck
from study.folder import load

NOW = 1795467600000
MODULES = "assets/javascripts/study/"


@pytest.fixture
def tab(page: Page, site: str) -> Page:
    page.goto(site + "assets/study.json")
    page.evaluate(
        """async ([address, now]) => {
          for (const name of ['deck', 'log', 'due']) Object.assign(window, await import(`${address}${name}.js`))
          window.now = now
          window.log = openLog({storage: null, now: () => window.now, random: Math.random})
          window.card = (note, asked = 'name', others = []) => ({id: `${note}:${asked}`, note, kind: 'term', others})
          window.rate = (card, rating = 3) => log.add('rated', card.id, rating)
          window.ids = cards => {
            const {due: waiting, fresh, done, next} = due(log.state, cards, {now: window.now})
            return [waiting.map(card => card.id), fresh.map(card => card.id), done, next && next - Math.floor(NOW / 864e5)]
          }
          window.NOW = now
        }""",
        [site + MODULES, NOW],
    )
    return page


def test_its_cards_are_those_of_the_exports(tab: Page, site: str) -> None:
    expected = [
        [card.id, card.note, card.kind, list(card.terms), list(card.personas), list(card.stages)]
        for card in deck(load(ROOT / "docs"))
    ]
    got = tab.evaluate(
        """async root => (await loadDeck(root)).cards.map(({id, note, kind, terms, personas, stages}) =>
          [id, note, kind, terms, personas, stages])""",
        site,
    )
    assert got == expected


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
    assert address == 'https://example.org/a"b/glossary/#lineage'
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


def test_the_core_leaves_room_on_the_review_page(folder: Path) -> None:
    """At most 16 KB gzipped, comments included."""
    import gzip

    names = ("deck", "due", "events", "here", "log", "scheduler", "state")
    files = [folder / MODULES / f"{name}.js" for name in names]
    assert sum(len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in files) <= 16_000


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
        None,
    ]
    assert tab.evaluate("rate(card('term:b')), ids(['a', 'b', 'c', 'd'].map(x => card('term:' + x)))") == [
        [],
        ["term:a:name", "term:c:name"],
        1,
        2,
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


def test_a_question_is_asked_again_once_it_was_missed(tab: Page) -> None:
    cards = "[{id: 'question:a', note: 'question:a', kind: 'question', others: []}]"
    assert tab.evaluate(f"ids({cards})")[1] == []
    assert tab.evaluate(f"log.add('answered', 'question:a', false, []), ids({cards})")[1] == ["question:a"]
    assert tab.evaluate(f"weak(log.state, {cards}).length") == 1
    assert tab.evaluate(f"log.add('answered', 'question:a', true, []), ids({cards})")[1] == []


def test_what_the_guide_lost_is_kept_and_not_shown(tab: Page) -> None:
    assert tab.evaluate("rate(card('term:gone')), ids([card('term:a')])") == [[], ["term:a:name"], 1, None]
    assert tab.evaluate("log.state.cards.has('term:gone:name')")
