// The clock of an exam: its text, and the moments at which a screen reader announces it.
//
//   clockOn(line, announce)   -> {start(exam, now), look(exam, now)}
//     start     begins at `now`; the moments before it are not announced
//     look      shows the time left, and returns true when time is up; call it once a second
//   announce(words)           called at half time, and five minutes and one minute before the end

import {left} from "../study/exam.js"
import {count} from "../study/view.js"

export function clockOn(line, announce) {
  let before = null
  let shown = "" // not read from the page, which a browser may have translated
  return {start, look}

  function start(exam, now) {
    before = left(exam, now)
  }

  function look(exam, now) {
    const seconds = left(exam, now)
    show(words(seconds))
    if (seconds === null) return false
    const passed = [exam.minutes * 30, 300, 60].find(mark => before > mark && seconds <= mark)
    if (passed && seconds) announce(`${count(Math.ceil(seconds / 60), "minute")} left.`)
    line.classList.toggle("soon", seconds <= 300)
    before = seconds
    return seconds === 0
  }

  function show(text) {
    if (text !== shown) line.textContent = shown = text
  }
}

function words(seconds) {
  if (seconds === null) return "No limit"
  return seconds > 60 ? `${Math.ceil(seconds / 60)} minutes left` : `${seconds} seconds left`
}
