// The term card: a term link shows its definition on hover, on keyboard focus and on the first tap.
// The definition already stands on the page as the link's description, hidden (on the glossary page, in its place);
// the card only lets it be seen.
// It is a classic script: from a folder, browsers run no modules.
// WCAG 2.2 SC 1.4.13: Escape dismisses it, the pointer may enter it, it stays until it is dismissed.

const OPEN_AFTER = 200
const CLOSE_AFTER = 250
const GAP = 6

const card = document.createElement("div")
card.className = "term-card"
card.popover = "manual"
card.setAttribute("aria-hidden", "true") // read out as the link's description instead
const name = card.appendChild(document.createElement("strong"))
const text = card.appendChild(document.createElement("span"))
document.body.append(card)

let shown = null
let timer = 0
let tap = false

const later = (action, delay) => {
  clearTimeout(timer)
  timer = setTimeout(action, delay)
}

const termLink = event => event.target.closest?.("a.term")
const definitionOf = link => document.getElementById(link.getAttribute("aria-describedby"))

function show(link) {
  clearTimeout(timer)
  const definition = definitionOf(link)
  if (!definition) return hide() // a card of another term would be read as this one's
  shown = link
  name.textContent = definition.dataset.term
  text.textContent = definition.textContent
  card.showPopover()
  place(link)
}

function hide() {
  clearTimeout(timer)
  shown = null
  card.hidePopover()
}

// A link may wrap over two lines: the card stands below its first, and above where there is no room below.
function place(link) {
  const box = link.getClientRects()[0] ?? link.getBoundingClientRect()
  const width = document.documentElement.clientWidth
  const left = Math.max(GAP, Math.min(box.left, width - card.offsetWidth - GAP))
  const below = box.bottom + GAP
  const fits = below + card.offsetHeight <= innerHeight || box.top - GAP < card.offsetHeight
  card.style.left = `${left + scrollX}px`
  card.style.top = `${(fits ? below : box.top - GAP - card.offsetHeight) + scrollY}px`
}

document.addEventListener("pointerover", event => {
  if (event.pointerType === "touch") return
  const link = termLink(event)
  if (link === shown && link || card.contains(event.target)) clearTimeout(timer)
  else if (link) later(() => show(link), OPEN_AFTER)
  else if (shown !== document.activeElement) later(hide, CLOSE_AFTER)
})

document.addEventListener("focusin", event => {
  const link = termLink(event)
  if (link?.matches(":focus-visible")) show(link)
  else if (shown && !card.contains(event.target)) hide()
})

document.addEventListener("focusout", event => {
  if (event.target === shown) later(hide, CLOSE_AFTER)
})

document.addEventListener("keydown", event => {
  if (event.key === "Escape" && shown) hide()
})

// The first tap shows the card, the second follows the link; a tap elsewhere puts the card away.
document.addEventListener("pointerdown", event => {
  const link = termLink(event)
  tap = event.pointerType === "touch" && link && link !== shown && definitionOf(link)
  if (shown && !link && !card.contains(event.target)) hide()
})

document.addEventListener("click", event => {
  const link = termLink(event)
  if (link && tap) {
    event.preventDefault()
    show(link)
  }
  tap = false
})

addEventListener("resize", () => shown && place(shown))
