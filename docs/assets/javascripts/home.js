// Progress on the home page, for readers with a record. For others, the page loads only this module.

import {texts} from "./record-key.js"

let begun = false
begin()
addEventListener("pageshow", begin) // back from a page on which the record began

// The box takes the place of the buttons for newcomers. The page has kept its room since before it was painted.
function begin() {
  if (begun || !texts().length) return
  begun = true
  const place = document.createElement("section")
  place.className = "home-progress"
  place.setAttribute("aria-label", "Where you stand")
  const buttons = document.querySelector("article .md-button--primary").closest("p")
  buttons.before(place)
  buttons.hidden = true
  import("./home-progress.js").then(({fill}) => fill(place, buttons), () => leave(place, buttons))
}

function leave(place, buttons) {
  place.hidden = true
  buttons.hidden = false
  document.documentElement.classList.remove("has-record")
}
