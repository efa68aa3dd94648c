// The reader's state, folded from rows of events. It uses Maps, so that no id clashes with a property of an object.
//
//   fold(rows, {now, own, dayOf})  -> State      own: the tokens of this device (order.js)
//   step(state, row)          -> State       changes and returns `state`; the row must not be older than any before it,
//                                            and its kind must not be one of REFOLDS
//   REFOLDS                                  kinds of rows after which all rows are folded again
//
// @typedef {{
//   cards: Map<string, {reviews: number, rating: number, last: number, ratings: [rating, day][]}>,  by card id; rating
//                                                 and last: the last rating and its day; memory.js computes the rest
//   questions: Map<string, {times: number, right: number, last: boolean, time: number, chosen: string[]}>,
//   answers: Map<string, {time: number, had: string[], missed: string[]}[]>,  of answers and prompts, oldest first
//   tries: Map<string, boolean>,                  by card, question, and answer: whether the last try succeeded
//   missed: Set<string>,                          questions and answers missed since their last review, the oldest miss
//                                                 first
//   again: Map<string, number>,                   cards to ask again, each with the day on which it was missed
//   drafts: Map<string, {text: string, time: number}>,                        none that is empty
//   offers: Map<string, Offer[]>,                 by key, what an import had in another version (import.js)
//   exams: {key: string, time: number, right: string[], wrong: string[], seconds: number, choice: string}[],
//   skipped: Map<string, number>,                 cards, each with the day on which it is not asked
//   aside: Set<string>,                           cards not asked until the reader takes them back; the latest is last
//   read: Map<string, number>,                                                when pages and terms were done
//   settings: {daily: number, exam: number|null, covers: string, retention: number, daybreak: number},
//                                                 exam: a day as dayOf counts; covers: what it is about, as scope.js
//                                                 writes it; daybreak: the hour at which a day begins
//   days: Map<number, {reviews: number, fresh: number}>,                      rated on a day; fresh: for the first time
//   latest: number, now: number, dayOf: function
// }} State
// @typedef {{key: string, from: string, written: number, value: unknown}} Offer
//
// All days, past ones included, are counted in the reader's current time zone. A rated card is due at least one
// calendar day later there, so neither travel nor daylight saving time makes it due twice. A day begins at 4:00 a.m.
// unless the reader sets another hour, so that studying past midnight counts as one day.

import {DAY, dayOf, remembering} from "./days.js"
import {ID, KEY, KIND, TIME, VALUE} from "./events.js"
import {inOrder} from "./order.js"

export const SETTINGS = Object.freeze({daily: 20, exam: null, covers: "", retention: 0.9, daybreak: 4})

export const REFOLDS = new Set(["set", "undone"])

export function fold(rows, {now, own, dayOf: calendar = dayOf}) {
  const settings = {...SETTINGS}
  for (const row of rows) if (row[KIND] === "set") set(settings, row)
  const undone = new Set(rows.filter(row => row[KIND] === "undone").map(row => row[VALUE]))
  const state = {
    cards: new Map(),
    questions: new Map(),
    answers: new Map(),
    tries: new Map(),
    missed: new Set(),
    again: new Map(),
    drafts: new Map(),
    offers: new Map(),
    exams: [],
    skipped: new Map(),
    aside: new Set(),
    read: new Map(),
    settings,
    days: new Map(),
    latest: 0,
    now,
    dayOf: remembering(time => calendar(time, settings.daybreak)),
  }
  for (const {row, time} of inOrder(rows, now, own)) if (!undone.has(row[ID])) take(state, row, time)
  return state
}

export const step = (state, row) => take(state, row, row[TIME])

function take(state, row, time) {
  state.latest = Math.max(state.latest, time)
  STEPS[row[KIND]](state, row[KEY], time, row[VALUE], row[VALUE + 1], row)
  return state
}

const STEPS = {
  __proto__: null,
  rated(state, key, time, rating) {
    const day = state.dayOf(time)
    const {ratings} = state.cards.get(key) ?? {ratings: []}
    ratings.push([rating, day])
    state.cards.set(key, {reviews: ratings.length, rating, last: day, ratings})
    state.tries.set(key, rating > 1)
    state.missed.delete(key)
    state.again.delete(key)
    if (rating === 1) state.again.set(key, day)
    const {reviews, fresh} = state.days.get(day) ?? {reviews: 0, fresh: 0}
    state.days.set(day, {reviews: reviews + 1, fresh: fresh + (ratings.length === 1 ? 1 : 0)})
  },
  repeated(state, key, time, known) {
    const day = state.again.get(key)
    if (day !== state.dayOf(time)) return
    state.again.delete(key)
    if (!known) state.again.set(key, day)
  },
  answered(state, key, time, right, chosen) {
    const before = state.questions.get(key) ?? {times: 0, right: 0}
    const rights = before.right + (right ? 1 : 0)
    state.questions.set(key, {times: before.times + 1, right: rights, last: right, time, chosen})
    tried(state, key, right)
  },
  ticked(state, key, time, had, missed) {
    state.answers.set(key, [...(state.answers.get(key) ?? []), {time, had, missed}])
    tried(state, key, had.length >= missed.length)
  },
  drafted(state, key, time, text) {
    if (text) state.drafts.set(key, {text, time})
    else state.drafts.delete(key)
  },
  offered(state, key, time, from, written, row) {
    const [value, open] = row.slice(VALUE + 2)
    const others = (state.offers.get(key) ?? []).filter(offer => offer.from !== from)
    state.offers.set(key, open ? [...others, {key, from, written, value}] : others)
  },
  finished(state, key, time, right, wrong, row) {
    state.exams.push({key, time, right, wrong, seconds: row[VALUE + 2], choice: row[VALUE + 3]})
  },
  read(state, key, time, done) {
    if (done) state.read.set(key, time)
    else state.read.delete(key)
  },
  skipped(state, key, time, is) {
    if (is) state.skipped.set(key, state.dayOf(time))
    else state.skipped.delete(key)
  },
  aside(state, key, time, is) {
    state.aside[is ? "add" : "delete"](key)
  },
  undone() {}, // fold() applies these rows first
  set() {}, // fold() applies these rows first
}

function tried(state, key, well) {
  state.tries.set(key, well)
  state.missed[well ? "delete" : "add"](key)
}

function set(settings, row) {
  const name = row[KEY].slice("setting:".length)
  if (Object.hasOwn(SETTINGS, name)) settings[name] = CHECKS[name](row[VALUE]) ?? SETTINGS[name]
}

// A value of a setting, or null if it is not valid. The exam is stored as "2026-12-31".
const CHECKS = {
  __proto__: null,
  daily: value => (Number.isInteger(value) && value >= 1 && value <= 9999 ? value : null),
  retention: value => (typeof value === "number" && value >= 0.7 && value <= 0.97 ? value : null),
  daybreak: value => (Number.isInteger(value) && value >= 0 && value <= 11 ? value : null),
  covers: value => (typeof value === "string" && value.length <= 200 ? value : null),
  exam: value => {
    const date = typeof value === "string" ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) : null
    const time = date ? Date.UTC(date[1], date[2] - 1, date[3]) : NaN
    return date && new Date(time).toISOString().startsWith(value) ? time / DAY : null
  },
}
