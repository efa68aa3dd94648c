// The log of this browser: `log`, of log.js. Only this module gives it storage, a clock, and randomness.

import {FORMER, storage} from "../record-key.js"
import {KIND} from "./events.js"
import {openLog} from "./log.js"
import {STORED_APART} from "./site-files.js"

const MATTERS = ["answered", "drafted", "finished", "rated", "ticked"]

export const log = openLog({storage: storage(), now: Date.now, random: Math.random})

if (hasFormer()) await import("./takeover.js").then(({takeOver}) => takeOver(log), () => {}) // the next page retries

if (STORED_APART) log.store.reports.add(STORED_APART)

addEventListener("storage", event => log.receive(event))
addEventListener("pageshow", event => event.persisted && log.refresh())
log.subscribe(guard)
log.subscribe(askToKeep)

// A reader who leaves with unsaved rows would lose them. Listen only then: a page with this listener cannot enter the
// browser's back/forward cache.
function guard() {
  const change = log.unsaved ? addEventListener : removeEventListener
  change("beforeunload", stay)
}

function stay(event) {
  event.preventDefault()
  event.returnValue = true // Chromium before 119
}

// Some browsers delete stored data when space is short, unless the site asks them not to. Firefox shows a prompt, so
// ask only once.
function askToKeep() {
  if (log.book.head.asked || !log.saved || !log.rows.some(row => MATTERS.includes(row[KIND]))) return
  log.change(({book, store}) => (store.unsettled = book.head.asked = true))
  navigator.storage?.persist?.().catch(() => {})
}

function hasFormer() {
  try {
    return storage()?.getItem(FORMER) != null || storage()?.getItem(`${FORMER}.newest`) != null
  } catch {
    return false
  }
}
