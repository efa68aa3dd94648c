// The deck: what there is to ask, fetched once from assets/study.json, which a build makes of the guide.
//
//   loadDeck(root, fetch)  -> Promise<Deck>   root: the site's root with a slash at its end: what links begin with
//                             @throws {DeckError} with a line for the reader
//   makeDeck(data, root)   -> Deck            from the document itself; pure
//     .cards      Card[]                 in the order of the guide: terms both ways, short answers, questions
//     .card(id)   Card | undefined
//     .terms, .answers, .questions, .prompts   Map<key, Item>; keys are those of events.js: "term:x", "answer:x", ...
//     .personas, .stages                 Map<id, name>
//     .reasons()  Promise<Map<key, {reasons: string[], explanation: string}>>   of questions; fetched once, when asked
//
// @typedef {{id, note, kind: "term"|"answer"|"question", front, back, others: string[], terms: string[],
//   persona: string|undefined, personas: string[], stages: string[], address, title}} Card
//   id is that of events and exports: "term:lineage:name" asks for the name, "term:lineage:definition" for the
//   definition; "answer:why" and "question:braces" are their own notes. note: what it is about; others: notes that are
//   confused with it. persona: whose work a question or short answer asks about; personas: of all of its terms.
// @typedef Item   as the document has it, with `key`, `address`, `terms`, `personas`, `stages`; moreover
//   term       {id, name, definition, others}         answer  {id, title, question, answer, points: [id, html][]}
//   question   {id, title, question, kind: "single"|"several"|"blank", options: [html, right][], blanks: string[]}
//   prompt     {id, title, points: [id, html][]}
//
// front, back, definition, question, answer, options and points are HTML that the build made safe; names, titles and
// blanks are text. Nothing that a reader wrote is in it.
//
// From a folder (`file://`) Chromium and Firefox let a page neither run modules nor fetch its neighbours. A page that
// needs the deck says in its HTML that it has to be served (`make serve`), and its script takes that line away.

const CARDS = "assets/study.json"
const REASONS = "assets/study-reasons.json"
const VERSION = 1

export class DeckError extends Error {}

export async function loadDeck(root, fetch = globalThis.fetch.bind(globalThis)) {
  return makeDeck(await get(root + CARDS, fetch), root, fetch)
}

async function get(address, fetch) {
  let data
  try {
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(`${answer.status}`)
    data = await answer.json()
  } catch {
    throw new DeckError("The cards could not be loaded. Are you offline, or is this page opened from a folder?")
  }
  if (data?.version !== VERSION) throw new DeckError("The cards are of another version of this site. Reload the page.")
  return data
}

export function makeDeck(data, root, fetch) {
  const html = text => text.replaceAll('<a href="/', `<a href="${escape(root)}`)
  const at = address => root + address.slice(1)
  const known = new Map(data.terms.map(term => [term.id, term]))
  const of = (ids, what) => [...new Set(ids.flatMap(id => known.get(id)?.[what] ?? []))].sort()
  const about = ids => ({terms: ids, personas: of(ids, "personas"), stages: of(ids, "stages")})
  const points = list => list.map(([id, text]) => [id, html(text)])
  const asked = (kind, item) => ({
    ...item,
    ...about(item.terms),
    key: `${kind}:${item.id}`,
    address: `${at(item.page)}#${item.id}`,
    question: html(item.question),
  })
  const map = (items, made) => new Map(items.map(made).map(item => [item.key, item]))

  const terms = map(data.terms, term => ({
    ...term,
    ...about([term.id]),
    key: `term:${term.id}`,
    address: at(`/glossary/#${term.id}`),
    definition: html(term.definition),
    title: term.name,
  }))
  const answers = map(data.answers, item => ({
    ...asked("answer", item),
    answer: html(item.answer),
    points: points(item.points),
  }))
  const questions = map(data.questions, item => ({
    ...asked("question", item),
    options: item.options.map(([text, right]) => [html(text), right === 1]),
  }))
  const prompts = map(data.prompts, item => ({
    ...item,
    ...about(item.terms),
    key: `prompt:${item.id}`,
    address: at(item.page),
    points: points(item.points),
  }))
  const cards = [
    ...[...terms.values()].flatMap(termCards),
    ...[...answers.values()].map(answerCard),
    ...[...questions.values()].map(questionCard),
  ]
  const byId = new Map(cards.map(card => [card.id, card]))
  let reasons = null
  return {
    cards,
    card: id => byId.get(id),
    terms,
    answers,
    questions,
    prompts,
    personas: new Map(Object.entries(data.personas)),
    stages: new Map(Object.entries(data.stages)),
    sessions: data.sessions ?? [],
    reasons() {
      reasons ??= get(root + REASONS, fetch).then(found => reasonsOf(found, html))
      reasons.catch(() => (reasons = null))
      return reasons
    },
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
  const blanks = item.blanks.length ? `<p>${escape(item.blanks.join(", "))}</p>` : ""
  const right = list(item.options.filter(([, right]) => right))
  return base(item, "question", item.question + list(item.options), right + blanks)
}

function base(item, kind, front, back) {
  const {key, terms, persona, personas, stages, address, title} = item
  return {id: key, note: key, kind, front, back, others: [], terms, persona, personas, stages, address, title}
}

const SIGNS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}

const escape = text => text.replace(/[&<>"]/g, sign => SIGNS[sign])
