// What readers write, and mark themselves: a text that is kept while they type, points that they tick.
//
//   keepDraft(log, key, area, changed)   -> {restart(), bringBack(), kept, offers}   the textarea's text is the draft of
//                                        a key. changed: called when the text is another; kept: a line that says where
//                                        it is; offers: texts that an import has for it (offers.js)
//                                        restart empties the area: what is stored stays until something is typed
//   printed(area)                        -> Element   the text as text, for paper: a textarea prints what fits into it
//   marker(log, key, items, what)        -> Element   the score of the points in `items` (li[data-point]), what: one and many of them, as `count` takes them
//                                        .restart() unticks; .touched: whether something is ticked
//   history(times, {now, dayOf})         -> string    "20 Nov 3 of 5, today 5 of 5"
//   keyOf(list)                          the key of a list of points, "answer:why"; undefined where nobody named it
//
// Two tabs. A draft of another tab appears in this one, unless somebody is typing here: then what is typed last is kept.
// What a reader writes is a value of a textarea and a text node, nothing else.

import {showOffers} from "./offers.js"
import {count, make} from "./view.js"

const PAUSE = 400
const LONGEST_PAUSE = 2000 // while the reader goes on typing
const LONGEST = 200_000
const SHOWN = 5

export const keyOf = list => list?.dataset.key

export function keepDraft(log, key, area, changed = () => {}) {
  const draft = new Draft(log, key, area, changed)
  area.addEventListener("input", () => draft.typed())
  for (const event of ["change", "blur"]) area.addEventListener(event, () => draft.save())
  addEventListener("pagehide", () => draft.save())
  document.addEventListener("visibilitychange", () => document.hidden && draft.save())
  log.subscribe(() => draft.take())
  showOffers(log, draft.offers, other => other === key)
  draft.tell()
  return draft
}

class Draft {
  constructor(log, key, area, changed) {
    Object.assign(this, {log, key, area, changed, timer: 0, since: 0})
    this.kept = make("p", {class: "kept"})
    this.offers = make("div", {class: "offers"})
    this.seen = this.stored
    this.leave = event => this.leaving(event)
    area.maxLength = LONGEST
    area.value = this.seen
  }

  get stored() {
    return this.log.state.drafts.get(this.key)?.text ?? ""
  }

  typed() {
    const now = performance.now()
    if (this.timer === 0) this.since = now
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.save(), Math.max(0, Math.min(PAUSE, this.since + LONGEST_PAUSE - now)))
    addEventListener("beforeunload", this.leave)
    this.tell()
    this.changed()
  }

  save() {
    removeEventListener("beforeunload", this.leave)
    clearTimeout(this.timer)
    if (this.timer === 0) return
    this.timer = 0
    if (this.area.value === this.seen) return
    this.seen = this.area.value
    this.log.add("drafted", this.key, this.seen)
    this.tell()
  }

  // Whoever leaves in the middle of a word is asked only if the word cannot be stored.
  leaving(event) {
    this.save()
    if (this.log.unsaved) event.preventDefault()
  }

  take() {
    const text = this.stored
    if (text === this.seen) return this.tell()
    this.seen = text
    if (this.timer === 0) this.show(text)
  }

  restart() {
    this.save()
    this.show("")
  }

  bringBack() {
    this.show(this.seen)
  }

  show(text) {
    this.area.value = text
    this.tell()
    this.changed()
  }

  tell() {
    const words = this.log.saved ? "Kept in this browser." : "Kept until you close the page."
    const now = this.seen && this.area.value === this.seen ? words : ""
    if (this.kept.textContent !== now) this.kept.textContent = now
  }
}

export function printed(area) {
  const text = make("div", {class: "written"})
  const copy = () => (text.textContent = area.value)
  addEventListener("beforeprint", copy)
  area.addEventListener("input", copy)
  queueMicrotask(copy)
  return text
}

export function marker(log, key, items, what) {
  const boxes = items.map(item => item.querySelector("input"))
  const ids = ticked => items.filter((_, index) => boxes[index].checked === ticked).map(item => item.dataset.point)
  const times = () => log.state.answers.get(key) ?? []
  const line = make("p", {role: "status", class: "points"})
  const keep = make("button", {type: "button", class: "md-button md-button--primary", click: record}, "Keep this score")
  const missed = make("p", {class: "missed"})
  const past = make("p", {class: "history"})
  const score = make("div", {class: "score"}, line, keep, missed, past)
  let settled = ids(true).length > 0 && `${ids(true)}` === `${times().at(-1)?.had}` // what is ticked is the last score
  for (const box of boxes) box.addEventListener("change", change)
  log.subscribe(() => {
    tell()
    show()
  })
  tell()
  show()
  return Object.assign(score, {
    past,
    restart() {
      for (const box of boxes) box.checked = false
      change()
    },
  })

  function change() {
    settled = false
    tell()
    show()
  }

  function record() {
    if (settled) return
    settled = true
    log.add("ticked", key, ids(true), ids(false))
    tell()
  }

  function tell() {
    const had = ids(true).length
    const words = `${had} of ${count(items.length, ...what)}`
    const kept = log.saved ? "Kept" : "Kept until you close the page"
    keep.setAttribute("aria-disabled", settled)
    keep.textContent = settled ? kept : "Keep this score"
    keep.classList.toggle("md-button--primary", !settled)
    score.classList.toggle("settled", settled)
    const rest = settled ? `, ${kept.toLowerCase()}.` : ""
    if (line.textContent === words + rest) return // said once
    line.replaceChildren(words, ...(rest ? [make("span", {class: "unseen"}, rest)] : []))
  }

  function show() {
    const last = times().at(-1)
    if (settled && !last) change() // erased
    const links = last ? linksTo(items.filter(item => last.missed.includes(item.dataset.point))) : []
    missed.replaceChildren(...(links.length ? [settled ? "Read again: " : "Missed last time: ", ...links] : []))
    past.textContent = history(times(), log.state)
  }
}

// The first term of each point, by its name, as the page links it; once, where two points rest on it.
function linksTo(items) {
  const found = new Map()
  for (const item of items) {
    const link = item.querySelector("a.term")?.cloneNode(true)
    if (!link || found.has(link.href)) continue
    link.textContent = document.getElementById(link.getAttribute("aria-describedby"))?.dataset.term ?? link.textContent
    found.set(link.href, link)
  }
  return [...found.values()].flatMap((link, index) => (index ? [", ", link] : [link]))
}

export function history(times, {now, dayOf}) {
  const today = dayOf(now)
  const day = time => (dayOf(time) === today ? "today" : date(time, now))
  const shown = times.slice(-SHOWN).map(({time, had, missed}) => `${day(time)} ${had.length} of ${had.length + missed.length}`)
  if (times.length > SHOWN) shown.unshift(`${count(times.length - SHOWN, "time")} before`)
  return shown.join(", ").replace(/^t/, "T")
}

function date(time, now) {
  const year = new Date(time).getFullYear() === new Date(now).getFullYear() ? {} : {year: "numeric"}
  return new Date(time).toLocaleDateString("en-GB", {day: "numeric", month: "short", ...year})
}
