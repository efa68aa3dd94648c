// The review page: one card at a time. Its text and forms are in review.md; study/ decides which cards are due and when
// a card comes back. Cards are HTML that the build made safe. The page shows no text that a reader wrote or imported.
// Code that no card needs is in review-data.js, which loads while the reader reads the first card.

import {DAY, dayOf} from "./study/days.js"
import {loadDeck} from "./study/deck.js"
import {inWords, number} from "./study/due.js"
import {KEY} from "./study/events.js"
import {save} from "./study/export.js"
import {log} from "./study/browser-log.js"
import {dueAfter, dueDay} from "./study/memory.js"
import {daysToExam, planOf} from "./study/plan.js"
import {EVERYTHING, readScope, writeScope} from "./study/scope.js"
import {showScope} from "./study/scope-list.js"
import {lastDone, undo} from "./study/undo.js"
import {ROOT, at, buttonLink, count, say, showReports} from "./study/view.js"

const DATE = {weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC"} // of a day as dayOf counts
const $ = id => document.getElementById(`review-${id}`)
const on = (id, event, listener) => $(id).addEventListener(event, listener, true)
const idle = globalThis.requestIdleCallback ?? setTimeout
const today = () => log.state.dayOf(Date.now())

const UNKNOWN = "This address asks for cards that this site does not have, so the page shows all cards."
const NOT_LOADED = "The link could not be read. Are you offline? Open it again later."
const SOME = [["only=due", "Only due cards"], ["only=weak", "Only weak cards"]]

let scope = EVERYTHING
let plan = null // of due.js
let cards = [] // the queue; the first card is asked now
let shown = null // the card on the page
let repeating = false // whether the card is asked again on the day it was missed

const deck = await loadDeck(ROOT).catch(error => say($("status"), error.message))
$("needs").remove()
$("app").hidden = false
showReports(log, $("reports"))
on("export", "click", () => say($("told"), save(log)))
const settings = () => import("./review-data.js").then(({start}) => start(deck), () => {}) // offline: retry when opened
addEventListener("hashchange", arrive)
arrive()
idle(settings)
on("app", "toggle", settings)
if (deck) start()

function start() {
  on("show", "click", reveal)
  on("rate", "click", ({target}) => rate(Number(target.closest("button")?.value)))
  on("card", "keydown", pressed)
  on("skip", "click", () => put("skipped", `Skipped for today. It comes back ${when(today() + 1)}.`))
  on("put", "click", () => put("aside", 'Set aside. Take it back under "Cards you set aside."'))
  on("undo", "click", undoLast)
  on("scope", "change", choose)
  addEventListener("hashchange", narrow)
  addEventListener("popstate", narrow)
  log.subscribe(look)
  for (const event of ["focus", "pageshow"]) addEventListener(event, awake)
  document.addEventListener("visibilitychange", awake)
  narrow()
  if (document.activeElement === document.body && isScope()) focusCard()
}

// An address may contain a record from another device. Remove it from the address, so that the record stays out of the
// browser's history, and a reload does not import it again.
function arrive() {
  const [name, words] = location.hash.split("=")
  if (name !== "#record") return
  history.replaceState(null, "", location.pathname)
  import("./review-arrival.js").then(arrival => arrival.arrive(log, words), () => say($("status"), NOT_LOADED))
}

// Otherwise, the hash is the id of a heading or a record.
function isScope() {
  return !location.hash || (location.hash.includes("=") && !location.hash.startsWith("#record="))
}

function choose({target}) {
  history.pushState(null, "", target.value ? `#${target.value}` : location.pathname)
  narrow()
}

function narrow() {
  if (isScope()) {
    const found = readScope(location.hash, deck)
    if (!found) say($("status"), UNKNOWN)
    scope = found ?? EVERYTHING
    shown = null
    cards = []
  }
  look()
  showScope($("scope"), deck, scope, SOME)
}

// A new day may have begun while the page was in the background.
function awake() {
  if (!document.hidden && log.state.dayOf(log.state.now) < today()) log.refresh()
}

// Update the queue. The current card stays, and the others keep their order if they are still to be asked.
function look() {
  plan = planOf(deck, log.state, {now: Date.now(), scope})
  const before = new Map(cards.map((card, index) => [card, index]))
  const place = card => (card === shown ? -1 : (before.get(card) ?? Infinity))
  const kept = list => [...list].sort((one, other) => place(one) - place(other) || 0)
  const first = plan.queue.slice(0, plan.queue.length - plan.fresh.length)
  const planned = [...kept(first), ...kept(plan.fresh)]
  cards = planned.includes(shown) ? [shown, ...planned.filter(card => card !== shown)] : planned
  const inside = $("card").contains(document.activeElement)
  show()
  if (inside && !$("app").contains(document.activeElement)) focusCard()
}

function show() {
  const card = repeating && plan.again.includes(shown) ? shown : (cards[0] ?? plan.again[0])
  tally()
  $("card").hidden = !card
  $("done").hidden = !!card
  $("skip").hidden = $("put").hidden = !card
  $("undo").hidden = !lastDone(log, Date.now())
  if (!card) over()
  else if (card !== shown) front(card)
  shown = card
  if (card) intervals()
}

function over() {
  $("next").textContent = plan.next === null ? "" : `Come back ${when(plan.next)}.`
  $("raise").hidden = !plan.held
  const all = planOf(deck, log.state, {now: Date.now()})
  const isPart = writeScope(scope) !== ""
  const more = isPart && number(all) > 0
  $("end").textContent = isPart && !plan.done ? "Nothing to ask here" : more ? "Done with these" : "Done for today"
  const lead = (href, words) => $("else").replaceChildren(buttonLink(href, words, true))
  if (more) return lead(at("review"), `Review everything: ${inWords(all)}`)
  const next = ({steps}) => steps(deck, log.state, Date.now())[0]
  import("./study/next-step.js").then(next).then(({href, words}) => lead(href, words), () => {})
}

function front({id, kind, personas, front}) {
  $("card").dataset.personas = personas.join(" ")
  $("card").dataset.asks = id.split(":")[2] ?? kind
  repeating = !cards.length
  $("card").classList.toggle("again", repeating)
  $("front").innerHTML = front
  turn(false)
}

function turn(over) {
  $("show").hidden = over
  $("back").hidden = $("rate").hidden = !over
}

function reveal() {
  if ($("show").hidden) return
  const {id, kind, back, address, title} = shown
  $("key").innerHTML = back
  $("why").innerHTML = ""
  $("more").href = address
  $("more").textContent = title
  turn(true)
  $("back").focus()
  if (kind !== "question") return
  const explain = found => shown?.id === id && ($("why").innerHTML = found.get(id).explanation)
  deck.reasons().then(explain, () => {})
}

function intervals() {
  for (const button of $("rate").querySelectorAll("button")) {
    const day = dueAfter(log.state, shown.id, Number(button.value), today())
    button.querySelector(".wait").textContent = wait(day - today())
  }
}

function wait(days) {
  return days < 31 ? count(days, "day") : count(Math.round(days / 30.4), "month")
}

function rate(value) {
  if (!value || $("rate").hidden) return
  const {id} = shown
  const once = repeating
  shown = null
  if (once) log.add("repeated", id, value > 1)
  else log.add("rated", id, value)
  say($("status"), once ? "" : `${value === 1 ? "Once more today, then" : "Next time"} ${when(dueDay(log.state, id))}.`)
  focusCard()
}

// Skip the card for today, or set it aside until the reader takes it back.
function put(kind, words) {
  const {id} = shown
  shown = null
  log.add(kind, id, true)
  say($("status"), words)
  focusCard()
}

function undoLast() {
  const row = lastDone(log, Date.now())
  if (!row) return
  undo(log, row)
  const card = deck.card(row[KEY])
  if (plan.queue.includes(card) || plan.again.includes(card)) {
    cards = [card, ...cards.filter(other => other !== card)]
    shown = null
    show()
  }
  say($("status"), card ? `Undone: ${card.title}.` : "Undone.")
  focusCard()
}

function pressed(event) {
  const {key, target, repeat, ctrlKey, altKey, metaKey} = event
  const space = key === " " && !target.closest("a, button")
  if (space) event.preventDefault()
  if (repeat || ctrlKey || altKey || metaKey) return
  if (space) reveal()
  else if ("1234".includes(key)) rate(Number(key))
}

function tally() {
  const parts = [inWords(plan, " · ")]
  if (plan.done) parts.push(`${plan.done} done today`)
  const left = daysToExam(log.state, Date.now())
  if (left !== null) parts.push(left ? `${count(left, "day")} to the exam` : "exam today")
  $("tally").textContent = parts.filter(Boolean).join(" · ")
}

// A study day begins in the early morning, so the next study day may still have today's calendar date.
function when(day) {
  const date = new Date(day * DAY).toLocaleDateString("en-US", DATE)
  const away = day - dayOf(Date.now())
  if (away === 0) return `after ${log.state.settings.daybreak} in the morning`
  return away === 1 ? `tomorrow, ${date}` : `on ${date}`
}

function focusCard() {
  $(shown ? "card" : "done").focus()
}
