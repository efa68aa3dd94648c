// The memory state of a card: the scheduler's result for its ratings.
//
//   memoryOf(state, id)           -> Memory | null     of scheduler.js; null for a card never rated
//   dueDay(state, id)             -> number | null     the day (dayOf) on which a card is due, the exam included
//   dueAfter(state, id, rating, day)  -> number        the due day if the reader gives this rating on that day

import {DAY} from "./days.js"
import {dueBefore, review} from "./scheduler.js"

const SPREAD = 7
const known = new WeakMap() // cache by a card's list of ratings, to which ratings are only added

export function memoryOf(state, id) {
  const ratings = state.cards.get(id)?.ratings
  if (!ratings) return null
  const {retention} = state.settings
  let found = known.get(ratings)
  if (found?.retention !== retention) known.set(ratings, (found = {retention, memory: null, taken: 0}))
  for (; found.taken < ratings.length; found.taken++) {
    const [rating, day] = ratings[found.taken]
    found.memory = review(found.memory, rating, day * DAY, {retention})
  }
  return found.memory
}

export function dueDay(state, id) {
  const memory = memoryOf(state, id)
  return memory && dueOf(memory, state.settings.exam, id)
}

export function dueAfter(state, id, rating, day) {
  const {retention, exam} = state.settings
  return dueOf(review(memoryOf(state, id), rating, day * DAY, {retention}), exam, id)
}

const dueOf = (memory, exam, id) => (exam === null ? memory.due : dueBefore(memory, exam * DAY, spread(id))) / DAY

// Spread cards over the days before an exam, so that not all of them are due on the last day.
function spread(id) {
  let hash = 0
  for (let index = 0; index < id.length; index++) hash = (hash * 31 + id.charCodeAt(index)) % 9973
  return hash % SPREAD
}
