// The questions of an exam on paper, to be answered, and short answers beside their key, to be ticked.
//
//   textOf(html)                              -> string    the text of HTML of the deck
//   sheet(deck, exam, onGive)                 -> Element   onGive(key, values: string[])
//   keys(deck, exam, onTick)                  -> Element   onTick(key, ids: string[])
//   show(element, deck, exam)                              what was given or ticked elsewhere

import {asked, given, had, options, toTick} from "../study/exam.js"
import {make} from "../study/view.js"

const GAP = "_____"
const LONGEST = 8000 // so that a whole paper of them fits into one row of the log
const ASKS = {
  single: "Choose one",
  several: "Choose all that are right",
  blank: "Fill in",
  answer: "Write a few sentences",
}

// A textarea prints only what fits into it.
addEventListener("beforeprint", () => {
  for (const copy of document.querySelectorAll(".exam .on-paper"))
    copy.textContent = copy.parentElement.querySelector("textarea").value
})

export function textOf(html) {
  return holding("div", {}, html).textContent.trim()
}

// HTML that the build made safe; never what a reader wrote.
export function holding(name, attributes, html) {
  const element = make(name, attributes)
  element.innerHTML = html
  return element
}

export function sheet(deck, exam, onGive) {
  const fields = {single: choices, several: choices, blank: blanks, answer: lines}
  return make("div", {class: "paper"}, ...asked(exam, deck).map(question))

  function question(item, index) {
    const kind = item.kind ?? "answer"
    const text = holding("div", {class: "asked", id: `asked-${item.key}`}, item.question)
    const body = fields[kind](item, text)
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

  function choices(item) {
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

  function blanks(item, text) {
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

  function lines(item) {
    const copy = make("div", {class: "on-paper", "aria-hidden": "true"})
    const input = () => onGive(item.key, [area.value])
    const area = make("textarea", {rows: 6, maxlength: LONGEST, "aria-labelledby": `asked-${item.key}`, input})
    return make("div", {}, area, copy)
  }
}

// Fields stand in the gaps of the text; those for which it has none are given back.
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
    const list = make("ul", {class: "points", "aria-label": "Key points that you had", change}, ...ticks)
    const [text] = given(exam, item.key)
    return make(
      "section",
      {class: "exam-question", "data-key": item.key, "aria-labelledby": id},
      holding("div", {class: "asked", id}, item.question),
      make("h3", {class: "label"}, "You wrote"),
      make("p", {class: "written"}, text),
      make("h3", {class: "label"}, "The key says"),
      holding("div", {class: "key"}, item.answer),
      make("h3", {class: "label"}, "Tick the points you had"),
      list,
    )
  }
}

// A link in a label would tick the box: the box is named by the point and stands beside it.
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

// Setting a value, the same too, would move the cursor of a reader who is typing.
function set(field, value) {
  if (field.value !== value) field.value = value
}
