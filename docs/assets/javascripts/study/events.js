// The reader's events, one a row, and how to parse and write rows. Invalid rows are rejected.
//
//   [id, time, kind, key, ...values]      id: "device-tab-tick", tick in base 36; time: milliseconds; key: "what:id"
//
//   kind      key                        values
//   answered  question:csv-layout        right: boolean, chosen: string[] (the texts of options, or what was typed)
//   rated     term:lineage:name (a card) rating: 1 | 2 | 3 | 4
//   repeated  term:lineage:name (a card) known: boolean; another try on the day a card was missed; the last counts
//   undone    term:lineage:name (a card) id: of the row with the rating to ignore
//   skipped   term:lineage:name (a card) skipped: boolean; not asked on that day; the last of a key counts
//   aside     term:lineage:name (a card) aside: boolean; not asked until it is taken back; the last of a key counts
//   ticked    answer:why, prompt:page    had: string[], missed: string[] (ids of key points or criteria: see deck.js)
//   drafted   answer:, prompt:, exam:    text: string, "" for none; the last of a key counts
//   finished  exam:any-id                right: key[], wrong: key[], seconds: number, choice: string (persona or stage)
//   read      page:quiz/watch, term:drift  done: boolean; the last of a key counts
//   set       setting:daily and others (state.js)  value: number | string | boolean | null; the last of a key counts
//   offered   answer:, prompt:, exam:, setting:    from: id, written: time, value, open: boolean. An import had
//                                        another text or value (import.js); the last of a key and `from` counts
//
// Order. The tick is a Lamport clock: one more than the highest tick this device has seen, its own or imported. It says
// which of two rows came later, whatever the clocks of the devices show. Rows of version 1 have ids "tab-count" and no
// tick: they come before all others, and among themselves time decides.
//
//   possible(time)            -> number            the time, or the nearest valid time for a row
//   isRow(value)              -> boolean           mistake.js explains an invalid one
//   replaces(row)             -> string | null     the last of the rows with the same value replaces the others
//   origin(row)               -> [device, tick]    ["", 0] for a row of version 1
//   isLater(row, other)       -> boolean           by tick, then by id
//   seenIn(rows, seen)        -> {device: tick}    the highest tick of each device in `rows` and `seen`
//   parse(text)               -> {rows, head, problem: null | "damaged" | "foreign" | "newer"}
//   write(head, rows)         -> string            the text to store: the header and the rows as JSON, one a line,
//                                                  without the outer brackets
//   seenOf(value)             -> {device: tick}    the valid entries of an untrusted value
//
// @typedef {{generation: number | null, device: string, own: string[], seen: {device: tick}, exported: number | null,
//   asked: boolean}} Head
//   generation: how often everything was erased, null where the header was lost; device: the token of this browser;
//   own: those it had before; exported: time of the last export; asked: whether this browser was asked not to clear it

export const VERSION = 3
export const ID = 0
export const TIME = 1
export const KIND = 2
export const KEY = 3
export const VALUE = 4

const EARLIEST = Date.UTC(2020, 0)
const LATEST = Date.UTC(2200, 0) - 1
const LONGEST_TEXT = 200_000
const LAST_TICK = 36 ** 7 // the highest tick accepted from outside, so that the next tick is always valid

const EVENT_ID = /^[0-9a-z]{1,12}(?:-[0-9a-z]{1,12})?-[0-9a-z]{1,8}$/
const DEVICE = /^[0-9a-z]{1,12}$/
const KEYS = /^(?:answer|exam|page|prompt|question|setting|term):[\p{L}\p{N}][\p{L}\p{N}._/:-]{0,199}$/u
const POINT = /^[\p{L}\p{N}][\p{L}\p{N}._~/:-]{0,199}$/u

const ABOUT = new Map()

const bool = value => typeof value === "boolean"
const text = value => typeof value === "string" && value.length <= LONGEST_TEXT
const each = of => value => Array.isArray(value) && value.length <= 1000 && value.every(of)
const key = value => about(value) !== null
const point = value => typeof value === "string" && POINT.test(value)
const rating = value => value === 1 || value === 2 || value === 3 || value === 4
const seconds = value => Number.isFinite(value) && value >= 0
const scalar = value => value === null || bool(value) || Number.isFinite(value) || (text(value) && value.length <= 200)
export const isId = value => typeof value === "string" && EVENT_ID.test(value) && tickOf(value) <= 2 * LAST_TICK
export const isTime = value => Number.isInteger(value) && value >= EARLIEST && value <= LATEST
const offer = value => text(value) || scalar(value)

const CARD = ["term", "answer", "question"]

export const KINDS = new Map([
  ["answered", {of: ["question"], values: [bool, each(text)]}],
  ["rated", {of: CARD, values: [rating]}],
  ["repeated", {of: CARD, values: [bool], last: true}],
  ["undone", {of: CARD, values: [isId]}],
  ["skipped", {of: CARD, values: [bool], last: true}],
  ["aside", {of: CARD, values: [bool], last: true}],
  ["ticked", {of: ["answer", "prompt"], values: [each(point), each(point)]}],
  ["drafted", {of: ["answer", "prompt", "exam"], values: [text], last: true}],
  ["finished", {of: ["exam"], values: [each(key), each(key), seconds, text]}],
  ["read", {of: ["page", "term"], values: [bool], last: true}],
  ["set", {of: ["setting"], values: [scalar], last: true}],
  ["offered", {of: ["answer", "prompt", "exam", "setting"], values: [isId, isTime, offer, bool], last: true}],
])

// The valid time nearest to `time`, which a wrong clock may have given.
export const possible = time => Math.min(Math.max(time, EARLIEST), LATEST)

export function isRow(row) {
  const kind = Array.isArray(row) && KINDS.get(row[KIND])
  if (!kind || !isId(row[ID]) || !isTime(row[TIME]) || !kind.of.includes(about(row[KEY]))) return false
  return row.length === VALUE + kind.values.length && kind.values.every((fits, index) => fits(row[VALUE + index]))
}

// The kind of a key, "term" of "term:lineage:name". Few keys occur in many rows, so the results are cached.
export function about(key) {
  if (typeof key !== "string") return null
  let found = ABOUT.get(key)
  if (found === undefined) ABOUT.set(key, (found = KEYS.test(key) ? key.slice(0, key.indexOf(":")) : null))
  return found
}

export function replaces(row) {
  if (!KINDS.get(row[KIND]).last) return null
  return `${row[KIND]} ${row[KEY]}${row[KIND] === "offered" ? ` ${row[VALUE]}` : ""}`
}

export function origin(row) {
  const id = row[ID]
  const tick = tickOf(id)
  return [tick ? id.slice(0, id.indexOf("-")) : "", tick]
}

function tickOf(id) {
  const end = id.lastIndexOf("-")
  return id.indexOf("-") === end ? 0 : parseInt(id.slice(end + 1), 36)
}

export function isLater(row, other) {
  const [[, tick], [, before]] = [origin(row), origin(other)]
  const times = tick || before ? 0 : row[TIME] - other[TIME]
  const difference = tick - before || times || row[ID].length - other[ID].length
  return difference ? difference > 0 : row[ID] > other[ID]
}

export function seenIn(rows, seen = {}) {
  const found = {__proto__: null, ...seen}
  for (const row of rows) {
    const [device, tick] = origin(row)
    if (tick && !(found[device] >= tick)) found[device] = tick
  }
  return found
}

// A stored header or an imported file may contain any value here.
export function seenOf(value) {
  const entries = Object.entries(value ?? {}).slice(0, 1000)
  const usable = ([device, tick]) => DEVICE.test(device) && Number.isInteger(tick) && tick > 0 && tick <= LAST_TICK
  return Object.assign(Object.create(null), Object.fromEntries(entries.filter(usable)))
}

export const write = ({generation, ...details}, rows) =>
  [["study", VERSION, generation, details], ...rows].map(row => JSON.stringify(row)).join(",\n")

export function parse(stored) {
  const lines = list(stored) ?? stored.split("\n").map(line => list(line.replace(/,$/, ""))?.[0])
  const [name, version, generation, details] = Array.isArray(lines[0]) ? lines[0] : []
  const headed = name === "study" && Number.isInteger(version) && Number.isSafeInteger(generation)
  if (headed && version > VERSION) return {rows: [], head: headOf(null), problem: "newer"}
  const rows = lines.filter((row, index) => (index > 0 || !headed) && isRow(row))
  if (!headed) return {rows, head: headOf(null), problem: rows.length ? "damaged" : "foreign"}
  return {rows, head: headOf(generation, details), problem: rows.length === lines.length - 1 ? null : "damaged"}
}

function headOf(generation, details) {
  const {device, own, seen, exported, asked} = details ?? {}
  const token = value => typeof value === "string" && DEVICE.test(value)
  return {
    generation,
    device: token(device) ? device : "",
    own: Array.isArray(own) ? own.filter(token) : [],
    seen: seenOf(seen),
    exported: isTime(exported) ? exported : null,
    asked: asked === true,
  }
}

function list(lines) {
  try {
    return JSON.parse(`[${lines}]`)
  } catch {
    return null
  }
}
