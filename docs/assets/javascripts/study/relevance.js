// The persona or stage that a term, a question, or a short answer is about.
//
//   isAbout(deck, item, what, id)  -> boolean   what: "personas" | "stages"
//
// A question links several terms, and each is used by several personas: together they are about nearly all of them. So a
// question is about one persona, the one whose work it asks about, as the build found it (whose_work.py): results by
// persona then say where the reader is weak. It is about the stages that at least half of its terms belong to.

export function isAbout(deck, item, what, id) {
  if (what === "personas" && item.persona !== undefined) return item.persona === id
  const terms = item.terms.map(term => deck.terms.get(`term:${term}`)).filter(Boolean)
  const such = terms.filter(term => term[what].includes(id)).length
  return such > 0 && such * 2 >= terms.length
}
