// The deck: all cards and questions, fetched once from assets/study.json, which the build makes from the guide.
//
//   loadDeck(root, fetch)  -> Promise<Deck>   root: the address of the site's root, with a trailing slash
//                             @throws {DeckError} with a message for the reader
//   makeDeck(data, root)   -> Deck            from the parsed document; pure
//     .cards      Card[]                 in the order of the course, and within a session: terms both ways, short
//                                        answers, questions
//     .card(id)   Card | undefined
//     .terms, .answers, .questions, .prompts   Map<key, Item>; keys are those of events.js: "term:x", "answer:x", ...
//     .personas, .stages                 Map<id, name>
//     .sessions                          [id, title, key[]][]   of the course, with the items that each introduces or asks
//     .reasons()  Promise<Map<key, {reasons: string[], explanation: string}>>   of questions; fetched on first use
//
// @typedef {{id, note, kind: "term"|"answer"|"question", front, back, others: string[], terms: string[],
//   persona: string|undefined, personas: string[], stages: string[], session: number, address, title}} Card
//   id is that of events and exports: "term:lineage:name" asks for the name, "term:lineage:definition" for the
//   definition; "answer:why" and "question:braces" are their own notes. note: the item it asks about; others: notes
//   that learners confuse with it. persona: whose work a question or short answer asks about; personas: of all
//   its terms. session: the place of the session that introduces or asks it (course-order.js).
// @typedef Item   as the document has it, with `key`, `address`, `terms`, `personas`, `stages`, `session`; and
//   term       {id, name, definition, others}         answer  {id, title, question, answer, points: [id, html][]}
//   question   {id, title, question, kind: "single"|"several"|"blank", options: [html, right][], blanks: string[]}
//   prompt     {id, title, points: [id, html][]}
//
// front, back, definition, question, answer, options and points are HTML that the build made safe; names, titles and
// blanks are text; a blank that accepts several answers has a bar between them. The deck contains no text from readers.
//
// The HTML of a page that needs the deck says what works without scripts; the page's script removes those lines.

import {fetchFile, pagePath} from "./site-files.js"
import {shownAnswer} from "./typed-answer.js"
import {inCourseOrder} from "./course-order.js"

const CARDS = "assets/study.json"
const REASONS = "assets/study-reasons.json"
const VERSION = 1

export class DeckError extends Error {}

export async function loadDeck(root, fetch = fetchFile) {
  return makeDeck(await get(root + CARDS, fetch), root, fetch)
}

async function get(address, fetch) {
  let data
  try {
    const response = await fetch(address)
    if (!response.ok) throw new Error(`${response.status}`)
    data = await response.json()
  } catch {
    throw new DeckError("The cards could not be loaded. Are you offline?")
  }
  if (data?.version !== VERSION) throw new DeckError("The cards are from another version of this site. Reload the page.")
  return data
}

export function makeDeck(data, root, fetch) {
  const sessions = data.sessions ?? []
  const links = linksOf(data.terms, root, inCourseOrder(sessions))
  const terms = byKey(data.terms, term => termItem(term, links))
  const answers = byKey(data.answers, item => answerItem(item, links))
  const questions = byKey(data.questions, item => questionItem(item, links))
  const prompts = byKey(data.prompts, item => promptItem(item, links))
  const cards = [
    ...[...terms.values()].flatMap(termCards),
    ...[...answers.values()].map(answerCard),
    ...[...questions.values()].map(questionCard),
  ]
  cards.sort((one, other) => one.session - other.session)
  const byId = new Map(cards.map(card => [card.id, card]))
  return {
    cards,
    card: id => byId.get(id),
    terms,
    answers,
    questions,
    prompts,
    personas: new Map(Object.entries(data.personas)),
    stages: new Map(Object.entries(data.stages)),
    sessions,
    reasons: reasonsLoader(root, fetch, links.html),
  }
}

function byKey(items, made) {
  return new Map(items.map(made).map(item => [item.key, item]))
}

// How items refer to the site: addresses and links under `root`, and the personas and stages of their terms.
function linksOf(terms, root, sessionOf) {
  const known = new Map(terms.map(term => [term.id, term]))
  const of = (ids, what) => [...new Set(ids.flatMap(id => known.get(id)?.[what] ?? []))].sort()
  const html = text => text.replaceAll('<a href="/', `<a href="${escape(root)}`)
  return {
    html,
    at: address => root + address.slice(1),
    about: (key, ids) => ({
      key,
      terms: ids,
      personas: of(ids, "personas"),
      stages: of(ids, "stages"),
      session: sessionOf(key, ids),
    }),
    points: list => list.map(([id, text]) => [id, html(text)]),
  }
}

function asked(kind, item, {html, at, about}) {
  return {
    ...item,
    ...about(`${kind}:${item.id}`, item.terms),
    address: `${at(item.page)}#${item.id}`,
    question: html(item.question),
  }
}

function termItem(term, {html, at, about}) {
  return {
    ...term,
    ...about(`term:${term.id}`, [term.id]),
    address: at(`/${pagePath(`glossary/${term.id}`)}`),
    definition: html(term.definition),
    title: term.name,
  }
}

function answerItem(item, links) {
  return {...asked("answer", item, links), answer: links.html(item.answer), points: links.points(item.points)}
}

function questionItem(item, links) {
  const options = item.options.map(([text, right]) => [links.html(text), right === 1])
  return {...asked("question", item, links), options}
}

function promptItem(item, {at, about, points}) {
  return {...item, ...about(`prompt:${item.id}`, item.terms), address: at(item.page), points: points(item.points)}
}

// Load the reasons once. After a failure, the next call tries again.
function reasonsLoader(root, fetch, html) {
  let reasons = null
  return () => {
    reasons ??= get(root + REASONS, fetch).then(found => reasonsOf(found, html))
    reasons.catch(() => (reasons = null))
    return reasons
  }
}

function reasonsOf({questions}, html) {
  const made = ([reasons, explanation]) => ({reasons: reasons.map(html), explanation: html(explanation)})
  return new Map(Object.entries(questions).map(([id, told]) => [`question:${id}`, made(told)]))
}

function termCards(term) {
  const name = `<p>${escape(term.name)}</p>`
  const others = term.others.map(id => `term:${id}`)
  const card = (asked, front, back) => ({...base(term, "term", front, back), id: `${term.key}:${asked}`, others})
  return [card("definition", name, term.definition), card("name", term.definition, name)]
}

function answerCard(item) {
  const points = item.points.map(([, text]) => `<li>${text}</li>`).join("")
  return base(item, "answer", item.question, `${item.answer}<ul>${points}</ul>`)
}

function questionCard(item) {
  const list = options => (options.length ? `<ul>${options.map(([text]) => `<li>${text}</li>`).join("")}</ul>` : "")
  const blanks = item.blanks.length ? `<p>${escape(item.blanks.map(shownAnswer).join(", "))}</p>` : ""
  const right = list(item.options.filter(([, right]) => right))
  return base(item, "question", item.question + list(item.options), right + blanks)
}

function base(item, kind, front, back) {
  const {key, terms, persona, personas, stages, session, address, title} = item
  return {id: key, note: key, kind, front, back, others: [], terms, persona, personas, stages, session, address, title}
}

const SIGNS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}

const escape = text => text.replace(/[&<>"]/g, sign => SIGNS[sign])
