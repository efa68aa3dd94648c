// The list in which a reader chooses the scope of practice or of an exam.
//
//   showScope(list, deck, scope, more)    fills a select and selects the scope; adds an option for a scope that only an
//                                         address can name. more: [value, words][], options below "Everything"

import {nameOf, writeScope} from "./scope.js"
import {make} from "./view.js"

export function showScope(list, deck, scope, more = []) {
  const value = writeScope(scope)
  if (list.options.length && list.value === value) return
  list.replaceChildren(...[["", "Everything"], ...more].map(option), ...groups(deck))
  if (![...list.options].some(one => one.value === value)) list.prepend(option([value, nameOf(deck, scope)]))
  list.value = value
}

const option = ([value, words]) => make("option", {value}, words)

function groups(deck) {
  const group = (label, what, entries) =>
    make("optgroup", {label}, ...entries.map(([id, name]) => option([`${what}=${id}`, name])))
  return [
    group("One role", "persona", [...deck.personas]),
    group("One stage", "stage", [...deck.stages]),
    group("One session of the course", "session", deck.sessions),
  ]
}
