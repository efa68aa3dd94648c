// An essay prompt: a text area, an outline to start from, criteria to tick, and an exemplar that opens after 150 words.
// Outline lines do not count as words the reader wrote. Otherwise the outline alone would open the exemplar.

import {download as save} from "./study/export.js"
import {log} from "./study/browser-log.js"
import {keepDraft, keyOf, marker, printed} from "./study/marking.js"
import {make, say, showReports, titleOf} from "./study/view.js"

const ENOUGH = 150
const WORD = /[\p{L}\p{N}]+(?:['’._/-][\p{L}\p{N}]+)*/gu

const article = document.querySelector("article")
const title = titleOf(article.querySelector("h1"))
const list = article.querySelector("[data-key]")
const exemplar = article.querySelector("details.exemplar")
const lines = below("outline").flatMap(part => [...part.querySelectorAll(":scope > li")].map(wordsOf))
const outline = lines.map((line, index) => `${index + 1}. ${line}`)

const reports = make("p", {role: "status", class: "reports"})
article.querySelector("h1").after(reports)
showReports(log, reports)
if (list) enhance()

function enhance() {
  const essay = {key: keyOf(list), closed: exemplar !== null, ...elements()}
  const text = printed(essay.area)
  const draft = keepDraft(log, essay.key, essay.area, () => show(essay))
  const next = article.querySelector("#criteria")
  next.before(writing(essay, draft, text))
  next.classList.add("ready")
  list.after(marker(log, essay.key, [...article.querySelectorAll("[data-point]")], ["criterion", "criteria"]))
  if (essay.closed) exemplar.before(essay.gate)
  essay.start.addEventListener("click", () => startFromOutline(essay.area))
  essay.anyway.addEventListener("click", () => open(essay))
  hideFromPrint(["outline", "exemplar", "sources"])
  show(essay)
}

function elements() {
  const far = make("strong")
  const anyway = button("Show it anyway")
  const rule = `The exemplar opens when you have written ${ENOUGH} words of your own. `
  return {
    area: make("textarea", {rows: 14, autocomplete: "off", "aria-label": "Your essay"}),
    words: make("p", {class: "words"}),
    status: make("p", {role: "status", class: "unseen"}),
    start: button("Start from the outline"),
    far,
    anyway,
    gate: make("div", {class: "gate"}, make("p", {}, rule, far), anyway),
  }
}

function button(label, attributes) {
  return make("button", {type: "button", class: "md-button", ...attributes}, label)
}

function writing({key, area, words, status, start}, draft, text) {
  const head = make("header", {}, make("h2", {}, "Your essay"), start)
  const foot = make("div", {class: "foot"}, words, draft.kept)
  const saving = button("Download as Markdown", {click: () => download(key, area)})
  const tools = make("div", {class: "tools"}, saving, button("Print", {click: () => print()}))
  const own = make("section", {class: "own writing", "aria-label": "Your essay"}, head)
  own.append(area, foot, draft.offers, tools, status, text)
  return own
}

function hideFromPrint(ids) {
  for (const element of ids.flatMap(id => below(id, true))) element.classList.add("unprinted")
}

function show(essay) {
  const {area, words, start, status, far, gate} = essay
  const written = ownWords(area.value)
  words.replaceChildren(make("strong", {}, written.toLocaleString("en-US")), written === 1 ? " word" : " words")
  start.hidden = !outline.length || outline.every(line => area.value.includes(line))
  article.classList.toggle("has-essay", area.value.trim() !== "")
  if (essay.closed && written >= ENOUGH) {
    essay.closed = false
    say(status, `${ENOUGH} words: the exemplar can be opened now.`)
  }
  if (!exemplar) return
  far.textContent = `${written} so far.`
  gate.hidden = !essay.closed
  exemplar.hidden = essay.closed
}

// execCommand inserts the outline as typed text, so that the browser's undo works.
function startFromOutline(area) {
  const begins = area.value.trimEnd()
  const typed = `${begins ? "\n\n" : ""}${outline.join("\n\n")}\n\n`
  area.focus()
  area.setSelectionRange(begins.length, area.value.length)
  if (!document.execCommand("insertText", false, typed)) {
    area.setRangeText(typed, begins.length, area.value.length, "end")
    area.dispatchEvent(new Event("input", {bubbles: true}))
  }
  const first = area.value.indexOf(outline[0], begins.length) + outline[0].length
  area.setSelectionRange(first, first)
  area.scrollTop = 0
}

function open(essay) {
  essay.closed = false
  show(essay)
  exemplar.open = true
  exemplar.querySelector("summary").focus()
}

function download(key, area) {
  const asked = below("prompt")[0]
  const content = [`# ${title}`, ...(asked ? [`> ${wordsOf(asked)}`] : []), area.value.trim()].join("\n\n")
  save(`${key.slice("prompt:".length)}.md`, `${content}\n`, "text/markdown")
}

function ownWords(text) {
  const own = text.split("\n").filter(line => !outline.includes(line.trim()))
  return own.join("\n").match(WORD)?.length ?? 0
}

function wordsOf(element) {
  return element.textContent.replace(/\s+/g, " ").trim()
}

// The elements between an h2 and the next heading or section; `whole` includes the h2.
function below(id, whole = false) {
  const heading = article.querySelector(`h2#${id}`)
  const found = heading && whole ? [heading] : []
  const ends = element => /^(H[12]|SECTION)$/.test(element.tagName)
  for (let next = heading?.nextElementSibling; next && !ends(next); next = next.nextElementSibling) found.push(next)
  return found
}
