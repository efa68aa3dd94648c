// Erasing the record: everything that this site stored, in all open tabs.
//
//   erase(log)   -> boolean    false if the browser did not delete it
//
// The header stays and counts the erasures, so that a tab that was suspended during one drops its rows too. Erasing
// also deletes records under the former key (takeover.js), and the answers that mkdocs-quiz stored until November 2026.

import {FORMER} from "../record-key.js"
import {names} from "./store.js"
import {forget} from "./book.js"
import {write} from "./events.js"

export const erase = log =>
  log.change(({book, store}) => {
    const {generation, asked} = book.head
    const head = {generation: generation + 1, device: book.token(), own: [], seen: {}, exported: null, asked}
    forget(book, head)
    store.reports.clear()
    const done = cleared(store, write(head, []))
    store.unsettled = !done
    return done
  })

function cleared({storage, keys, texts}, empty) {
  texts[0] = texts[1] = null
  if (storage === null) return true
  try {
    for (const name of names(storage).filter(belongs(storage, keys[0]))) storage.removeItem(name)
    storage.setItem(keys[0], empty)
    texts[0] = empty
    return true
  } catch {
    return false
  }
}

function belongs(storage, key) {
  const path = key.slice(key.indexOf(":") + 1)
  const taken = storage.getItem(`${FORMER}.moved`)
  const former = name => (name === FORMER || name.startsWith(`${FORMER}.`)) && (taken === null || taken === key)
  return name => name === key || name.startsWith(`${key}.`) || name.startsWith(`quiz_progress_${path}`) || former(name)
}
