// What comes next for a reader, the most important first: the home page, progress, review, and the exam all ask here.
//
//   steps(deck, state, now)      -> {page, href, words}[]    at least one; without an exam ahead, the course comes first

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

// The first session that is not read, for whoever has read one, or has answered a question of the first.
function nextSession({sessions}, {read, questions}) {
  const isRead = ([id]) => read.has(`page:learn/${id}`)
  const index = sessions.findIndex(session => !isRead(session))
  const begun = sessions.some(isRead) || sessions[0]?.[2]?.some(key => questions.has(key))
  if (index < 0 || !begun) return null
  const [id, title] = sessions[index]
  return step(`learn/${id}`, `Continue: session ${index + 1}, ${title}`)
}
