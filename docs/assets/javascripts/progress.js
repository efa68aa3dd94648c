// The progress page: the record as a picture and a table, and what to do next.

import {WEAK, figure, practice, table} from "./progress/figure.js"
import {pastExams} from "./progress/past-exams.js"
import {followDays, makeRedraw} from "./study/redraw.js"
import {number} from "./study/due.js"
import {log} from "./study/browser-log.js"
import {mount} from "./study/mount.js"
import {steps} from "./study/next-step.js"
import {exams, next, progressStats} from "./study/progress-stats.js"
import {at, buttonLink, count, make} from "./study/view.js"

const TO_READ = 5
const view = make("div")

start()

async function start() {
  const deck = await mount(document.getElementById("progress"), log, view)
  if (!deck) return
  const redraw = makeRedraw(view)
  const show = () => redraw(...drawn(deck, log.state))
  show()
  log.subscribe(show)
  followDays(log)
}

function drawn(deck, state) {
  const found = progressStats(deck, state)
  const taken = exams(state, deck)
  if (!found.all.seen && !taken.length) return hasBegun(state) ? begun(steps(deck, state, state.now)) : empty()
  return [
    make("p", {class: "progress-sum"}, ...sum(found.all)),
    make("h2", {id: "next"}, "What to do next"),
    ...todo(found, steps(deck, state, state.now)),
    make("h2", {id: "personas"}, "By persona"),
    figure("Persona", found.personas, row => at(`personas/${row.id}`), "persona"),
    make("h2", {id: "stages"}, "By stage"),
    figure("Stage", found.stages, row => `${at("workflow")}#${row.id}`, "stage"),
    make("h2", {id: "terms"}, "By term"),
    ...terms(found.terms),
    make("h2", {id: "exams"}, "Your last exams"),
    ...pastExams(taken, deck),
  ]
}

// Before the first answer, there is nothing to count, but a next step.
const hasBegun = ({read, answers, drafts, settings}) =>
  read.size || answers.size || drafts.size || settings.exam !== null

const begun = ([first]) => [
  make("h2", {id: "next"}, "What to do next"),
  make("p", {}, buttonLink(first.href, first.words, true)),
  make("p", {}, "This page shows your results after your first question or card."),
]

function empty() {
  return [
    make("h2", {}, "Nothing yet"),
    make(
      "p",
      {},
      "Your record begins with your first answer. After twenty minutes, this page shows your first results:",
    ),
    make(
      "ol",
      {},
      make("li", {}, "Begin the course, and answer its first question."),
      make("li", {}, "Read session 1, and answer its questions."),
      make("li", {}, "Come back here: what you missed comes first."),
    ),
    make(
      "p",
      {},
      buttonLink(at("learn/index"), "Start the course", true),
      buttonLink(at("exam"), "Take a practice exam"),
    ),
  ]
}

function sum({all, seen, right, weak}) {
  const link = (href, words, label) => make("a", {href, "aria-label": label}, words)
  return [
    make("a", {href: at("review")}, make("strong", {}, `${seen}`), ` of ${all} seen`),
    ": ",
    link(at("exam"), `${right} right`, `${right} right: take a practice exam`),
    ", ",
    weak ? link(WEAK, `${weak} weak`, `${weak} weak: practice them`) : "0 weak",
    ".",
  ]
}

function todo({all, plan, terms}, found) {
  const list = next(terms, TO_READ).filter(({weak}) => weak || number(plan)) // what is due waits for its day
  if (!list.length) return [...onward(plan, found), nothingWeak(all)]
  const order = list.some(({weak}) => weak) ? ", the weakest first" : ""
  return [
    ...onward(plan, found),
    make("p", {}, `Then read these again${order}:`),
    make("ol", {class: "to-read"}, ...list.map(toRead)),
  ]
}

function onward(plan, [first, ...others]) {
  const main = buttonLink(first.href, first.words, true)
  if (!number(plan)) return [make("p", {}, "Your review is done for today."), make("p", {}, main)]
  return [make("p", {}, main, ...others.map(({href, words}) => buttonLink(href, words)))]
}

const nothingWeak = ({weak, seen}) =>
  make(
    "p",
    {},
    weak || !seen ? "" : "Nothing is weak. ",
    make("a", {href: at("exam")}, "Take a practice exam"),
    " to find out what you do not know yet.",
  )

function toRead({id, address, name, weak, due}) {
  const why = [["weak", weak], ["due", due]].filter(([, number]) => number)
  const link = ([only, number]) => {
    const words = `${number} ${only}`
    return make("a", {href: practice("term", id, only), "aria-label": `${words}: practice ${name}`}, words)
  }
  const links = why.flatMap(one => [", ", link(one)]).slice(1)
  return make("li", {}, make("a", {href: address}, name), ": ", ...links)
}

function terms(rows) {
  const begun = rows.filter(row => row.seen).sort((one, other) => other.weak - one.weak || other.due - one.due)
  const rest = rows.filter(row => !row.seen)
  const addressOf = row => row.address
  return [
    begun.length ? table("Term", begun, addressOf, "term") : "",
    rest.length
      ? make(
          "details",
          {},
          make("summary", {}, `Not seen yet: ${count(rest.length, "term")}`),
          make("p", {}, make("a", {href: at("review")}, "Review shows them"), " in course order."),
          make("p", {class: "unseen-terms"}, ...rest.flatMap(row => [make("a", {href: addressOf(row)}, row.name), " "])),
        )
      : "",
  ]
}

