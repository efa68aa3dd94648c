// Rows in the order in which things happened, each with the time to count with. The clock of a device may have been
// wrong for a while; what it wrote is kept as it is, and only counted at a time that can be true.
//
//   inOrder(rows, now, own)  -> {row, time}[]     own: Set of the tokens that this device has had
//
// Within a device the tick is the order, and times never go back along it. Most of a device's times fit together: the
// longest run that never goes back is trusted, and a row outside of it counts at the time of the trusted row before it.
// Between devices time is the order, but what is done here comes after what was known here by then: rows are stored in
// the order in which they became known, and none counts at a later time than a row that was written here after it came.
// Rows of version 1 come before all that have a tick.
// Rows at the end of a device's list may be ahead of this clock: either was wrong. Up to a month they count as done
// now, so that nothing is asked twice. A row that is further ahead counts as if done long ago: at its own time it would
// keep its card away for years.

import {DAY} from "./days.js"
import {TIME, isLater, origin} from "./events.js"

const MONTH = 31 * DAY
const YEAR = 365 * DAY
const HERE = "here" // this device, whichever of its tokens a row has

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

// Rows of version 1, which have no tick, are in the order of their times.
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

// Most lists are in order already, which is cheaper to see than to sort.
function sorted(list, compare) {
  return list.every((entry, index) => !index || compare(list[index - 1], entry) <= 0) ? list : list.sort(compare)
}

// The longest run of entries whose times never go back (patience sorting).
function risingRun(entries) {
  const ends = [] // of the runs of each length, the one that ends earliest
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
