// The page of corrections: an address that names one opens what is closed below its heading.

function open() {
  const heading = [...document.querySelectorAll("h3[id]")].find(({id}) => `#${id}` === location.hash)
  const details = heading?.nextElementSibling
  if (details?.matches(".then-and-now")) details.open = true
}

addEventListener("hashchange", open)
open()
