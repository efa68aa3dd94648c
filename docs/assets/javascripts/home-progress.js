// Two lines on the home page for readers with a record, and what to do next, the most important first.
//
//   fill(place, buttons)    now and after each change of the record; buttons: for newcomers, shown without a record
//
// plan.js says what there is to review, as on the review page. If the deck cannot be loaded, the lines have no numbers.

import {ROOT} from "./record-key.js"
import {loadDeck} from "./study/deck.js"
import {inWords, missedInWords, number} from "./study/due.js"
import {log} from "./study/browser-log.js"
import {planOf} from "./study/plan.js"
import {pagePath} from "./study/site-files.js"
import {buttonLink, make} from "./study/view.js"

export async function fill(place, buttons) {
  const deck = await loadDeck(ROOT).catch(() => null)
  const draw = () => {
    const words = sentences(log.state)
    place.hidden = !words
    buttons.hidden = !place.hidden
    const next = make("p", {}, ...actions(deck, log.state)) // first, so that it is in sight on a phone
    place.replaceChildren(make("h2", {}, "Where you stand"), next, make("p", {}, words))
  }
  draw()
  log.subscribe(draw)
  addEventListener("focus", () => log.refresh())
}

function actions(deck, state) {
  const plan = deck && planOf(deck, state, {now: Date.now()})
  const next = nextSession(deck?.sessions ?? [], state)
  const all = [
    next && [pagePath(`learn/${next.id}`), next.words],
    plan?.missed.length && [`${pagePath("review")}#only=missed`, missedInWords(plan)],
    [pagePath("review"), plan ? `Review: ${inWords(plan)}` : "Review"],
  ]
  const nothing = plan && !number(plan)
  if (nothing) all[2] = [pagePath("exam"), "Take a practice exam"]
  const button = ([href, words], index) => buttonLink(href, words, index === 0)
  const begin = next ? [] : [make("a", {href: pagePath("learn/index")}, "See the course"), " "]
  const found = all.filter(Boolean).map(button)
  return [nothing ? "Done for today. " : "", ...found, ...begin, make("a", {href: pagePath("progress")}, "See where you stand")]
}

function sentences({questions, cards, answers, read, exams}) {
  const counted = [
    [questions, "Questions answered"],
    [cards, "Cards reviewed"],
    [answers, "Texts marked"],
    [read, "Pages read"],
  ]
  const parts = counted.filter(([{size}]) => size).map(([{size}, words]) => `${words}: ${size}.`)
  const last = exams.at(-1)
  if (last) parts.push(`Last exam: ${last.right.length} of ${last.right.length + last.wrong.length} right.`)
  return parts.join(" ")
}

// The first unread session, for readers who have read one, or have answered a question of the first.
function nextSession(sessions, {read, questions}) {
  const isRead = ([id]) => read.has(`page:learn/${id}`)
  const index = sessions.findIndex(session => !isRead(session))
  const begun = sessions.some(isRead) || sessions[0]?.[2]?.some(key => questions.has(key))
  if (index < 0 || !begun) return null
  const [id, title] = sessions[index]
  return {id, words: `Continue: session ${index + 1}, ${title}`}
}
