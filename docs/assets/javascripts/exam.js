// The practice exam: what stands in its place on the page, its clock, and what the log hears of it.

import {chooser, waiting} from "./exam/choose.js"
import {keys, sheet, show, textOf} from "./exam/paper.js"
import {missing as gone, result} from "./exam/result.js"
import * as exams from "./study/exam.js"
import {log} from "./study/here.js"
import {take} from "./study/place.js"
import {count, make, say} from "./study/view.js"

const SAVE_AFTER = 400
const view = make("div")
const status = make("p", {role: "status", class: "exam-status"})
const clock = make("p", {role: "timer", class: "exam-clock"})

let deck
let key = null
let exam = null
let kept = "" // the draft as this tab last wrote or read it
let shown = null // the step that is on the page
let before = null // the seconds that were left at the last look
let timer = 0

start()

async function start() {
  deck = await take(document.getElementById("exam"), log, status, view)
  if (!deck) return
  log.subscribe(heard)
  const open = papers().find(paper => !paper.exam.finished)
  if (open) resume(open.key, false)
  else choose("", false)
  setInterval(look, 1000)
  addEventListener("pagehide", save)
  document.addEventListener("visibilitychange", () => (document.hidden ? save() : look()))
}

// Drafts of exams that can be read, the latest first.
function papers() {
  const drafts = [...log.state.drafts].filter(([key]) => key.startsWith("exam:"))
  const found = drafts.map(([key, {text, time}]) => ({key, time, exam: exams.read(text)})).filter(({exam}) => exam)
  return found.sort((one, other) => other.time - one.time)
}

function choose(words = "", focus = true) {
  exam = key = shown = null
  view.replaceChildren(make("div"), chooser(deck, begin))
  offer()
  enter(words, focus)
}

// Beside the form, which is left as the reader has filled it in.
function offer() {
  view.firstChild.replaceWith(waiting(deck, papers(), {onOpen: resume, onDrop: drop}))
}

function begin(choice) {
  for (const {key, exam} of papers()) if (exam.finished) log.add("drafted", key, "")
  const seed = Math.floor(Math.random() * 2 ** 31)
  exam = exams.begin(deck, choice, {now: Date.now(), seed})
  key = `exam:${exam.started.toString(36)}-${seed.toString(36)}`
  kept = ""
  before = exams.left(exam, Date.now())
  save()
  render(`${count(exams.asked(exam, deck).length, "question")}. ${limit()}`)
}

const limit = () => (exam.minutes === null ? "There is no time limit." : `You have ${exam.minutes} minutes.`)

function resume(name, focus = true) {
  key = name
  kept = log.state.drafts.get(key).text
  exam = exams.read(kept)
  before = exams.left(exam, Date.now())
  if (exam.ended !== null) render("", focus)
  else if (before === 0) end("The time ran out while you were away. What you had given by then is kept.", focus)
  else render(`Your paper is as you left it: ${progress()}.`, focus)
}

function drop(name) {
  log.add("drafted", name, "")
  choose("The paper was thrown away.")
}

function end(words, focus) {
  exam = exams.end(exam, Date.now())
  save()
  const ticking = exams.step(exam, deck) === "tick"
  render(`${words} ${ticking ? "Now mark your own short answers." : "Here is the result."}`.trim(), focus)
}

// What is marked to the last goes into the record, once, whichever tab comes first.
function settle() {
  log.refresh()
  if (!log.state.exams.some(done => done.key === key)) record()
  if (!exam.finished) exam = exams.finish(exam)
  save()
}

function record() {
  const marks = exams.mark(exam, deck, textOf)
  for (const {item, given, right, empty} of marks) {
    if (empty) continue
    if (!item.points) log.add("answered", item.key, right, given)
    else {
      const had = exams.had(exam, item)
      log.add(
        "ticked",
        item.key,
        had,
        item.points.map(([id]) => id).filter(id => !had.includes(id)),
      )
    }
  }
  const keysOf = test => marks.filter(test).map(({item}) => item.key)
  const choice = [exam.persona, exam.stage].filter(Boolean).join(" ")
  log.add(
    "finished",
    key,
    keysOf(one => one.right),
    keysOf(one => !one.right),
    exams.used(exam, Date.now()),
    choice,
  )
}

function save() {
  clearTimeout(timer)
  timer = 0
  if (!exam) return
  const text = exams.write(exam)
  if (text === kept) return
  kept = text
  log.add("drafted", key, text)
}

function soon() {
  clearTimeout(timer)
  timer = setTimeout(save, SAVE_AFTER)
}

// Another tab has written, or this one.
function heard() {
  if (!exam) return offer()
  const draft = log.state.drafts.get(key)
  if (!draft) return kept && choose("This paper was closed in another tab.")
  if (draft.text === kept) return
  const other = exams.read(draft.text)
  kept = draft.text
  if (!other) return
  exam = exams.join(exam, other)
  if (exams.step(exam, deck) !== shown) render("This paper was handed in in another tab.")
  else {
    show(view, deck, exam)
    told()
  }
  if (exams.write(exam) !== kept) soon()
}

function give(item, values) {
  exam = exams.give(exam, item, values, Date.now())
  told()
  soon()
}

function tick(item, ids) {
  exam = exams.tick(exam, item, ids, Date.now())
  soon()
}

async function render(words = "", focus = true) {
  const step = (shown = exams.step(exam, deck))
  if (step === "done") {
    settle()
    const reasons = await deck.reasons().catch(() => null)
    if (shown !== step) return
    view.replaceChildren(result(deck, exam, reasons), again())
  } else view.replaceChildren(step === "sit" ? sitting() : ticking())
  show(view, deck, exam)
  told()
  look()
  enter(words, focus)
}

// Where the reader has changed the page as a whole, they are put at its new beginning.
function enter(words, focus) {
  say(status, words)
  if (focus) view.querySelector("h2").focus()
}

function sitting() {
  const missing = exam.keys.length - exams.asked(exam, deck).length
  return make(
    "div",
    {},
    make("div", {class: "exam-bar"}, clock, make("a", {class: "exam-open"}), make("a", {href: "#hand-in"}, "Hand in")),
    make("h2", {tabindex: -1}, "Your paper"),
    missing ? make("p", {class: "exam-gone"}, gone(missing)) : "",
    sheet(deck, exam, give),
    make("h2", {id: "hand-in", tabindex: -1}, "Hand in"),
    make("p", {class: "exam-left"}),
    make("button", {type: "button", class: "md-button md-button--primary", click: () => end("")}, "Hand in and mark"),
    make(
      "details",
      {class: "exam-stop"},
      make("summary", {}, "Stop without marking"),
      make("p", {}, "The paper and what you gave are thrown away, and nothing goes into your record."),
      make("button", {type: "button", class: "md-button", click: () => drop(key)}, "Throw the paper away"),
    ),
  )
}

function ticking() {
  return make(
    "div",
    {},
    make("h2", {tabindex: -1}, "Mark your short answers"),
    make("p", {}, "Be strict: a point that you nearly had is a point that you did not have."),
    keys(deck, exam, tick),
    make("button", {type: "button", class: "md-button md-button--primary", click: finish}, "Show the result"),
  )
}

function finish() {
  exam = exams.finish(exam)
  render()
}

const again = () =>
  make("button", {type: "button", class: "md-button md-button--primary", click: () => choose()}, "Choose another paper")

const open = () => exams.asked(exam, deck).filter(item => exams.isEmpty(exams.given(exam, item.key)))

function progress() {
  const all = exams.asked(exam, deck).length
  return `${all - open().length} of ${all} answered`
}

function told() {
  const link = view.querySelector(".exam-open")
  if (!link) return
  const [first] = open()
  link.textContent = progress()
  link.setAttribute("href", first ? `#heading-${first.key}` : "#hand-in")
  const numbers = open().map(item => {
    const number = exams.asked(exam, deck).indexOf(item) + 1
    return make("a", {href: `#heading-${item.key}`, "aria-label": `Question ${number}`}, `${number}`)
  })
  const words = numbers.length ? ["Still empty: ", ...numbers, "An empty one earns nothing."] : ["All are answered."]
  view.querySelector(".exam-left").replaceChildren(...words)
}

// Once a second. Heard at half of the time, five minutes and one minute before its end.
function look() {
  if (!exam || shown !== "sit") return
  const left = exams.left(exam, Date.now())
  if (left === null) return void (clock.textContent = "No limit")
  if (left === 0) return end("The time is up.")
  const now = left > 60 ? `${Math.ceil(left / 60)} minutes left` : `${left} seconds left`
  if (clock.textContent !== now) clock.textContent = now
  const passed = [exam.minutes * 30, 300, 60].find(mark => before > mark && left <= mark)
  if (passed) say(status, `${count(Math.ceil(left / 60), "minute")} left.`)
  clock.classList.toggle("soon", left <= 300)
  before = left
}
