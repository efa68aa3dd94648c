// In which session of the course a learner meets a term or is asked a question.
//
//   inCourseOrder(sessions)  -> (key, terms) => number    sessions: [id, title, key[]][] of deck.js. The index of the
//                               first session that names the key. A question that no session asks belongs to the
//                               session that introduces the last of its terms. sessions.length if there is no session.

export function inCourseOrder(sessions) {
  const first = new Map()
  for (const [index, [, , keys = []]] of sessions.entries())
    for (const key of keys) if (!first.has(key)) first.set(key, index)
  return (key, terms) => {
    const met = terms.map(id => first.get(`term:${id}`)).filter(index => index !== undefined)
    return first.get(key) ?? (met.length ? Math.max(...met) : sessions.length)
  }
}
