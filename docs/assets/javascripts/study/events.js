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
//   possible(time)            -> number            the time itself, or the nearest that a row may have
//   isRow(value)              -> boolean
//   mistake(value)            -> string | null     what is wrong with a row, for a person
//   replaces(row)             -> string | null     rows with the same are replaced by the last of them
//   parse(text)               -> {rows, generation, problem: null | "damaged" | "foreign" | "newer"}
//   write(generation, rows)   -> string            what is stored: a header and rows, as JSON, one a line, without the
//                                                  brackets around them; generation: how often everything was erased
//   after(text, stored)       -> string | null     the lines that were appended to a text

export const VERSION = 1
export const ID = 0, TIME = 1, KIND = 2, KEY = 3, VALUE = 4

const EARLIEST = Date.UTC(2020, 0)
const LATEST = Date.UTC(2200, 0) - 1
const LONGEST_TEXT = 200_000

const EVENT_ID = /^[0-9a-z]{1,12}-[0-9a-z]{1,8}$/
const KEYS = /^(?:answer|exam|page|prompt|question|setting|term):[\p{L}\p{N}][\p{L}\p{N}._\/:-]{0,199}$/u
const POINT = /^[\p{L}\p{N}][\p{L}\p{N}._~\/:-]{0,199}$/u

const ABOUT = new Map()

const bool = value => typeof value === "boolean"
const text = value => typeof value === "string" && value.length <= LONGEST_TEXT
const each = of => value => Array.isArray(value) && value.length <= 1000 && value.every(of)
const key = value => about(value) !== null
const point = value => typeof value === "string" && POINT.test(value)
const rating = value => value === 1 || value === 2 || value === 3 || value === 4
const seconds = value => Number.isFinite(value) && value >= 0
const scalar = value => value === null || bool(value) || Number.isFinite(value) || (text(value) && value.length <= 200)

const KINDS = new Map([
  ["answered", {of: ["question"], names: ["right", "chosen"], values: [bool, each(text)]}],
  ["rated", {of: ["term", "answer", "question"], names: ["rating"], values: [rating]}],
  ["ticked", {of: ["answer", "prompt"], names: ["had", "missed"], values: [each(point), each(point)]}],
  ["drafted", {of: ["answer", "prompt", "exam"], names: ["text"], values: [text], last: true}],
  [
    "finished",
    {of: ["exam"], names: ["right", "wrong", "seconds", "choice"], values: [each(key), each(key), seconds, text]},
  ],
  ["read", {of: ["page", "term"], names: ["done"], values: [bool], last: true}],
  ["set", {of: ["setting"], names: ["value"], values: [scalar], last: true}],
])

// The time that can be which is nearest to one that a wrong clock shows.
export const possible = time => Math.min(Math.max(time, EARLIEST), LATEST)

export const isRow = row => mistake(row) === null

export function mistake(row) {
  if (!Array.isArray(row)) return "is no list"
  const kind = KINDS.get(row[KIND])
  if (typeof row[ID] !== "string" || !EVENT_ID.test(row[ID])) return "has no id of ours"
  if (!Number.isInteger(row[TIME]) || row[TIME] < EARLIEST || row[TIME] > LATEST) return "has a time that cannot be"
  if (!kind) return "is of no kind that is known"
  if (!kind.of.includes(about(row[KEY]))) return "is about nothing of this site"
  if (row.length !== VALUE + kind.values.length) return "has too few or too many values"
  for (let index = 0; index < kind.values.length; index++)
    if (!kind.values[index](row[VALUE + index])) return `has a wrong value: ${kind.names[index]}`
  return null
}

// What a key is about, "term" of "term:lineage:name". Few keys are in many rows, so what was found is kept.
function about(key) {
  if (typeof key !== "string") return null
  let found = ABOUT.get(key)
  if (found === undefined) ABOUT.set(key, (found = KEYS.test(key) ? key.slice(0, key.indexOf(":")) : null))
  return found
}

export const replaces = row => (KINDS.get(row[KIND]).last ? `${row[KIND]} ${row[KEY]}` : null)

export const write = (generation, rows) =>
  [["study", VERSION, generation], ...rows].map(row => JSON.stringify(row)).join(",\n")

// The rows that were written after a text, or null where it does not begin so.
export const after = (text, stored) => (stored.startsWith(`${text},\n`) ? stored.slice(text.length + 2) : null)

export function parse(stored) {
  const lines = list(stored) ?? stored.split("\n").map(line => list(line.replace(/,$/, ""))?.[0])
  const [name, version, generation] = Array.isArray(lines[0]) ? lines[0] : []
  if (name !== "study" || !Number.isInteger(version) || !Number.isSafeInteger(generation)) return none("foreign")
  if (version > VERSION) return none("newer")
  const rows = lines.filter((row, index) => index > 0 && isRow(row))
  return {rows, generation, problem: rows.length === lines.length - 1 ? null : "damaged"}
}

const none = problem => ({rows: [], generation: 0, problem})

function list(lines) {
  try {
    return JSON.parse(`[${lines}]`)
  } catch {
    return null
  }
}
