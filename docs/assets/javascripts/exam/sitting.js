// The exam while the reader takes it: the bar, the questions, and the section in which they hand it in.
//
//   sitting(deck, exam, clock, {onGive, onEnd, onDrop})   -> Element
//   ask(element, deck, exam, onSure)      asks whether to hand in with unanswered questions; onSure() hands in
//   showUnanswered(element, deck, exam)   shows how many questions are answered, and links to the others
//   progress(deck, exam)           -> string    "2 of 5 answered"
//
// Before an exam is handed in, the reader sees which questions are unanswered, with a link to each.

import {asked, unanswered} from "../study/exam.js"
import {count, make} from "../study/view.js"
import {sheet} from "./paper.js"
import {missing} from "./result.js"

const NO_POINT = "Blank answers earn no points."

export function sitting(deck, exam, clock, {onGive, onEnd, onDrop}) {
  const gone = exam.keys.length - asked(exam, deck).length
  const sure = make("dialog", {class: "exam-sure", "aria-labelledby": "exam-sure"})
  const opened = make("a", {class: "exam-open"})
  return make(
    "div",
    {},
    make("div", {class: "exam-bar"}, clock, opened, make("a", {href: "#hand-in"}, "Hand in")),
    make("h2", {tabindex: -1}, "Your exam"),
    gone ? make("p", {class: "exam-gone"}, missing(gone)) : "",
    sheet(deck, exam, onGive),
    make("h2", {id: "hand-in", tabindex: -1}, "Hand in"),
    make("p", {class: "exam-left"}),
    make("button", {type: "button", class: "md-button md-button--primary exam-end", click: onEnd}, "Hand in and grade"),
    sure,
    stop(onDrop),
  )
}

function stop(onDrop) {
  return make(
    "details",
    {class: "exam-stop"},
    make("summary", {}, "Stop without grading"),
    make("p", {}, "The exam and your answers are discarded, and nothing goes into your record."),
    make("button", {type: "button", class: "md-button", click: onDrop}, "Discard the exam"),
  )
}

// Escape and the first button return to the paper, and each number goes to its question.
export function ask(element, deck, exam, onSure) {
  const dialog = element.querySelector(".exam-sure")
  const open = unanswered(exam, deck)
  const links = numbered(deck, exam, open)
  for (const link of links) link.addEventListener("click", () => dialog.close())
  const isOne = open.length === 1
  dialog.replaceChildren(
    make("h3", {id: "exam-sure", tabindex: -1, autofocus: true}, `${count(open.length, "question")} ${isOne ? "is" : "are"} unanswered`),
    make("p", {class: "exam-numbers"}, isOne ? "Question" : "Questions", " ", ...links),
    make("p", {}, `${NO_POINT} Once the exam is handed in, you cannot change it.`),
    make(
      "form",
      {method: "dialog"},
      make("button", {class: "md-button md-button--primary"}, "Back to the exam"),
      make("button", {type: "button", class: "md-button", click: onSure}, "Hand in anyway"),
    ),
  )
  dialog.showModal()
}

function numbered(deck, exam, items) {
  const all = asked(exam, deck)
  return items.map(item => {
    const number = all.indexOf(item) + 1
    return make("a", {href: `#heading-${item.key}`, "aria-label": `Question ${number}`}, `${number}`)
  })
}

export function progress(deck, exam) {
  const all = asked(exam, deck).length
  return `${all - unanswered(exam, deck).length} of ${all} answered`
}

export function showUnanswered(element, deck, exam) {
  const link = element.querySelector(".exam-open")
  if (!link) return
  const open = unanswered(exam, deck)
  link.textContent = progress(deck, exam)
  link.setAttribute("href", open.length ? `#heading-${open[0].key}` : "#hand-in")
  const words = open.length ? ["Still to answer: ", ...numbered(deck, exam, open), ` ${NO_POINT}`] : ["All are answered."]
  element.querySelector(".exam-left").replaceChildren(...words)
}
