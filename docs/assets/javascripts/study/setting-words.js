// The value of a setting in words, for a reader who chooses between two.
//
//   settingInWords(deck, key, value)  -> string     a value that the site does not know stays as it is; deck: may be
//                                                   missing

import {nameOf, readScope} from "./scope.js"

const DATE = {day: "numeric", month: "long", year: "numeric", timeZone: "UTC"}

export function settingInWords(deck, key, value) {
  const scope = key === "setting:covers" && deck ? readScope(`${value ?? ""}`, deck) : null
  if (scope) return nameOf(deck, scope)
  if (value === null || value === "") return "nothing"
  return key === "setting:exam" ? dateInWords(value) : `${value}`
}

function dateInWords(value) {
  const date = new Date(`${value}T00:00Z`)
  return Number.isNaN(date.getTime()) ? `${value}` : date.toLocaleDateString("en-US", DATE)
}
