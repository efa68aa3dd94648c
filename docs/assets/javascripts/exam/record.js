// Add a completely graded exam to the log: each answered question, and the exam.
//
//   record(log, key, exam, deck, now)      adds each exam only once, even if two tabs call this

import {had, mark, used} from "../study/exam.js"
import {textOf} from "./paper.js"

export function record(log, key, exam, deck, now) {
  log.refresh()
  if (log.state.exams.some(done => done.key === key)) return
  const marks = mark(exam, deck, textOf)
  for (const one of marks) if (!one.empty) recordOne(log, exam, one)
  const keysOf = test => marks.filter(test).map(({item}) => item.key)
  const [right, wrong] = [keysOf(one => one.right), keysOf(one => !one.right)]
  log.add("finished", key, right, wrong, used(exam, now), [exam.persona, exam.stage].filter(Boolean).join(" "))
}

function recordOne(log, exam, {item, given, right}) {
  if (!item.points) return log.add("answered", item.key, right, given)
  const ticked = had(exam, item)
  const missed = item.points.map(([id]) => id).filter(id => !ticked.includes(id))
  log.add("ticked", item.key, ticked, missed)
}
