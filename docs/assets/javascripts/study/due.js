// Which cards to show today, in which order, and when to come back. The review, home, and progress pages get their
// numbers from here through plan.js, so that they agree.
//
//   due(state, cards, {now, done, adds})  -> Plan = {due, missed, fresh, again, queue: Card[], held, done, next: number | null}
//     cards   in the order in which new ones are shown
//     done    ratings of today, which use up the daily limit: all of them by default
//     adds    whether new cards are shown: true by default
//     due     rated before and due by today, the weakest first. The daily limit hides only those that the reader
//             did not know three times in a row
//     missed  answered wrong on a quiz or exam since their last review; the oldest miss first
//     fresh   never rated, as many as the daily limit leaves
//     again   missed in today's review, to be asked again today
//     queue   due, missed and fresh in the order in which they are asked
//     held    number of cards that only the daily limit holds back today
//     next    the day (dayOf) of the next card after today; null if there is none
//   number(plan)              -> number             of cards to ask today
//   inWords(plan, joint)      -> string             "5 due, 2 missed, 13 new"; empty if there is no card to ask
//   missedInWords(plan)       -> string             "Practice your 12 missed questions"
//   weak(state, cards)        -> Card[]             those whose last try failed: rated, answered, or ticked
//   @typedef Card              of deck.js: {id, note, kind, others}
//
// Cards of one note give each other away, so only one of them is shown a day, and the others are due tomorrow.
// Cards of terms that learners confuse (`others`) follow each other. Questions join the deck once missed.
//
// Missed cards come after due cards, but always within the daily limit: a reader who stops at the limit has still been
// asked them. Cards that the reader did not know three times in a row fill the room that is left, the longest waiting
// first. Otherwise, a reader who knows few cards would have more to do every day.

import {DAY} from "./days.js"
import {dueDay, memoryOf} from "./memory.js"
import {recall} from "./scheduler.js"

const STUCK = 3

export function due(state, cards, {now, done = state.days.get(state.dayOf(now))?.reviews ?? 0, adds = true}) {
  const today = state.dayOf(now)
  const wrong = card => state.missed.has(card.id)
  const isRated = card => state.cards.has(card.id)
  const isAsked = card => isRated(card) || wrong(card) || card.kind !== "question"
  const asked = cards.filter(card => !state.aside.has(card.id) && isAsked(card))
  const isDone = ({id}) => state.cards.get(id)?.last === today || state.skipped.get(id) === today
  const shown = new Set(cards.filter(isDone).map(card => card.note))
  const once = card => !shown.has(card.note) && shown.add(card.note)
  const waiting = asked.filter(card => isRated(card) && !wrong(card) && dueDay(state, card.id) <= today)
  const ready = waiting.sort(byRecall(state, today)).filter(once)
  const missed = asked.filter(wrong).sort(byWait(state)).filter(once)
  const left = Math.max(0, state.settings.daily - done)
  const found = withRoom(state, ready, left - missed.length)
  const open = asked.filter(card => !isRated(card) && !wrong(card))
  const unseen = adds ? open.filter(once) : []
  const fresh = together(unseen.slice(0, Math.max(0, left - found.length - missed.length)))
  const more = adds && open.length > fresh.length
  const ordered = together(found)
  const early = Math.max(0, left - missed.length)
  return {
    due: ordered,
    missed,
    fresh,
    again: again(state, asked, today),
    queue: [...ordered.slice(0, early), ...missed, ...ordered.slice(early), ...fresh],
    held: ready.length - found.length + unseen.length - fresh.length,
    done,
    next: next(state, asked, more, today),
  }
}

// All due cards, but of those that the reader did not know three times in a row only as many as fit.
function withRoom(state, cards, room) {
  const ratings = ({id}) => state.cards.get(id).ratings.slice(-STUCK)
  const isStuck = card => ratings(card).length === STUCK && ratings(card).every(([rating]) => rating === 1)
  const last = ({id}) => state.cards.get(id).last
  const stuck = cards.filter(isStuck).sort((one, other) => last(one) - last(other))
  const waits = new Set(stuck.slice(Math.max(0, room - cards.length + stuck.length)))
  return cards.filter(card => !waits.has(card))
}

function byWait(state) {
  const place = new Map([...state.missed].map((id, index) => [id, index]))
  return (one, other) => place.get(one.id) - place.get(other.id)
}

function again(state, asked, today) {
  const order = [...state.again.keys()]
  const found = asked.filter(({id}) => state.again.get(id) === today && state.skipped.get(id) !== today)
  return found.sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id))
}

// Cards left out today, because of the limit or of another card of their note, come tomorrow.
function next(state, asked, more, today) {
  const dayOf = ({id}) => (state.missed.has(id) ? today : dueDay(state, id))
  const days = asked.map(dayOf).filter(day => day !== null)
  const first = days.reduce((one, other) => Math.min(one, Math.max(other, today + 1)), more ? today + 1 : Infinity)
  return first < Infinity ? first : null
}

export const number = ({due, missed, fresh, again}) => due.length + missed.length + fresh.length + again.length

export function inWords({due, missed, fresh, again}, joint = ", ") {
  const parts = [[due, "due"], [missed, "missed"], [fresh, "new"], [again, "to repeat"]]
  return parts.filter(([list]) => list.length).map(([list, word]) => `${list.length} ${word}`).join(joint)
}

export const missedInWords = ({missed}) =>
  missed.length === 1 ? "Practice the question you missed" : `Practice your ${missed.length} missed questions`

export const weak = (state, cards) => cards.filter(({id}) => state.tries.get(id) === false)

function byRecall(state, today) {
  const recalled = new Map()
  const of = ({id}) => recalled.get(id) ?? recalled.set(id, recall(memoryOf(state, id), today * DAY)).get(id)
  return (one, other) => of(one) - of(other) || (one.id < other.id ? -1 : 1)
}

// After each card, insert the cards that readers confuse with it.
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
