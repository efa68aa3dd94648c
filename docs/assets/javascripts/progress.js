// Where you stand: the record as a picture, with the table behind it, and what to do next.

import {inWords, number} from "./study/due.js"
import {log} from "./study/here.js"
import {take} from "./study/place.js"
import {exams, next, standing} from "./study/standing.js"
import {ROOT, count, make} from "./study/view.js"

const TO_READ = 5
const EXAMS = 10
const view = make("div")
const status = make("p", {role: "status", class: "hidden-words"})

start()

async function start() {
  const deck = await take(document.getElementById("progress"), log, status, view)
  if (!deck) return
  const draw = () => view.replaceChildren(...drawn(deck, log.state))
  draw()
  // Another tab has studied, or the day has changed: drawn anew, unless the reader is at something in it.
  log.subscribe(() => {
    if (view.contains(document.activeElement))
      status.textContent = "Your record has changed. Reload the page to see it."
    else draw()
  })
}

function drawn(deck, state) {
  const found = standing(deck, state)
  const taken = exams(state, deck)
  if (!found.all.seen && !taken.length) return empty()
  return [
    make("p", {class: "progress-sum"}, ...sum(found.all)),
    make("h2", {id: "next"}, "What to do next"),
    ...todo(found),
    make("h2", {id: "personas"}, "By persona"),
    figure("Persona", found.personas, row => `${ROOT}personas/${row.id}/`),
    make("h2", {id: "stages"}, "By stage"),
    figure("Stage", found.stages, row => `${ROOT}workflow/#${row.id}`),
    make("h2", {id: "terms"}, "By term"),
    ...terms(found.terms),
    make("h2", {id: "exams"}, "Your last exams"),
    ...past(taken, deck),
  ]
}

function empty() {
  const link = (path, words) => make("a", {href: ROOT + path, class: "md-button"}, words)
  return [
    make("h2", {}, "Nothing yet"),
    make(
      "p",
      {},
      "Your record begins with the first thing you answer. Twenty minutes are enough to see something here:",
    ),
    make(
      "ol",
      {},
      make("li", {}, "Read the workflow once, for the order of the stages."),
      make("li", {}, "Answer one quiz."),
      make("li", {}, "Come back here: what you missed comes first."),
    ),
    make(
      "p",
      {},
      link("workflow/", "Read the workflow"),
      link("quiz/prepare-data/", "Answer a quiz"),
      link("exam/", "Take a practice exam"),
    ),
  ]
}

const sum = ({all, seen, right, weak}) => [
  make("strong", {}, `${seen}`),
  ` of ${all} seen: ${right} right, ${weak} weak.`,
]

function todo({all, plan, terms}) {
  const list = next(terms, TO_READ)
  const review = `Review: ${inWords(plan)}`
  const due = number(plan)
    ? make("p", {}, make("a", {href: `${ROOT}review/`, class: "md-button md-button--primary"}, review))
    : make("p", {}, "Your review is done for today.")
  if (!list.length)
    return [
      due,
      make(
        "p",
        {},
        all.weak ? "" : "Nothing is weak. ",
        make("a", {href: `${ROOT}exam/`}, "Take a practice exam"),
        " to find out what you cannot do yet.",
      ),
    ]
  const why = ({weak, due}) => [weak && `${weak} weak`, due && `${due} due`].filter(Boolean).join(", ")
  const line = row => make("li", {}, make("a", {href: row.address}, row.name), ` ${why(row)}`)
  return [
    due,
    make("p", {}, "Then read these again, the weakest first:"),
    make("ol", {class: "to-read"}, ...list.map(line)),
  ]
}

function figure(name, rows, address) {
  return make(
    "figure",
    {class: "standing"},
    make(
      "div",
      {
        role: "img",
        "aria-label": `By ${name.toLowerCase()}: how much is right, weak and not seen. The table below has the numbers.`,
      },
      ...rows.map(bar),
    ),
    make(
      "figcaption",
      {},
      make("i", {class: "right"}),
      " right ",
      make("i", {class: "weak"}),
      " weak ",
      make("i", {class: "unseen"}),
      " not seen; the numbers: right of all",
    ),
    behind(name, rows, address),
  )
}

function bar(row) {
  const part = (what, width) => {
    const element = make("i", {class: what})
    element.style.width = `${row.all ? (100 * width) / row.all : 0}%`
    return element
  }
  const line = make("span", {class: "bar"}, part("right", row.right), part("weak", row.weak))
  return make(
    "div",
    {class: `row ${row.id}`},
    make("span", {class: "name"}, row.name),
    line,
    make("span", {class: "number"}, `${row.right} of ${row.all}`),
  )
}

const behind = (name, rows, address) =>
  make("details", {}, make("summary", {}, `By ${name.toLowerCase()}: the numbers`), table(name, rows, address))

function table(name, rows, address) {
  const head = [name, "Seen", "Right", "Weak", "Due", "All"].map(words => make("th", {scope: "col"}, words))
  const line = row => {
    const numbers = [row.seen, row.right, row.weak, row.due, row.all]
    return make(
      "tr",
      {class: row.id},
      make("th", {scope: "row"}, make("a", {href: address(row)}, row.name)),
      ...numbers.map(number => make("td", {}, `${number}`)),
    )
  }
  return make(
    "table",
    {class: "standing-table"},
    make("thead", {}, make("tr", {}, ...head)),
    make("tbody", {}, ...rows.map(line)),
  )
}

function terms(rows) {
  const begun = rows.filter(row => row.seen).sort((one, other) => other.weak - one.weak || other.due - one.due)
  const rest = rows.filter(row => !row.seen)
  const at = row => row.address
  return [
    begun.length ? table("Term", begun, at) : "",
    rest.length
      ? make(
          "details",
          {},
          make("summary", {}, `Not seen yet: ${count(rest.length, "term")}`),
          make("p", {class: "unseen-terms"}, ...rest.flatMap(row => [make("a", {href: at(row)}, row.name), " "])),
        )
      : "",
  ]
}

function past(taken, deck) {
  if (!taken.length)
    return [make("p", {}, "None yet. ", make("a", {href: `${ROOT}exam/`}, "Take a practice exam"), ".")]
  const line = ({time, right, of, seconds, choice}) => {
    const cells = [
      about(choice, deck),
      `${right} of ${of}`,
      seconds < 60 ? "under 1 min" : `${Math.round(seconds / 60)} min`,
    ]
    return make("tr", {}, make("th", {scope: "row"}, day(time)), ...cells.map(words => make("td", {}, words)))
  }
  const head = ["Day", "About", "Right", "Time"].map(words => make("th", {scope: "col"}, words))
  return [
    make(
      "table",
      {class: "standing-table"},
      make("thead", {}, make("tr", {}, ...head)),
      make("tbody", {}, ...taken.slice(0, EXAMS).map(line)),
    ),
    taken.length > EXAMS ? make("p", {}, `And ${count(taken.length - EXAMS, "earlier exam")}.`) : "",
    make("p", {}, make("a", {href: `${ROOT}exam/`}, "Take another"), "."),
  ]
}

const day = time => new Date(time).toLocaleDateString("en", {day: "numeric", month: "short", year: "numeric"})

// An import may hold any choice: a persona and a stage that are known, else everything.
function about(choice, deck) {
  const names = choice
    .split(" ")
    .map(id => deck.personas.get(id) ?? deck.stages.get(id))
    .filter(Boolean)
  return names.join(", ") || "Everything"
}
