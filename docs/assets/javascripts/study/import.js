// Import rows: add new ones, and replace only rows that the writer of the file had seen.
//
//   merge(log, {rows, seen})    -> {added: number, offers: number}    rows that were not known; texts and values that
//                                  differ from those here, for the reader to choose
//   choose(log, offer, taken)      what the reader chose: the offered text or value, or the one that is here
//   takeBack(log, rows)         -> number      rows of what was set aside (aside-list.js) that were not known
//
// Drafts and settings have one value. A file names the highest tick of each device that its writer had seen. If that
// covers the row here and theirs is later, they replaced it knowingly, and theirs counts, unless they still have to
// choose between the two. If what was seen here covers their row, it was replaced here. Else both were written without
// knowledge of each other: the one here stays, and theirs is kept as an offer until the reader has chosen.

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
  log.refresh() // another tab may have written since
  const own = log.book.last.get(`${kind} ${key}`)
  if (taken || own) log.add(kind, key, taken ? value : own[VALUE])
  log.add("offered", key, from, written, "", false)
}

export const takeBack = (log, rows) => log.change(() => log.keep(rows).length)

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
