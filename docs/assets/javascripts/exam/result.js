// The results page of an exam: points by persona and by term, then each question with its reasons.
//
//   result(deck, exam, reasons, way)  -> Element   reasons: from deck.reasons(), or null if they could not be loaded;
//                                     way: the link to what comes next, or null if this browser stores no record

import {byPersona, byTerm, had, mark, options, used} from "../study/exam.js"
import {isOneSitting} from "../study/exam-time.js"
import {shownAnswer} from "../study/typed-answer.js"
import {at, count, make} from "../study/view.js"
import {holding, textOf} from "./paper.js"

const MOST = 8
const NO_REASONS = "The reasons could not be loaded. Are you offline? Reload the page to see them."

export function result(deck, exam, reasons, way) {
  const marks = mark(exam, deck, textOf)
  const gone = exam.keys.length - marks.length
  return make(
    "div",
    {},
    total(marks),
    make("p", {}, sentence(deck, exam, marks)),
    way ? make("p", {}, way) : "",
    gone ? make("p", {class: "exam-gone"}, missing(gone)) : "",
    make("h3", {}, "By persona"),
    table("Persona", byPersona(marks, deck)),
    make("h3", {}, "By term"),
    ...lostTerms(byTerm(marks, deck).filter(row => row.points < row.of)),
    make("h3", {}, "Question by question"),
    reasons ? "" : make("p", {class: "exam-gone"}, NO_REASONS),
    make("div", {class: "paper"}, ...marks.map((one, index) => marked(one, index, exam, reasons))),
    way ? make("p", {}, make("a", {href: at("progress")}, "Where you stand"), " has the record of this exam.") : "",
  )
}

function total(marks) {
  const points = marks.reduce((sum, one) => sum + one.points, 0)
  const score = make("strong", {}, short(points))
  return make("h2", {tabindex: -1, class: "exam-score"}, score, ` of ${count(marks.length, "point")}`)
}

function lostTerms(lost) {
  if (!lost.length) return [make("p", {}, "You didn't lose points on any term.")]
  const advice = make("p", {}, "You lost points on these terms. Read them first, from the top.")
  const shown = [advice, table("Term", lost.slice(0, MOST))]
  if (lost.length <= MOST) return shown
  const summary = make("summary", {}, `The other ${count(lost.length - MOST, "term")}`)
  return [...shown, make("details", {}, summary, table("Term", lost.slice(MOST)))]
}

export const missing = gone =>
  `${count(gone, "question has", "questions have")} been removed from this site since you began, ` +
  `and ${gone === 1 ? "does" : "do"} not count.`

function sentence(deck, exam, marks) {
  const number = test => marks.filter(test).length
  const parts = [
    `${number(one => one.right)} right`,
    `${number(one => one.points > 0 && !one.right)} partly right`,
    `${number(one => !one.points && !one.empty)} not right`,
    `${number(one => one.empty)} left blank`,
  ]
  const about = [deck.personas.get(exam.persona), deck.stages.get(exam.stage)].filter(Boolean).join(", ")
  const limit = exam.minutes ? `; the limit was ${exam.minutes}` : ""
  const seconds = used(exam, 0)
  const time = exam.minutes || isOneSitting(seconds) ? ` You took ${took(seconds)}${limit}.` : ""
  return `${about ? `${about}: ` : ""}${parts.join(", ")}.${time}`
}

const took = seconds => (seconds < 60 ? "less than a minute" : count(Math.round(seconds / 60), "minute"))

const short = points => points.toLocaleString("en-US", {maximumFractionDigits: 1})

function table(what, rows) {
  const cell = ({id, name, address, points, of}) => {
    const bar = make("span", {class: "bar", "aria-hidden": "true"}, make("i", {class: "right"}))
    bar.firstChild.style.width = `${(100 * points) / of}%`
    const href = address ?? at(`personas/${id}`)
    const named = make("th", {scope: "row"}, make("a", {href}, name))
    return make("tr", {class: id}, named, make("td", {}, bar), make("td", {}, `${short(points)} of ${of}`))
  }
  const head = make("tr", {}, make("th", {scope: "col"}, what), make("td", {}), make("th", {scope: "col"}, "Points"))
  return make("table", {class: "exam-table"}, make("thead", {}, head), make("tbody", {}, ...rows.map(cell)))
}

function marked(one, index, exam, reasons) {
  const {item, given, points} = one
  const kind = item.points ? answered : item.options.length ? chosen : filled
  const why = reasons?.get(item.key)
  return make(
    "section",
    {class: "exam-question", "data-key": item.key, "aria-labelledby": `heading-${item.key}`},
    make(
      "h4",
      {id: `heading-${item.key}`},
      make("span", {class: "hidden-words"}, "Question "),
      `${index + 1}`,
      " ",
      verdict(one, points),
    ),
    holding("div", {class: "asked"}, item.question),
    ...kind(item, given, exam, why),
    why ? holding("div", {class: "why"}, why.explanation) : "",
    make(
      "p",
      {},
      make("a", {href: item.address}, item.points ? "The question and its key" : "The question on its page"),
    ),
  )
}

function verdict({right, empty}, points) {
  const words = right ? "Right" : points ? `Partly right: ${short(points)} of 1` : empty ? "Left blank" : "Not right"
  return make("small", {class: right ? "verdict right" : points ? "verdict partly" : "verdict"}, words)
}

function chosen(item, given, exam, why) {
  const reasonOf = new Map(item.options.map(([html], index) => [html, why?.reasons[index]]))
  const line = ([html, right]) => {
    const yours = given.includes(textOf(html))
    const words = `${right ? "✓ Right" : "✗ Not right"}${yours ? ", your choice" : ""}`
    const sign = make("small", {class: "sign"}, words)
    const reason = reasonOf.get(html)
    return make(
      "li",
      {class: right ? "is-right" : yours ? "is-wrong" : ""},
      holding("span", {}, html),
      " ",
      sign,
      reason ? holding("p", {}, reason) : "",
    )
  }
  return [make("ul", {class: "marked"}, ...options(exam, item).map(line))]
}

function filled(item, given) {
  const wrote = given.some(value => value.trim()) ? given.join(", ") : "nothing"
  return [
    make("p", {}, "You wrote: ", make("q", {class: "written"}, wrote)),
    make("p", {}, "Expected: ", make("strong", {}, item.blanks.map(shownAnswer).join(", "))),
  ]
}

function answered(item, given, exam) {
  const ticked = had(exam, item)
  const line = ([id, html]) =>
    make(
      "li",
      {class: ticked.includes(id) ? "is-right" : "is-wrong"},
      holding("span", {}, html),
      " ",
      make("small", {class: "sign"}, ticked.includes(id) ? "✓ had" : "✗ missed"),
    )
  return [
    make("p", {class: "written"}, given[0]?.trim() ? given[0] : "You wrote nothing."),
    make("ul", {class: "marked"}, ...item.points.map(line)),
  ]
}
