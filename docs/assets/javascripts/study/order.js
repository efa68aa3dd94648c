// Rows in the order in which things happened, each with the time to count with. The clock of a device may have been
// wrong for a while; what it wrote is kept as it is, and only counted at a time that can be true.
//
//   inOrder(rows, now)  -> {row, time}[]
//
// Within a device the tick is the order, and times never go back along it. Most of a device's times fit together: the
// longest run that never goes back is trusted, and a row outside of it counts at the time of the trusted row before it.
// Between devices time is the order: an import moves no row behind itself (import.js), so what is done after it comes
// later here too. Rows of version 1 come before all that have a tick.
// Rows at the end of a device's list may be ahead of this clock: either was wrong. Up to a month they count as done
// now, so that nothing is asked twice. A row that is further ahead counts as if done long ago: at its own time it would
// keep its card away for years.

import {DAY} from "./days.js"
import {TIME, isLater, origin} from "./events.js"

const MONTH = 31 * DAY
const YEAR = 365 * DAY

export function inOrder(rows, now) {
  const found = [...byDevice(rows).values()].flatMap(list => timed(list, now))
  return sorted(found, (one, other) => (one.tick > 0) - (other.tick > 0) || one.time - other.time || ordered(one, other))
}

function byDevice(rows) {
  const devices = new Map()
  for (const row of rows) {
    const [device, tick] = origin(row)
    const list = devices.get(device) ?? devices.set(device, []).get(device)
    list.push({row, time: row[TIME], tick})
  }
  return devices
}

// Rows of version 1, which have no tick, are in the order of their times.
function timed(list, now) {
  const entries = sorted(list, (one, other) => one.tick - other.tick || ordered(one, other))
  let end = entries.length
  while (end > 0 && entries[end - 1].time > now) end--
  const begun = entries.slice(0, end)
  const trusted = risingRun(begun.filter(({time}) => time <= now))
  let time = begun.find(entry => trusted.has(entry))?.time ?? now - YEAR
  for (const entry of begun) entry.time = time = trusted.has(entry) ? entry.time : time
  for (const entry of entries.slice(end)) entry.time = entry.time <= now + MONTH ? now : time
  return entries
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
