// Where you stand, in two lines on the home page, for readers with a record; for others nothing is loaded but this.
// plan.js says what there is to review, as on the review page. Where the deck cannot be loaded, no number is named.

import {ROOT, texts} from "./record-key.js"

let begun = false
begin()
addEventListener("pageshow", begin) // the record began elsewhere

async function begin() {
  if (begun || !texts().length) return
  begun = true
  const place = document.createElement("section")
  place.className = "home-standing"
  place.setAttribute("aria-label", "Where you stand")
  document.getElementById("stages").before(place) // holds its room meanwhile
  const [{log}, {loadDeck}, {inWords, missedInWords, number}, {planOf}, {make}] = await Promise.all([
    import("./study/here.js"),
    import("./study/deck.js"),
    import("./study/due.js"),
    import("./study/plan.js"),
    import("./study/view.js"),
  ])
  const deck = await loadDeck(ROOT).catch(() => null)
  const link = (page, words) => make("a", {class: "md-button", href: page}, words)
  const review = state => {
    const plan = deck && planOf(deck, state, {now: Date.now()})
    if (plan && !number(plan)) return ["Done for today. ", link("exam/", "Take a practice exam")]
    const missed = plan?.missed.length ? [link("review/#only=missed", missedInWords(plan))] : []
    return [...missed, link("review/", plan ? `Review: ${inWords(plan)}` : "Review")]
  }
  const draw = () => {
    const words = sentences(log.state)
    place.hidden = !words
    const next = nextSession(deck?.sessions ?? [], log.state.read)
    const onward = next ? [link(`learn/${next.id}/`, next.words)] : []
    const actions = [...onward, ...review(log.state)]
    const primary = "md-button--primary"
    if (words) document.querySelector(`.${primary}`)?.classList.remove(primary)
    actions.find(one => one.href).classList.add(primary)
    actions.push(make("a", {href: "progress/"}, "See where you stand"))
    place.replaceChildren(make("h2", {}, "Where you stand"), make("p", {}, words), make("p", {}, ...actions))
  }
  draw()
  log.subscribe(draw)
  addEventListener("focus", () => log.refresh())
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

// The first session that is not read, if one is.
function nextSession(sessions, read) {
  const isRead = ([id]) => read.has(`page:learn/${id}`)
  const index = sessions.findIndex(session => !isRead(session))
  if (index < 0 || !sessions.some(isRead)) return null
  const [id, title] = sessions[index]
  return {id, words: `Continue: session ${index + 1}, ${title}`}
}
