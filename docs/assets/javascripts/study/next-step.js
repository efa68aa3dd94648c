// The next steps for a reader, the most important first, for the home, progress, review, and exam pages.
//
//   steps(deck, state, now)      -> {page, href, words}[]    at least one; the course is first unless an exam is ahead

import {inWords, missedInWords, number} from "./due.js"
import {daysToExam, planOf} from "./plan.js"
import {at} from "./view.js"

export function steps(deck, state, now) {
  const plan = planOf(deck, state, {now})
  const review = number(plan) ? step("review", `Review: ${inWords(plan)}`) : step("exam", "Take a practice exam")
  const missed = plan.missed.length > 0 && step("review", missedInWords(plan), "#only=missed")
  const session = nextSession(deck, state)
  const order = daysToExam(state, now) === null ? [session, missed, review] : [review, missed, session]
  return order.filter(Boolean)
}

const step = (page, words, hash = "") => ({page, href: at(page) + hash, words})

// The first unread session, if the reader has read a session or answered a question of the first one.
function nextSession({sessions}, {read, questions}) {
  const isRead = ([id]) => read.has(`page:learn/${id}`)
  const index = sessions.findIndex(session => !isRead(session))
  const begun = sessions.some(isRead) || sessions[0]?.[2]?.some(key => questions.has(key))
  if (index < 0 || !begun) return null
  const [id, title] = sessions[index]
  return step(`learn/${id}`, `Continue: session ${index + 1}, ${title}`)
}
