// The reader's file: the log as JSON that they own, and back.
//
//   write(log, now)       -> string        {format, version, exported, events: Row[]}; rows: events.js
//   take(log, content)    -> {added: number, line: string}   adds what is not there; a file that is wrong anywhere adds
//                                                            nothing; line says what became of it
//   tooLarge(size)        -> string | null why a file of that size is not read; asked before it is read
//   save(log, now)                         a download
//   load(log, file)       -> Promise<{added, line}>   of a File
//   FORMAT, LARGEST

import {VERSION, isRow, mistake} from "./events.js"

export const FORMAT = "who-does-what study"
export const LARGEST = 20_000_000

export function write(log, now) {
  const head = JSON.stringify({format: FORMAT, version: VERSION, exported: new Date(now).toISOString()})
  return `${head.slice(0, -1)},"events":[\n${log.rows.map(row => JSON.stringify(row)).join(",\n")}\n]}\n`
}

export function take(log, content) {
  const {events, wrong} = read(content)
  if (wrong) return {added: 0, line: `Nothing was imported: ${wrong}.`}
  const added = log.merge(events)
  const more = added === 1 ? "1 event was" : `${added.toLocaleString("en")} events were`
  return {added, line: added ? `Imported: ${more} added.` : "Everything in the file was here already."}
}

export function tooLarge(size) {
  return size > LARGEST ? `the file has ${megabytes(size)}, and at most ${megabytes(LARGEST)} are read` : null
}

export function save(log, now = Date.now()) {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([write(log, now)], {type: "application/json"}))
  link.download = "study.json"
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href))
}

export async function load(log, file) {
  const large = tooLarge(file.size)
  return large ? {added: 0, line: `Nothing was imported: ${large}.`} : take(log, await file.text())
}

const megabytes = size => `${Math.round(size / 1e6)} MB`

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
  if (!Number.isInteger(found.version) || found.version < 1) return {wrong: "the file does not say of which version it is"}
  if (found.version > VERSION) return {wrong: "the file is of a newer version of this site"}
  const index = found.events.findIndex(row => !isRow(row))
  return index < 0 ? {events: found.events} : {wrong: `event ${index + 1} of the file ${mistake(found.events[index])}`}
}
