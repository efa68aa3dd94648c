// What mkdocs-quiz leaves out: every reason shown after answering, results announced, Enter in a blank,
// options known by their text and not by their place, progress that assistive technology reads.
// A module runs before DOMContentLoaded, when mkdocs-quiz restores saved answers: values are set in time.

const quizzes = [...document.querySelectorAll(".quiz")]
let restored = false

const status = document.createElement("p")
status.className = "quiz-status"
status.setAttribute("role", "status")
document.querySelector("article").append(status)

const progress = document.querySelector(".quiz-intro p")

for (const quiz of quizzes) {
  const feedback = quiz.querySelector(".quiz-feedback")
  for (const input of quiz.querySelectorAll("fieldset input")) {
    input.value = quiz.querySelector(`label[for="${CSS.escape(input.id)}"]`).textContent.trim()
  }
  const blanks = [...quiz.querySelectorAll(".quiz-blank-input")]
  blanks.forEach((blank, index) => {
    blank.setAttribute("aria-label", blanks.length > 1 ? `Blank ${index + 1} of ${blanks.length}` : "Blank")
    blank.setAttribute("autocapitalize", "off")
    blank.spellcheck = false
    blank.addEventListener("keydown", event => {
      if (event.key === "Enter") quiz.querySelector("form").requestSubmit()
    })
  })
  new MutationObserver(() => answered(quiz, feedback)).observe(feedback, {attributes: true, childList: true})
}

function answered(quiz, feedback) {
  const done = !feedback.classList.contains("hidden")
  quiz.classList.toggle("answered", done)
  if (!done || feedback.querySelector(".verdict")) return
  const right = feedback.querySelector(".correct") !== null
  const verdict = document.createElement("p")
  verdict.className = right ? "verdict right" : "verdict"
  verdict.textContent = right ? "Right." : `Not right. ${expected(quiz)}`
  feedback.replaceChildren(verdict)
  if (restored) status.textContent = verdict.textContent
}

function expected(quiz) {
  const wrong = [...quiz.querySelectorAll(".quiz-blank-input.wrong")]
  if (wrong.length) return `Expected: ${wrong.map(blank => blank.dataset.answer).join(", ")}.`
  const right = [...quiz.querySelectorAll("input[data-correct]")].map(input => input.value)
  return right.length > 1 ? `The right options are: ${right.join("; ")}.` : `The right option is: ${right[0]}.`
}

addEventListener("quizProgressUpdate", ({detail}) => {
  if (!progress) return
  progress.textContent = `${detail.answered} of ${detail.total} answered, ${detail.correct} right. Answers stay in this browser.`
})

addEventListener("load", () => setTimeout(() => (restored = true)))
