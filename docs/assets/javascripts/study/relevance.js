// The persona or stage that a term, a question, or a short answer is about.
//
//   isAbout(deck, item, what, id)  -> boolean   what: "personas" | "stages"
//
// A question links several terms, and several personas use each term, so its terms would count it for nearly every
// persona. Instead, a question is about one persona: the one whose work it asks about (whose_work.py, in the build). So
// the results by persona show where the reader is weak. A question is about the stages of at least half of its terms.

export function isAbout(deck, item, what, id) {
  if (what === "personas" && item.persona !== undefined) return item.persona === id
  const terms = item.terms.map(term => deck.terms.get(`term:${term}`)).filter(Boolean)
  const such = terms.filter(term => term[what].includes(id)).length
  return such > 0 && such * 2 >= terms.length
}
