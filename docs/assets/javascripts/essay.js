// An essay prompt: a place to write, the outline to start from, criteria to tick, an exemplar that waits.
// Lines of the outline are not the reader's words: they do not count, or the outline alone would open the exemplar.

import {download as save} from "./study/export.js"
import {log} from "./study/here.js"
import {keepDraft, keyOf, marker, printed} from "./study/marking.js"
import {make, say, showReports, titleOf} from "./study/view.js"

const ENOUGH = 150
const WORD = /[\p{L}\p{N}]+(?:['’._\/-][\p{L}\p{N}]+)*/gu

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
  const key = keyOf(list)
  const id = key.slice("prompt:".length)
  const area = make("textarea", {rows: 14, autocomplete: "off", "aria-label": "Your essay"})
  const text = printed(area)
  const words = make("p", {class: "words"})
  const status = make("p", {role: "status", class: "unseen"})
  const button = (label, click, attributes) => make("button", {type: "button", class: "md-button", click, ...attributes}, label)
  const start = button("Start from the outline", startFromOutline)
  const head = make("header", {}, make("h2", {}, "Your essay"), start)
  const anyway = button("Show it anyway", open)
  const far = make("strong")
  const gate = make("div", {class: "gate"}, make("p", {}, `The exemplar opens when you have written ${ENOUGH} words of your own. `, far), anyway)
  const draft = keepDraft(log, key, area, show)
  const foot = make("div", {class: "foot"}, words, draft.kept)
  const after = make("div", {class: "tools"}, button("Download as Markdown", download), button("Print", () => print()))
  const own = make("section", {class: "own writing", "aria-label": "Your essay"}, head)
  own.append(area, foot, draft.offers, after, status, text)

  const next = article.querySelector("#criteria")
  next.before(own)
  next.classList.add("ready")
  list.after(marker(log, key, [...article.querySelectorAll("[data-point]")], ["criterion", "criteria"]))
  let closed = exemplar !== null
  if (closed) exemplar.before(gate)
  for (const part of ["outline", "exemplar", "sources"]) for (const element of below(part, true)) element.classList.add("unprinted")
  show()

  function show() {
    const written = ownWords(area.value)
    words.replaceChildren(make("strong", {}, written.toLocaleString("en")), written === 1 ? " word" : " words")
    start.hidden = !outline.length || outline.every(line => area.value.includes(line))
    article.classList.toggle("has-essay", area.value.trim() !== "")
    if (closed && written >= ENOUGH) {
      closed = false
      say(status, `${ENOUGH} words: the exemplar can be opened now.`)
    }
    if (!exemplar) return
    far.textContent = `${written} so far.`
    gate.hidden = !closed
    exemplar.hidden = closed
  }

  // As if it were typed, so that the browser can undo it.
  function startFromOutline() {
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

  function open() {
    closed = false
    show()
    exemplar.open = true
    exemplar.querySelector("summary").focus()
  }

  function download() {
    const asked = below("prompt")[0]
    const content = [`# ${title}`, ...(asked ? [`> ${wordsOf(asked)}`] : []), area.value.trim()].join("\n\n")
    save(`${id}.md`, `${content}\n`, "text/markdown")
  }
}

function ownWords(text) {
  const own = text.split("\n").filter(line => !outline.includes(line.trim()))
  return own.join("\n").match(WORD)?.length ?? 0
}

function wordsOf(element) {
  return element.textContent.replace(/\s+/g, " ").trim()
}

// What stands below a heading of the second level, up to the next; with the heading itself, if asked.
function below(id, whole = false) {
  const heading = article.querySelector(`h2#${id}`)
  const found = heading && whole ? [heading] : []
  for (let next = heading?.nextElementSibling; next && !/^(H[12]|SECTION)$/.test(next.tagName); next = next.nextElementSibling)
    found.push(next)
  return found
}
