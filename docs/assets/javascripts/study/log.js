// The reader's log: rows of events under one key of local storage, shared by tabs, exported, imported, erased.
//
//   openLog({storage, now, random, dayOf?})  -> Log     storage: a Storage, or null where there is none
//     .state     State                 what is known now (state.js); replaced or changed by every change of the log
//     .rows      Row[]                 every event (events.js)
//     .saved     boolean               whether all of it is stored
//     .reports   string[]              lines for the page: what was set aside, that nothing is stored
//     .add(kind, key, ...values)       Row; stored before it returns. @throws {TypeError} for a row that is none
//     .heard({key, newValue})          what a `storage` event carries: another tab has written
//     .refresh()                       look again, after the page slept; folds anew, as another day may have begun
//     .subscribe(listener)             called after every change; returns the function that ends it
//     .merge(rows)                     number: rows of an import (file.js) that were not known
//     .erase()                         everything, what was set aside too
//   KEY
//
// Storing. A text of a megabyte takes 10 ms to store, so what is new goes under NEWEST, and into KEY when the next page
// opens.
// Two tabs. A tab reads what is stored before it writes, and appends. Browsers let two tabs write at the same moment,
// and the later text wins; but each tab hears the other's text, and the one that finds an event missing writes both.
// The header counts how often everything was erased: a tab that slept through it forgets too, and does not write back
// what was erased.

import {ID, TIME, after, mistake, parse, possible, replaces, write} from "./events.js"
import {dayOf as localDay, fold, step} from "./state.js"

export const KEY = "who-does-what.study"
const NEWEST = `${KEY}.newest`
const ASIDE = `${KEY}.aside.`
const SOME = 50_000
const MUCH = 250_000
const EMPTY = {rows: [], generation: 0, problem: null}

const ANEW = "It is set aside, and your progress begins anew."
const SET_ASIDE = {
  damaged: "A part of your saved progress could not be read. What could be read is here; the whole is set aside.",
  foreign: `Something else was saved in the place of your progress. ${ANEW}`,
  newer: `Your saved progress is of a newer version of this site. ${ANEW}`,
}
const EXPORT = "is kept until you close the page. Export it to keep it."
const NOT_STORED = `This browser does not store your progress: it ${EXPORT}`
const FULL = `There is no room left to store your progress: what is new ${EXPORT}`
const WRONG_CLOCK = "The clock of this device is wrong. Set it right: by it you are told when to come back."
const NOT_SET_ASIDE = `Your saved progress could not be read nor set aside, and stays as it is: what is new ${EXPORT}`

export function openLog({storage, now, random, dayOf = localDay}) {
  const tab = token(random)
  const listeners = new Set()
  const reports = []
  let count = 0
  let texts = [null, null] // what is stored, as far as this tab knows, under KEY and NEWEST
  let generation = 0
  let rows = []
  let known = new Set() // the ids of rows, and of those that another has replaced
  let gone = new Set() // the ids of what was erased
  let last = new Map() // of rows that replace each other, the one that counts
  let newest = [] // rows that are stored under NEWEST
  let unsettled = false // what is stored is not what should be
  let pending = [] // rows that are not stored
  let state

  if (storage === null) report(NOT_STORED)
  sync()
  if (texts[1]?.length > SOME) unsettled = true
  flush()
  state = folded()

  return {
    get state() { return state },
    get rows() { return rows },
    get saved() { return storage !== null && pending.length === 0 },
    get reports() { return [...reports] },
    add, merge, heard, refresh, erase,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }

  function add(kind, key, ...values) {
    const row = [`${tab}-${(count++).toString(36)}`, clock(), kind, key, ...values]
    const wrong = mistake(row)
    if (wrong) throw new TypeError(`an event ${wrong}: ${JSON.stringify(row).slice(0, 200)}`)
    const changed = sync()
    const own = join([row])
    pending = pending.concat(own)
    flush()
    state.now = clock()
    if (changed || row[TIME] < state.latest) state = folded()
    else step(state, row)
    tell()
    return row
  }

  function heard({key, newValue}) {
    if (key !== null && key !== KEY && key !== NEWEST) return
    const changed = sync()
    const overwritten = newValue === null || texts.includes(newValue) ? null : parse(newValue)
    const saved = overwritten?.generation === generation ? join(overwritten.rows) : []
    pending = pending.concat(saved)
    flush()
    if (!changed && !saved.length) return
    state = folded()
    tell()
  }

  function refresh() {
    sync()
    flush()
    state = folded()
    tell()
  }

  function merge(events) {
    sync()
    const added = join(events)
    pending = pending.concat(added)
    flush()
    state = folded()
    tell()
    return added.length
  }

  function erase() {
    forget(generation + 1)
    attempt(() => {
      const keys = Array.from({length: storage.length}, (_, index) => storage.key(index))
      for (const key of keys) if (key === KEY || key.startsWith(`${KEY}.`)) storage.removeItem(key)
      storage.setItem(KEY, write(generation, []))
      texts = [write(generation, []), null]
    })
    state = folded()
    tell()
  }

  function folded() {
    return fold(rows, {now: clock(), dayOf})
  }

  function clock() {
    const time = now()
    if (possible(time) !== time) report(WRONG_CLOCK)
    return possible(time)
  }

  function tell() {
    for (const listener of listeners) listener()
  }

  function report(words) {
    if (!reports.includes(words)) reports.push(words)
  }

  function attempt(action) {
    try {
      action()
      return true
    } catch {
      return false
    }
  }

  // Take in what is stored, and have pending what it lacks. Whether anything that is known has changed.
  function sync() {
    let stored = null
    if (storage === null) return false
    if (!attempt(() => (stored = [storage.getItem(KEY), storage.getItem(NEWEST)]))) return withoutStorage(NOT_STORED)
    if (stored[0] === texts[0] && stored[1] === texts[1]) return false
    if (stored[0] === null && stored[1] === null) return forget(generation)
    const appended = stored[0] === texts[0] ? tail(stored[1]) : null
    if (!appended) return takeIn(stored, stored.map(text => (text === null ? EMPTY : parse(text))))
    texts = stored
    newest = newest.concat(appended)
    return join(appended).length > 0
  }

  function takeIn(stored, found) {
    for (const [index, {problem}] of found.entries())
      if (problem && !setAside(stored[index], problem)) return withoutStorage(NOT_SET_ASIDE)
    const latest = Math.max(...found.map(part => part.generation))
    const forgot = latest > generation && forget(latest)
    const erased = part => part.generation < generation && part !== EMPTY
    const all = found.flatMap(part => (erased(part) ? part.rows.filter(row => !gone.has(row[ID])) : part.rows))
    const first = rows.length === 0
    const added = join(all)
    unsettled = found.some(part => part.problem || erased(part))
    texts = stored
    newest = found[1].rows
    const there = first ? known : new Set(all.map(row => row[ID]))
    pending = rows.filter(row => !there.has(row[ID]))
    return forgot || added.length > 0
  }

  // The rows that another tab appended, where it did only that.
  function tail(stored) {
    const lines = stored === null || texts[1] === null ? null : after(texts[1], stored)
    const found = lines === null ? null : parse(`${write(generation, [])},\n${lines}`)
    return found && !found.problem ? found.rows : null
  }

  function setAside(stored, problem) {
    const done = attempt(() => storage.setItem(ASIDE + fingerprint(stored), stored))
    if (done) report(SET_ASIDE[problem])
    return done
  }

  function withoutStorage(words) {
    storage = null
    report(words)
    return false
  }

  function flush() {
    if (storage === null || !(pending.length || unsettled)) return
    const next = write(generation, [...newest, ...pending])
    if (unsettled || next.length > MUCH) return settle()
    if (!attempt(() => storage.setItem(NEWEST, next))) return report(FULL)
    texts[1] = next
    newest = newest.concat(pending)
    pending = []
  }

  // All in the one key. Slow where there is much: when a page opens, or when the newest have become many. Chromium may
  // lose a large text with a page that closes at once, and then what came after it too: the newest stay.
  function settle() {
    const next = write(generation, rows)
    if (!attempt(() => storage.setItem(KEY, next))) return report(FULL)
    texts = [next, null]
    newest = []
    pending = []
    unsettled = false
    attempt(() => storage.removeItem(NEWEST))
  }

  function forget(next) {
    generation = next
    gone = known
    known = new Set()
    rows = []
    last = new Map()
    pending = []
    newest = []
    texts = [null, null]
    unsettled = false
    return gone.size > 0
  }

  // Rows become known; those that were not known and count.
  function join(found) {
    const replaced = new Set()
    const added = []
    for (const row of found) {
      if (known.has(row[ID])) continue
      known.add(row[ID])
      const name = replaces(row)
      const before = name === null ? undefined : last.get(name)
      if (before && before[TIME] > row[TIME]) continue
      if (name !== null) last.set(name, row)
      if (before) replaced.add(before)
      added.push(row)
    }
    for (const row of added) rows.push(row)
    if (replaced.size === 0) return added
    const counts = row => !replaced.has(row)
    rows = rows.filter(counts)
    newest = newest.filter(counts)
    pending = pending.filter(counts)
    return added.filter(counts)
  }
}

const token = random => random().toString(36).slice(2, 8).padEnd(6, "0")

function fingerprint(text) {
  let hash = 0
  for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0
  return (hash >>> 0).toString(36)
}
