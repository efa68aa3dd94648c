// Replace a page's no-script content with what its script makes, or report why the cards could not be loaded.
//
//   mount(place, log, ...children)   -> Promise<Deck | null>   fills `place`: reports of the log, then the children

import {loadDeck} from "./deck.js"
import {ROOT, make, showReports} from "./view.js"

export async function mount(place, log, ...children) {
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
