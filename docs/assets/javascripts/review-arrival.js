// A record in the address, from another device. The page collects its parts, and asks the reader before it adds
// anything.
//
//   arrive(log, words)     words: the text after "#record=" in an address; calls are handled one after the other

import {KEY, storage} from "./record-key.js"
import {examine, take} from "./study/file.js"
import {addPart, canPack, missing, readPart, readWaiting, unpack, writeWaiting} from "./study/transfer.js"
import {count, dateOf, make} from "./study/view.js"

const WAITING = `${KEY}.arriving`
const DAMAGED = "This link is damaged: part of it is missing or was changed. Copy it again on the other device. Nothing was added."
const MIXED = "The links do not belong together. Copy all of them again on the other device. Nothing was added."
const OLD = "This browser cannot read records from links. Use Export and Import instead. Nothing was added."
const ADDING =
  "Adding it keeps your results here. A text or setting that you changed only on the other device replaces the one " +
  "here. If you changed it on both, you choose. If the record is not yours, do not add it."
const place = document.getElementById("review-arrival")
let kept = [] // parts that cannot be stored, until the page closes

let last = Promise.resolve()

export function arrive(log, words) {
  last = last.then(() => receive(log, words))
}

async function receive(log, words) {
  if (!canPack) return showLines(OLD)
  const part = readPart(words)
  if (!part) return showLines(DAMAGED)
  const {waiting, is} = addPart(read(), part, log.clock())
  const [entry, ...others] = waiting
  const left = missing(entry)
  keep(left.length ? waiting : others)
  if (left.length) return showLines(...collected(entry, part, is, left, others))
  const content = await unpack(entry)
  const found = content === null ? {wrong: MIXED} : examine(content, "link")
  if (found.wrong) return showLines(found.wrong)
  ask(log, content, found.rows)
}

function collected({of}, {number}, is, left, others) {
  const list = left.length > 6 ? `${left.slice(0, 6).join(", ")}, …` : left.join(", ")
  const here = is === "repeated" ? `Part ${number} of ${of} was already here.` : `Part ${number} of ${of} is here.`
  const open = `Open the other links too. Still missing: ${left.length === 1 ? "part" : "parts"} ${list}.`
  const kept = others.length ? ["It belongs to a different record than the links that you opened before. Those are kept."] : []
  return [`${here} ${open}`, ...kept]
}

function ask(log, content, rows) {
  const last = Math.max(...rows.map(row => row[1]))
  const add = () => {
    const {line} = take(log, content, "link")
    showLines(log.saved || !line.startsWith("Imported") ? line : `${line} This browser did not store it.`)
  }
  const button = (words, click, more = "") =>
    make("button", {type: "button", class: `md-button ${more}`.trim(), click}, words)
  show(
    make("p", {}, `A record from another device: ${count(rows.length, "event")}, the last of ${dateOf(last)}.`),
    make("p", {}, ADDING),
    make("p", {}, button("Add it to mine", add, "md-button--primary"), button("Do not add it", () => showLines("Nothing was added."))),
  )
}

const showLines = (...lines) => show(...lines.map(line => make("p", {}, line)))

function show(...children) {
  place.hidden = false
  place.replaceChildren(...children)
  place.focus()
}

function read() {
  try {
    const text = storage().getItem(WAITING)
    return text === null ? kept : readWaiting(text)
  } catch {
    return kept
  }
}

function keep(waiting) {
  kept = waiting
  try {
    if (waiting.length) storage().setItem(WAITING, writeWaiting(waiting))
    else storage().removeItem(WAITING)
  } catch {
    // storage is full: the parts stay in memory until the page closes
  }
}
