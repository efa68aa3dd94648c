// What readers write, and mark themselves: a text that is kept while they type, points that they tick.
//
//   keepDraft(log, key, area, changed)   -> {restart(), bringBack(), kept}   the textarea's text is the draft of a key
//                                        changed: called when the text is another; kept: a line that says where it is
//                                        restart empties the area: the draft that is stored stays until somebody types
//   printed(area)                        -> Element   the text as text, for paper: a textarea prints what fits into it
//   marker(log, key, items, what)        -> Element   the score of the points in `items` (li[data-point]), what: one and many of them, as `count` takes them
//                                        .restart() unticks; .touched: whether something is ticked
//   history(times, {now, dayOf})         -> string    "20 Nov 3 of 5, today 5 of 5"
//   keyOf(list)                          the key of a list of points, "answer:why"; undefined where nobody named it
//
// Two tabs. A draft of another tab appears in this one, unless somebody is typing here: then what is typed last is kept.
// What a reader writes is a value of a textarea and a text node, nothing else.

import {count, make} from "./view.js"

const PAUSE = 400
const LONGEST = 200_000
const SHOWN = 5

export const keyOf = list => list?.dataset.key

export function keepDraft(log, key, area, changed = () => {}) {
  const stored = () => log.state.drafts.get(key)?.text ?? ""
  const kept = make("p", {class: "kept"})
  let seen = stored()
  let timer = 0
  area.maxLength = LONGEST
  area.value = seen
  area.addEventListener("input", () => {
    clearTimeout(timer)
    timer = setTimeout(save, PAUSE)
    tell()
    changed()
  })
  area.addEventListener("change", save)
  addEventListener("pagehide", save)
  document.addEventListener("visibilitychange", () => document.hidden && save())
  log.subscribe(take)
  tell()
  return {
    kept,
    restart() {
      save()
      show("")
    },
    bringBack: () => show(seen),
  }

  function save() {
    clearTimeout(timer)
    if (timer === 0) return
    timer = 0
    if (area.value === seen) return
    seen = area.value
    log.add("drafted", key, seen)
    tell()
  }

  function take() {
    const text = stored()
    if (text === seen) return tell()
    seen = text
    if (timer === 0) show(text)
  }

  function show(text) {
    area.value = text
    tell()
    changed()
  }

  function tell() {
    const words = log.saved ? "Kept in this browser." : "Kept until you close the page."
    kept.textContent = seen && area.value === seen ? words : ""
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
  let settled = ids(true).length > 0 && `${ids(true)}` === `${times().at(-1)?.had}`
  for (const box of boxes) box.addEventListener("change", change)
  log.subscribe(show)
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
    keep.setAttribute("aria-disabled", settled)
    keep.textContent = settled ? "Kept" : "Keep this score"
    keep.classList.toggle("md-button--primary", !settled)
    score.classList.toggle("settled", settled)
    line.replaceChildren(words, ...(settled ? [make("span", {class: "unseen"}, ", kept.")] : []))
  }

  function show() {
    const last = times().at(-1)
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
