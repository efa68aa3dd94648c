// The review page: one card at a time. Its words and forms are in review.md; study/ decides what is due and how long a
// card waits. Cards are HTML that the build made safe; nothing that a reader wrote or imported is shown here.
// What is not needed for a card is in review-data.js, which is loaded while the first card is read.

import {DAY, dayOf} from "./study/days.js"
import {loadDeck} from "./study/deck.js"
import {due, inWords} from "./study/due.js"
import {save} from "./study/export.js"
import {log} from "./study/here.js"
import {dueAfter, dueDay} from "./study/memory.js"
import {ROOT, count, say, showReports} from "./study/view.js"

const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ")
const MONTHS =
  "January February March April May June July August September October November December".split(" ")
const $ = id => document.getElementById(`review-${id}`)
const on = (id, event, listener) => $(id).addEventListener(event, listener, true)
const idle = globalThis.requestIdleCallback ?? setTimeout
const today = () => log.state.dayOf(Date.now())

let plan = null // what there is to ask: due.js
let cards = [] // to be asked, the first of them now
let shown = null
let repeating = false // shown once more on the evening on which it was missed

const deck = await loadDeck(ROOT).catch(error => say($("status"), error.message))
$("needs").remove()
$("app").hidden = false
showReports(log, $("reports"))
on("export", "click", () => say($("told"), save(log)))
const settings = () => import("./review-data.js").catch(() => {}) // offline: again when they are opened
idle(settings)
on("app", "toggle", settings)
if (deck) start()

function start() {
  on("show", "click", reveal)
  on("rate", "click", ({target}) => rate(Number(target.closest("button")?.value)))
  on("card", "keydown", pressed)
  log.subscribe(look)
  for (const event of ["focus", "pageshow"]) addEventListener(event, awake)
  document.addEventListener("visibilitychange", awake)
  look()
  if (document.activeElement === document.body && !location.hash) focusCard()
}

// Perhaps another day has begun since.
function awake() {
  if (!document.hidden && log.state.dayOf(log.state.now) < today()) log.refresh()
}

// From what is known now. The card that is shown stays, and the others keep their order, if they are still to be asked.
function look() {
  plan = due(log.state, deck.cards, {now: Date.now()})
  const before = new Map(cards.map((card, index) => [card, index]))
  const place = card => (card === shown ? -1 : (before.get(card) ?? Infinity))
  const kept = list => [...list].sort((one, other) => place(one) - place(other) || 0)
  const planned = [...kept([...plan.due, ...plan.missed]), ...kept(plan.fresh)]
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
  if (!card) $("next").textContent = plan.next === null ? "" : `Come back ${when(plan.next)}.`
  else if (card !== shown) front(card)
  shown = card
  if (card) intervals()
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

function pressed(event) {
  const {key, target, repeat, ctrlKey, altKey, metaKey} = event
  const space = key === " " && !target.closest("a, button")
  if (space) event.preventDefault()
  if (repeat || ctrlKey || altKey || metaKey) return
  if (space) reveal()
  else if ("1234".includes(key)) rate(Number(key))
}

function tally() {
  const {settings: {exam}} = log.state
  const parts = [inWords(plan, " · ")]
  if (plan.done) parts.push(`${plan.done} done today`)
  const left = exam - dayOf(Date.now())
  if (exam !== null && left > 0) parts.push(`${count(left, "day")} to the exam`)
  $("tally").textContent = parts.filter(Boolean).join(" · ")
}

// A day begins in the early morning: what is due on the next one may be due on this date of the calendar. In words of
// our own: toLocaleDateString takes 15 ms the first time, while a card is rated.
function when(day) {
  const at = new Date(day * DAY)
  const date = `${DAYS[at.getUTCDay()]}, ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`
  const away = day - dayOf(Date.now())
  if (away === 0) return `today, from ${log.state.settings.daybreak}:00`
  return away === 1 ? `tomorrow, ${date}` : `on ${date}`
}

function focusCard() {
  $(shown ? "card" : "done").focus()
}
