// What the reader did, one event a row, and how rows are read and written. A row that is not exactly so is none.
//
//   [id, time, kind, key, ...values]      id: "tab-count"; time: milliseconds; key: "what:id of the guide"
//
//   kind      key                        values
//   answered  question:csv-layout        right: boolean, chosen: string[] (the texts of options, or what was typed)
//   rated     term:lineage:name (a card) rating: 1 | 2 | 3 | 4
//   ticked    answer:why, prompt:page    had: string[], missed: string[] (ids of key points or criteria: see deck.js)
//   drafted   answer:, prompt:, exam:    text: string, "" for none; the last of a key counts
//   finished  exam:any-id                right: key[], wrong: key[], seconds: number, choice: string (persona or stage)
//   read      page:quiz/watch, term:drift  done: boolean; the last of a key counts
//   set       setting:daily, :exam, :retention   value: number | string | boolean | null; the last of a key counts
//
//   isRow(value)              -> boolean
//   mistake(value)            -> string | null     what is wrong with a row, for a person
//   replaces(row)             -> string | null     rows with the same are replaced by the last of them
//   parse(text)               -> {rows, generation, problem: null | "damaged" | "foreign" | "newer"}
//   header(generation), line(row)  -> string       the stored text is a header and rows, one JSON value a line;
//                                generation: how often everything was erased

export const VERSION = 1
export const ID = 0, TIME = 1, KIND = 2, KEY = 3, VALUE = 4

const EARLIEST = Date.UTC(2020, 0)
const LATEST = Date.UTC(2200, 0)
const LONGEST_TEXT = 200_000

const EVENT_ID = /^[0-9a-z]{1,12}-[0-9a-z]{1,8}$/
const KEYS = /^(?:answer|exam|page|prompt|question|setting|term):[\p{L}\p{N}][\p{L}\p{N}._\/:-]{0,199}$/u
const POINT = /^[\p{L}\p{N}][\p{L}\p{N}._~\/:-]{0,199}$/u

const bool = value => typeof value === "boolean"
const text = value => typeof value === "string" && value.length <= LONGEST_TEXT
const list = of => value => Array.isArray(value) && value.length <= 1000 && value.every(of)
const key = value => typeof value === "string" && KEYS.test(value)
const point = value => typeof value === "string" && POINT.test(value)
const seconds = value => Number.isFinite(value) && value >= 0
const scalar = value => value === null || bool(value) || Number.isFinite(value) || (text(value) && value.length <= 200)

const KINDS = new Map([
  ["answered", {of: ["question"], values: [["right", bool], ["chosen", list(text)]]}],
  ["rated", {of: ["term", "answer", "question"], values: [["rating", value => [1, 2, 3, 4].includes(value)]]}],
  ["ticked", {of: ["answer", "prompt"], values: [["had", list(point)], ["missed", list(point)]]}],
  ["drafted", {of: ["answer", "prompt", "exam"], values: [["text", text]], last: true}],
  ["finished", {of: ["exam"], values: [["right", list(key)], ["wrong", list(key)], ["seconds", seconds], ["choice", text]]}],
  ["read", {of: ["page", "term"], values: [["done", bool]], last: true}],
  ["set", {of: ["setting"], values: [["value", scalar]], last: true}],
])

export const isRow = row => mistake(row) === null

export function mistake(row) {
  if (!Array.isArray(row)) return "is no list"
  const [id, time, name, what] = row
  if (typeof id !== "string" || !EVENT_ID.test(id)) return "has no id of ours"
  if (!Number.isInteger(time) || time < EARLIEST || time >= LATEST) return "has a time that cannot be"
  const kind = KINDS.get(name)
  if (!kind) return "is of no kind that is known"
  if (!key(what) || !kind.of.includes(what.slice(0, what.indexOf(":")))) return "is about nothing of this site"
  if (row.length !== VALUE + kind.values.length) return "has too few or too many values"
  for (let index = 0; index < kind.values.length; index++) {
    const [value, is] = kind.values[index]
    if (!is(row[VALUE + index])) return `has a wrong value: ${value}`
  }
  return null
}

export const replaces = row => (KINDS.get(row[KIND]).last ? `${row[KIND]} ${row[KEY]}` : null)

export const header = generation => JSON.stringify(["study", VERSION, generation])
export const line = row => JSON.stringify(row)

export function parse(stored) {
  const end = stored.indexOf("\n")
  const [name, version, generation] = asList(end < 0 ? stored : stored.slice(0, end))
  if (name !== "study" || !Number.isInteger(version) || !(Number.isInteger(generation) && generation >= 0)) return none("foreign")
  if (version > VERSION) return none("newer")
  const {found, whole} = end < 0 ? {found: [], whole: true} : values(stored.slice(end + 1))
  const rows = found.filter(isRow)
  return {rows, generation, problem: whole && rows.length === found.length ? null : "damaged"}
}

const none = problem => ({rows: [], generation: 0, problem})

function asList(text) {
  try {
    const value = JSON.parse(text)
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

// All at once, which is fast; line by line where one of them is broken.
function values(lines) {
  try {
    return {found: JSON.parse(`[${lines.replaceAll("\n", ",")}]`), whole: true}
  } catch {
    return {found: lines.split("\n").map(asList), whole: false}
  }
}
