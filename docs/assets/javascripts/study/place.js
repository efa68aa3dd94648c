// Where a page that asks the deck stands: what the page says without it gives way, or is told why it stays.
//
//   take(place, log, ...children)   -> Promise<Deck | null>   the children take the place, below what the log reports

import {loadDeck} from "./deck.js"
import {ROOT, make, showReports} from "./view.js"

export async function take(place, log, ...children) {
  const deck = await loadDeck(ROOT).catch(error => {
    place.prepend(make("p", {class: "study-report", role: "alert"}, error.message))
    return null
  })
  if (!deck) return null
  const reports = make("p", {role: "status", class: "study-report"})
  place.replaceChildren(reports, ...children)
  showReports(log, reports)
  return deck
}
