"""A page with the modules that choose the cards of a review."""

from __future__ import annotations

import pytest
from in_browser import EVENING
from playwright.sync_api import Page

SET_UP = """async ([root, now]) => {
  const study = `${root}assets/javascripts/study/`
  for (const name of ['deck', 'log', 'plan', 'due', 'scope', 'undo', 'exam-plan', 'export', 'file', 'memory'])
    Object.assign(window, await import(`${study}${name}.js`))
  window.DAY = 864e5
  window.now = now
  window.deck = await loadDeck(root)
  window.start = (text = null) => {
    const data = new Map(text ? [['k', text]] : [])
    const storage = {
      get length() { return data.size }, key: n => [...data.keys()][n], getItem: key => data.get(key) ?? null,
      setItem: (key, value) => data.set(key, value), removeItem: key => data.delete(key),
    }
    window.data = data
    window.again_ = () => openLog({storage, key: 'k', now: () => window.now, random: Math.random})
    window.log = again_()
  }
  start()
  window.plan = (words = '') => planOf(deck, log.state, {now: window.now, scope: readScope(words, deck)})
  window.asked = words => plan(words).queue.map(card => card.id)
  window.rate = (id, rating = 3) => log.add('rated', id, rating)
  window.miss = (...ids) => ids.forEach(id => log.add('answered', id, false, []))
  window.limit = number => log.add('set', 'setting:daily', number)
  window.questions = [...deck.questions.keys()]
}"""


@pytest.fixture
def tab(page: Page, site: str) -> Page:
    page.goto(site + "assets/study.json")
    page.evaluate(SET_UP, [site, EVENING])
    return page
