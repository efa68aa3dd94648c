// Explain what is wrong with a row of a file.
//
//   mistake(value)  -> string | null     "has an invalid id"

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
  if (!Array.isArray(row)) return "is not a list"
  const kind = KINDS.get(row[KIND])
  if (!isId(row[ID])) return "has an invalid id"
  if (!isTime(row[TIME])) return "has an impossible time"
  if (!kind) return "is of an unknown kind"
  if (!kind.of.includes(about(row[KEY]))) return "is not about anything on this site"
  if (row.length !== VALUE + kind.values.length) return "has too few or too many values"
  const wrong = kind.values.findIndex((fits, index) => !fits(row[VALUE + index]))
  return wrong < 0 ? null : `has a wrong value: ${NAMES[row[KIND]][wrong]}`
}
