// Which cards to show today, in which order, and when to come back.
//
//   due(state, cards, {now})  -> {due: Card[], fresh: Card[], done: number, next: number | null}
//     due    rated before and due by today, the weakest first; all of them, the daily limit does not hide what is due
//     fresh  never rated, in the order of the deck, as many as the daily limit leaves: daily - rated today - due
//     done   ratings of today
//     next   the day, as dayOf counts, on which the next card is due after today; null: none was ever rated
//   dueDay(state, id)         -> number | null     the day on which a card is due, with the exam; null: never rated
//   weak(state, cards)        -> Card[]            forgotten in their last rating or answered wrong last
//   @typedef Card              of deck.js: {id, note, kind, others}
//
// Cards of one note give each other away: of a note's cards one is shown a day, the others are due tomorrow.
// Cards of terms that are confused (`others`) come one after the other. Questions join the deck when they were missed.

import {DAY, dueBefore, recall} from "./scheduler.js"

const SPREAD = 7

export function due(state, cards, {now}) {
  const today = state.dayOf(now)
  const asked = cards.filter(card => state.cards.has(card.id) || card.kind !== "question" || missed(state, card.id))
  const shown = new Set(asked.filter(card => lastDay(state, card.id) === today).map(card => card.note))
  const once = card => !shown.has(card.note) && shown.add(card.note)
  const rated = asked.filter(card => state.cards.has(card.id))
  const waiting = rated.filter(card => dueDay(state, card.id) <= today).sort(byRecall(state, today)).filter(once)
  const {reviews: done} = state.days.get(today) ?? {reviews: 0}
  const room = Math.max(0, state.settings.daily - done - waiting.length)
  const fresh = asked.filter(card => !state.cards.has(card.id)).filter(once).slice(0, room)
  const later = rated.map(card => Math.max(dueDay(state, card.id), today + 1))
  const next = later.reduce((one, other) => Math.min(one, other), Infinity)
  return {due: together(waiting), fresh: together(fresh), done, next: next < Infinity ? next : null}
}

export function dueDay(state, id) {
  const card = state.cards.get(id)
  if (!card) return null
  const {exam} = state.settings
  return (exam === null ? card.due : dueBefore(card, exam * DAY, spread(id))) / DAY
}

export function weak(state, cards) {
  return cards.filter(({id}) => state.cards.get(id)?.rating === 1 || missed(state, id))
}

const missed = (state, id) => state.questions.get(id)?.last === false

const lastDay = (state, id) => (state.cards.has(id) ? state.cards.get(id).last / DAY : null)

function byRecall(state, today) {
  const recalled = new Map()
  const of = ({id}) => recalled.get(id) ?? recalled.set(id, recall(state.cards.get(id), today * DAY)).get(id)
  return (one, other) => of(one) - of(other) || (one.id < other.id ? -1 : 1)
}

// Each card, where it first comes, brings those that it is confused with to stand behind it.
function together(cards) {
  const open = new Map(cards.map(card => [card.note, card]))
  const order = []
  for (const card of cards) {
    if (!open.has(card.note)) continue
    for (const note of [card.note, ...card.others]) {
      if (open.has(note)) order.push(open.get(note))
      open.delete(note)
    }
  }
  return order
}

// So that before an exam not everything falls on its eve.
function spread(id) {
  let hash = 0
  for (let index = 0; index < id.length; index++) hash = (hash * 31 + id.charCodeAt(index)) % 9973
  return hash % SPREAD
}
