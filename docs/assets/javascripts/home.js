// Progress on the home page, for readers with a record. For others, the page loads only this module.

import {texts} from "./record-key.js"

let begun = false
begin()
addEventListener("pageshow", begin) // back from a page on which the record began

// The box takes the place of the buttons for newcomers, and holds its room while the record is read.
function begin() {
  if (begun || !texts().length) return
  begun = true
  const place = document.createElement("section")
  place.className = "home-progress"
  place.setAttribute("aria-label", "Where you stand")
  const buttons = document.querySelector("article .md-button--primary").closest("p")
  buttons.before(place)
  buttons.hidden = true
  import("./home-progress.js").then(({fill}) => fill(place, buttons), () => (buttons.hidden = !(place.hidden = true)))
}
