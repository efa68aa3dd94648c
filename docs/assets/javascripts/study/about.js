// What a term, a question or a short answer is about.
//
//   isAbout(deck, item, what, id)  -> boolean   what: "personas" | "stages"
//
// A question links several terms, and each is used by several personas: together they are about nearly everybody.
// It is about those that at least half of its terms are about.

export function isAbout(deck, item, what, id) {
  const terms = item.terms.map(term => deck.terms.get(`term:${term}`)).filter(Boolean)
  const such = terms.filter(term => term[what].includes(id)).length
  return such > 0 && such * 2 >= terms.length
}
