// Where you stand, in two lines on the home page, for readers with a record; for others nothing is loaded but this.
// The deck is not fetched for it: what is due is counted from the record alone, by the day that each card was given, so
// an exam date, which brings cards forward, and cards that left the site are seen only on the pages that have the deck.

const KEY = "who-does-what.study" // as in log.js, which is loaded only where there is a record

if (hasRecord()) tell()

function hasRecord() {
  try {
    return localStorage.getItem(KEY) !== null || localStorage.getItem(`${KEY}.newest`) !== null
  } catch {
    return false
  }
}

async function tell() {
  const place = document.createElement("section")
  place.className = "home-standing"
  place.setAttribute("aria-labelledby", "standing")
  document.getElementById("stages").before(place) // holds its room while the record is read
  const [{log}, {count, make}] = await Promise.all([import("./study/here.js"), import("./study/view.js")])
  const draw = () => {
    const words = sentences(log.state, count)
    place.hidden = !words
    const link = (path, name, primary) => make("a", {href: path, class: `md-button${primary ? " md-button--primary" : ""}`}, name)
    const due = dueNow(log.state)
    place.replaceChildren(
      make("h2", {id: "standing"}, "Where you stand"),
      make("p", {}, words),
      make("p", {}, due ? link("review/", `Review what is due: ${due}`, true) : link("exam/", "Take a practice exam"), link("progress/", "See where you stand")),
    )
  }
  draw()
  log.subscribe(draw)
}

// Of the two cards of a term one is asked a day.
function dueNow(state) {
  const today = state.dayOf(state.now)
  const due = [...state.cards].filter(([, card]) => state.dayOf(card.due) <= today)
  return new Set(due.map(([id]) => id.replace(/^(term:.*):[^:]*$/, "$1"))).size
}

function sentences({questions, cards, answers, read, exams}, count) {
  const parts = [
    questions.size && `answered ${count(questions.size, "question")}`,
    cards.size && `reviewed ${count(cards.size, "card")}`,
    answers.size && `marked ${count(answers.size, "text")} of your own`,
    read.size && `read ${count(read.size, "page")}`,
  ].filter(Boolean)
  const last = exams.at(-1)
  const exam = last ? ` In your last exam ${last.right.length} of ${last.right.length + last.wrong.length} were right.` : ""
  return parts.length || exam ? `${parts.length ? `You have ${parts.join(", ")}.` : ""}${exam}`.trim() : ""
}
