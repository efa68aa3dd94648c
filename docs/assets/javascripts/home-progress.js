// Two lines on the home page for readers with a record, and what to do next, the most important first.
//
//   fill(place, buttons)    now and after each change of the record; buttons: for newcomers, shown without a record
//
// next-step.js decides what comes next. If the deck cannot be loaded, the text has no numbers.

import {ROOT} from "./record-key.js"
import {loadDeck} from "./study/deck.js"
import {followDays, makeRedraw} from "./study/redraw.js"
import {log} from "./study/browser-log.js"
import {hasOpenExam, steps} from "./study/next-step.js"
import {daysToExam} from "./study/plan.js"
import {exams} from "./study/progress-stats.js"
import {at, buttonLink, count, make} from "./study/view.js"

export async function fill(place, buttons) {
  const deck = await loadDeck(ROOT).catch(() => null)
  const redraw = makeRedraw(place)
  const show = () => {
    const words = sentences(deck, log.state)
    place.hidden = !words
    buttons.hidden = !place.hidden
    document.documentElement.classList.toggle("has-record", !place.hidden)
    const next = make("p", {}, ...actions(deck, log.state)) // first, so that it is in sight on a phone
    redraw(make("h2", {}, "Where you stand"), next, make("p", {}, words))
  }
  show()
  log.subscribe(show)
  followDays(log)
}

function actions(deck, state) {
  const found = deck ? steps(deck, state, Date.now()) : [{page: "review", href: at("review"), words: "Review"}]
  const leads = name => found.some(({page}) => page.startsWith(name))
  const buttons = found.map(({href, words}, index) => buttonLink(href, words, index === 0))
  const begin = leads("learn/") ? [] : [make("a", {href: at("learn/index")}, "See the course"), " "]
  return [leads("review") ? "" : make("span", {}, "Your review is done for today."), ...buttons, ...begin, make("a", {href: at("progress")}, "See where you stand")]
}

function sentences(deck, state) {
  const {questions, cards, answers, read} = state
  const counted = [
    [questions, "Questions answered"],
    [cards, "Cards reviewed"],
    [answers, "Texts graded"],
    [read, "Pages read"],
  ]
  const parts = counted.filter(([{size}]) => size).map(([{size}, words]) => `${words}: ${size}.`)
  const [last] = deck ? exams(state, deck) : []
  if (last) parts.push(`Last exam: ${last.right} of ${last.of} right.`)
  if (hasOpenExam(state)) parts.push("A practice exam is not finished.")
  const days = daysToExam(state, Date.now())
  if (days !== null) parts.unshift(days ? `Exam in ${count(days, "day")}.` : "Your exam is today.")
  return parts.join(" ")
}
