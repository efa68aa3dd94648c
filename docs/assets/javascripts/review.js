// The review page: one card at a time. Its words and forms stand in review.md, what is due and for how long in study/.
// Cards are HTML that the build made safe; what a reader wrote or imported is shown nowhere here.

import {loadDeck} from "./study/deck.js"
import {due, dueDay} from "./study/due.js"
import {log} from "./study/here.js"
import {DAY, review} from "./study/scheduler.js"
import {ROOT, count, make, say, showReports} from "./study/view.js"

const $ = id => document.getElementById(`review-${id}`)
const on = (id, event, listener) => $(id).addEventListener(event, listener)
const today = () => log.state.dayOf(Date.now())

let deck = null
let cards = [] // to be asked, the first of them now
let missed = [] // to be asked once more in this sitting
let shown = null
let rating = false

const failure = await loadDeck(ROOT).then(found => void (deck = found), error => error.message)
$("needs").remove()
$("app").hidden = false
showReports(log, $("reports"))
on("app", "toggle", () => import("./review-data.js"), true)
if (failure) say($("status"), failure)
else start()

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
  if (inside && document.activeElement === document.body) focusCard()
}

function show() {
  const card = cards[0] ?? missed[0]
  tally()
  $("card").hidden = !card
  $("done").hidden = Boolean(card)
  if (!card) done()
  else if (card === shown) intervals()
  else front(card)
  shown = card
}

function front(card) {
  const {id, kind, personas} = card
  const colours = personas.map((persona, n) => `,var(--${persona}) 0 ${((n + 1) * 100) / personas.length}%`)
  $("card").style.setProperty("--edge", colours.length ? `linear-gradient(90deg${colours.join("")})` : "")
  $("card").dataset.asks = cards.length ? id.split(":")[2] ?? kind : "again"
  $("front").innerHTML = card.front
  turn(false)
}

function turn(over) {
  $("back").hidden = $("rate").hidden = !over
  $("show").hidden = over
}

function reveal() {
  if (!$("back").hidden) return
  const card = shown
  $("back").innerHTML = card.back
  $("back").append(make("p", {}, make("a", {href: card.address}, `Read on: ${card.title}`)))
  if (card.kind === "question") explain(card)
  intervals()
  turn(true)
  $("back").focus({preventScroll: true})
}

async function explain(card) {
  const found = await deck.reasons().catch(() => null)
  const told = make("div")
  told.innerHTML = found?.get(card.id)?.explanation ?? ""
  if (card === shown) $("back").lastChild.before(told)
}

function intervals() {
  for (const button of $("rate").children) {
    const value = Number(button.value)
    button.hidden = !cards.length && value % 2 === 0
    button.querySelector("small").textContent = cards.length ? wait(daysAfter(value)) : value === 1 ? "once more" : "enough"
  }
}

function daysAfter(value) {
  const {cards: known, settings: {retention}} = log.state
  const memory = review(known.get(shown.id) ?? null, value, today() * DAY, {retention})
  return dueDay({...log.state, cards: new Map([[shown.id, memory]])}, shown.id) - today()
}

function wait(days) {
  if (days < 31) return count(days, "day")
  return days < 365 ? count(Math.round(days / 30.4), "month") : count(Math.round(days / 36.5) / 10, "year")
}

function rate(value) {
  if (!value || $("back").hidden) return
  const card = shown
  const counts = cards.length > 0
  const rows = log.rows.length
  if (counts) {
    rating = true
    log.add("rated", card.id, value)
    rating = false
    cards.shift()
  } else missed.shift()
  if (value === 1) missed.push(card)
  shown = null
  if (counts && log.rows.length > rows + 1) plan() // another tab was heard meanwhile
  else show()
  say($("status"), counts ? `Next time ${when(dueDay(log.state, card.id))}.` : "")
  focusCard()
}

function pressed(event) {
  const {key, target} = event
  const space = key === " " && !target.closest("a, button")
  if (space) event.preventDefault()
  if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return
  if (space) reveal()
  else if (/^[1-4]$/.test(key)) rate(Number(key))
}

function tally() {
  const {days, cards: known, settings: {exam}} = log.state
  const old = cards.filter(({id}) => known.has(id)).length
  const parts = [`${old} due`, `${cards.length - old} new`, `${days.get(today())?.reviews ?? 0} done today`]
  if (missed.length) parts.splice(2, 0, `${missed.length} once more`)
  if (exam > today()) parts.push(`${count(exam - today(), "day")} to the exam`)
  $("tally").textContent = parts.join(" · ")
}

// Where the limit left new cards for another day, that day is tomorrow.
function done() {
  const left = deck.cards.some(({id, kind}) => kind !== "question" && !log.state.cards.has(id))
  const {done: number, next} = due(log.state, deck.cards, {now: Date.now()})
  $("end").textContent = number ? "Done for today" : "Nothing is due today"
  $("next").textContent = `Come back ${when(left ? today() + 1 : next)}${left ? ": new cards wait" : ", when the next card is due"}.`
}

function when(day) {
  const year = day - today() > 300 ? "numeric" : undefined
  const date = new Date(day * DAY).toLocaleDateString("en-GB", {weekday: "long", day: "numeric", month: "long", year, timeZone: "UTC"})
  return day - today() === 1 ? `tomorrow, ${date}` : `on ${date}`
}

function focusCard() {
  const card = $(shown ? "card" : "done")
  card.focus({preventScroll: true})
  card.scrollIntoView({block: "nearest"})
}
