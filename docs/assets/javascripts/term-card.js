// The term card: a term link shows its definition on hover, on keyboard focus and on the first tap.
// The definition is already on the page as the link's hidden description (visible on the glossary page). The card shows
// it to sighted readers, with the words of the link as its title, and a shortcut to the entry.
// This is a classic script, because browsers run no modules from a folder.
// WCAG 2.2 SC 1.4.13: Escape dismisses it, the pointer may enter it, it stays until it is dismissed.

const OPEN_AFTER = 200
const CLOSE_AFTER = 250
const GAP = 6

const card = document.createElement("div")
card.className = "term-card"
card.popover = "manual"
card.setAttribute("aria-hidden", "true") // screen readers read it as the link's description instead
const [name, text, way] = ["strong", "span", "u"].map(tag => card.appendChild(document.createElement(tag)))
way.textContent = "Open the entry"
way.onclick = () => shown.click() // not a link: the card takes no focus, and Enter on the term opens the entry
document.body.append(card)

let shown = null
let timer = 0
let tap = false

const later = (action, delay) => {
  clearTimeout(timer)
  timer = setTimeout(action, delay)
}

const on = (name, react) => document.addEventListener(name, event => react(event, event.target.closest?.("a.term")))
const definitionOf = link => document.getElementById(link.getAttribute("aria-describedby"))

// Names that differ only in case or in a plural "s" count as equal.
const folded = words => words.toLowerCase().replace(/s$/, "")

function show(link) {
  clearTimeout(timer)
  const definition = definitionOf(link)
  if (!definition) return hide() // a card that stays open would belong to another term
  shown = link
  const {term} = definition.dataset
  const words = link.innerText
  name.textContent = folded(words) === folded(term) ? words : `${words} (${term})`
  text.textContent = definition.textContent
  card.showPopover()
  place(link)
}

function hide() {
  clearTimeout(timer)
  shown = null
  card.hidePopover()
}

// The card covers no line of its link: it is below the last one, or above the first if there is no room below.
function place(link) {
  const {top, bottom} = link.getBoundingClientRect()
  const [first = {left: 0}] = link.getClientRects() // none if the link is hidden
  const width = document.documentElement.clientWidth
  const left = Math.max(GAP, Math.min(first.left, width - card.offsetWidth - GAP))
  const below = bottom + GAP
  const fits = below + card.offsetHeight <= innerHeight || top - GAP < card.offsetHeight
  card.style.left = `${left + scrollX}px`
  card.style.top = `${(fits ? below : top - GAP - card.offsetHeight) + scrollY}px`
}

on("pointerover", (event, link) => {
  if (event.pointerType === "touch") return
  if (link === shown && link || card.contains(event.target)) clearTimeout(timer)
  else if (link) later(() => show(link), OPEN_AFTER)
  else if (shown !== document.activeElement) later(hide, CLOSE_AFTER)
})

on("focusin", (event, link) => {
  if (link?.matches(":focus-visible")) show(link)
  else if (shown && !card.contains(event.target)) hide()
})

on("focusout", event => {
  if (event.target === shown) later(hide, CLOSE_AFTER)
})

on("keydown", event => {
  if (event.key === "Escape" && shown) hide()
})

// The first tap shows the card, the second follows the link; a tap elsewhere hides the card.
on("pointerdown", (event, link) => {
  tap = event.pointerType === "touch" && link && link !== shown && definitionOf(link)
  if (shown && !link && !card.contains(event.target)) hide()
})

on("click", (event, link) => {
  if (link && tap) {
    event.preventDefault()
    show(link)
  }
  tap = false
})

addEventListener("resize", () => shown && place(shown))
