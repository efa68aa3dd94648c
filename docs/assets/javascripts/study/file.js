// A file that a reader exported, and back it comes.
//
//   take(log, content)    -> {added, offers: number, line: string}   adds what is not there; a file that is wrong
//                                            anywhere adds nothing; line says what became of it
//   tooLarge(size)        -> string | null   why a file of that size is not read; asked before it is read
//   load(log, file)       -> Promise<{added, offers, line}>   of a File
//   LARGEST

import {VERSION, isRow, seenOf} from "./events.js"
import {FORMAT} from "./export.js"
import {merge} from "./import.js"
import {mistake} from "./mistake.js"

export const LARGEST = 20_000_000
const SAME = "Everything in the file was here already."
const EMPTY = "The file is an export of an empty record: there was nothing to import."

export function take(log, content) {
  const {rows, seen, wrong} = read(content)
  if (wrong) return nothing(wrong)
  if (!rows.length) return {added: 0, offers: 0, line: EMPTY}
  const {added, offers} = merge(log, {rows, seen})
  return {added, offers, line: line(added, offers)}
}

export function tooLarge(size) {
  return size > LARGEST ? `the file has ${megabytes(size)}, and at most ${megabytes(LARGEST)} are read` : null
}

export async function load(log, file) {
  const large = tooLarge(file.size)
  return large ? nothing(large) : take(log, await file.text())
}

const nothing = why => ({added: 0, offers: 0, line: `Nothing was imported: ${why}.`})

const megabytes = size => `${Math.round(size / 1e6)} MB`

const number = (count, one, many) => (count === 1 ? `1 ${one}` : `${count.toLocaleString("en")} ${many}`)

function line(added, offers) {
  const more = added ? `Imported: ${number(added, "event was", "events were")} added.` : offers ? "" : SAME
  const differ = number(offers, "text or setting differs", "texts and settings differ")
  return [more, offers ? `${differ} from what is here. Yours is unchanged; choose below.` : ""].filter(Boolean).join(" ")
}

function read(content) {
  const large = tooLarge(content.length)
  if (large) return {wrong: large}
  let found = null
  try {
    found = JSON.parse(content)
  } catch {
    return {wrong: "the file is not JSON"}
  }
  if (found?.format !== FORMAT || !Array.isArray(found.events)) return {wrong: "the file is not an export of this site"}
  const {version, events} = found
  if (!Number.isInteger(version) || version < 1) return {wrong: "the file does not say of which version it is"}
  if (version > VERSION) return {wrong: "the file is of a newer version of this site"}
  const index = events.findIndex(row => !isRow(row))
  if (index >= 0) return {wrong: `event ${index + 1} of the file ${mistake(events[index])}`}
  return {rows: events, seen: seenOf(found.seen)}
}
