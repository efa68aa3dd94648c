// A plan up to the exam: how many cards a day it takes to see each card once, and what the current limit leaves out.
//
//   examPlan(deck, state, now)  -> ExamPlan | null    null without an exam ahead
//
// @typedef {{days, all, unseen: Card[], daily: number | null, left: number}} ExamPlan
//   days: from today to the day before the exam; all: number of cards that the exam's scope needs, seen or not; unseen:
//   cards that the current daily limit leaves unseen by the exam, the least asked last; daily: the lowest limit that
//   leaves the fewest cards unseen, null if the current one does; left: the number of cards that this limit leaves
//
// The days are simulated with the plan of the review page, so that reviews use up part of each day. In the simulation,
// the reader does not know every fourth card. A card counts only if the exam asks it or its terms.

import {DAY} from "./days.js"
import {byExam, planOf} from "./plan.js"
import {step} from "./state.js"

const MOST_DAYS = 200 // limit of the simulation, which would take seconds for an exam years away
const MISSES = 4

export function examPlan(deck, state, now) {
  const {exam, covers, daily} = state.settings
  const days = exam === null ? 0 : exam - state.dayOf(now)
  if (days <= 0) return null
  const isCounted = ({card, needed}) => needed && card.kind !== "question" && !state.aside.has(card.id)
  const cards = byExam(deck, deck.cards, covers).filter(isCounted).map(({card}) => card)
  const unseenWith = limit => played(deck, state, {cards, limit, now, days})
  const unseen = unseenWith(daily)
  const most = cards.length + state.cards.size + state.missed.size
  const left = unseen.length ? unseenWith(daily + most).length : 0
  const isEnough = limit => unseenWith(limit).length <= left
  const better = left < unseen.length ? lowest(daily, daily + most, isEnough) : null
  return {days, all: cards.length, unseen, daily: better, left}
}

// The lowest number above `low` for which isEnough is true. It is true for `high`.
function lowest(low, high, isEnough) {
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (isEnough(middle)) high = middle
    else low = middle
  }
  return high
}

// The cards that are still unseen after each day's ratings, up to the limit or to the number of due cards.
function played(deck, state, {cards, limit, now, days}) {
  const own = copyOf(state, limit)
  const open = () => cards.filter(({id}) => !own.tries.has(id))
  for (let day = 0; day < Math.min(days, MOST_DAYS) && open().length; day++) {
    const time = now + day * DAY
    for (const [index, card] of planOf(deck, own, {now: time}).queue.entries())
      step(own, ["", time, "rated", card.id, index % MISSES === MISSES - 1 ? 1 : 3])
  }
  return open()
}

// Copies of the values that step() changes.
function copyOf(state, daily) {
  const cards = [...state.cards].map(([id, card]) => [id, {...card, ratings: [...card.ratings]}])
  const maps = Object.fromEntries(["tries", "again", "days"].map(name => [name, new Map(state[name])]))
  return {...state, ...maps, cards: new Map(cards), missed: new Set(state.missed), settings: {...state.settings, daily}}
}
