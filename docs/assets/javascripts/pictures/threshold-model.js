// Customers with scores, and which of them are called at a threshold.
//
//   counts({leavers, stayers}, threshold)   -> {called, calledLeavers, calledStayers, missed, leftAlone, recall, precision}
//   inWords(counts)                         -> string

export function counts({leavers, stayers}, threshold) {
  const atLeast = scores => scores.filter(score => score >= threshold).length
  const [calledLeavers, calledStayers] = [atLeast(leavers), atLeast(stayers)]
  const called = calledLeavers + calledStayers
  return {
    called,
    calledLeavers,
    calledStayers,
    missed: leavers.length - calledLeavers,
    leftAlone: stayers.length - calledStayers,
    recall: calledLeavers / leavers.length,
    precision: called ? calledLeavers / called : null
  }
}

export function inWords({called, calledLeavers, calledStayers, missed, recall, precision}) {
  if (!called) return `No one is called. All ${missed} churners are missed: recall 0.00. Precision has no value.`
  const found = `${called} called: ${calledLeavers} who leave and ${calledStayers} who stay`
  return `${found}. ${missed} churners missed. Recall ${recall.toFixed(2)}, precision ${precision.toFixed(2)}.`
}
