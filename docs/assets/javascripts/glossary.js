// The list of all terms: the form above it filters the list. Without JavaScript, the page shows all terms.

import {isEmpty, matches, countText} from "./glossary/term-filter.js"

const form = document.querySelector(".term-filter")
if (form) start(form, [...document.querySelectorAll(".terms article")])

function start(form, entries) {
  const status = form.querySelector("[role=status]")
  const terms = entries.map(entry => [entry, termOf(entry)])

  const refresh = () => {
    const wanted = wantedBy(form)
    for (const [entry, term] of terms) entry.hidden = !matches(term, wanted)
    for (const section of document.querySelectorAll(".terms section")) {
      section.hidden = !section.querySelector("article:not([hidden])")
    }
    document.querySelector(".a-z").hidden = !isEmpty(wanted)
    status.textContent = countText(entries.filter(entry => !entry.hidden).length, entries.length)
  }

  // A link to a term that the filter hides, such as one in the address bar, shows the whole list again.
  const showTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (!target?.closest(".terms [hidden]")) return
    form.reset()
    refresh()
    target.scrollIntoView()
  }

  form.hidden = false
  form.addEventListener("input", refresh)
  form.addEventListener("submit", event => event.preventDefault())
  addEventListener("hashchange", showTarget)
  refresh() // after a reload, a browser may restore what was typed
  showTarget()
}

function termOf({dataset}) {
  const ids = text => text.split(" ").filter(Boolean)
  return {names: dataset.names.split(" | "), personas: ids(dataset.personas), stages: ids(dataset.stages)}
}

function wantedBy(form) {
  const data = new FormData(form)
  return {letters: data.get("letters") ?? "", persona: data.get("persona") ?? "", stage: data.get("stage") ?? ""}
}
