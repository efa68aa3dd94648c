// The reader's log: rows of events, stored in this browser, shared by tabs, exported, imported, erased.
//
//   openLog({storage, key?, now, random, dayOf?})  -> Log     storage: a Storage, or null
//     .state     State                 what is known now (state.js); replaced or changed by every change of the log
//     .rows      Row[]                 every event (events.js)
//     .seen      {device: tick}        what this browser has seen, of all devices: for an export
//     .exported  number | null         when it was last exported
//     .saved     boolean               whether all of it is stored
//     .unsaved   boolean               whether something was done that is not stored
//     .trouble   string | null         why not, as a line for the page: one of the reports
//     .reports   string[]              lines for the page: what was set aside, that nothing is stored
//     .add(kind, key, ...values)       Row; stored before it returns. @throws {TypeError} for an invalid row
//     .heard({key, newValue})          what a `storage` event carries: another tab has written
//     .refresh()                       read the store again after the page slept, and fold again, as another day may have begun
//     .subscribe(listener)             called after every change; returns the function that ends it
//     .change(action)                  what is done to the whole (import.js, erase.js, takeover.js): the action gets the
//                                      log's book, its store and `keep`, which makes rows known and stores them
//
// What a tab knows is a book (book.js), what is stored a store (store.js). This file joins the two and the clock.

import {KEY} from "../record-key.js"
import {join, newBook, stamp} from "./book.js"
import {dayOf as localDay} from "./days.js"
import {TIME, isRow, possible, seenIn} from "./events.js"
import {REFOLDS, fold, step} from "./state.js"
import {flush, heard, newStore, sync, tidy, trouble} from "./store.js"

const WRONG_CLOCK = "This device's clock is wrong. Correct it: it determines when you are told to come back."

export const openLog = options => new Log(options)

class Log {
  constructor({storage, key = KEY, now, random, dayOf = localDay}) {
    this.listeners = new Set()
    this.calendar = dayOf
    this.now = now
    this.book = newBook(() => token(random))
    this.store = newStore(storage, key, () => this.clock())
    sync(this.store, this.book)
    tidy(this.store)
    flush(this.store, this.book)
    this.fold()
  }

  get rows() { return this.book.rows }
  get seen() { return seenIn(this.book.rows, this.book.head.seen) }
  get exported() { return this.book.head.exported }
  get saved() { return this.store.storage !== null && !this.unsaved }
  get unsaved() { return this.book.pending.length > 0 }

  get trouble() { return trouble(this.store) }

  get reports() {
    const now = this.now()
    const clock = possible(now) === now ? null : WRONG_CLOCK
    return [...this.store.reports, this.trouble, clock].filter(Boolean)
  }

  add(kind, key, ...values) {
    const changed = sync(this.store, this.book)
    const row = this.made(kind, key, ...values)
    if (!isRow(row)) throw new TypeError(`no event of events.js: ${JSON.stringify(row).slice(0, 200)}`)
    this.keep([row])
    this.state.now = this.clock()
    if (changed || REFOLDS.has(kind) || row[TIME] < this.state.latest) this.fold()
    else step(this.state, row)
    this.tell()
    return row
  }

  heard({key, newValue}) {
    if (key !== null && !this.store.keys.includes(key)) return
    const changed = sync(this.store, this.book)
    const saved = heard(this.store, this.book, newValue)
    flush(this.store, this.book)
    if (!changed && !saved) return
    this.fold()
    this.tell()
  }

  refresh() {
    this.change(() => {})
  }

  change(action) {
    sync(this.store, this.book)
    const result = action(this)
    flush(this.store, this.book)
    this.fold()
    this.tell()
    return result
  }

  subscribe(listener) {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  // Add an event that happens now.
  made(kind, key, ...values) {
    return stamp(this.book, this.clock(), kind, key, values)
  }

  keep(rows) {
    const added = join(this.book, rows)
    this.book.pending = this.book.pending.concat(added)
    flush(this.store, this.book)
    return added
  }

  clock() {
    return possible(this.now())
  }

  fold() {
    const {device, own} = this.book.head
    this.state = fold(this.rows, {now: this.clock(), own: new Set([device, ...own]), dayOf: this.calendar})
  }

  tell() {
    for (const listener of this.listeners) listener()
  }
}

const token = random => random().toString(36).slice(2, 8).padEnd(6, "0")
