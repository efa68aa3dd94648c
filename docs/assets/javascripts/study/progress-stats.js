// Numbers for the progress page: the guide's cards, counted by the reader's results.
//
//   progressStats(deck, state)  -> {all: Row, plan, terms, personas, stages: Row[]}   in the order of the guide
//   next(rows, count)      -> Row[]     terms to read next: weak ones first, then due ones, then partly seen ones
//   exams(state, deck)     -> {key, time, right, of, seconds, choice}[]   the last first; each once
//   @typedef {{id, name, address?, all, seen, right, weak, due}} Row
//     all = right + weak + not seen; due: among those seen
//     plan: what a review asks today (due.js): due cards, at most one a day for each term
//
// The unit is a card of the deck: two for a term, one for a short answer or a question. Cards that the guide no longer
// has, and those that the reader set aside, do not count.
// Weak: the last try failed: rated "forgotten", answered wrong, or missed more key points than it had. Right: seen and
// not weak. Due: due today or earlier, or answered wrong since its last review.

import {isAbout} from "./relevance.js"
import {weak} from "./due.js"
import {dueDay} from "./memory.js"
import {planOf} from "./plan.js"

export function progressStats(deck, state) {
  const today = state.dayOf(state.now)
  const bad = new Set(weak(state, deck.cards).map(card => card.id))
  const cards = deck.cards.filter(card => !state.aside.has(card.id))
  const found = cards.map(card => {
    const day = state.missed.has(card.id) ? today : dueDay(state, card.id)
    return {card, seen: state.tries.has(card.id), weak: bad.has(card.id), due: day !== null && day <= today}
  })
  const rows = (list, fits) =>
    list.map(row =>
      count(
        row,
        found.filter(({card}) => fits(card, row.id)),
      ),
    )
  const named = map => [...map].map(([id, name]) => ({id, name}))
  return {
    all: count({id: "", name: "Everything"}, found),
    plan: planOf(deck, state, state),
    terms: rows([...deck.terms.values()], (card, id) => card.terms.includes(id)),
    personas: rows(named(deck.personas), (card, id) => isAbout(deck, card, "personas", id)),
    stages: rows(named(deck.stages), (card, id) => isAbout(deck, card, "stages", id)),
  }
}

function count({id, name, address}, found) {
  const of = test => found.filter(test).length
  const seen = of(one => one.seen)
  const weak = of(one => one.weak)
  return {id, name, address, all: found.length, seen, right: seen - weak, weak, due: of(one => one.due)}
}

export function next(rows, most) {
  const begun = rows.filter(row => row.weak || row.due)
  return begun.sort((one, other) => other.weak - one.weak || other.due - one.due).slice(0, most)
}

export function exams(state, deck) {
  const there = key => deck.questions.has(key) || deck.answers.has(key)
  const once = new Map(state.exams.map(exam => [exam.key, exam]))
  const shown = [...once.values()].map(({key, time, right, wrong, seconds, choice}) => {
    const good = right.filter(there).length
    return {key, time, right: good, of: good + wrong.filter(there).length, seconds, choice}
  })
  return shown.filter(exam => exam.of).reverse()
}
