// The list of texts that were set aside, on the review page. For each, the reader can download it, restore the readable
// rows, or delete it.
//
//   showAside(log, place, say)    keeps the list in an element; say(words): reports the result of a press

import {names} from "./store.js"
import {parse} from "./events.js"
import {download} from "./export.js"
import {restoreRows} from "./import.js"
import {count, dateOf, make} from "./view.js"

const WHAT = {
  damaged: "A record that is partly unreadable",
  foreign: "Something that is not a record from this site",
  newer: "A record from a newer version of this site",
  null: "A readable record",
}

export function showAside(log, place, say) {
  const show = () => {
    const found = listed(log.store)
    const head = make("p", {}, "Set aside, because it could not be read:")
    const inside = place.contains(document.activeElement)
    place.replaceChildren(...(found.length ? [head, list(log, found, say)] : []))
    if (inside) (place.querySelector("button") ?? place.closest("details").querySelector("summary")).focus()
  }
  log.subscribe(show)
  show()
}

// The key of a text set aside before November 2026 contains only a fingerprint.
function listed({storage, keys}) {
  const start = `${keys[0]}.aside.`
  try {
    const own = names(storage).filter(name => name.startsWith(start))
    return own.map(name => entry(name, name.slice(start.length).split("."), storage.getItem(name)))
  } catch {
    return [] // no storage
  }
}

function entry(name, [, time], text) {
  const {rows, problem} = parse(text)
  return {name, text, rows, problem, time: time === undefined ? null : parseInt(time, 36)}
}

const list = (log, found, say) => make("ul", {class: "review-aside"}, ...found.map(one => item(log, one, say)))

function item(log, {name, text, rows, problem, time}, say) {
  const words = `${WHAT[problem]}: ${size(text.length)}, set aside ${time === null ? "earlier" : `on ${dateOf(time)}`}.`
  const button = (label, click) => make("button", {type: "button", click}, label)
  const back = () => {
    const added = restoreRows(log, rows)
    if (problem === null) remove(log, name)
    const back = `Taken back: ${count(added, "event was", "events were")} added.`
    say(added ? back : "Everything readable in it was already here.")
  }
  const erase = button("Delete", () => {
    if (erase.dataset.sure) {
      remove(log, name)
      return say("Deleted.")
    }
    erase.dataset.sure = "yes"
    erase.textContent = "Delete it for good"
  })
  return make(
    "li",
    {},
    make("p", {}, words),
    make(
      "div",
      {class: "review-actions"},
      button("Download", () => download("set-aside.txt", text, "text/plain")),
      rows.length ? button(`Take back ${count(rows.length, "event")}`, back) : "",
      erase,
    ),
  )
}

function remove(log, name) {
  log.store.storage.removeItem(name)
  log.refresh()
}


const size = length => (length < 1000 ? count(length, "character") : `${Math.round(length / 1000)} kB`)
