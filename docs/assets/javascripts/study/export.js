// Export: the log as a JSON file for the reader. Pages that say "Export it" load this module at once.
//
//   write(log, now)       -> string        {format, version, exported, seen, events: Row[]}; rows: events.js
//   save(log, now)        -> string        starts a download and returns a line about it; none for an empty record
//   download(name, text, type)             a text as a file
//   FORMAT

import {VERSION} from "./events.js"

export const FORMAT = "who-does-what study"
const NAME = "study.json"

export function write(log, now) {
  const head = JSON.stringify({format: FORMAT, version: VERSION, exported: new Date(now).toISOString(), seen: log.seen})
  return `${head.slice(0, -1)},"events":[\n${log.rows.map(row => JSON.stringify(row)).join(",\n")}\n]}\n`
}

export function save(log, now = Date.now()) {
  log.refresh() // another tab may have written
  if (!log.rows.length) return "There is nothing to export yet: your record is empty."
  log.change(({book, store}) => {
    book.head.exported = log.clock()
    store.unsettled = true
  })
  download(NAME, write(log, now), "application/json")
  return `Exported: look for ${NAME} among your downloads.`
}

export function download(name, text, type) {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([text], {type}))
  link.download = name
  link.click()
  // Safari reads a download some time after the click: https://bugs.webkit.org/show_bug.cgi?id=211234
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
