// Texts and settings that differ from an import: show both versions, and let the reader choose.
//
//   showOffers(log, place, wanted, options)   keeps the list in an element, now and after each change of the log
//     wanted(key)    -> boolean   which of them: keys of drafts and settings
//     nameOf(key)    -> string    of a draft: its question or prompt; null on the page of that draft
//     settingInWords(key, value)   -> string, of the value of a setting
//     chosen(taken)                what to do after the reader has chosen the imported version (taken) or the local one
//
// Texts are shown as text.

import {choose} from "./import.js"
import {count, dateOf, make} from "./view.js"

const SETTINGS = {
  "setting:daily": "Cards a day",
  "setting:exam": "Date of your exam",
  "setting:covers": "What your exam covers",
  "setting:daybreak": "A new day begins at",
  "setting:retention": "How well you want to know a card",
}
let made = 0

export function showOffers(log, place, wanted, options = {}) {
  let shown = ""
  const show = () => {
    const open = [...log.state.offers.values()].flat().filter(offer => wanted(offer.key) && differs(log, offer))
    const now = JSON.stringify(open.map(offer => [offer, here(log, offer.key)]))
    if (now === shown) return
    shown = now
    const inside = place.contains(document.activeElement)
    place.replaceChildren(...open.map(offer => section(log, offer, options)))
    if (inside) (place.querySelector("button") ?? place.closest("details")?.querySelector("summary"))?.focus()
  }
  log.subscribe(show)
  show()
}

// The local version: the text of a draft, or the value of a setting.
function here(log, key) {
  if (!key.startsWith("setting:")) return log.state.drafts.get(key)?.text ?? ""
  return log.rows.findLast(row => row[2] === "set" && row[3] === key)?.[4] ?? null
}

const differs = (log, {key, value}) => here(log, key) !== value

function section(log, offer, {nameOf = null, settingInWords, chosen = () => {}}) {
  const {key, value} = offer
  const id = `offer-${made++}`
  const words = key.startsWith("setting:") ? settingInWords : inWords
  const button = (label, taken) => {
    const click = () => {
      choose(log, offer, taken)
      chosen(taken)
    }
    return make("button", {type: "button", class: "md-button", click}, label)
  }
  return make(
    "div",
    {class: "offer", role: "group", "aria-labelledby": id},
    make("p", {id}, headline(key, nameOf), ` The import has another version, of ${dateOf(offer.written)}:`),
    make("p", {class: "offered"}, words(key, value)),
    make("p", {}, "Here: ", make("span", {class: "offered"}, words(key, here(log, key)))),
    make("div", {class: "review-actions"}, button("Keep mine", false), button("Use the imported one", true)),
  )
}

function headline(key, nameOf) {
  if (key.startsWith("setting:")) return `${SETTINGS[key] ?? key.slice("setting:".length)}.`
  if (key.startsWith("exam:")) return "A practice exam."
  return nameOf ? `Your text for "${nameOf(key)}."` : "Your text."
}

function inWords(key, value) {
  if (value === null || value === "") return "nothing"
  if (!key.startsWith("exam:")) return `${value}`
  try {
    return count(JSON.parse(value).given.length, "question answered", "questions answered")
  } catch {
    return "an exam that cannot be read"
  }
}
