// Where you stand, in two lines on the home page, for readers with a record; for others nothing is loaded but this.
// The deck is not fetched for it: what is due is counted from the record alone, by the day that each card was given, so
// an exam date, which brings cards forward, and cards that left the site are seen only on the pages that have the deck.
// With the log it takes 8 KB gzipped, so it does without the helpers of view.js. Only numbers go into its HTML.

const KEY = "who-does-what.study" // as in log.js, which is loaded only where there is a record

if (hasRecord()) tell()

function hasRecord() {
  try {
    return (localStorage.getItem(KEY) ?? localStorage.getItem(`${KEY}.newest`)) !== null
  } catch {
    return false
  }
}

async function tell() {
  const place = document.createElement("section")
  place.className = "home-standing"
  place.setAttribute("aria-label", "Where you stand")
  document.getElementById("stages").before(place) // holds its room while the record is read
  const {log} = await import("./study/here.js")
  const draw = () => {
    const words = sentences(log.state)
    const due = dueNow(log.state)
    const first = due ? link("review", `Review what is due: ${due}`) : link("exam", "Take a practice exam")
    place.hidden = !words
    place.innerHTML = `<h2>Where you stand</h2><p>${words}</p><p>${first}${link("progress", "See where you stand")}</p>`
  }
  draw()
  log.subscribe(draw)
}

const link = (page, words) => `<a class="md-button" href="${page}/">${words}</a>`

// Of the two cards of a term one is asked a day.
function dueNow({cards, dayOf, now}) {
  const due = [...cards].filter(([, card]) => dayOf(card.due) <= dayOf(now))
  return new Set(due.map(([id]) => id.replace(/^(term:.*):.*/, "$1"))).size
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
