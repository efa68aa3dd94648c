// What mkdocs-quiz leaves out: every reason shown after answering, results announced, Enter in a blank,
// options known by their text and not by their place, progress that assistive technology reads; what was answered in
// the reader's log, under the question's id; and the wrong ones once more.
// What mkdocs-quiz stores stays its own: it says what a page shows, the log what was done, so that emptying a question
// takes nothing from the log.
// A module runs before DOMContentLoaded, when mkdocs-quiz restores saved answers: values are set in time.

import {log} from "./study/here.js"
import {count, make, showReports} from "./study/view.js"

const LONGEST = 1000

const quizzes = [...document.querySelectorAll(".quiz")]
const submitted = new Set()

const status = make("p", {role: "status", class: "quiz-status"})
document.querySelector("article").append(status)

const progress = document.querySelector(".quiz-intro p")
const again = make("button", {type: "button", class: "md-button md-button--primary quiz-again", hidden: true, click: tryAgain})
document.querySelector(".quiz-intro")?.append(again)

const reports = make("p", {role: "status", class: "reports"})
document.querySelector("article h1").after(reports)
showReports(log, reports)

for (const quiz of quizzes) {
  const feedback = quiz.querySelector(".quiz-feedback")
  for (const input of quiz.querySelectorAll("fieldset input")) {
    input.value = quiz.querySelector(`label[for="${CSS.escape(input.id)}"]`).textContent.trim()
  }
  const blanks = [...quiz.querySelectorAll(".quiz-blank-input")]
  blanks.forEach((blank, index) => {
    blank.setAttribute("aria-label", blanks.length > 1 ? `Blank ${index + 1} of ${blanks.length}` : "Blank")
    blank.setAttribute("autocapitalize", "off")
    blank.spellcheck = false
    blank.required = true
    blank.maxLength = LONGEST
    blank.addEventListener("keydown", event => {
      if (event.key === "Enter") quiz.querySelector("form").requestSubmit()
    })
  })
  askFirst(quiz)
  quiz.querySelector("form").addEventListener("submit", event => {
    if (blanks.every(blank => blank.reportValidity())) submitted.add(quiz)
    else event.stopImmediatePropagation() // mkdocs-quiz listens after this
  })
  new MutationObserver(() => answered(quiz, feedback)).observe(feedback, {attributes: true, childList: true})
}

// Nothing chosen or typed is no answer: the browser says so, and no reason is shown. Blanks stand outside the form.
function askFirst(quiz) {
  const options = [...quiz.querySelectorAll("fieldset input")]
  for (const option of options) option.required = option.type === "radio"
  if (options[0]?.type !== "checkbox") return
  quiz.querySelector("form").addEventListener("click", () => {
    options[0].setCustomValidity(options.some(option => option.checked) ? "" : "Choose at least one option.")
  })
}

function answered(quiz, feedback) {
  const done = !feedback.classList.contains("hidden")
  quiz.classList.toggle("answered", done)
  offerAgain()
  if (!done || feedback.querySelector(".verdict")) return
  const right = feedback.querySelector(".correct") !== null
  const verdict = document.createElement("p")
  verdict.className = right ? "verdict right" : "verdict"
  verdict.textContent = right ? "Right." : `Not right. ${expected(quiz)}`
  feedback.replaceChildren(verdict)
  offerAgain()
  if (!submitted.delete(quiz)) return // mkdocs-quiz shows what it had stored
  status.textContent = verdict.textContent
  record(quiz, right)
}

// A question without an id of its own has a number, which is its neighbour's tomorrow: nothing is kept about it.
function record(quiz, right) {
  const id = quiz.id.slice("quiz-".length)
  if (!document.getElementById(id)?.matches("h1, h2, h3, h4, h5, h6")) return
  const chosen = [...quiz.querySelectorAll("fieldset :checked, .quiz-blank-input")].map(input => input.value)
  log.add("answered", `question:${id}`, right, chosen)
}

function wrong() {
  return quizzes.filter(quiz => quiz.matches(".answered") && quiz.querySelector(".verdict:not(.right)"))
}

function offerAgain() {
  const left = wrong().length
  again.hidden = left === 0
  if (left) again.textContent = left === 1 ? "Try the wrong one again" : `Try the ${left} wrong ones again`
}

function tryAgain() {
  const open = wrong()
  for (const quiz of open) quiz.querySelector(".quiz-reset-button").click()
  status.textContent = `${count(open.length, "question is", "questions are")} open again.`
  open[0]?.querySelector("input").focus()
}

function expected(quiz) {
  const wrong = [...quiz.querySelectorAll(".quiz-blank-input.wrong")]
  if (wrong.length) return `Expected: ${wrong.map(blank => blank.dataset.answer).join(", ")}.`
  const right = [...quiz.querySelectorAll("input[data-correct]")].map(input => input.value)
  return right.length > 1 ? `The right options are: ${right.join("; ")}.` : `The right option is: ${right[0]}.`
}

addEventListener("quizProgressUpdate", ({detail}) => {
  if (!progress) return
  progress.className = "told"
  progress.textContent = `${detail.answered} of ${detail.total} answered, ${detail.correct} right.${log.saved ? " Answers stay in this browser." : ""}`
})
