// On paper, the address of each outside link is a note at the end of the page. print.css shows the notes.
addEventListener("beforeprint", () => {
  const article = document.querySelector("article")
  if (!article || article.querySelector(".print-notes")) return
  const numbers = new Map()
  for (const link of article.querySelectorAll('a[href^="http"]:not(.md-content__button)')) {
    if (link.origin === location.origin || link.closest("details, .hint, .quiz, .term-questions")) continue
    if (!numbers.has(link.href)) numbers.set(link.href, numbers.size + 1)
    link.after(made("sup", "print-note", numbers.get(link.href)))
  }
  if (!numbers.size) return
  const list = made("ol", "print-notes", "")
  for (const address of numbers.keys()) list.append(made("li", "", address))
  article.append(list)

  function made(name, kind, text) {
    const element = document.createElement(name)
    element.className = kind
    element.textContent = text
    return element
  }
})
