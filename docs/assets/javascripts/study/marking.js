// Written answers and self-marking: a draft that is saved while the reader types, and points that the reader ticks.
//
//   keepDraft(log, key, area, changed)   -> {restart(), bringBack(), kept, offers}   keeps the textarea's text as the
//                                        draft of a key. changed: called when the text changes; kept: the element that
//                                        says where the draft is saved; offers: the list of imported texts (offers.js)
//                                        restart empties the area; the stored draft stays until the reader types
//   printed(area)                        -> Element   a copy of the text for print: a textarea prints only what fits
//   marker(log, key, items, what)        -> Element   the score of the points in `items` (li[data-point]);
//                                        what: the singular and plural, as `count` takes them
//                                        .past: the line with earlier scores; .restart() clears the ticks
//   history(times, {now, dayOf})         -> string    "Nov 20: 3 of 5, today: 5 of 5"
//   keyOf(list)                          the key of a list of points, "answer:why"; undefined if it has no id
//
// Two tabs: a draft from another tab appears in this one unless the reader is typing here; the later text wins.
// The reader's text is only ever a textarea's value or a text node, never HTML.

import {showOffers} from "./offers.js"
import {count, make} from "./view.js"

const PAUSE = 400
const LONGEST_PAUSE = 2000 // while the reader keeps typing
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
  draft.showStatus()
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
    this.showStatus()
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
    this.showStatus()
  }

  // Ask before the page closes only if the draft cannot be saved.
  leaving(event) {
    this.save()
    if (this.log.unsaved) event.preventDefault()
  }

  take() {
    const text = this.stored
    if (text === this.seen) return this.showStatus()
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
    this.showStatus()
    this.changed()
  }

  showStatus() {
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
  const marking = {log, key, items, boxes, what, settled: false, ...scoreElements(() => record(marking))}
  marking.settled = isLastScore(marking)
  for (const box of boxes) box.addEventListener("change", () => unsettle(marking))
  log.subscribe(() => refresh(marking))
  refresh(marking)
  return Object.assign(marking.score, {
    past: marking.past,
    restart() {
      for (const box of boxes) box.checked = false
      unsettle(marking)
    },
  })
}

function scoreElements(click) {
  const line = make("p", {role: "status", class: "points"})
  const keep = make("button", {type: "button", class: "md-button md-button--primary", click}, "Keep this score")
  const missed = make("p", {class: "missed"})
  const past = make("p", {class: "history"})
  return {line, keep, missed, past, score: make("div", {class: "score"}, line, keep, missed, past)}
}

function pointIds({items, boxes}, ticked) {
  return items.filter((_, index) => boxes[index].checked === ticked).map(item => item.dataset.point)
}

function timesOf({log, key}) {
  return log.state.answers.get(key) ?? []
}

function isLastScore(marking) {
  const ticked = pointIds(marking, true)
  return ticked.length > 0 && `${ticked}` === `${timesOf(marking).at(-1)?.had}`
}

function refresh(marking) {
  showScore(marking)
  showHistory(marking)
}

function unsettle(marking) {
  marking.settled = false
  refresh(marking)
}

function record(marking) {
  if (marking.settled) return
  marking.settled = true
  marking.log.add("ticked", marking.key, pointIds(marking, true), pointIds(marking, false))
  showScore(marking)
}

function showScore(marking) {
  const {log, items, what, settled, line, keep, score} = marking
  const words = `${pointIds(marking, true).length} of ${count(items.length, ...what)}`
  const kept = log.saved ? "Kept" : "Kept until you close the page"
  keep.setAttribute("aria-disabled", settled)
  keep.textContent = settled ? kept : "Keep this score"
  keep.classList.toggle("md-button--primary", !settled)
  score.classList.toggle("settled", settled)
  const rest = settled ? `, ${kept.toLowerCase()}.` : ""
  if (line.textContent === words + rest) return // a screen reader would announce it again
  line.replaceChildren(words, ...(rest ? [make("span", {class: "unseen"}, rest)] : []))
}

function showHistory(marking) {
  const times = timesOf(marking)
  const last = times.at(-1)
  if (marking.settled && !last) unsettle(marking) // the reader erased the scores
  const links = last ? linksTo(marking.items.filter(item => last.missed.includes(item.dataset.point))) : []
  const label = marking.settled ? "Read again: " : "Missed last time: "
  marking.missed.replaceChildren(...(links.length ? [label, ...links] : []))
  marking.past.textContent = history(times, marking.log.state)
}

// A link to the first term of each point, labeled with the term's name, without duplicates.
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
  const scoreOf = ({time, had, missed}) => `${day(time)}: ${had.length} of ${had.length + missed.length}`
  const shown = times.slice(-SHOWN).map(scoreOf)
  if (times.length > SHOWN) shown.unshift(`${count(times.length - SHOWN, "time")} before`)
  return shown.join(", ").replace(/^t/, "T")
}

function date(time, now) {
  const year = new Date(time).getFullYear() === new Date(now).getFullYear() ? {} : {year: "numeric"}
  return new Date(time).toLocaleDateString("en-US", {day: "numeric", month: "short", ...year})
}
