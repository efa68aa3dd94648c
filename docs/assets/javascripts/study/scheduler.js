// When a card is due again: FSRS-6 with its published default parameters, no fuzz, no minutes.
//
//   review(card, rating, time, options)  -> Memory   the card after a rating; its argument does not change
//   recall(card, time)                   -> number   the probability, 0 to 1, that it would be remembered
//   dueBefore(memory, exam, spread)      -> number   when it is due if there is an exam
//   RATINGS
//
// @typedef {{stability: number, difficulty: number, last: number, due: number, interval: number}} Memory
//   stability in days, difficulty 1 to 10, last and due as times, interval in whole days: due = last + interval days
// @param {Memory|null} card   null for a card that was never rated
// @param {1|2|3|4} rating     again, hard, good, easy
// @param {number} time        milliseconds; only whole days between two times count. log.js gives the midnight of the
//                             reader's calendar day, so that a card rated late yesterday is due this evening.
// @param {{retention?: number, exam?: number|null, spread?: number}} options
//   retention 0.9 by default; exam: the time of the exam's day. A card that would be due after it is due once more,
//   `spread` days before its eve: with different numbers, not all cards are due on the last day.
// @throws {RangeError} for an invalid rating and a time that is not a number
//
// The due days equal those of ts-fsrs 5.4 with enable_short_term and enable_fuzz off: each rating waits at least a day
// longer than the rating below it. The default steps of one and ten minutes there suit one long session. A reader who
// studies on three evenings learns more from one success a day on several days (Vaughn et al. 2016), so the shortest
// interval is a day. The page may ask a missed card again on the same evening.

import {DAY} from "./days.js"

export const RATINGS = Object.freeze({again: 1, hard: 2, good: 3, easy: 4})

const W = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
  0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
]
const DECAY = -W[20]
const FACTOR = 0.9 ** (1 / DECAY) - 1
const EASE = Math.exp(W[8])
const LEAST_STABILITY = 0.001
const LONGEST = 36_500

export function review(card, rating, time, {retention = 0.9, exam = null, spread = 0} = {}) {
  if (!(Number.isInteger(rating) && rating >= 1 && rating <= 4)) throw new RangeError(`${rating} is no rating, 1 to 4`)
  if (!Number.isFinite(time)) throw new RangeError("a time is a number of milliseconds")
  const stabilities = [1, 2, 3, 4].map(each => (card ? nextStability(card, each, time) : W[each - 1]))
  const stability = stabilities[rating - 1]
  const difficulty = card ? nextDifficulty(card.difficulty, rating) : within(firstDifficulty(rating))
  const interval = apart(stabilities.map(each => daysUntil(retention, each)))[rating - 1]
  const memory = {stability, difficulty, last: time, due: time + interval * DAY, interval}
  if (exam === null) return memory
  const due = dueBefore(memory, exam, spread)
  return {...memory, due, interval: Math.round((due - time) / DAY)}
}

// A better rating waits at least a day longer, even if the formula gives the same interval for both.
function apart([again, hard, good, easy]) {
  const first = Math.min(again, hard)
  const second = Math.max(hard, first + 1)
  const third = Math.max(good, second + 1)
  return [first, second, third, Math.max(easy, third + 1)]
}

export function recall(card, time) {
  return (1 + (FACTOR * Math.max(0, daysBetween(card.last, time))) / card.stability) ** DECAY
}

// A card that is not due before the exam is due once more, `spread` days before its eve. A card that was rated on that
// day or later keeps its due day, or it would come back on every day that is left.
export function dueBefore({last, due}, exam, spread = 0) {
  const eve = exam - DAY
  const once = eve - spread * DAY
  return due <= eve || last >= once ? due : once
}

const daysBetween = (earlier, later) => Math.floor((later - earlier) / DAY)

function daysUntil(retention, stability) {
  return Math.min(Math.max(Math.round((stability / FACTOR) * (retention ** (1 / DECAY) - 1)), 1), LONGEST)
}

const within = difficulty => Math.min(Math.max(difficulty, 1), 10)

const firstDifficulty = rating => W[4] - Math.exp(W[5] * (rating - 1)) + 1

const EASIEST = firstDifficulty(4)

function nextDifficulty(difficulty, rating) {
  const damped = difficulty + ((10 - difficulty) * -W[6] * (rating - 3)) / 9
  return within(W[7] * EASIEST + (1 - W[7]) * damped)
}

function nextStability(card, rating, time) {
  const recalled = recall(card, time)
  const stability = rating === 1 ? forgotten(card, recalled) : remembered(card, rating, recalled)
  return Math.min(Math.max(stability, LEAST_STABILITY), LONGEST)
}

function forgotten({stability, difficulty}, recalled) {
  const long = W[11] * difficulty ** -W[12] * ((stability + 1) ** W[13] - 1) * Math.exp((1 - recalled) * W[14])
  return Math.min(long, stability)
}

function remembered({stability, difficulty}, rating, recalled) {
  const ease = rating === 2 ? W[15] : rating === 4 ? W[16] : 1
  const gain = EASE * (11 - difficulty) * stability ** -W[9] * Math.expm1((1 - recalled) * W[10])
  return stability * (1 + gain * ease)
}
