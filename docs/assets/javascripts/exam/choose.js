// The form for choosing an exam, and the list of exams that the reader has not finished or closed.
//
//   chooser(deck, onBegin, chosen)             -> Element   onBegin({persona, stage, number, minutes}); chosen: the
//                                              same, from the address, such as exam/#persona=data-engineer
//   waiting(deck, papers, {onOpen, onDrop})    -> Element   papers: {key, exam}[], unfinished or marked; onOpen(key)

import {asked, pool} from "../study/exam.js"
import {count, make} from "../study/view.js"

const NUMBERS = [5, 10, 20, 40]
const MINUTES = [10, 20, 30, 45, 60, 90]

export function chooser(deck, onBegin, chosen = {}) {
  const fits = make("p", {class: "exam-fits", role: "status"})
  const form = make(
    "form",
    {class: "exam-choose", input: showFitting, submit},
    select("Persona", "persona", [["", "Any persona"], ...deck.personas], chosen.persona),
    select("Stage", "stage", [["", "Any stage"], ...deck.stages], chosen.stage),
    select(
      "Questions",
      "number",
      NUMBERS.map(number => [number, number]),
      10,
    ),
    select("Time", "minutes", [["", "No limit"], ...MINUTES.map(minutes => [minutes, `${minutes} minutes`])]),
    fits,
    make("button", {class: "md-button md-button--primary"}, "Begin the exam"),
  )
  showFitting()
  return make("div", {}, make("h2", {tabindex: -1}, "Choose your exam"), form)

  function choice() {
    const {persona, stage, number, minutes} = Object.fromEntries(new FormData(form))
    return {persona, stage, number: Number(number), minutes: minutes ? Number(minutes) : null}
  }

  function showFitting() {
    const {persona, stage, number} = choice()
    const there = pool(deck, {persona, stage}).length
    fits.textContent = there >= number ? `${there} questions fit.` : few(there)
  }

  function submit(event) {
    event.preventDefault()
    if (pool(deck, choice()).length) onBegin(choice())
  }
}

export function waiting(deck, papers, {onOpen, onDrop}) {
  return make("div", {}, ...papers.map(paper))

  function paper({key, exam}) {
    const what = `${count(asked(exam, deck).length, "question")}, started ${when(exam.started)}`
    const words = exam.finished ? `Your last exam is graded: ${what}.` : `You have an unfinished exam: ${what}.`
    const open = make(
      "button",
      {type: "button", class: "md-button", click: () => onOpen(key)},
      exam.finished ? "See it again" : "Continue it",
    )
    const drop = make("button", {type: "button", class: "md-button", click: () => onDrop(key)}, "Discard it")
    return make("div", {class: "exam-waiting"}, make("p", {}, words), open, drop)
  }
}

const few = there =>
  there
    ? `Only ${count(there, "question fits", "questions fit")}: the exam has no more.`
    : "No question fits both. Choose another stage or persona."

const when = time =>
  new Date(time).toLocaleString("en-US", {day: "numeric", month: "long", hour: "numeric", minute: "2-digit"})

function select(label, name, options, chosen) {
  const list = options.map(([value, words]) => make("option", {value, selected: value === chosen}, `${words}`))
  return make("label", {}, make("span", {}, label), make("select", {name}, ...list))
}
