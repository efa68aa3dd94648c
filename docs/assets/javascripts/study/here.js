// The log of this browser: `log`, of log.js. The one place that asks for its storage, clock and randomness.

import {openLog} from "./log.js"

function storage() {
  try {
    return localStorage
  } catch {
    return null
  }
}

export const log = openLog({storage: storage(), now: Date.now, random: Math.random})

addEventListener("storage", event => log.heard(event))
addEventListener("pageshow", event => event.persisted && log.refresh())
