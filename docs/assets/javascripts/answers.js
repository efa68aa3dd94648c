// Short answers: a field to answer in before opening the key, key points to tick, and a score that is saved.
// The page already has the question, the key, and the boxes. A question without an id has no key and does not change.

import {log} from "./study/browser-log.js"
import {keepDraft, keyOf, marker, printed} from "./study/marking.js"
import {make, showReports, titleOf, wayOn} from "./study/view.js"

const reports = make("p", {role: "status", class: "reports"})
document.querySelector("article h1").after(reports)
showReports(log, reports)

for (const answer of document.querySelectorAll("details.answer")) {
  const list = answer.querySelector("[data-key]")
  if (list) enhance(answer, list)
}

leadOn([...document.querySelectorAll("details.answer")].at(-1))

// Show the link to the next page when the last answer is opened. Until then, the reader may still be writing it.
function leadOn(answer) {
  const way = answer && wayOn()
  if (!way) return
  const update = () => (way.hidden = !answer.open)
  document.querySelector("article").append(way)
  answer.addEventListener("toggle", update)
  update()
}

function enhance(answer, list) {
  const parts = {answer, list, ...elements(answer)}
  const update = () => show(parts)
  const {area, back, again} = parts
  parts.draft = keepDraft(log, keyOf(list), area, update)
  parts.score = marker(log, keyOf(list), [...answer.querySelectorAll("[data-point]")], ["key point"])
  place(parts)
  back.addEventListener("click", () => bringBack(parts))
  again.addEventListener("click", () => retry(parts))
  area.addEventListener("input", () => (back.hidden = true))
  answer.addEventListener("toggle", update)
  list.addEventListener("change", update)
  log.subscribe(update)
  update()
}

function elements(answer) {
  const title = titleAbove(answer)
  const retryLabel = `Try again: ${title}`
  return {
    area: make("textarea", {rows: 4, autocomplete: "off", "aria-label": `Your answer: ${title}`}),
    back: make("button", {type: "button", hidden: true}, "Bring back what I wrote"),
    again: make("button", {type: "button", class: "md-button", "aria-label": retryLabel}, "Try again"),
    past: make("div", {class: "past"}),
  }
}

function place({answer, list, area, back, again, past, draft, score}) {
  const label = make("span", {class: "label", "aria-hidden": "true"}, "Your answer")
  const foot = make("div", {class: "foot"}, draft.kept, back)
  answer.before(make("div", {class: "own"}, label, area, foot, draft.offers, printed(area)))
  answer.classList.add("ready")
  list.after(score)
  past.append(score.past, again)
  answer.after(past)
}

function show({answer, list, area, again, past, score}) {
  past.hidden = !score.past.textContent
  again.hidden = !area.value && !answer.open && !list.querySelector(":checked")
}

function retry({answer, area, back, draft, score}) {
  const written = area.value
  draft.restart()
  back.hidden = !written
  score.restart()
  answer.open = false
  area.focus()
}

function bringBack({area, back, draft}) {
  draft.bringBack()
  back.hidden = true
  area.focus()
}

function titleAbove(answer) {
  let above = answer.previousElementSibling
  while (above && !/^H[1-6]$/.test(above.tagName)) above = above.previousElementSibling
  return above ? titleOf(above) : ""
}
