// Import a file that a reader exported. A record in a link (transfer.js) follows the same rules.
//
//   take(log, content, source)  -> {added, offers: number, line: string}   adds the rows that are not in the log yet; a
//                                            file with any mistake adds nothing; line: the outcome, for the reader
//                                            source: the noun in that line, "file" by default
//   examine(content, source)  -> {rows, wrong: string | undefined}   wrong: why it cannot be imported, for the reader
//   tooLarge(size)        -> string | null   why a file of that size (in bytes) is not read; called before reading it
//   load(log, file)       -> Promise<{added, offers, line}>   of a File
//   LARGEST

import {VERSION, isRow, seenOf} from "./events.js"
import {FORMAT} from "./export.js"
import {merge} from "./import.js"
import {mistake} from "./mistake.js"

export const LARGEST = 20_000_000

export function take(log, content, source = "file") {
  const {rows, seen, wrong} = examine(content, source)
  if (wrong) return {added: 0, offers: 0, line: wrong}
  const {added, offers} = merge(log, {rows, seen})
  return {added, offers, line: line(added, offers, source)}
}

export function examine(content, source = "file") {
  const {rows, seen, wrong} = read(content, source)
  if (wrong) return {wrong: `Nothing was imported: ${wrong}.`}
  if (!rows.length) return {wrong: `The ${source} is an export of an empty record: there was nothing to import.`}
  return {rows, seen}
}

export function tooLarge(size) {
  return size > LARGEST ? `the file has ${megabytes(size)}, and at most ${megabytes(LARGEST)} are read` : null
}

export async function load(log, file) {
  const large = tooLarge(file.size)
  return large ? {added: 0, offers: 0, line: `Nothing was imported: ${large}.`} : take(log, await file.text())
}

const megabytes = size => `${Math.round(size / 1e6)} MB`

const number = (count, one, many) => (count === 1 ? `1 ${one}` : `${count.toLocaleString("en-US")} ${many}`)

function line(added, offers, source) {
  const more = added ? `Imported: ${number(added, "event was", "events were")} added.` : offers ? "" : `Everything in the ${source} was already here.`
  const differ = number(offers, "text or setting differs", "texts and settings differ")
  return [more, offers ? `${differ} from what is here. Yours is unchanged; choose below.` : ""].filter(Boolean).join(" ")
}

function read(content, source) {
  const large = tooLarge(content.length)
  if (large) return {wrong: large}
  let found = null
  try {
    found = JSON.parse(content)
  } catch {
    return {wrong: `the ${source} is not JSON`}
  }
  if (found?.format !== FORMAT || !Array.isArray(found.events)) return {wrong: `the ${source} is not an export of this site`}
  const {version, events} = found
  if (!Number.isInteger(version) || version < 1) return {wrong: `the ${source} has no valid version number`}
  if (version > VERSION) return {wrong: `the ${source} is from a newer version of this site`}
  const index = events.findIndex(row => !isRow(row))
  if (index >= 0) return {wrong: `event ${index + 1} of the ${source} ${mistake(events[index])}`}
  return {rows: events, seen: seenOf(found.seen)}
}
