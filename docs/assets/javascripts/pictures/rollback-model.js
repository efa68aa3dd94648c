// A rollout of a version that fails: when an alarm goes off, when the old version has all traffic again, and how many
// requests the new version received (`met`).
//
//   outcome(model, way, failing, alarms)   -> {alarm, back, met, failed}   `failing` in percent; minutes or null
//   area(model, way, end)                  -> [[minute, percent], ...]     the outline of the share of the new version
//   inWords(model, way, outcome)           -> string
//
// Expected numbers, not a simulation. `rollouts.py` computes the same.

const at = (steps, minute) => steps.findLast(step => step[0] <= minute)[1]

export function outcome(model, way, failing, alarms) {
  const served = Array.from({length: model.minutes}, (_, minute) => (model.requests * at(way.serves, minute)) / 100)
  const failures = met => (met * failing) / 100
  const alarm = alarms ? alarmAt(model, served.map(failures)) : null
  const until = served.slice(0, alarm ?? model.minutes).reduce((sum, met) => sum + met, 0)
  if (alarm === null) return {alarm, back: null, met: until, failed: Math.round(failures(until))}
  const wait = at(way.old, alarm - 1) === model.instances ? 0 : model.restart
  const met = until + wait * served[alarm - 1]
  return {alarm, back: alarm + wait, met, failed: Math.round(failures(met))}
}

function alarmAt({limit, inARow}, failed) {
  const last = failed.findIndex((_, minute) => {
    const window = failed.slice(minute - inARow + 1, minute + 1)
    return minute >= inARow - 1 && window.every(count => count >= limit)
  })
  return last < 0 ? null : last + 1
}

export function area({minutes}, way, {alarm, back}) {
  const steps = way.serves.filter(([minute]) => minute < (alarm ?? minutes))
  const end = back ?? minutes
  const points = steps.flatMap(([minute, percent], index) => {
    const next = steps[index + 1]?.[0] ?? end
    return [[minute, percent], [next, percent]]
  })
  return [[0, 0], ...points, [end, 0]]
}

export function inWords({minutes}, way, {alarm, back, met, failed}) {
  if (!met) return `${way.name}: the old version handles every request. No customer gets a response from the new version.`
  const requests = `The new version received ${met.toLocaleString("en-US")} requests, and ${failed.toLocaleString("en-US")} of them failed`
  if (alarm === null) return `${way.name}: no alarm rolled the new version back in ${minutes} minutes. ${requests}.`
  const wait = back > alarm ? ` The stopped instances had to start again, which took until minute ${back}.` : ""
  return `${way.name}: the alarm went off at minute ${alarm} and rolled the new version back.${wait} ${requests}.`
}
