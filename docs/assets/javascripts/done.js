// Pages done: a button at the end of a page says so; the navigation and the list on the progress page mark them.
// Without a record nothing more is loaded before the button is pressed; with one, what reads it (events.js), when idle.

const KEY = "who-does-what.study" // as in log.js, which is too much to load for a mark
const ROOT = new URL("../../", import.meta.url).href
const nameOf = url =>
  url.startsWith(ROOT)
    ? url
        .slice(ROOT.length)
        .replace(/[?#].*$/, "")
        .replace(/(^|\/)index\.html$|\/$/, "")
    : ""
const own = nameOf(location.href)
const idle = globalThis.requestIdleCallback ?? setTimeout

const button = document.createElement("button")
button.type = "button"
button.className = "md-button done-button"
button.textContent = "Mark as read"
button.addEventListener("click", toggle)
if (!document.querySelector(".pages")) document.querySelector("article").append(button)
let done = new Set()
show()
idle(look)
addEventListener("storage", event => event.key?.startsWith(KEY) && look())

function stored() {
  try {
    return [KEY, `${KEY}.newest`].map(key => localStorage.getItem(key)).filter(Boolean)
  } catch {
    return []
  }
}

async function look() {
  const texts = stored()
  if (!texts.length) return
  const {parse, KIND, KEY, VALUE} = await import("./study/events.js")
  const rows = texts.flatMap(text => parse(text).rows).filter(row => row[KIND] === "read")
  done = new Set()
  for (const row of rows) done[row[VALUE] ? "add" : "delete"](row[KEY])
  show()
}

async function toggle() {
  const {log} = await import("./study/here.js")
  log.add("read", `page:${own}`, !log.state.read.has(`page:${own}`))
  done = new Set(log.state.read.keys())
  show()
}

function show() {
  const is = done.has(`page:${own}`)
  button.setAttribute("aria-pressed", is)
  for (const link of document.querySelectorAll('.md-nav--primary .md-nav__link[href]:not([href*="#"]), .pages a')) {
    const mark = link.querySelector(".done-mark")
    if (!done.has(`page:${nameOf(link.href)}`)) mark?.remove()
    else if (!mark) link.insertAdjacentHTML("beforeend", '<span class="done-mark" role="img" aria-label="read"></span>')
  }
}
