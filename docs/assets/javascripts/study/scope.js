// The scope of practice: everything, or one persona, stage, session, or term; all cards of it, or only some.
// The address of the review page names it: review/#persona=data-engineer&only=weak
//
//   readScope(words, deck)   -> Scope | null    words: with or without "#"; null if the site does not have it
//   writeScope(scope)        -> string          "persona=data-engineer&only=weak"; "" for everything
//   fits(deck, item, scope)  -> boolean         of a card, question, or short answer; ignores `only`
//   nameOf(deck, scope)      -> string          "Data Engineer: weak cards"
//   EVERYTHING
//
// @typedef {{what: ""|"persona"|"stage"|"session"|"term", id: string, only: ""|"due"|"missed"|"weak"}} Scope
//   only: leaves out new cards (due), and asks only cards missed on quizzes and exams (missed), or cards whose last try
//   failed (weak)

import {isAbout} from "./relevance.js"

export const EVERYTHING = Object.freeze({what: "", id: "", only: ""})

const ONLY = {__proto__: null, due: "due cards", missed: "missed cards", weak: "weak cards"}
const KNOWN = {
  __proto__: null,
  persona: (deck, id) => deck.personas.get(id),
  stage: (deck, id) => deck.stages.get(id),
  session: (deck, id) => deck.sessions.find(([own]) => own === id)?.[1],
  term: (deck, id) => deck.terms.get(`term:${id}`)?.name,
}

export function readScope(words, deck) {
  const found = new URLSearchParams(words.replace(/^#/, ""))
  const what = Object.keys(KNOWN).find(name => found.has(name)) ?? ""
  const only = found.get("only") ?? ""
  if (only && !(only in ONLY)) return null
  const id = what && found.get(what)
  return !what || KNOWN[what](deck, id) ? {what, id, only} : null
}

export const writeScope = ({what, id, only}) =>
  [what && `${what}=${id}`, only && `only=${only}`].filter(Boolean).join("&")

export function fits(deck, item, {what, id}) {
  if (what === "persona") return isAbout(deck, item, "personas", id)
  if (what === "stage") return isAbout(deck, item, "stages", id)
  if (what === "session") return deck.sessions[item.session]?.[0] === id
  return what !== "term" || item.terms.includes(id)
}

export function nameOf(deck, {what, id, only}) {
  const words = [what && KNOWN[what](deck, id), ONLY[only]].filter(Boolean).join(": ")
  return words ? words[0].toUpperCase() + words.slice(1) : "Everything"
}
