// Pages done: a button at the end of a page says so; the navigation and the list on the progress page mark them.
// The list of sessions on the course page has the marks, too. Without a record, nothing more is loaded before the
// button is pressed; with one, events.js is loaded when the browser is idle.

import {KEY, nameOf, texts} from "./record-key.js"

const own = nameOf(location.href)
const idle = globalThis.requestIdleCallback ?? setTimeout

const button = document.createElement("button")
button.type = "button"
button.className = "md-button done-button"
button.textContent = "I have read this page"
button.addEventListener("click", toggle)
if (!document.querySelector(".pages")) document.querySelector("article").append(button)
let done = new Set()
let reports = null
show()
idle(look)
addEventListener("storage", event => (event.key === null || event.key.startsWith(KEY)) && look())
addEventListener("pageshow", event => event.persisted && look())

async function look() {
  const found = texts()
  if (!found.length && !done.size) return
  const events = await import("./study/events.js")
  const rows = found.flatMap(text => events.parse(text).rows).filter(row => row[events.KIND] === "read")
  rows.sort((one, other) => (events.isLater(one, other) ? 1 : -1))
  done = new Set()
  for (const row of rows) done[row[events.VALUE] ? "add" : "delete"](row[events.KEY])
  show()
}

// If the mark cannot be stored, or other pages cannot read it, a line says so and offers an export.
async function toggle() {
  const [{log}, {make, showReports}] = await Promise.all([import("./study/browser-log.js"), import("./study/view.js")])
  log.add("read", `page:${own}`, !done.has(`page:${own}`))
  done = new Set(log.state.read.keys())
  show()
  if (!log.reports.length || reports) return
  reports = make("p", {role: "status", class: "study-report"})
  button.after(reports)
  showReports(log, reports)
}

function show() {
  const is = done.has(`page:${own}`)
  button.setAttribute("aria-pressed", is)
  for (const link of document.querySelectorAll('.md-nav--primary .md-nav__link[href]:not([href*="#"]), .pages a, #sessions ~ ol a')) {
    const mark = link.querySelector(".done-mark")
    if (!done.has(`page:${nameOf(link.href)}`)) mark?.remove()
    else if (!mark) link.insertAdjacentHTML("beforeend", '<span class="done-mark" role="img" aria-label="read"></span>')
  }
}
