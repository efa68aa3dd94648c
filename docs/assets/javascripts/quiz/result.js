// The end of a page of questions. Once every question is answered, it shows the score, the missed questions, what to
// read, and a link to the next page.
//
//   resultAfter(element, onRetry)  -> Panel
//     .show(questions)     the questions (question.js) as they are now; the panel is hidden while one is open
//     .enter()             scroll to the panel and focus it
//   onRetry(question)      the reader wants to try a missed question again

import {make, wayOn} from "../study/view.js"

export function resultAfter(element, onRetry) {
  const heading = make("h3", {id: "quiz-result", tabindex: -1, "data-search-exclude": true}, "Your result")
  const body = make("div")
  const panel = make("section", {class: "quiz-result", "aria-labelledby": "quiz-result", hidden: true}, heading, body)
  element.after(panel)
  return {
    show: questions => show(panel, body, questions, onRetry),
    enter: () => {
      panel.scrollIntoView()
      heading.focus({preventScroll: true})
    },
  }
}

// Rebuild the panel only when a result changes, so that it keeps the focus and a browser's translation.
function show(panel, body, questions, onRetry) {
  const results = questions.map(({shown}) => shown?.right).join()
  panel.hidden = !questions.every(({shown}) => shown)
  if (panel.hidden || panel.dataset.results === results) return
  panel.dataset.results = results
  const missed = questions.filter(({shown}) => !shown.right)
  const score = `${questions.length - missed.length} of ${questions.length} right`
  body.replaceChildren(make("p", {class: "score"}, score), ...listed(questions, missed, onRetry), ...toRead(missed), wayOn() ?? "")
}

function listed(questions, missed, onRetry) {
  if (!missed.length) return []
  const items = missed.map(question => {
    const name = `${questions.indexOf(question) + 1}. ${question.title}`
    const label = `Try again: ${question.title || name}`
    const button = make("button", {type: "button", class: "md-button", "aria-label": label, click: () => onRetry(question)}, "Try again")
    return make("li", {}, make("span", {}, name), button)
  })
  return [make("p", {class: "label"}, "You missed"), make("ul", {class: "missed"}, ...items)]
}

// The terms that the explanations of the missed questions link, each once, with their names in the glossary.
function toRead(missed) {
  const links = new Map(missed.flatMap(({terms}) => terms.map(link => [link.href, link])))
  if (!links.size) return []
  const items = [...links.values()].map(link => {
    const definition = link.getAttribute("aria-describedby")
    const name = document.getElementById(definition)?.dataset.term ?? link.textContent
    return make("li", {}, make("a", {class: "term", href: link.href, "aria-describedby": definition}, name))
  })
  return [make("p", {class: "label"}, "Read in the glossary"), make("ul", {class: "read"}, ...items)]
}
