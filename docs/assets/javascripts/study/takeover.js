// Migrate the record under the key that all sites used until November 2026. On each host, the first site that is opened
// migrates it. If two tabs do so at once, they store the same rows with the same ids.
//
//   takeOver(log)       adds its rows to this log and stores them; only then removes the former record

import {FORMER} from "../record-key.js"
import {parse} from "./events.js"
import {flush, names, setAside} from "./store.js"

const MOVED = `${FORMER}.moved` // contains the key of the site that migrated the record
const ASIDE = `${FORMER}.aside.`

export const takeOver = log =>
  log.change(({book, store}) => {
    if (store.storage === null) return
    try {
      const texts = formerTexts(store.storage, store.keys[0])
      const taken = texts.filter(([name, text]) => takeText(log, name, text))
      if (book.pending.length) makeRoom(store, book, taken)
      if (!book.pending.length) remove(store, taken)
    } catch {
      // the next write reports a storage that fails here
    }
  })

function formerTexts(storage, key) {
  const taken = storage.getItem(MOVED)
  if (taken !== null && taken !== key) return []
  const own = names(storage).filter(name => name === FORMER || (name.startsWith(`${FORMER}.`) && name !== MOVED))
  return own.map(name => [name, storage.getItem(name)])
}

// Whether the text can be removed without loss.
function takeText(log, name, text) {
  const {rows, problem} = parse(text)
  if (name.startsWith(ASIDE)) return setAside(log.store, text, problem ?? "damaged") !== null
  const words = problem ? setAside(log.store, text, problem) : ""
  if (words) log.store.reports.add(words)
  log.keep(rows)
  return words !== null
}

// If there is no room for both, remove the former record, and restore it if that did not help.
function makeRoom(store, book, taken) {
  for (const [name] of taken) store.storage.removeItem(name)
  flush(store, book)
  if (book.pending.length) for (const [name, text] of taken) store.storage.setItem(name, text)
}

function remove({storage, keys}, taken) {
  if (!taken.length) return
  storage.setItem(MOVED, keys[0])
  for (const [name] of taken) storage.removeItem(name)
}
