// Rows of progress-stats.js as a picture and as a table. Each number links the page where the reader can change it.
//
//   figure(name, rows, address, what)    -> Element     name: "Persona"; address(row): the link of its name
//   table(name, rows, address, what)     -> Element     what: of a scope (scope.js), "persona"
//   practice(what, id, only)             -> string      the address of the review page with that scope
//   WEAK                                 string         the same for weak cards

import {writeScope} from "../study/scope.js"
import {at, make} from "../study/view.js"

export const practice = (what, id, only = "") => `${at("review")}#${writeScope({what, id, only})}`
export const WEAK = practice("", "", "weak")

export function figure(name, rows, address, what) {
  return make(
    "figure",
    {class: "progress-figure"},
    ...rows.map(row => bar(row, what)),
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
    make(
      "details",
      {},
      make("summary", {}, `By ${name.toLowerCase()}: the numbers`),
      table(name, rows, address, what),
    ),
  )
}

function bar(row, what) {
  const part = (name, width) => {
    const element = make("i", {class: name})
    element.style.width = `${row.all ? (100 * width) / row.all : 0}%`
    return element
  }
  const said = `${row.right} right, ${row.weak} weak, ${row.all - row.seen} not seen`
  const line = make("span", {class: "bar", role: "img", "aria-label": said}, part("right", row.right), part("weak", row.weak))
  const number = `${row.right} of ${row.all}`
  const link = make("a", {href: practice(what, row.id), "aria-label": `${number}: practice ${row.name}`}, number)
  return make(
    "div",
    {class: `row ${row.id}`},
    make("span", {class: "name"}, row.name),
    line,
    make("span", {class: "number"}, row.all ? link : number),
  )
}

const COLUMNS = [
  ["Seen", row => row.seen, ""],
  ["Right", row => row.right, ""],
  ["Weak", row => row.weak, "weak"],
  ["Due", row => row.due, "due"],
  ["All", row => row.all, ""],
]

export function table(name, rows, address, what) {
  const head = [name, ...COLUMNS.map(([words]) => words)].map(words => make("th", {scope: "col"}, words))
  const cell = row => ([words, of, only]) => {
    const number = of(row)
    const label = `${number} ${words.toLowerCase()}: practice ${row.name}`
    return make("td", {}, number ? make("a", {href: practice(what, row.id, only), "aria-label": label}, `${number}`) : "0")
  }
  const line = row =>
    make(
      "tr",
      {class: row.id},
      make("th", {scope: "row"}, make("a", {href: address(row)}, row.name)),
      ...COLUMNS.map(cell(row)),
    )
  const body = [make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows.map(line))]
  return make("div", {class: "table-block"}, make("table", {class: "progress-table"}, ...body))
}
