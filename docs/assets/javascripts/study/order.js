// Rows in the order in which things happened, each with a corrected time. The clock of a device may have been wrong for
// a while. The stored rows do not change; only the time at which they count does.
//
//   inOrder(rows, now, own)  -> {row, time}[]     own: Set of the tokens that this device has had
//
// Within a device, rows are ordered by tick, and their corrected times never decrease. The longest subsequence of rows
// with nondecreasing times is trusted; any other row gets the time of the trusted row before it.
// Between devices, rows are ordered by time, with one exception: rows are stored in the order in which this device got
// them, and no row gets a later time than a row that this device wrote afterward.
// Rows of version 1 come before all rows with a tick.
// Rows at the end of a device's list may be ahead of this clock, because one of the two clocks was wrong. Up to a month
// ahead, they get the current time, so that nothing is asked twice. A row further ahead gets the time of the row before
// it: with its own time, its card would not come back for years.

import {DAY} from "./days.js"
import {TIME, isLater, origin} from "./events.js"

const MONTH = 31 * DAY
const YEAR = 365 * DAY
const HERE = "here" // the name for all tokens of this device

export function inOrder(rows, now, own) {
  const found = rows.map(row => entryOf(row, own))
  for (const list of byDevice(found).values()) count(list, now)
  let latest = Infinity
  for (const entry of [...found].reverse()) {
    if (entry.device === HERE) latest = Math.min(latest, entry.time)
    else entry.time = Math.min(entry.time, latest)
  }
  return sorted(found, (one, other) => (one.tick > 0) - (other.tick > 0) || one.time - other.time || ordered(one, other))
}

function entryOf(row, own) {
  const [device, tick] = origin(row)
  return {row, time: row[TIME], device: own.has(device) ? HERE : device, tick}
}

function byDevice(entries) {
  const devices = new Map()
  for (const entry of entries) (devices.get(entry.device) ?? devices.set(entry.device, []).get(entry.device)).push(entry)
  return devices
}

// Rows of version 1 have no tick and are ordered by time.
function count(list, now) {
  const entries = sorted(list, (one, other) => one.tick - other.tick || ordered(one, other))
  let end = entries.length
  while (end > 0 && entries[end - 1].time > now) end--
  const begun = entries.slice(0, end)
  const trusted = risingRun(begun.filter(({time}) => time <= now))
  let time = begun.find(entry => trusted.has(entry))?.time ?? now - YEAR
  for (const entry of begun) entry.time = time = trusted.has(entry) ? entry.time : time
  for (const entry of entries.slice(end)) entry.time = time = entry.time <= now + MONTH ? now : time
}

const ordered = (one, other) => (isLater(one.row, other.row) ? 1 : -1)

// Most lists are in order already, and checking that is faster than sorting.
function sorted(list, compare) {
  return list.every((entry, index) => !index || compare(list[index - 1], entry) <= 0) ? list : list.sort(compare)
}

// The longest subsequence of entries with nondecreasing times (patience sorting).
function risingRun(entries) {
  const ends = [] // by length - 1: the last entry of the subsequence that ends earliest
  const before = new Map()
  for (const entry of entries) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (ends[middle].time <= entry.time) low = middle + 1
      else high = middle
    }
    before.set(entry, ends[low - 1])
    ends[low] = entry
  }
  const run = new Set()
  for (let entry = ends.at(-1); entry; entry = before.get(entry)) run.add(entry)
  return run
}
