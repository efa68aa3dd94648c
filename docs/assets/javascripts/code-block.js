// Code that is wider than the page scrolls. The theme lets the Tab key reach it only on devices with a mouse, and it
// puts each button that copies code in a navigation landmark without a name.

const GIVEN = {tabindex: "0", role: "group", "aria-label": "Code"}
const sizes = new ResizeObserver(entries => entries.forEach(({target}) => update(target)))
const buttons = new MutationObserver(changes => changes.forEach(({target}) => unmark(target)))
for (const code of document.querySelectorAll("article pre > code")) {
  sizes.observe(code)
  buttons.observe(code.parentElement, {childList: true}) // the theme adds the button later
  unmark(code.parentElement)
}

function update(code) {
  const scrolls = code.scrollWidth > code.clientWidth
  for (const [name, value] of Object.entries(GIVEN)) {
    if (scrolls) code.setAttribute(name, value)
    else code.removeAttribute(name)
  }
}

function unmark(block) {
  block.querySelector("nav")?.setAttribute("role", "presentation")
}
