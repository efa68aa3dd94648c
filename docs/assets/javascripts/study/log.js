// The reader's log: rows of events, stored in this browser, shared by tabs, exported, imported, erased.
//
//   openLog({storage, key?, now, random, dayOf?})  -> Log     storage: a Storage, or null
//     .state     State                 the current state (state.js); every change of the log changes or replaces it
//     .rows      Row[]                 every event (events.js)
//     .seen      {device: tick}        the highest tick seen from each device, for an export
//     .exported  number | null         time of the last export, in milliseconds
//     .saved     boolean               whether all rows are stored
//     .unsaved   boolean               whether some rows are not stored
//     .storageProblem  string | null   why rows are not stored, as a line for the page; also one of the reports
//     .reports   string[]              lines for the page: texts set aside, storage problems, a wrong clock
//     .add(kind, key, ...values)       Row; stored before it returns. @throws {TypeError} for an invalid row
//     .receive({key, newValue})        handle a `storage` event: another tab has written
//     .refresh()                       after a pause: read the store again, and fold again, as a new day may have begun
//     .subscribe(listener)             call the listener after every change; returns the function that unsubscribes it
//     .change(action)                  changes the whole log (import.js, erase.js, takeover.js): the action gets the
//                                      log with its book, its store, and `keep`, which adds and stores rows
//
// The rows in a tab's memory are a book (book.js), the stored ones a store (store.js). This file connects the two.

import {KEY} from "../record-key.js"
import {join, newBook, stamp} from "./book.js"
import {dayOf as localDay} from "./days.js"
import {TIME, isRow, possible, seenIn} from "./events.js"
import {REFOLDS, fold, step} from "./state.js"
import {flush, newStore, receive, settleIfLarge, storageProblem, sync} from "./store.js"

const WRONG_CLOCK = "This device's clock is wrong. Correct it, because it determines when cards are due."

export const openLog = options => new Log(options)

class Log {
  constructor({storage, key = KEY, now, random, dayOf = localDay}) {
    this.listeners = new Set()
    this.calendar = dayOf
    this.now = now
    this.book = newBook(() => token(random))
    this.store = newStore(storage, key, () => this.clock())
    sync(this.store, this.book)
    settleIfLarge(this.store)
    flush(this.store, this.book)
    this.fold()
  }

  get rows() { return this.book.rows }
  get seen() { return seenIn(this.book.rows, this.book.head.seen) }
  get exported() { return this.book.head.exported }
  get saved() { return this.store.storage !== null && !this.unsaved }
  get unsaved() { return this.book.pending.length > 0 }

  get storageProblem() { return storageProblem(this.store) }

  get reports() {
    const now = this.now()
    const clock = possible(now) === now ? null : WRONG_CLOCK
    return [...this.store.reports, this.storageProblem, clock].filter(Boolean)
  }

  add(kind, key, ...values) {
    const changed = sync(this.store, this.book)
    const row = this.made(kind, key, ...values)
    if (!isRow(row)) throw new TypeError(`no event of events.js: ${JSON.stringify(row).slice(0, 200)}`)
    this.keep([row])
    this.state.now = this.clock()
    if (changed || REFOLDS.has(kind) || row[TIME] < this.state.latest) this.fold()
    else step(this.state, row)
    this.notify()
    return row
  }

  receive({key, newValue}) {
    if (key !== null && !this.store.keys.includes(key)) return
    const changed = sync(this.store, this.book)
    const saved = receive(this.store, this.book, newValue)
    flush(this.store, this.book)
    if (!changed && !saved) return
    this.fold()
    this.notify()
  }

  refresh() {
    this.change(() => {})
  }

  change(action) {
    sync(this.store, this.book)
    const result = action(this)
    flush(this.store, this.book)
    this.fold()
    this.notify()
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

  notify() {
    for (const listener of this.listeners) listener()
  }
}

const token = random => random().toString(36).slice(2, 8).padEnd(6, "0")
