// Undo the last step: a rating, a skip, or setting a card aside. The row of the step stays in the log; a later row says
// to ignore it.
//
//   lastDone(log, now)  -> Row | null    the last step of today on this device that is not undone
//   undo(log, row)                       undoes it

import {ID, KEY, KIND, TIME, VALUE, isLater, origin} from "./events.js"
import {DAY} from "./days.js"

const DONE = ["rated", "repeated", "skipped", "aside"]

export function lastDone(log, now) {
  const {head: {device, own}} = log.book
  const today = log.state.dayOf(now)
  const recent = log.rows.filter(row => row[TIME] > now - 2 * DAY)
  const undone = new Set(recent.filter(row => row[KIND] === "undone").map(row => row[VALUE]))
  const counts = row => DONE.includes(row[KIND]) && (row[KIND] === "repeated" || row[VALUE] !== false) && !undone.has(row[ID])
  const isOwn = row => [device, ...own].includes(origin(row)[0])
  const found = recent.filter(row => counts(row) && isOwn(row) && log.state.dayOf(row[TIME]) === today)
  return found.reduce((one, other) => (one && isLater(one, other) ? one : other), null)
}

export function undo(log, row) {
  if (row[KIND] === "rated" || row[KIND] === "repeated") log.add("undone", row[KEY], row[ID])
  else log.add(row[KIND], row[KEY], false)
}
