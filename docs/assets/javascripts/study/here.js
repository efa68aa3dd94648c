// The log of this browser: the one place that asks for its storage, clock and randomness.
//
//   log          Log of log.js
//   save(log)    download the export
//   load(log, file)  -> Promise<string>   import a File; the line that says what became of it
//
// From a folder (`file://`) most browsers run no modules at all, so the pages that use this module say so in plain HTML.

import {KEY, openLog, tooLarge} from "./log.js"

function storage() {
  try {
    return localStorage
  } catch {
    return null
  }
}

export const log = openLog({storage: storage(), now: Date.now, random: Math.random})

addEventListener("storage", event => log.heard(event))
addEventListener("pageshow", event => event.persisted && log.refresh())

export function save(log) {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([log.file()], {type: "application/json"}))
  link.download = `${KEY}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href))
}

export async function load(log, file) {
  const large = tooLarge(file.size)
  return large ? `Nothing was imported: ${large}.` : log.take(await file.text()).line
}
