// The next steps for a reader, the most important first, for the home, progress, review, and exam pages.
//
//   steps(deck, state, now)      -> {page, href, words}[]    at least one. An unfinished practice exam is first, then
//                                 the course unless an exam is ahead
//   hasOpenExam(state)           -> boolean     whether a practice exam is unfinished

import {inWords, missedInWords, number} from "./due.js"
import {daysToExam, planOf} from "./plan.js"
import {at} from "./view.js"

export function steps(deck, state, now) {
  const plan = planOf(deck, state, {now})
  const isAhead = daysToExam(state, now) !== null
  const all = number(plan)
  const exam = hasOpenExam(state) && step("exam", "Continue your practice exam")
  const missed = plan.missed.length > 0 && plan.missed.length < all && step("review", missedInWords(plan), "#only=missed")
  const session = nextSession(deck, state)
  const course = !all && !isAhead && !session && !state.read.size && step("learn/index", "Start the course")
  const review = all ? step("review", `Review: ${inWords(plan)}`) : step("exam", "Take a practice exam")
  const order = isAhead ? [exam, review, missed, session] : [exam, session, missed, course, review]
  return order.filter(Boolean)
}

// Not handed in, or not completely graded: as exam.js writes it.
export const hasOpenExam = ({drafts}) =>
  [...drafts].some(([key, {text}]) => key.startsWith("exam:") && text.includes('"finished":false'))

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
