// The course page: for a reader who has read a session, the main button leads to the first one that is still to be read.

import {nameOf} from "./record-key.js"
import {log} from "./study/browser-log.js"
import {at} from "./study/view.js"

const button = document.querySelector("article .md-button--primary")
const sessions = [...document.querySelectorAll("#sessions ~ ol a")]
draw()
log.subscribe(draw)

function draw() {
  const isRead = ({href}) => log.state.read.has(`page:${nameOf(href)}`)
  const index = sessions.findIndex(session => !isRead(session))
  const begun = sessions.some(isRead)
  const words = index < 0 ? "Review what you learned" : `${begun ? "Continue" : "Begin"} with session ${index + 1}`
  button.href = index < 0 ? at("review") : sessions[index].href
  if (button.textContent !== words) button.textContent = words
}
