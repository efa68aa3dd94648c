// A question on a quiz page: the element from mkdocs-quiz, its buttons, and the feedback after an answer.
//
//   questionOn(quiz, {onAnswer, onReset})  -> Question
//     .key            string | null    "question:csv-layout"; null if the question has no explicit id
//     .shown          {values: string[], right: boolean} | null    the answer that the page shows
//     .touched        boolean          whether the reader has chosen or typed something since
//     .fits(values)   boolean          whether a stored answer still fits the question's current options
//     .show(values)   .clear()   .focus()
//     .verdict()      string           for the answer shown
//   onAnswer(question, values)         the reader has answered; the page decides what to show
//   onReset(question)                  the reader wants to try again
//
// Find elements by class or attribute, never by text: the browser may have translated the page.

import {make} from "../study/view.js"
import {blanksOf, choicesOf} from "./fields.js"

export function questionOn(quiz, {onAnswer, onReset}) {
  const block = quiz.closest("[data-question]")
  const fields = quiz.matches(".quiz-fill-blank") ? blanksOf(quiz) : choicesOf(quiz, block)
  const [form, feedback, submit] = ["form", ".quiz-feedback", ".quiz-button"].map(name => quiz.querySelector(name))
  const again = make("button", {type: "button", class: "quiz-button quiz-reset-button", hidden: true}, "Try again")
  const view = {quiz, fields, feedback, submit, again}
  const question = newQuestion(block, view)
  submit.after(again)
  again.addEventListener("click", () => onReset(question))
  quiz.addEventListener("input", () => {
    question.touched = true
    offer(question, view)
  })
  form.addEventListener("submit", event => {
    event.preventDefault()
    if (submit.ariaDisabled === "true" || !fields.areFilled()) return
    onAnswer(question, fields.values())
    submit.scrollIntoView({block: "nearest"})
  })
  quiz.classList.add("ready")
  question.clear()
  return question
}

function newQuestion(block, view) {
  const {fields} = view
  const question = {
    key: block ? `question:${block.dataset.question}` : null,
    shown: null,
    touched: false,
    fits: fields.fits,
    show: values => display(question, view, values),
    clear: () => display(question, view, null),
    focus: () => fields.inputs[0]?.focus(),
    verdict: () => (question.shown.right ? "Right." : `Not right. ${fields.expected(question.shown.values)}`),
  }
  return question
}

function display(question, view, values) {
  const {quiz, fields, feedback, again} = view
  question.shown = values && {values, right: fields.areRight(values)}
  question.touched = false
  fields.set(values ?? [])
  fields.mark(values)
  quiz.classList.toggle("answered", values !== null)
  const verdict = () => make("p", {class: question.shown.right ? "verdict right" : "verdict"}, question.verdict())
  feedback.replaceChildren(...(values ? [verdict()] : []))
  again.hidden = values === null
  offer(question, view)
}

// Disable the button while the fields show the recorded answer: submitting it again would count it twice.
function offer({shown}, {submit, fields}) {
  submit.ariaDisabled = `${shown !== null && `${shown.values}` === `${fields.values()}`}`
}
