// Where you stand, in two lines on the home page, for readers with a record; for others nothing is loaded but this.
// What there is to review comes from the deck and due.js, as on the review page, so that both name the same numbers.
// Where the deck cannot be loaded no number is named. Only numbers go into its HTML.

import {ROOT, texts} from "./record-key.js"

let begun = false
begin()
addEventListener("pageshow", begin) // back from a page on which the record began

async function begin() {
  if (begun || !texts().length) return
  begun = true
  const place = document.createElement("section")
  place.className = "home-standing"
  place.setAttribute("aria-label", "Where you stand")
  document.getElementById("stages").before(place) // holds its room while the record is read
  const [{log}, {loadDeck}, {due, inWords, number}] = await Promise.all([
    import("./study/here.js"),
    import("./study/deck.js"),
    import("./study/due.js"),
  ])
  const deck = await loadDeck(ROOT).catch(() => null)
  const draw = () => {
    const words = sentences(log.state)
    const plan = deck && due(log.state, deck.cards, {now: Date.now()})
    const review = link("review", plan ? `Review: ${inWords(plan)}` : "Review")
    const first = plan && !number(plan) ? `Done for today. ${link("exam", "Take a practice exam")}` : review
    place.hidden = !words
    place.innerHTML = `<h2>Where you stand</h2><p>${words}</p><p>${first}${link("progress", "See where you stand")}</p>`
  }
  draw()
  log.subscribe(draw)
  addEventListener("focus", () => log.refresh())
}

const link = (page, words) => `<a class="md-button" href="${page}/">${words}</a>`

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
