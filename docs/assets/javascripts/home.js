// Progress on the home page, for readers with a record. For others, the page loads only this module.

import {texts} from "./record-key.js"

let begun = false
begin()
addEventListener("pageshow", begin) // the reader may come back from the page that started their record

// The box replaces the buttons for newcomers. Its space is reserved before the first paint (overrides/main.html).
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
