// Which cards to show today, in which order, and when to come back. The review page, the home page and the progress page
// all ask here, so that they say the same.
//
//   due(state, cards, {now})  -> Plan = {due, missed, fresh, again: Card[], done: number, next: number | null}
//     due     rated before and due by today, the weakest first; all of them, the daily limit does not hide what is due
//     missed  answered wrong, in a quiz or an exam, since they were last reviewed; all of them
//     fresh   never rated, in the order of the deck, as many as the daily limit leaves
//     again   missed in today's review, to be asked once more
//     done    ratings of today
//     next    the day, as dayOf counts, on which there is something to ask after today; null: there is nothing
//   number(plan)              -> number             of cards to ask today
//   inWords(plan, joint)      -> string             "5 due, 2 missed, 13 new"; empty where there is nothing to ask
//   weak(state, cards)        -> Card[]             whose last try went wrong: rated, answered or ticked
//   @typedef Card              of deck.js: {id, note, kind, others}
//
// Cards of one note give each other away: of a note's cards one is shown a day, the others are due tomorrow.
// Cards of terms that are confused (`others`) come one after the other. Questions join the deck when they were missed.

import {DAY} from "./days.js"
import {dueDay, memoryOf} from "./memory.js"
import {recall} from "./scheduler.js"

export function due(state, cards, {now}) {
  const today = state.dayOf(now)
  const wrong = card => state.missed.has(card.id)
  const isRated = card => state.cards.has(card.id)
  const asked = cards.filter(card => isRated(card) || wrong(card) || card.kind !== "question")
  const shown = new Set(asked.filter(({id}) => state.cards.get(id)?.last === today).map(card => card.note))
  const once = card => !shown.has(card.note) && shown.add(card.note)
  const waiting = asked.filter(card => isRated(card) && !wrong(card) && dueDay(state, card.id) <= today)
  const due = waiting.sort(byRecall(state, today)).filter(once)
  const missed = asked.filter(wrong).filter(once)
  const {reviews: done} = state.days.get(today) ?? {reviews: 0}
  const room = Math.max(0, state.settings.daily - done - due.length - missed.length)
  const open = asked.filter(card => !isRated(card) && !wrong(card))
  const fresh = open.filter(once).slice(0, room)
  const again = asked.filter(({id}) => state.again.get(id) === today)
  const order = [...state.again.keys()]
  again.sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id))
  const left = open.length > fresh.length
  return {due: together(due), missed, fresh: together(fresh), again, done, next: next(state, asked, left, today)}
}

// What is not asked today for the limit, or for a card of the same note, is asked tomorrow.
function next(state, asked, left, today) {
  const dayOf = ({id}) => (state.missed.has(id) ? today : dueDay(state, id))
  const days = asked.map(dayOf).filter(day => day !== null)
  const first = days.reduce((one, other) => Math.min(one, Math.max(other, today + 1)), left ? today + 1 : Infinity)
  return first < Infinity ? first : null
}

export const number = ({due, missed, fresh, again}) => due.length + missed.length + fresh.length + again.length

export function inWords({due, missed, fresh, again}, joint = ", ") {
  const parts = [[due, "due"], [missed, "missed"], [fresh, "new"], [again, "once more"]]
  return parts.filter(([list]) => list.length).map(([list, word]) => `${list.length} ${word}`).join(joint)
}

export const weak = (state, cards) => cards.filter(({id}) => state.tries.get(id) === false)

function byRecall(state, today) {
  const recalled = new Map()
  const of = ({id}) => recalled.get(id) ?? recalled.set(id, recall(memoryOf(state, id), today * DAY)).get(id)
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
