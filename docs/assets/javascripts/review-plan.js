// The reader's plan on the review page: the exam, and the cards that are set aside.
//
//   showPlan(log, deck, set)     now and after each change of the log; set(name, value): changes a setting and says so

import {examPlan} from "./study/exam-plan.js"
import {showScope} from "./study/scope-list.js"
import {EVERYTHING, nameOf, readScope} from "./study/scope.js"
import {daysToExam} from "./study/plan.js"
import {count, make} from "./study/view.js"

const $ = id => document.getElementById(`review-${id}`)
const ONE_SIDE = "because only one of a term's two cards comes up each day."

export function showPlan(log, deck, set) {
  const draw = () => {
    const scope = readScope(log.state.settings.covers, deck) ?? EVERYTHING
    showScope($("form").elements.covers, deck, scope)
    $("covers").hidden = log.state.settings.exam === null
    drawExam(log, deck, scope, set)
    drawAside(log, deck)
  }
  $("settings").addEventListener("toggle", draw)
  $("form").elements.covers.disabled = false
  log.subscribe(draw)
  draw()
}

// Simulating the days takes up to 0.1 s, so it runs only while the reader sees the result.
function drawExam(log, deck, scope, set) {
  const plan = $("settings").open ? examPlan(deck, log.state, Date.now()) : null
  const inside = $("plan").contains(document.activeElement)
  const words = $("settings").open ? onItsDay(log, set) : []
  $("plan").replaceChildren(...(plan ? planned(log, plan, nameOf(deck, scope), set) : words))
  if (inside && !document.activeElement?.closest("#review-plan")) fieldOf(log).focus()
}

// The field that a button of the plan has filled in or cleared.
const fieldOf = log => $("form").elements[log.state.settings.exam === null ? "exam" : "daily"]

// On the day of the exam and after it, offer to clear the date.
function onItsDay(log, set) {
  if (log.state.settings.exam === null) return []
  if (daysToExam(log.state, Date.now()) === 0) return [make("p", {}, "Your exam is today.")]
  const click = () => set("exam", null)
  const button = make("button", {type: "button", class: "md-button md-button--primary", click}, "Clear the date")
  return [make("p", {}, "This date has passed. Set the date of your next exam, or clear it."), button]
}

const toCard = () => {
  $("card").scrollIntoView()
  $("card").focus({preventScroll: true})
}
const reviewNow = () =>
  $("card").hidden ? "" : make("button", {type: "button", class: "md-button md-button--primary", click: toCard}, "Review now")

// After midnight, the plan still counts the evening that goes on. The days that the page names follow the calendar.
function daysLeft(state, days) {
  const left = daysToExam(state, Date.now())
  if (left === days) return count(days, "day")
  const night = `the hours until ${state.settings.daybreak} in the morning`
  return left ? `${count(left, "day")} and ${night}` : `only ${night}`
}

function planned(log, {days, all, unseen, daily, left}, about, set) {
  const now = log.state.settings.daily
  const begin = `${about}: ${count(all, "card")}, ${daysLeft(log.state, days)}.`
  const enough = `${begin} At ${count(now, "card")} a day, you see all of them before the exam.`
  if (!unseen.length) return [make("p", {}, enough), reviewNow()]
  const stay = count(unseen.length, "card stays unseen", "cards stay unseen")
  const names = [...new Set(unseen.map(card => card.title))]
  const click = () => set("daily", daily)
  return [
    make("p", {}, `${begin} At ${count(now, "card")} a day, `, make("strong", {}, stay), ": the ones that the exam asks about least."),
    make("p", {}, better(daily, left)),
    daily ? make("button", {type: "button", class: "md-button md-button--primary", click}, `Set ${count(daily, "card")} a day`) : reviewNow(),
    make("details", {}, make("summary", {}, "What stays unseen"), make("p", {}, names.join(", "))),
  ]
}

function better(daily, left) {
  if (daily === null) return `More cards a day do not help, ${ONE_SIDE}`
  const begin = `At ${count(daily, "card")} a day, you see`
  return left ? `${begin} all but ${left}, ${ONE_SIDE}` : `${begin} all of them, even if you do not know one in four.`
}

function drawAside(log, deck) {
  const cards = [...log.state.aside].map(id => deck.card(id)).filter(Boolean)
  const place = $("cards-aside")
  const inside = place.contains(document.activeElement)
  $("cards").hidden = !cards.length
  place.replaceChildren(...cards.reverse().map(card => item(log, card)))
  if (inside) (place.querySelector("button") ?? $(cards.length ? "cards" : "card")).focus()
}

const ASKED = {__proto__: null, name: "its name", definition: "what it means"}

function item(log, card) {
  const side = ASKED[card.id.split(":")[2]]
  const back = () => log.add("aside", card.id, false)
  const button = make("button", {type: "button", click: back, "aria-label": `Take back ${card.title}`}, "Take back")
  const words = make("span", {}, side ? `${card.title}: ${side}` : card.title)
  return make("li", {}, words, make("div", {class: "review-actions"}, button))
}
