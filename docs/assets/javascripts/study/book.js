// A tab's copy of the log, as one object, and the steps that change it. store.js stores it.
//
//   newBook(token)               -> Book     token(): a token at random
//   join(book, rows)             -> Row[]    rows become known; those of them that were not and count
//   forget(book, head)           -> boolean  everything was erased; whether there was anything
//   rename(book)                 -> void     rows that cannot be stored get the token of another device
//   stamp(book, time, kind, key, values)  -> Row     a row of what the reader does now; not joined yet
//
// @typedef {{
//   tab: string, head: Head,                 of events.js: what goes into the header of what is stored
//   tick: number,                            the highest that was seen
//   own: number, sure: number,               the highest under the token of the head; the highest of those stored
//   rows: Row[],
//   known: Set<id>,                          of rows, and of those that another has replaced
//   gone: Set<id>,                           of what was erased
//   last: Map<string, Row>,                  of rows that replace each other, the one that counts
//   newest: Row[], pending: Row[],           rows that are stored under the second key; that are not stored
// }} Book

import {ID, KIND, VALUE, isLater, origin, replaces} from "./events.js"

export const newBook = token => ({
  token, // gives one at random
  tab: token(),
  renamed: false, // whether the head has a token under which nothing is stored
  head: {generation: 0, device: token(), own: [], seen: {}, exported: null, asked: false},
  tick: 0,
  own: 0,
  sure: 0,
  gone: new Set(),
  ...empty(),
})

const empty = () => ({rows: [], known: new Set(), last: new Map(), newest: [], pending: []})

export function forget(book, head) {
  Object.assign(book, {head, gone: book.known, own: 0, sure: 0, renamed: false}, empty())
  return book.gone.size > 0
}

export function rename(book) {
  if (book.renamed || !book.pending.length) return
  const {device: before} = book.head
  const own = book.pending.filter(row => row[ID].startsWith(`${before}-${book.tab}-`))
  const stored = own.length ? book.sure : book.own
  if (stored) book.head.seen = {...book.head.seen, [before]: stored} // its rows may all be replaced
  book.head.own.push(before)
  book.head.device = book.token()
  book.renamed = true
  book.own = Math.max(0, ...own.map(row => origin(row)[1]))
  const renamed = id => book.head.device + id.slice(before.length)
  for (const row of own) {
    book.known.delete(row[ID])
    row[ID] = renamed(row[ID])
    book.known.add(row[ID])
  }
  for (const row of book.pending)
    if (row[KIND] === "undone" && own.some(({[ID]: id}) => id === renamed(row[VALUE]))) row[VALUE] = renamed(row[VALUE])
}

export function stamp(book, time, kind, key, values) {
  if (!book.pending.length) book.sure = book.own
  book.tick += 1
  return [`${book.head.device}-${book.tab}-${book.tick.toString(36)}`, time, kind, key, ...values]
}

export function join(book, found) {
  const replaced = new Set()
  const added = []
  for (const row of found) {
    if (book.known.has(row[ID])) continue
    book.known.add(row[ID])
    const [device, tick] = origin(row)
    book.tick = Math.max(book.tick, tick)
    if (device === book.head.device) book.own = Math.max(book.own, tick)
    const name = replaces(row)
    const before = name === null ? undefined : book.last.get(name)
    if (before && isLater(before, row)) continue
    if (name !== null) book.last.set(name, row)
    if (before) replaced.add(before)
    added.push(row)
  }
  for (const row of added) book.rows.push(row)
  if (replaced.size === 0) return added
  const counts = row => !replaced.has(row)
  for (const list of ["rows", "newest", "pending"]) book[list] = book[list].filter(counts)
  return added.filter(counts)
}
