// The review page's settings and "Your data", except the export, which is in review.js.

import {offerLinks} from "./review-links.js"
import {showAside} from "./study/aside-list.js"
import {DAY} from "./study/days.js"
import {erase} from "./study/erase.js"
import {save} from "./study/export.js"
import {load} from "./study/file.js"
import {log} from "./study/browser-log.js"
import {showOffers} from "./study/offers.js"
import {settingInWords as inWords} from "./study/setting-words.js"
import {dateOf, say} from "./study/view.js"

const $ = id => document.getElementById(`review-${id}`)
const on = (id, event, listener) => $(id).addEventListener(event, listener)
const fields = $("form").elements
const date = day => (day === null ? "" : new Date(day * DAY).toISOString().slice(0, 10))
const report = words => say($("told"), words)
const stored = words => (log.saved ? words : "Not stored: it counts until you close the page.")
const readable = key => key.slice(key.indexOf(":") + 1).replaceAll("-", " ")

const KEPT = "This browser keeps your record until you erase it or clear its data."
const CLEARED =
  "This browser may clear your record: when space is short, and in Safari after seven days without a visit. " +
  "Export it from time to time."
const EXPORT_EVERY = 5 * DAY // some browsers clear what was stored after seven days without a visit
const NOT_ERASED = "This browser did not erase everything. Clear this site's data in its settings."
const NOT_STORED = "This browser does not store your record. Export it before you close the page."

function fill() {
  const {daily, exam, daybreak} = log.state.settings
  fields.daily.value = daily
  fields.daybreak.value = daybreak
  fields.exam.value = date(exam)
  fields.exam.min = date(log.state.dayOf(Date.now()) + 1)
  const last = log.exported === null ? null : dateOf(log.exported)
  const exported = last ? `Last export: ${last}.` : "You have not saved a file from this browser yet."
  $("exported").textContent = exported
}

function set(name, value) {
  log.add("set", `setting:${name}`, value)
  say($("set"), stored("Saved."))
}

// The number of differences that the last import reported is no longer true.
function chosenIn(line) {
  return taken => {
    report("")
    say($(line), stored(taken ? "Took the imported one." : "Kept yours."))
  }
}

// Whether the browser has promised to keep the data. No answer means no promise.
async function tellWhetherItStays() {
  const {storage} = navigator
  const stays = (await storage?.persisted?.().catch(() => false)) ?? false
  $("persist").hidden = stays || !log.saved || !storage?.persist
  say($("keeps"), !log.saved ? NOT_STORED : stays ? KEPT : CLEARED)
  const isOld = log.exported === null || Date.now() - log.exported > EXPORT_EVERY
  $("backup").hidden = stays || !log.saved || !log.rows.length || !isOld
}

let begun = false
let planned = false
export function start(deck) {
  if (!begun) offer(deck)
  begun = true
  if (planned || !deck) return
  planned = true
  import("./review-plan.js").then(({showPlan}) => showPlan(log, deck, set), () => (planned = false))
}

// The list in "Your data" has the settings too.
function offer(deck) {
  const settingInWords = (key, value) => inWords(deck, key, value)
  const inSettings = {settingInWords, chosen: chosenIn("set")}
  showOffers(log, $("settings-offers"), key => key.startsWith("setting:"), inSettings)
  showOffers(log, $("offers"), () => true, {nameOf: readable, settingInWords, chosen: chosenIn("told")})
}

// An address may name the settings, which were not on the page yet when the browser looked for them.
function showNamed() {
  if (location.hash !== "#review-settings") return
  $("settings").open = true
  $("settings").scrollIntoView()
}

log.subscribe(fill)
fill()
addEventListener("hashchange", showNamed)
showNamed()
log.subscribe(tellWhetherItStays)
tellWhetherItStays()
showAside(log, $("aside"), report)
offerLinks(log, $("link"), $("links"), report)

on("form", "submit", event => event.preventDefault())
on("form", "change", ({target}) => {
  if (!target.reportValidity()) return say($("set"), `Not saved: ${target.validationMessage}`)
  set(target.name, target.type === "number" ? target.valueAsNumber : target.value || null)
})

on("persist", "click", async () => {
  const kept = await navigator.storage.persist().catch(() => false)
  report(kept ? "" : "This browser does not guarantee that it will keep your record. Export your record from time to time.")
  tellWhetherItStays()
})
on("save", "click", () => say($("status"), save(log)))
on("import", "click", () => $("file").click())
const unreadable = () => ({line: "Nothing was imported: the file could not be read."})
on("file", "change", async ({target}) => {
  const [file] = target.files
  if (!file) return
  const {line} = await load(log, file).catch(unreadable)
  report(log.saved || !line.startsWith("Imported") ? line : `${line} This browser did not store it.`)
  target.value = ""
})
on("erase", "click", () => {
  $("sure").returnValue = ""
  $("sure").showModal()
})
on("sure", "close", () => {
  if ($("sure").returnValue !== "erase") return
  report(erase(log) ? "Everything is erased." : NOT_ERASED)
})
for (const control of document.querySelectorAll("#review-app :disabled")) control.disabled = false // filled in by now
