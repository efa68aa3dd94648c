// Past exams, the latest first. The points of each are a link to a new exam with the same choice.
//
//   pastExams(taken, deck)   -> (Element | string)[]     taken: exams() of progress-stats.js

import {isOneSitting} from "../study/exam-time.js"
import {at, count, make} from "../study/view.js"

const MOST = 10

export function pastExams(taken, deck) {
  if (!taken.length)
    return [make("p", {}, "None yet. ", make("a", {href: at("exam")}, "Take a practice exam"), ".")]
  const head = ["Day", "About", "Right", "Time"].map(words => make("th", {scope: "col"}, words))
  const lines = taken.slice(0, MOST).map(exam => line(exam, deck))
  const body = [make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...lines)]
  return [
    make("div", {class: "table-block"}, make("table", {class: "progress-table"}, ...body)),
    taken.length > MOST ? make("p", {}, `And ${count(taken.length - MOST, "earlier exam")}.`) : "",
    make("p", {}, make("a", {href: at("exam")}, "Take another"), "."),
  ]
}

function line({time, right, of, seconds, choice}, deck) {
  const kind = about(choice, deck)
  const href = `${at("exam")}#${new URLSearchParams(kind.map(({what, id}) => [what, id]))}`
  const words = kind.map(({name}) => name).join(", ") || "Everything"
  const points = `${right} of ${of}`
  const cells = [
    words,
    make("a", {href, "aria-label": `${points}: take another exam about ${words}`}, points),
    timeOf(seconds),
  ]
  return make("tr", {}, make("th", {scope: "row"}, day(time)), ...cells.map(cell => make("td", {}, cell)))
}

function timeOf(seconds) {
  if (!isOneSitting(seconds)) return "—"
  return seconds < 60 ? "under 1 min" : `${Math.round(seconds / 60)} min`
}

const day = time => new Date(time).toLocaleDateString("en-US", {day: "numeric", month: "short", year: "numeric"})

// An import may contain any choice: use its persona and stage if they exist, or everything.
function about(choice, deck) {
  const kinds = [["persona", deck.personas], ["stage", deck.stages]]
  const found = choice.split(" ").flatMap(id => kinds.map(([what, names]) => ({what, id, name: names.get(id)})))
  return found.filter(({name}) => name)
}
