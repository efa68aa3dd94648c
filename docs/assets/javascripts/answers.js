// Short answers: an answer to write before the key is opened, key points to tick, a score that is kept.
// The page has all else: question, key and boxes. A question that nobody named has no key, and stays as it is.

import {log} from "./study/here.js"
import {keepDraft, keyOf, marker, printed} from "./study/marking.js"
import {make, showReports, titleOf} from "./study/view.js"

const reports = make("p", {role: "status", class: "reports"})
document.querySelector("article h1").after(reports)
showReports(log, reports)

for (const answer of document.querySelectorAll("details.answer")) {
  const list = answer.querySelector("[data-key]")
  if (list) enhance(answer, list)
}

function enhance(answer, list) {
  const key = keyOf(list)
  const title = titleAbove(answer)
  const area = make("textarea", {rows: 4, autocomplete: "off", "aria-label": `Your answer: ${title}`})
  const draft = keepDraft(log, key, area, show)
  const back = make("button", {type: "button", hidden: true, click: bringBack}, "Bring back what I wrote")
  const foot = make("div", {class: "foot"}, draft.kept, back)
  const own = make("div", {class: "own"}, make("span", {class: "label", "aria-hidden": "true"}, "Your answer"), area, foot, draft.offers, printed(area))
  const score = marker(log, key, [...answer.querySelectorAll("[data-point]")], ["key point"])
  const again = make("button", {type: "button", class: "md-button", "aria-label": `Try again: ${title}`, click: retry}, "Try again")
  const past = make("div", {class: "past"}, score.past, again)
  answer.before(own)
  answer.classList.add("ready")
  list.after(score)
  answer.after(past)
  area.addEventListener("input", () => (back.hidden = true))
  answer.addEventListener("toggle", show)
  list.addEventListener("change", show)
  log.subscribe(show)
  show()

  function show() {
    const fresh = !area.value && !answer.open && !list.querySelector(":checked")
    past.hidden = !score.past.textContent
    again.hidden = fresh
  }

  function retry() {
    const written = area.value
    draft.restart()
    back.hidden = !written
    score.restart()
    answer.open = false
    area.focus()
  }

  function bringBack() {
    draft.bringBack()
    back.hidden = true
    area.focus()
  }
}

function titleAbove(answer) {
  let above = answer.previousElementSibling
  while (above && !/^H[1-6]$/.test(above.tagName)) above = above.previousElementSibling
  return above ? titleOf(above) : ""
}
