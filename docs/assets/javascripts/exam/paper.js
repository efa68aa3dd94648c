// The exam sheet: questions to answer, then each short answer with its key points to tick.
//
//   textOf(html)                              -> string    the plain text of the deck's HTML
//   sheet(deck, exam, onGive)                 -> Element   onGive(key, values: string[])
//   keys(deck, exam, onTick)                  -> Element   onTick(key, ids: string[])
//   show(element, deck, exam)                              shows answers and ticks from another tab

import {asked, given, had, options, toTick} from "../study/exam.js"
import {make} from "../study/view.js"

const GAP = "_____"
const LONGEST = 8000 // a whole exam of such answers must fit in one row of the log
const ASKS = {
  single: "Choose one",
  several: "Choose all that are right",
  blank: "Fill in",
  answer: "Write a few sentences",
}

// A textarea prints only the part that fits in it.
addEventListener("beforeprint", () => {
  for (const copy of document.querySelectorAll(".exam .on-paper"))
    copy.textContent = copy.parentElement.querySelector("textarea").value
})

export function textOf(html) {
  return holding("div", {}, html).textContent.trim()
}

// `html` must be HTML that the build made safe, never text from a reader.
export function holding(name, attributes, html) {
  const element = make(name, attributes)
  element.innerHTML = html
  return element
}

const FIELDS = {single: choices, several: choices, blank: blanks, answer: lines}

export function sheet(deck, exam, onGive) {
  const sections = asked(exam, deck).map((item, index) => question(item, index, exam, onGive))
  return make("div", {class: "paper"}, ...sections)
}

function question(item, index, exam, onGive) {
  const kind = item.kind ?? "answer"
  const text = holding("div", {class: "asked", id: `asked-${item.key}`}, item.question)
  const body = FIELDS[kind](item, {text, exam, onGive})
  const id = `heading-${item.key}`
  return make(
    "section",
    {class: "exam-question", "data-key": item.key, id: `paper-${item.key}`, "aria-labelledby": id},
    make(
      "h3",
      {id, tabindex: -1},
      make("span", {class: "hidden-words"}, "Question "),
      `${index + 1}`,
      " ",
      make("small", {}, ASKS[kind]),
    ),
    text,
    body,
  )
}

function choices(item, {exam, onGive}) {
  const type = item.kind === "single" ? "radio" : "checkbox"
  const list = options(exam, item).map(([html]) =>
    make(
      "label",
      {class: "option"},
      make("input", {type, name: item.key, value: textOf(html)}),
      holding("span", {}, html),
    ),
  )
  const role = type === "radio" ? "radiogroup" : "group"
  const change = () =>
    onGive(
      item.key,
      [...group.querySelectorAll(":checked")].map(input => input.value),
    )
  const group = make("div", {class: "options", role, "aria-labelledby": `asked-${item.key}`, change}, ...list)
  return group
}

function blanks(item, {text, onGive}) {
  const input = () =>
    onGive(
      item.key,
      fields.map(field => field.value),
    )
  const name = index => (item.blanks.length > 1 ? `Blank ${index + 1} of ${item.blanks.length}` : "Blank")
  const attributes = {
    type: "text",
    autocapitalize: "off",
    autocomplete: "off",
    spellcheck: "false",
    class: "blank",
    input,
  }
  const fields = item.blanks.map((_, index) => make("input", {...attributes, "aria-label": name(index)}))
  return make("p", {class: "rest"}, ...intoGaps(text, fields))
}

function lines(item, {onGive}) {
  const copy = make("div", {class: "on-paper", "aria-hidden": "true"})
  const input = () => onGive(item.key, [area.value])
  const area = make("textarea", {rows: 6, maxlength: LONGEST, "aria-labelledby": `asked-${item.key}`, input})
  return make("div", {}, area, copy)
}

// Put the fields in the gaps of the text. Return the fields without a gap.
function intoGaps(element, fields) {
  const left = [...fields]
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node && left.length; node = walker.nextNode()) {
    const at = node.data.indexOf(GAP)
    if (at < 0) continue
    const rest = node.splitText(at)
    rest.data = rest.data.slice(GAP.length)
    rest.before(left.shift())
  }
  return left
}

export function keys(deck, exam, onTick) {
  return make("div", {class: "paper"}, ...toTick(exam, deck).map(answer))

  function answer(item) {
    const id = `key-${item.key}`
    const ticks = item.points.map(([point, html]) => tick(point, html))
    const change = () =>
      onTick(
        item.key,
        [...list.querySelectorAll(":checked")].map(box => box.value),
      )
    const list = make("ul", {class: "points", "aria-label": "Key points that you covered", change}, ...ticks)
    const [text] = given(exam, item.key)
    return make(
      "section",
      {class: "exam-question", "data-key": item.key, "aria-labelledby": id},
      holding("div", {class: "asked", id}, item.question),
      make("h3", {class: "label"}, "You wrote"),
      make("p", {class: "written"}, text),
      make("h3", {class: "label"}, "The key says"),
      holding("div", {class: "key"}, item.answer),
      make("h3", {class: "label"}, "Check the points that you covered"),
      list,
    )
  }
}

// Inside a label, a link would tick the box. So the box has an aria-label instead.
function tick(point, html) {
  const words = holding("span", {}, html)
  const box = make("input", {type: "checkbox", value: point, "aria-label": words.textContent})
  words.addEventListener("click", event => event.target.closest("a") || box.click())
  return make("li", {}, box, words)
}

export function show(element, deck, exam) {
  for (const section of element.querySelectorAll("[data-key]")) {
    const {key} = section.dataset
    const values = given(exam, key)
    const item = deck.answers.get(key)
    const ticked = item ? had(exam, item) : []
    let place = 0
    for (const field of section.querySelectorAll("input, textarea")) {
      const kept = section.querySelector(".points") ? ticked : values
      if (field.type === "radio" || field.type === "checkbox") field.checked = kept.includes(field.value)
      else set(field, values[place++] ?? "")
    }
  }
}

// Setting the same value again would move the cursor while the reader types.
function set(field, value) {
  if (field.value !== value) field.value = value
}
