// A part of a page that shows the record, drawn after each change of the log.
//
//   makeRedraw(place)   -> (...children) => void    replaces what the element shows, unless it would show the same. The
//                       same link keeps the focus, or else the first one gets it. Open details stay open
//   followDays(log)     folds the log again when the reader comes back on another day: other cards are due

import {dayOf} from "./days.js"
import {make} from "./view.js"

export function makeRedraw(place) {
  let shown = null
  return (...children) => {
    const drawn = make("div", {}, ...children)
    if (drawn.innerHTML === shown) return
    shown = drawn.innerHTML
    const details = [...place.querySelectorAll("details")]
    for (const [index, one] of drawn.querySelectorAll("details").entries()) one.open = details[index]?.open ?? false
    const focused = place.contains(document.activeElement) && sameIn(drawn, place, document.activeElement)
    place.replaceChildren(...drawn.childNodes)
    if (focused) focused.focus({preventScroll: true})
  }
}

// Several links may have the same address: the number of them before it tells which one.
function sameIn(drawn, place, {localName, href}) {
  const alike = root => [...root.querySelectorAll(localName)].filter(one => one.href === href)
  const found = alike(drawn)
  return found[alike(place).indexOf(document.activeElement)] ?? found.at(-1) ?? drawn.querySelector("a")
}

// The days to an exam follow the calendar, and what is due the hour at which the reader's day begins.
export function followDays(log) {
  const days = time => `${dayOf(time)} ${log.state.dayOf(time)}`
  addEventListener("focus", () => days(log.state.now) !== days(Date.now()) && log.refresh())
}
