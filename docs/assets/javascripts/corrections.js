// The corrections page: an address with the id of a correction opens the closed details below its heading.

function open() {
  const heading = [...document.querySelectorAll("h3[id]")].find(({id}) => `#${id}` === location.hash)
  const details = heading?.nextElementSibling
  if (details?.matches(".then-and-now")) details.open = true
}

addEventListener("hashchange", open)
open()
