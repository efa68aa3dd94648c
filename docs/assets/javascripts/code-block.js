// Code that is wider than the page scrolls. The theme lets the Tab key reach it only where there is a mouse, and it puts
// each button that copies code in a navigation landmark without a name.

const GIVEN = {tabindex: "0", role: "group", "aria-label": "Code"}
const observer = new ResizeObserver(entries => entries.forEach(({target}) => update(target)))
for (const code of document.querySelectorAll("article pre > code")) observer.observe(code)

function update(code) {
  const scrolls = code.scrollWidth > code.clientWidth
  for (const [name, value] of Object.entries(GIVEN)) {
    if (scrolls) code.setAttribute(name, value)
    else code.removeAttribute(name)
  }
  code.parentElement.querySelector("nav")?.setAttribute("role", "presentation")
}
