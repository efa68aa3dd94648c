// Import rows: add new ones, and replace only rows that the device that wrote the file had seen.
//
//   merge(log, {rows, seen})    -> {added: number, offers: number}    added: new rows; offers: texts and values that
//                                  differ from the local ones, between which the reader chooses
//   choose(log, offer, taken)      records the reader's choice: the offered text or value (taken), or the local one
//   restoreRows(log, rows)      -> number      adds rows of a text that was set aside (aside-list.js); returns how many
//
// Drafts and settings have one value. A file lists, for each device, the highest tick that its writer had seen. If that
// includes the local row and the file's row is later, the file's row replaces it, unless the reader still has to choose
// between the two on the other device. If this browser has already seen the file's row, the local row replaced it.
// Otherwise, neither device knew of the other's row: the local row stays, and the file's is an offer to the reader.

import {ID, KEY, KIND, TIME, VALUE, isLater, origin, replaces, seenIn} from "./events.js"

export const merge = (log, file) =>
  log.change(({book, store}) => {
    const {rows, offers} = reconcile(book, file, log.seen)
    book.head.seen = together(seenIn(file.rows, log.seen), file.seen)
    book.tick = Math.max(book.tick, ...Object.values(book.head.seen))
    store.unsettled = true
    const added = log.keep(rows).length
    return {added, offers: log.keep(offers.map(row => log.made(...offerOf(row)))).length}
  })

// If the reader chose the local version, write it again, so that other devices know.
export function choose(log, {key, from, written, value}, taken) {
  const kind = key.startsWith("setting:") ? "set" : "drafted"
  log.refresh() // another tab may have written a row since
  const own = log.book.last.get(`${kind} ${key}`)
  if (taken || own) log.add(kind, key, taken ? value : own[VALUE])
  log.add("offered", key, from, written, "", false)
}

export const restoreRows = (log, rows) => log.change(() => log.keep(rows).length)

function reconcile(book, {rows, seen}, seenHere) {
  const take = []
  const offers = []
  const open = new Set(rows.filter(row => row[KIND] === "offered" && row[VALUE + 3]).map(row => row[KEY]))
  const replaced = (own, row) => covers(seen, own) && isLater(row, own) && !open.has(row[KEY])
  for (const row of rows) {
    if (book.known.has(row[ID])) continue
    const own = hasOneValue(row) ? book.last.get(replaces(row)) : undefined
    if (own && covers(seenHere, row)) continue
    if (!own || own[VALUE] === row[VALUE] || replaced(own, row)) take.push(row)
    else if (isNews(book, row)) offers.push(row)
  }
  return {rows: take, offers}
}

const hasOneValue = row => row[KIND] === "drafted" || row[KIND] === "set"

const isNews = (book, row) => row[VALUE] !== "" && !book.last.has(`offered ${row[KEY]} ${row[ID]}`)

const offerOf = row => ["offered", row[KEY], row[ID], row[TIME], row[VALUE], true]

function covers(seen, row) {
  const [device, tick] = origin(row)
  return tick > 0 && seen[device] >= tick
}

function together(one, other) {
  const both = {...one}
  for (const [device, tick] of Object.entries(other)) both[device] = Math.max(tick, both[device] ?? 0)
  return both
}
