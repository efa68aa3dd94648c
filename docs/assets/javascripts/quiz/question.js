// A question on a quiz page: the element that mkdocs-quiz wrote, its buttons, and what is shown after an answer.
//
//   questionOn(quiz, {onAnswer, onReset})  -> Question
//     .key            string | null    "question:csv-layout"; null where the question has no id of its own
//     .shown          {values: string[], right: boolean} | null    the answer that the page shows
//     .touched        boolean          whether the reader has chosen or typed something since
//     .fits(values)   boolean          whether an answer is one to the question as it is now
//     .show(values)   .clear()   .focus()
//     .verdict()      string           of the answer that is shown
//   onAnswer(question, values)         the reader has answered; what is shown is up to the page
//   onReset(question)                  the reader wants to try again
//
// Elements are found by class or by what the build wrote, never by their text: a browser may have translated it.

import {make} from "../study/view.js"
import {blanksOf, choicesOf} from "./fields.js"

export function questionOn(quiz, {onAnswer, onReset}) {
  const block = quiz.closest("[data-question]")
  const fields = quiz.matches(".quiz-fill-blank") ? blanksOf(quiz) : choicesOf(quiz, block)
  const [form, feedback, submit] = ["form", ".quiz-feedback", ".quiz-button"].map(name => quiz.querySelector(name))
  const again = make("button", {type: "button", class: "quiz-button quiz-reset-button", hidden: true}, "Try again")
  const question = {
    key: block ? `question:${block.dataset.question}` : null,
    shown: null,
    touched: false,
    fits: fields.fits,
    show: values => display(values),
    clear: () => display(null),
    focus: () => fields.inputs[0]?.focus(),
    verdict: () => (question.shown.right ? "Right." : `Not right. ${fields.expected(question.shown.values)}`),
  }
  submit.after(again)
  again.addEventListener("click", () => onReset(question))
  quiz.addEventListener("input", () => {
    question.touched = true
    offer()
  })
  form.addEventListener("submit", event => {
    event.preventDefault()
    if (submit.ariaDisabled === "true" || !fields.areFilled()) return
    onAnswer(question, fields.values())
    submit.scrollIntoView({block: "nearest"})
  })
  quiz.classList.add("ready")
  display(null)
  return question

  function display(values) {
    question.shown = values && {values, right: fields.areRight(values)}
    question.touched = false
    fields.set(values ?? [])
    fields.mark(values)
    quiz.classList.toggle("answered", values !== null)
    const verdict = () => make("p", {class: question.shown.right ? "verdict right" : "verdict"}, question.verdict())
    feedback.replaceChildren(...(values ? [verdict()] : []))
    again.hidden = values === null
    offer()
  }

  // The same answer twice would count twice.
  function offer() {
    submit.ariaDisabled = `${question.shown !== null && `${question.shown.values}` === `${fields.values()}`}`
  }
}
