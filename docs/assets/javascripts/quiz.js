// A quiz page: each question shows the reader's last answer from the log, and a new answer goes only there.
//
// "Try again" and "Start over" empty questions on the page; the record does not change. The page's history entry
// remembers which questions are empty, so that their answers stay hidden after a reload or after going back.

import {questionOn} from "./quiz/question.js"
import {resultAfter} from "./quiz/result.js"
import {nameOf, ROOT} from "./record-key.js"
import {log} from "./study/browser-log.js"
import {count, make, say, showReports, wayOn} from "./study/view.js"

const status = make("p", {role: "status", class: "quiz-status"})
const reports = make("p", {role: "status", class: "reports"})
const intro = document.querySelector(".quiz-intro")
const progress = intro?.querySelector("p")
const startOver = intro?.querySelector(".quiz-start-over")
const wayIn = document.querySelector(".way-in") // below the goal of a session: to read, or to the questions
const main = make("button", {type: "button", class: "md-button md-button--primary quiz-again", hidden: true})

const emptied = new Map(Object.entries(history.state?.emptied ?? {})) // by key: its number of answers at that time
const seen = new Map() // by key: the answer in the log that was read last

const retry = question => reset([question])
const listeners = {onAnswer: answer, onReset: retry, onNext: goOn}
const quizzes = [...document.querySelectorAll(".quiz")]
const questions = quizzes.map(quiz => questionOn(quiz, listeners))
const single = questions.length === 1 && wayOn()?.firstElementChild // then "Next" goes to the next page
const result = resultAfter(quizzes.at(-1).closest("[data-question]") ?? quizzes.at(-1), retry)
start()

function start() {
  document.querySelector("article h1").after(reports)
  document.querySelector("article").append(status)
  showReports(log, reports)
  if (wayIn) wayIn.prepend(main)
  else startOver?.before(main)
  startOver?.addEventListener("click", () => reopen(questions.filter(({shown}) => shown)))
  main.addEventListener("click", () => onward()[1]())
  addEventListener("hashchange", remember) // a new entry in the history
  log.subscribe(refresh)
  refresh()
  intro?.classList.add("ready")
}

function answer(question, values) {
  question.show(values)
  if (question.key) log.add("answered", question.key, question.shown.right, values)
  if (!single && questions.every(({shown}) => shown)) markSession()
  showProgress()
  say(status, question.verdict())
}

// A session counts as read once all its questions are answered. Other pages have more to read than their questions.
function markSession() {
  if (location.href.startsWith(`${ROOT}learn/`)) document.querySelector('.done-button[aria-pressed="false"]')?.click()
}

function refresh() {
  for (const question of questions) if (question.key) take(question)
  showProgress()
}

// Show a new answer from the log: another tab has answered, or a file was imported. It does not replace options that
// the reader is choosing.
function take(question) {
  const {key} = question
  const record = log.state.questions.get(key)
  const stamp = record ? JSON.stringify([record.times, record.chosen]) : ""
  const known = seen.get(key) ?? ""
  if (!record || record.times < emptied.get(key)) emptied.delete(key)
  seen.set(key, stamp)
  if (stamp === known) return
  if (!record) return question.clear()
  if (question.touched || emptied.get(key) === record.times) return
  if (question.fits(record.chosen)) question.show(record.chosen)
  else question.clear()
}

function reopen(list) {
  reset(list)
  say(status, `${count(list.length, "question is", "questions are")} open again.`)
}

function reset(list) {
  for (const question of list) {
    question.clear()
    const record = log.state.questions.get(question.key)
    if (record) emptied.set(question.key, record.times)
  }
  remember()
  showProgress()
  list[0]?.enter()
}

function goOn(question) {
  const next = openAfter(question)
  if (next) next.enter()
  else if (single) single.click()
  else result.enter()
}

// The next question without an answer; after the last question, the first one without an answer.
function openAfter(question) {
  const place = questions.indexOf(question)
  return [...questions.slice(place), ...questions.slice(0, place)].find(({shown}) => !shown)
}

// The main button, below the goal of a session or above the first question: to the first that is open, then to what went wrong, then to the next page.
function onward() {
  const open = openAfter(questions[0])
  if (open) return [`Continue with question ${questions.indexOf(open) + 1}`, open.enter]
  const left = wrong()
  if (left.length) return [left.length === 1 ? "Try the wrong one again" : `Try the ${left.length} wrong ones again`, () => reopen(left)]
  const next = wayOn()?.firstElementChild
  return next ? ["Go to the next page", () => next.click()] : [""]
}

function remember() {
  if (emptied.size || history.state?.emptied) history.replaceState({...history.state, emptied: Object.fromEntries(emptied)}, "")
}

function wrong() {
  return questions.filter(({shown}) => shown && !shown.right)
}

function showProgress() {
  const answered = questions.filter(({shown}) => shown).length
  const left = wrong().length
  const last = single ? single.textContent : "See your result"
  for (const question of questions) question.setNextLabel(openAfter(question) ? "Next question" : last)
  if (!single) result.show(questions)
  const isBegun = answered || (wayIn && log.state.read.has(`page:${nameOf(location.href)}`))
  main.textContent = isBegun ? onward()[0] : ""
  main.hidden = !main.textContent
  if (!intro) return
  startOver.disabled = answered === 0
  progress.className = "told"
  const kept = log.saved ? " Answers stay in this browser." : ""
  progress.textContent = `${answered} of ${questions.length} answered, ${answered - left} right.${kept}`
}
