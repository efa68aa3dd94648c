// The review page: one card at a time. Its words and forms stand in review.md; what is due, and how long a card waits,
// is known by study/. Cards are HTML that the build made safe; nothing that a reader wrote or imported is shown here.
// What is not needed for a card is review-data.js.

import {loadDeck} from "./study/deck.js"
import {due, dueDay} from "./study/due.js"
import {log} from "./study/here.js"
import {DAY, review} from "./study/scheduler.js"
import {ROOT, count, say, showReports} from "./study/view.js"

const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ")
const MONTHS =
  "January February March April May June July August September October November December".split(" ")
const $ = id => document.getElementById(`review-${id}`)
const on = (id, event, listener) => $(id).addEventListener(event, listener, true)
const today = () => log.state.dayOf(Date.now())

let cards = [] // to be asked, the first of them now
let missed = [] // to be asked once more in this sitting
let shown = null
let rating = false

const deck = await loadDeck(ROOT).catch(error => say($("status"), error.message))
$("needs").remove()
$("app").hidden = false
showReports(log, $("reports"))
on("app", "toggle", () => import("./review-data.js").catch(error => say($("status"), error.message)))
if (deck) start()

function start() {
  on("show", "click", reveal)
  on("rate", "click", ({target}) => rate(Number(target.closest("button")?.value)))
  on("card", "keydown", pressed)
  log.subscribe(() => rating || plan())
  addEventListener("focus", () => log.state.dayOf(log.state.now) < today() && log.refresh())
  plan()
  if (document.activeElement === document.body && !location.hash) focusCard()
}

// From what is known now; the card that is shown stays if it is still to be asked.
function plan() {
  const found = due(log.state, deck.cards, {now: Date.now()})
  const planned = [...found.due, ...found.fresh]
  cards = planned.includes(shown) ? [shown, ...planned.filter(card => card !== shown)] : planned
  missed = missed.filter(({id}) => log.state.cards.has(id))
  const inside = $("card").contains(document.activeElement)
  show()
  if (inside && !$("app").contains(document.activeElement)) focusCard()
}

function show() {
  const card = cards[0] ?? missed[0]
  tally()
  $("card").hidden = !card
  $("done").hidden = !!card
  if (!card) done()
  else if (card !== shown) front(card)
  shown = card
  if (card) intervals()
}

function front({id, kind, personas, front}) {
  $("card").dataset.personas = personas.join(" ")
  $("card").dataset.asks = id.split(":")[2] ?? kind
  $("card").classList.toggle("again", !cards.length)
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
  const {state} = log
  const {id} = shown
  const {retention} = state.settings
  for (const button of $("rate").children) {
    const memory = review(state.cards.get(id) ?? null, Number(button.value), today() * DAY, {retention})
    const after = {...state, cards: new Map([[id, memory]])}
    button.children[0].textContent = wait(dueDay(after, id) - today())
  }
}

function wait(days) {
  return days < 31 ? count(days, "day") : count(Math.round(days / 30.4), "month")
}

function rate(value) {
  if (!value || $("rate").hidden) return
  const {id} = shown
  const queue = cards.length ? cards : missed
  const rows = log.rows.length
  const card = queue.shift()
  rating = true
  if (queue === cards) log.add("rated", id, value)
  rating = false
  if (value === 1) missed.push(card)
  shown = null
  if (log.rows.length > rows + 1) plan() // another tab was heard meanwhile
  else show()
  say($("status"), queue === missed ? "" : `Next time ${when(dueDay(log.state, id))}.`)
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
  const {days, cards: known, settings: {exam}} = log.state
  const old = cards.filter(({id}) => known.has(id)).length
  const done = days.get(today())?.reviews
  const parts = [[old, "due"], [cards.length - old, "new"], [missed.length, "once more"], [done, "done today"]]
  if (exam > today()) parts.push([count(exam - today(), "day"), "to the exam"])
  $("tally").textContent = parts.filter(([number]) => number).map(part => part.join(" ")).join(" · ")
}

// Where the limit left new cards for another day, that day is tomorrow.
function done() {
  const left = deck.cards.some(({id, kind}) => kind !== "question" && !log.state.cards.has(id))
  const {next} = due(log.state, deck.cards, {now: Date.now()})
  $("next").textContent = `Come back ${when(left ? today() + 1 : next)}.`
}

// toLocaleDateString takes 15 ms the first time, while a card is rated.
function when(day) {
  const at = new Date(day * DAY)
  const date = `${DAYS[at.getUTCDay()]}, ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`
  return day - today() === 1 ? `tomorrow, ${date}` : `on ${date}`
}

function focusCard() {
  $(shown ? "card" : "done").focus()
}
