// The practice exam: the steps from choosing an exam to its result, and its draft in the log.

import {chooser, waiting} from "./exam/choose.js"
import {clockOn} from "./exam/clock.js"
import {keys, show} from "./exam/paper.js"
import {record} from "./exam/record.js"
import {result} from "./exam/result.js"
import {ask, progress, showUnanswered, sitting} from "./exam/sitting.js"
import * as exams from "./study/exam.js"
import {log} from "./study/browser-log.js"
import {steps} from "./study/next-step.js"
import {mount} from "./study/mount.js"
import {buttonLink, count, make, say} from "./study/view.js"

const SAVE_AFTER = 1000
const view = make("div")
const status = make("p", {role: "status", class: "exam-status"})
const timer = make("p", {role: "timer", class: "exam-clock"})
const clock = clockOn(timer, words => say(status, words))
const head = make("div") // the list of unfinished exams, above the form

let deck
let key = null
let exam = null
let kept = "" // the draft as this tab last wrote or read it
let shown = null // the step that is on the page
let saving = 0

start()

async function start() {
  deck = await mount(document.getElementById("exam"), log, status, view)
  if (!deck) return
  log.subscribe(onLogChange)
  const open = papers().find(paper => !paper.exam.finished)
  if (open) resume(open.key, false)
  else choose("", false)
  setInterval(look, 1000)
  addEventListener("pagehide", save)
  document.addEventListener("visibilitychange", () => (document.hidden ? save() : look()))
}

// The readable drafts of exams, the latest first.
function papers() {
  const drafts = [...log.state.drafts].filter(([key]) => key.startsWith("exam:"))
  const found = drafts.map(([key, {text, time}]) => ({key, time, exam: exams.read(text)})).filter(({exam}) => exam)
  return found.sort((one, other) => other.time - one.time)
}

function choose(words = "", focus = true) {
  exam = key = shown = null
  // The choice in the address, or else the scope of the planned exam.
  const chosen = location.hash.slice(1) || log.state.settings.covers || ""
  view.replaceChildren(head, chooser(deck, begin, Object.fromEntries(new URLSearchParams(chosen))))
  offer()
  announce(words, focus)
}

// Update the list of exams. The form keeps what the reader has filled in.
function offer() {
  head.replaceChildren(waiting(deck, papers(), {onOpen: resume, onDrop: drop}))
}

function begin(choice) {
  for (const {key, exam} of papers()) if (exam.finished) log.add("drafted", key, "")
  const seed = Math.floor(Math.random() * 2 ** 31)
  exam = exams.begin(deck, choice, {now: Date.now(), seed})
  key = `exam:${exam.started.toString(36)}-${seed.toString(36)}`
  kept = ""
  clock.start(exam, Date.now())
  save()
  const limit = exam.minutes === null ? "There is no time limit." : `You have ${exam.minutes} minutes.`
  render(`${count(exams.asked(exam, deck).length, "question")}. ${limit}`)
}

function resume(name, focus = true) {
  key = name
  kept = log.state.drafts.get(key).text
  exam = exams.read(kept)
  clock.start(exam, Date.now())
  if (exam.ended !== null) render("", focus)
  else if (exams.left(exam, Date.now()) === 0) end("Time ran out while you were away. Your answers up to that point are saved.", focus)
  else render(`Your exam is as you left it: ${progress(deck, exam)}.`, focus)
}

function drop(name) {
  log.add("drafted", name, "")
  choose("The exam was discarded.")
}

function handIn() {
  if (exams.unanswered(exam, deck).length) ask(view, deck, exam, () => end(""))
  else end("")
}

function end(words, focus) {
  exam = exams.end(exam, Date.now())
  save()
  const ticking = exams.step(exam, deck) === "tick"
  render(`${words} ${ticking ? "Now grade your own short answers." : "Here is the result."}`.trim(), focus)
}

function settle() {
  record(log, key, exam, deck, Date.now())
  if (!exam.finished) exam = exams.finish(exam)
  save()
}

function save() {
  clearTimeout(saving)
  saving = 0
  if (!exam) return
  const text = exams.write(exam)
  if (text === kept) return
  kept = text
  log.add("drafted", key, text)
}

// Do not restart a running timer: otherwise, a reader who types without a pause would never be saved.
function soon() {
  saving ||= setTimeout(save, SAVE_AFTER)
}

// The log has changed, from this tab or another.
function onLogChange() {
  if (!exam) return offer()
  const draft = log.state.drafts.get(key)
  if (!draft) return kept && choose("This exam was closed in another tab.")
  if (draft.text === kept) return
  const other = exams.read(draft.text)
  kept = draft.text
  if (!other) return
  exam = exams.join(exam, other)
  if (exams.step(exam, deck) !== shown) render("This exam was handed in in another tab.")
  else {
    show(view, deck, exam)
    showUnanswered(view, deck, exam)
  }
  if (exams.write(exam) !== kept) soon()
}

function give(item, values) {
  exam = exams.give(exam, item, values)
  showUnanswered(view, deck, exam)
  soon()
}

function tick(item, ids) {
  exam = exams.tick(exam, item, ids)
  soon()
}

async function render(words = "", focus = true) {
  const step = (shown = exams.step(exam, deck))
  if (step === "done") {
    settle()
    const reasons = await deck.reasons().catch(() => null)
    if (shown !== step) return
    const way = log.saved ? nextStep() : null // other pages know only what is stored
    view.replaceChildren(result(deck, exam, reasons, way), button("Choose another exam", () => choose(), way ? "" : undefined))
  } else if (step === "tick") view.replaceChildren(ticking())
  else view.replaceChildren(sitting(deck, exam, timer, {onGive: give, onEnd: handIn, onDrop: () => drop(key)}))
  show(view, deck, exam)
  showUnanswered(view, deck, exam)
  look()
  announce(words, focus)
}

// Practicing missed questions comes before the other next steps.
function nextStep() {
  const found = steps(deck, log.state, Date.now())
  const {href, words} = found.find(({href}) => href.endsWith("missed")) ?? found[0]
  return buttonLink(href, words, true)
}

// After a step that replaces the whole page, move the focus to the new heading.
function announce(words, focus) {
  say(status, words)
  if (focus) view.querySelector("h2").focus()
}

function ticking() {
  return make(
    "div",
    {},
    make("h2", {tabindex: -1}, "Grade your short answers"),
    make("p", {}, "Be strict: a point that you nearly covered doesn't count."),
    keys(deck, exam, tick),
    button("Show the result", finish),
  )
}

function finish() {
  exam = exams.finish(exam)
  render()
}

const button = (words, click, kind = " md-button--primary") =>
  make("button", {type: "button", class: `md-button${kind}`, click}, words)

function look() {
  if (exam && shown === "sit" && clock.look(exam, Date.now())) end("Time is up.")
}
