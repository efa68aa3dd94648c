// A question on a quiz page: the element from mkdocs-quiz, its buttons, and the feedback after an answer.
//
//   questionOn(quiz, {onAnswer, onReset, onNext})  -> Question
//     .key            string | null    "question:csv-layout"; null if the question has no explicit id
//     .title          string           the words of its heading, empty if it has none of its own
//     .terms          Element[]        the term links of its explanation
//     .shown          {values: string[], right: boolean} | null    the answer that the page shows
//     .touched        boolean          whether the reader has chosen or typed something since
//     .fits(values)   boolean          whether a stored answer still fits the question's current options
//     .show(values)   .clear()
//     .enter()                         scroll to the question and focus its first field
//     .setNextLabel(words)             set the text of the button for the next step
//     .verdict()      string           for the answer shown
//   onAnswer(question, values)         the reader has answered; the page decides what to show
//   onReset(question)                  the reader wants to try again
//   onNext(question)                   the reader wants to go on
//
// Find elements by class or attribute, never by text: the browser may have translated the page.

import {make, titleOf} from "../study/view.js"
import {blanksOf, choicesOf} from "./fields.js"

export function questionOn(quiz, listeners) {
  const block = quiz.closest("[data-question]")
  const fields = quiz.matches(".quiz-fill-blank") ? blanksOf(quiz) : choicesOf(quiz, block)
  const view = viewOf(quiz, fields)
  const question = newQuestion(block, view)
  connect(question, view, listeners)
  quiz.classList.add("ready")
  question.clear()
  return question
}

// The explanation comes before the buttons, so that readers see it before they go on.
function viewOf(quiz, fields) {
  const [form, feedback, submit, content] = ["form", ".quiz-feedback", ".quiz-button", ".content"].map(name => quiz.querySelector(name))
  const next = make("button", {type: "button", class: "quiz-button quiz-next", hidden: true})
  const again = make("button", {type: "button", class: "quiz-button quiz-reset-button", hidden: true}, "Try again")
  if (content) feedback.after(content)
  submit.after(next, again)
  return {quiz, fields, form, feedback, submit, next, again, content}
}

function newQuestion(block, view) {
  const {quiz, fields, content, next} = view
  const heading = block?.firstElementChild
  const question = {
    key: block ? `question:${block.dataset.question}` : null,
    title: heading ? titleOf(heading) : "",
    terms: [...(content?.querySelectorAll("a.term") ?? [])],
    shown: null,
    touched: false,
    fits: fields.fits,
    show: values => display(question, view, values),
    clear: () => display(question, view, null),
    enter: () => {
      ;(heading ?? quiz).scrollIntoView()
      fields.inputs[0]?.focus({preventScroll: true})
    },
    setNextLabel: words => next.dataset.words !== words && (next.dataset.words = next.textContent = words),
    verdict: () => (question.shown.right ? "Right." : `Not right. ${fields.expected(question.shown.values)}`),
  }
  return question
}

function connect(question, view, {onAnswer, onReset, onNext}) {
  const {quiz, fields, form, submit, next, again} = view
  again.addEventListener("click", () => onReset(question))
  next.addEventListener("click", () => onNext(question))
  quiz.addEventListener("input", () => {
    question.touched = true
    offer(question, view)
  })
  form.addEventListener("submit", event => {
    event.preventDefault()
    if (isRecorded(question, view) || !fields.areFilled()) return
    const focused = submit === document.activeElement
    onAnswer(question, fields.values())
    if (focused) next.focus({preventScroll: true})
    next.scrollIntoView({block: "nearest"})
    quiz.querySelector(".verdict").scrollIntoView({block: "nearest"})
  })
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

// While the fields show the recorded answer, the button for the next step replaces "Submit".
function offer(question, view) {
  view.submit.hidden = isRecorded(question, view)
  view.next.hidden = !view.submit.hidden
}

const isRecorded = ({shown}, {fields}) => shown !== null && `${shown.values}` === `${fields.values()}`
