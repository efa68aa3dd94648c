// The cards that a page asks or counts today: the plan of due.js, for a deck, a scope, and an exam.
//
//   planOf(deck, state, {now, scope})  -> Plan     of due.js; ratings of cards outside the scope do not count toward
//                                                  the daily limit
//   byExam(deck, cards, covers)        -> {card, asked, needed}[]     the most asked first; asked: how many questions
//                                                  and short answers of the exam's scope depend on the card, Infinity
//                                                  for a short answer of the scope; needed: asked, or about the scope
//   daysToExam(state, now)             -> number | null     0 on its date, null without a date or after it
//
// Before an exam, the only new cards are those that it needs, until the day after the reader has seen all of them, and
// in the last week. Other new cards would come back for review and use up the time for unseen ones.

import {dayOf} from "./days.js"
import {due} from "./due.js"
import {EVERYTHING, fits, readScope} from "./scope.js"

const WEEK = 7 // days

export function planOf(deck, state, {now, scope = EVERYTHING}) {
  const {exam} = state.settings
  const today = state.dayOf(now)
  const own = deck.cards.filter(card => fits(deck, card, scope))
  const done = scope.what ? own.filter(({id}) => state.cards.get(id)?.last === today).length : undefined
  const some = own.filter(card => isWanted(state, card, today, scope.only))
  const cards = exam !== null && exam >= today ? beforeExam(deck, state, some, today) : some
  return due(state, cards, {now, done, adds: !scope.only})
}

// By the calendar: after midnight, the date has changed, although the evening goes on.
export function daysToExam({settings}, now) {
  const days = settings.exam === null ? -1 : settings.exam - dayOf(now)
  return days < 0 ? null : days
}

// Cards that the reader just knew leave the plan; the others stay and are asked again.
function isWanted(state, {id}, today, only) {
  if (only === "missed") return state.missed.has(id) || (state.again.get(id) === today && !id.startsWith("term:"))
  return only !== "weak" || state.tries.get(id) === false
}

function beforeExam(deck, state, cards, today) {
  const {exam, covers} = state.settings
  const found = byExam(deck, cards, covers)
  const isNew = ({card}) => card.kind !== "question" && !state.cards.has(card.id) && !state.aside.has(card.id)
  const isNewToday = one => isNew(one) || state.cards.get(one.card.id)?.ratings[0][1] === today
  const isOnly = exam - today < WEEK || found.some(one => one.needed && isNewToday(one))
  return found.filter(one => !isOnly || one.needed || !isNew(one)).map(({card}) => card)
}

export function byExam(deck, cards, covers) {
  const scope = readScope(covers, deck) ?? EVERYTHING
  const count = new Map()
  for (const item of [...deck.answers.values(), ...deck.questions.values()])
    if (fits(deck, item, scope)) for (const id of item.terms) count.set(id, (count.get(id) ?? 0) + 1)
  const asked = card => {
    if (card.kind === "term") return count.get(card.terms[0]) ?? 0
    return fits(deck, card, scope) ? Infinity : 0
  }
  const entry = (card, number) => ({card, asked: number, needed: number > 0 || fits(deck, card, scope)})
  const found = cards.map(card => entry(card, asked(card)))
  return found.sort((one, other) => (one.asked === other.asked ? 0 : other.asked - one.asked))
}
