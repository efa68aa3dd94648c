// A tab's copy of the log, as one object, and the steps that change it. store.js stores it.
//
//   newBook(token)               -> Book     token(): a token at random
//   join(book, rows)             -> Row[]    adds rows; returns the new ones that no other row replaces
//   forget(book, head)           -> boolean  drops all rows after an erasure; returns whether there were any
//   rename(book)                 -> void     gives rows that cannot be stored the token of a new device
//   stamp(book, time, kind, key, values)  -> Row     makes a row for an action of the reader; does not join it
//
// @typedef {{
//   tab: string, head: Head,                 the tab's token; the stored header (events.js)
//   tick: number,                            the highest tick seen from any device
//   own: number, sure: number,               the highest tick under the head's token; the highest of those stored
//   rows: Row[],
//   known: Set<id>,                          ids of all rows, replaced ones included
//   gone: Set<id>,                           ids of erased rows
//   last: Map<string, Row>,                  the latest of the rows that replace each other
//   newest: Row[], pending: Row[],           rows stored under the second key; rows not stored yet
// }} Book

import {ID, KIND, VALUE, isLater, origin, replaces} from "./events.js"

export const newBook = token => ({
  token, // a function that returns a random token
  tab: token(),
  renamed: false, // whether no row is stored under the head's token yet
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
  if (stored) book.head.seen = {...book.head.seen, [before]: stored} // later rows may have replaced all of them
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
