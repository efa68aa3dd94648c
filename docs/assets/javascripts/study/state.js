// Rows of events folded into what is known about the reader. Maps, so that no id means anything to the language.
//
//   fold(rows, {now, dayOf})  -> State
//   step(state, row)          -> State       the same object; the row is not older than any before it
//   dayOf(time)               -> number      the local calendar day, counted from 1 January 1970
//
// @typedef {{
//   cards: Map<string, Memory & {reviews: number, lapses: number, rating: number}>,  by card id; Memory: scheduler.js
//   questions: Map<string, {times: number, right: number, last: boolean, time: number, chosen: string[]}>,
//   answers: Map<string, {time: number, had: string[], missed: string[]}[]>,  of answers and prompts, oldest first
//   drafts: Map<string, {text: string, time: number}>,                        none that is empty
//   exams: {key: string, time: number, right: string[], wrong: string[], seconds: number, choice: string}[],
//   read: Map<string, number>,                                                when pages and terms were done
//   settings: {daily: number, exam: number|null, retention: number},          exam: a day as dayOf counts
//   days: Map<number, {reviews: number, fresh: number}>,                      rated on a day; fresh: for the first time
//   latest: number, now: number, dayOf: function
// }} State
//
// Days of the calendar are counted where the reader is now, for the past too: from any place on earth a card that was
// rated is due at least one calendar day later, so that no journey and no summer time makes it due twice.
// A row from the future (the clock was wrong, or is) is taken to be a year old, before all others: at its own time it
// would keep its card away for years, and at the present it would do so anew each day.

import {ID, KEY, KIND, TIME, VALUE} from "./events.js"
import {DAY, review} from "./scheduler.js"

export function dayOf(time) {
  const date = new Date(time)
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY
}

export const SETTINGS = Object.freeze({daily: 20, exam: null, retention: 0.9})

export function fold(rows, {now, dayOf: calendar = dayOf}) {
  const state = {
    cards: new Map(),
    questions: new Map(),
    answers: new Map(),
    drafts: new Map(),
    exams: [],
    read: new Map(),
    settings: {...SETTINGS},
    days: new Map(),
    latest: 0,
    now,
    dayOf: remembering(calendar),
  }
  for (const row of inOrder(rows, now)) step(state, row)
  return state
}

export function step(state, row) {
  const time = timeOf(row, state.now)
  state.latest = Math.max(state.latest, time)
  STEPS[row[KIND]](state, row[KEY], time, row[VALUE], row[VALUE + 1], row)
  return state
}

const ahead = (row, now) => row[TIME] > now + 31 * DAY

const timeOf = (row, now) => (ahead(row, now) ? now - 365 * DAY : row[TIME])

const STEPS = {
  __proto__: null,
  rated(state, key, time, rating) {
    const card = state.cards.get(key) ?? null
    const day = state.dayOf(time)
    const memory = review(card, rating, day * DAY, {retention: state.settings.retention})
    memory.reviews = (card?.reviews ?? 0) + 1
    memory.lapses = (card?.lapses ?? 0) + (card && rating === 1 ? 1 : 0)
    memory.rating = rating
    state.cards.set(key, memory)
    const done = state.days.get(day) ?? {reviews: 0, fresh: 0}
    done.reviews += 1
    if (!card) done.fresh += 1
    state.days.set(day, done)
  },
  answered(state, key, time, right, chosen) {
    const before = state.questions.get(key) ?? {times: 0, right: 0}
    const rights = before.right + (right ? 1 : 0)
    state.questions.set(key, {times: before.times + 1, right: rights, last: right, time, chosen})
  },
  ticked(state, key, time, had, missed) {
    state.answers.set(key, [...(state.answers.get(key) ?? []), {time, had, missed}])
  },
  drafted(state, key, time, text) {
    if (text) state.drafts.set(key, {text, time})
    else state.drafts.delete(key)
  },
  finished(state, key, time, right, wrong, row) {
    state.exams.push({key, time, right, wrong, seconds: row[VALUE + 2], choice: row[VALUE + 3]})
  },
  read(state, key, time, done) {
    if (done) state.read.set(key, time)
    else state.read.delete(key)
  },
  set(state, key, time, value) {
    const name = key.slice("setting:".length)
    if (Object.hasOwn(SETTINGS, name)) state.settings[name] = CHECKS[name](value) ?? SETTINGS[name]
  },
}

// A value of a setting, or nothing where it is none. The exam is kept as "2026-12-31".
const CHECKS = {
  __proto__: null,
  daily: value => (Number.isInteger(value) && value >= 1 && value <= 9999 ? value : null),
  retention: value => (typeof value === "number" && value >= 0.7 && value <= 0.97 ? value : null),
  exam: value => {
    const date = typeof value === "string" ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) : null
    const time = date ? Date.UTC(date[1], date[2] - 1, date[3]) : NaN
    return date && new Date(time).toISOString().startsWith(value) ? time / DAY : null
  },
}

function inOrder(rows, now) {
  const at = row => (ahead(row, now) ? 0 : row[TIME])
  let before = 0
  if (rows.every(row => before <= (before = at(row)))) return rows
  const name = row => row[ID]
  return [...rows].sort((one, other) => at(one) - at(other) || (name(one) < name(other) ? -1 : 1))
}

// Most rows share the day of the row before: asking the calendar for each would cost more than all the rest.
function remembering(calendar) {
  let from = Infinity
  let to = -Infinity
  let day = 0
  return time => {
    if (time < from || time > to) {
      day = calendar(time)
      from = to = time
      const wider = [time - DAY / 8, time + DAY / 8]
      if (calendar(wider[0]) === day) from = wider[0]
      if (calendar(wider[1]) === day) to = wider[1]
    }
    return day
  }
}
