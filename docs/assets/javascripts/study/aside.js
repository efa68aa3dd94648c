// Stored text that could not be read is set aside: kept as it is, each text once. See aside-list.js for what becomes of it.
//
//   setAside(store, text, problem)   -> string | null    what to report; null where there was no room for it
//   names(storage)                   -> string[]         all keys of a storage

const LISTED = "listed on the review page under “Your data”."
const SET_ASIDE = {
  damaged: `A part of your saved progress could not be read. What could be read is here; the whole is set aside, and ${LISTED}`,
  foreign: `Something else was saved in the place of your progress. It is set aside, and ${LISTED}`,
  newer: `Your saved progress is of a newer version of this site. It is set aside, and ${LISTED}`,
}

export const names = storage => Array.from({length: storage.length}, (_, index) => storage.key(index))

export function setAside({storage, keys, now}, text, problem) {
  const start = `${keys[0]}.aside.`
  const there = name => name.startsWith(start) && storage.getItem(name) === text
  try {
    if (!names(storage).some(there)) storage.setItem(`${start}${problem}.${now().toString(36)}.${fingerprint(text)}`, text)
    return SET_ASIDE[problem]
  } catch {
    return null
  }
}

function fingerprint(text) {
  let hash = 0
  for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0
  return (hash >>> 0).toString(36)
}
