// The practice exam: its questions, its answers, its grading. Values in, values out.
//
//   pool(deck, {persona, stage})                  -> Item[]    all that fit; "" for any
//   begin(deck, choice, {now, seed})              -> Exam      choice: {persona, stage, number, minutes: number | null}
//   random(seed)                                  -> () => number, 0 to 1: the same for the same seed
//   options(exam, item)                           -> [html, right][] of a question in the order of this exam
//   give(exam, key, values), tick(...)            -> Exam      what was chosen or typed; the ids of key points had
//   end(exam, now), finish(exam)                  -> Exam      handed in; completely graded
//   join(one, other)                              -> Exam      combines the exam of two tabs: the later of each answer
//   left(exam, now), used(exam, now)              -> seconds   left: null without a limit
//   step(exam, deck)                              -> "sit" | "tick" | "done"
//   mark(exam, deck, textOf)                      -> Mark[]    textOf(html): its text, as the reader chose it
//   byTerm(marks, deck), byPersona(marks, deck)   -> {id, name, address, points, of}[]   the weakest first
//   asked(exam, deck), toTick(exam, deck)         -> Item[]    all items of the exam; its short answers with text
//   unanswered(exam, deck)                        -> Item[]    items without an answer or with an empty blank
//   given(exam, key), had(exam, item)             -> string[]  the options or texts given; ids of the ticked points
//   write(exam), read(text)                       -> the text of a `drafted` event, and back; null if it is invalid
//
// @typedef {{seed, keys: string[], persona, stage, minutes, started, ended: number|null, finished: boolean,
//   given: Map<key, {values: string[], turn}>, ticked: Map<key, {values: string[], turn}>}} Exam
// @typedef {{item, given: string[], points: number, right: boolean, empty: boolean}} Mark   points: 0 to 1
//
// Points. One right option: 1 or 0. Several: (right options chosen - wrong options chosen) / right options, at least 0.
// Blanks and key points: the right ones / all.
// Turns. Each answer gets a higher number than all earlier ones in this exam, so the later of two tabs' answers has the
// higher number, whatever their clocks say. (Until November 2026, the number was a time in milliseconds; new ones go on
// from there.) A question that is no longer in the deck stays in the exam's keys, but is neither asked nor marked.

import {isAbout} from "./relevance.js"
import {isAnswer} from "./typed-answer.js"

const VERSION = 1
const TURNS = ["single", "several", "answer", "single", "blank"] // without turns, one in twenty would be a short answer

export function pool(deck, {persona, stage}) {
  const fits = item =>
    (!persona || isAbout(deck, item, "personas", persona)) && (!stage || isAbout(deck, item, "stages", stage))
  return [...deck.answers.values(), ...deck.questions.values()].filter(fits)
}

export function begin(deck, choice, {now, seed}) {
  const {persona, stage, number, minutes} = choice
  const next = random(seed)
  const open = new Map(TURNS.map(kind => [kind, []]))
  for (const item of shuffled(pool(deck, choice), next)) open.get(item.kind ?? "answer").push(item.key)
  const keys = []
  for (let turn = 0; keys.length < number && [...open.values()].some(list => list.length); turn++) {
    const key = open.get(TURNS[turn % TURNS.length]).pop()
    if (key) keys.push(key)
  }
  const none = {ended: null, finished: false, given: new Map(), ticked: new Map()}
  return {seed, keys: shuffled(keys, next), persona, stage, minutes, started: now, ...none}
}

// mulberry32: github.com/cprosche/mulberry32
export function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}

function shuffled(list, next) {
  const left = [...list]
  return list.map(() => left.splice(Math.floor(next() * left.length), 1)[0])
}

export function options(exam, item) {
  const own = [...item.key].reduce((sum, sign) => (Math.imul(sum, 31) + sign.codePointAt(0)) | 0, exam.seed)
  return shuffled(item.options, random(own))
}

export const give = (exam, key, values) => ({...exam, given: new Map(exam.given).set(key, {values, turn: nextTurn(exam)})})

export const tick = (exam, key, values) => ({
  ...exam,
  ticked: new Map(exam.ticked).set(key, {values, turn: nextTurn(exam)}),
})

const nextTurn = exam => 1 + Math.max(0, ...[...exam.given.values(), ...exam.ticked.values()].map(({turn}) => turn))

export const end = (exam, now) => ({...exam, ended: exam.ended ?? exam.started + used(exam, now) * 1000})

export const finish = exam => ({...exam, finished: true})

export function join(one, other) {
  const later = (mine, theirs) => {
    const both = new Map(mine)
    for (const [key, value] of theirs) if (!both.has(key) || isLater(value, both.get(key))) both.set(key, value)
    return both
  }
  return {
    ...one,
    ended: one.ended && other.ended ? Math.min(one.ended, other.ended) : (one.ended ?? other.ended),
    finished: one.finished || other.finished,
    given: later(one.given, other.given),
    ticked: later(one.ticked, other.ticked),
  }
}

// Both tabs must choose the same of two answers with the same number: an answer with text before an empty one.
const isLater = (one, other) => one.turn > other.turn || (one.turn === other.turn && `${one.values}` > `${other.values}`)

export function used(exam, now) {
  const seconds = Math.max(0, Math.floor(((exam.ended ?? now) - exam.started) / 1000))
  return exam.minutes === null ? seconds : Math.min(seconds, exam.minutes * 60)
}

export const left = (exam, now) => (exam.minutes === null ? null : exam.minutes * 60 - used(exam, now))

export const asked = (exam, deck) =>
  exam.keys.map(key => deck.questions.get(key) ?? deck.answers.get(key)).filter(Boolean)

export const given = (exam, key) => exam.given.get(key)?.values ?? []

export const isEmpty = values => values.every(value => !value.trim())

export const unanswered = (exam, deck) => asked(exam, deck).filter(item => !isAnswered(item, given(exam, item.key)))

const isAnswered = (item, values) =>
  item.kind === "blank" ? item.blanks.every((_, index) => !isEmpty([values[index] ?? ""])) : !isEmpty(values)

// The short answers with text, which the reader grades.
export const toTick = (exam, deck) => asked(exam, deck).filter(item => item.points && !isEmpty(given(exam, item.key)))

export function step(exam, deck) {
  if (exam.ended === null) return "sit"
  return exam.finished || !toTick(exam, deck).length ? "done" : "tick"
}

export function mark(exam, deck, textOf) {
  return asked(exam, deck).map(item => {
    const values = given(exam, item.key)
    const empty = isEmpty(values)
    const points = empty
      ? 0
      : item.points
        ? share(item.points.length, had(exam, item).length)
        : pointsOf(item, values, textOf)
    return {item, given: values, points, right: points === 1, empty}
  })
}

// Ids of the ticked key points that the deck still has.
export function had(exam, item) {
  const values = exam.ticked.get(item.key)?.values ?? []
  return item.points.map(([id]) => id).filter(id => values.includes(id))
}

function pointsOf(item, values, textOf) {
  if (item.kind === "blank")
    return share(item.blanks.length, item.blanks.filter((blank, index) => isAnswer(blank, values[index])).length)
  const right = item.options.filter(([, is]) => is).map(([html]) => textOf(html))
  const found = values.filter(value => right.includes(value)).length
  const wrong = values.length - found
  return item.kind === "single" ? Number(found === 1 && !wrong) : Math.max(0, share(right.length, found - wrong))
}

const share = (all, some) => (all ? some / all : 0)

export const byTerm = (marks, deck) =>
  ranked([...deck.terms.values()], marks, (item, term) => item.terms.includes(term.id))

export const byPersona = (marks, deck) =>
  ranked(
    [...deck.personas].map(([id, name]) => ({id, name})),
    marks,
    (item, {id}) => isAbout(deck, item, "personas", id),
  )

function ranked(rows, marks, about) {
  const sum = row => {
    const own = marks.filter(({item}) => about(item, row))
    return {...row, points: own.reduce((all, {points}) => all + points, 0), of: own.length}
  }
  const lost = row => row.of - row.points
  return rows
    .map(sum)
    .filter(row => row.of)
    .sort((one, other) => lost(other) - lost(one) || other.of - one.of)
}

export function write(exam) {
  const values = map => [...map].map(([key, {values, turn}]) => [key, values, turn]).sort()
  return JSON.stringify({version: VERSION, ...exam, given: values(exam.given), ticked: values(exam.ticked)})
}

export function read(text) {
  let found = null
  try {
    found = JSON.parse(text)
  } catch {
    return null
  }
  return isExam(found) ? {...found, given: mapOf(found.given), ticked: mapOf(found.ticked)} : null
}

// The text of an imported draft may be anything.
function isExam(found) {
  const string = value => typeof value === "string"
  const strings = value => Array.isArray(value) && value.every(string)
  const time = Number.isFinite
  const turn = Number.isSafeInteger
  const rows = value =>
    Array.isArray(value) && value.every(row => Array.isArray(row) && string(row[0]) && strings(row[1]) && turn(row[2]))
  if (found?.version !== VERSION || !Number.isInteger(found.seed) || !strings(found.keys) || !time(found.started))
    return false
  if (!(found.minutes === null || (time(found.minutes) && found.minutes > 0))) return false
  if (!(found.ended === null || time(found.ended)) || typeof found.finished !== "boolean") return false
  return string(found.persona) && string(found.stage) && rows(found.given) && rows(found.ticked)
}

const mapOf = rows => new Map(rows.map(([key, values, turn]) => [key, {values, turn}]))
