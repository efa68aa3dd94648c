// Filter the terms of the glossary. `term` and `wanted` are plain values: this module does not know the page.

// A term as {names, personas, stages}: names in lower case, the others lists of ids.
export function matches(term, {letters, persona, stage}) {
  const typed = letters.trim().toLowerCase().replace(/\s+/g, " ")
  return (
    (!typed || term.names.some(name => name.includes(typed))) &&
    (!persona || term.personas.includes(persona)) &&
    (!stage || term.stages.includes(stage))
  )
}

export const isEmpty = ({letters, persona, stage}) => !letters.trim() && !persona && !stage

export function countText(shown, all) {
  if (shown === 0) return "No terms match. Clear the filter, or use the search."
  return shown === all ? `${all} terms` : `${shown} of ${all} terms`
}
