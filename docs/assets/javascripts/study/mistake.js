// Explain what is wrong with a row of a file.
//
//   mistake(value)  -> string | null     "has no id of ours"

import {ID, KEY, KIND, KINDS, TIME, VALUE, about, isId, isTime} from "./events.js"

const NAMES = {
  __proto__: null,
  answered: ["right", "chosen"],
  rated: ["rating"],
  repeated: ["known"],
  undone: ["id"],
  skipped: ["skipped"],
  aside: ["aside"],
  ticked: ["had", "missed"],
  drafted: ["text"],
  finished: ["right", "wrong", "seconds", "choice"],
  read: ["done"],
  set: ["value"],
  offered: ["from", "written", "value", "open"],
}

export function mistake(row) {
  if (!Array.isArray(row)) return "is no list"
  const kind = KINDS.get(row[KIND])
  if (!isId(row[ID])) return "has no id of ours"
  if (!isTime(row[TIME])) return "has a time that cannot be"
  if (!kind) return "is of no kind that is known"
  if (!kind.of.includes(about(row[KEY]))) return "is about nothing of this site"
  if (row.length !== VALUE + kind.values.length) return "has too few or too many values"
  const wrong = kind.values.findIndex((fits, index) => !fits(row[VALUE + index]))
  return wrong < 0 ? null : `has a wrong value: ${NAMES[row[KIND]][wrong]}`
}
