// The log in local storage, under one key for each site, shared by tabs.
//
//   newStore(storage, key, now)       -> Store    storage: null without storage
//   sync(store, book)                 -> boolean  add rows that other tabs stored; returns whether the book has changed
//   flush(store, book)                            store new rows
//   receive(store, book, text)        -> boolean  add the rows of a text that another tab wrote, which this tab may
//                                                 have overwritten; returns whether any were new
//   settleIfLarge(store)                          when a page opens: plan to move the rows under the second key to the
//                                                 first, if there are many
//   storageProblem(store)             -> string | null     why new rows are not stored, for the reader
//   setAside(store, text, problem)    -> string | null     keep an unreadable text unchanged, each text once; returns
//                                     what to report, or null if there was no room. aside-list.js shows these texts
//   names(storage)                    -> string[] all keys of a storage
//
// Storing. A megabyte of text takes 10 ms to store, so new rows go under a second key, and move to the first key when a
// page opens.
// Two tabs. A tab reads the stored rows before it writes, and appends to them. If two tabs write at the same moment,
// the later text wins. But each tab gets the other's text in a `storage` event, and a tab that finds a row missing
// writes the rows of both.
// Erasing. The header counts how often everything was erased, so a tab that was suspended at the time drops its rows
// too, and does not write erased rows back.
// Tokens. The device's token in the header makes its ticks unique. After rows may have been lost, and for rows that are
// not stored, the device gets a new token: with the same tick twice, an import would take a new row for a known one.

import {forget, join, rename} from "./book.js"
import {ID, parse, write} from "./events.js"

const SOME = 50_000
const MUCH = 250_000

const EXPORT = "is kept until you close the page. Export it to keep it."
const PROBLEMS = {
  none: `This browser does not store your progress: it ${EXPORT}`,
  full: `There is no room left to store your progress: new progress ${EXPORT}`,
  stuck: `Your saved progress could be neither read nor set aside, so it stays as it is: new progress ${EXPORT}`,
}

const LISTED = 'listed on the review page under "Your data."'
const SET_ASIDE = {
  damaged:
    "Part of your saved progress could not be read. " +
    `The readable part is here; the original is set aside, and ${LISTED}`,
  foreign: `Something else was saved in place of your progress. It is set aside, and ${LISTED}`,
  newer: `Your saved progress is from a newer version of this site. It is set aside, and ${LISTED}`,
}

export const newStore = (storage, key, now) => ({
  storage,
  now,
  keys: [key, `${key}.newest`],
  texts: [null, null], // the stored texts when this tab last read or wrote them
  unsettled: false, // whether the first key has to be written again
  problem: storage === null ? "none" : null,
  reports: new Set(), // lines about the texts that were set aside
})

export const storageProblem = store => PROBLEMS[store.problem] ?? null

export function sync(store, book) {
  if (store.storage === null) return false
  const stored = read(store)
  if (stored === null) return without(store, "none")
  if (stored[0] === store.texts[0] && stored[1] === store.texts[1]) return false
  if (stored[0] === null && stored[1] === null) return reset(store, forget(book, book.head))
  return takeIn(store, book, stored)
}

export function receive(store, book, text) {
  const found = text === null || store.texts.includes(text) ? null : parse(text)
  if (found?.head.generation !== book.head.generation) return false
  const saved = join(book, found.rows)
  book.pending = book.pending.concat(saved)
  return saved.length > 0
}

export function flush(store, book) {
  if (store.storage === null || !(book.pending.length || store.unsettled)) return
  const next = write(book.head, [...book.newest, ...book.pending])
  if (store.unsettled || next.length > MUCH) return settle(store, book)
  if (!put(store, store.keys[1], next)) return rename(book)
  store.texts[1] = next
  book.newest = book.newest.concat(book.pending)
  book.pending = []
  book.renamed = false
}

export function settleIfLarge(store) {
  if (store.texts[1]?.length > SOME) store.unsettled = true
}

function read({storage, keys}) {
  try {
    return keys.map(name => storage.getItem(name))
  } catch {
    return null
  }
}

function takeIn(store, book, stored) {
  const found = stored.filter(text => text !== null).map(text => ({text, ...parse(text)}))
  for (const {text, problem} of found) {
    const words = problem && setAside(store, text, problem)
    if (problem && !words) return without(store, "stuck")
    if (words) store.reports.add(words)
  }
  const {generation} = book.head
  const latest = Math.max(...found.map(part => part.head.generation ?? generation))
  const none = {generation: latest, own: [], seen: {}, exported: null}
  const forgot = latest > generation && forget(book, {...book.head, ...none})
  const erased = part => part.head.generation !== null && part.head.generation < book.head.generation
  const whole = found.every(part => part.problem === null)
  for (const part of found) if (!erased(part)) takeHead(book, part, whole)
  const all = found.flatMap(part => (erased(part) ? part.rows.filter(row => !book.gone.has(row[ID])) : part.rows))
  const first = book.rows.length === 0
  const added = join(book, all)
  store.unsettled = found.some(part => part.problem || erased(part))
  store.texts = stored
  const counting = new Set(book.rows.map(row => row[ID]))
  book.newest = stored[1] === null ? [] : found.at(-1).rows.filter(row => counting.has(row[ID]))
  const there = first ? book.known : new Set(all.map(row => row[ID]))
  book.pending = book.rows.filter(row => !there.has(row[ID]))
  return forgot || added.length > 0
}

function takeHead({head, renamed}, part, whole) {
  if (whole && part.head.device && !renamed) head.device = part.head.device
  for (const [device, tick] of Object.entries(part.head.seen)) head.seen[device] = Math.max(tick, head.seen[device] ?? 0)
  if (part.head.exported > head.exported) head.exported = part.head.exported
  head.asked ||= part.head.asked
  head.own = [...new Set([...head.own, ...part.head.own, part.head.device])].filter(Boolean)
}

// Write all rows under the first key. This is slow for a long record, so it happens only when a page opens, or when the
// second key has become large. If a page closes at once, Chromium may lose a large text and all that was written after
// it, so a small text is written under the second key instead.
function settle(store, book) {
  const next = write(book.head, book.rows)
  if (!put(store, store.keys[0], next)) return rename(book)
  store.texts = [next, null]
  store.unsettled = false
  book.renamed = false
  book.newest = []
  book.pending = []
  attempt(() => store.storage.removeItem(store.keys[1]))
}

function put(store, name, text) {
  const done = attempt(() => store.storage.setItem(name, text))
  store.problem = done ? null : "full"
  return done
}

function without(store, why) {
  store.storage = null
  store.problem = why
  return false
}

export function reset(store, changed) {
  store.texts = [null, null]
  store.unsettled = false
  return changed
}

function attempt(action) {
  try {
    action()
    return true
  } catch {
    return false
  }
}

export const names = storage => Array.from({length: storage.length}, (_, index) => storage.key(index))

export function setAside({storage, keys, now}, text, problem) {
  const start = `${keys[0]}.aside.`
  const there = name => name.startsWith(start) && storage.getItem(name) === text
  try {
    const name = `${start}${problem}.${now().toString(36)}.${fingerprint(text)}`
    if (!names(storage).some(there)) storage.setItem(name, text)
    return SET_ASIDE[problem]
  } catch {
    return null
  }
}

function fingerprint(text) {
  let hash = 0
  for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0
  return (hash >>> 0).toString(36)
}
