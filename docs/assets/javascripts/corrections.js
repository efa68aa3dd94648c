// The page of corrections: an address that names one opens what is closed below its heading.

function open() {
  const details = document.querySelector(":target")?.nextElementSibling
  if (details?.matches(".then-and-now")) details.open = true
}

addEventListener("hashchange", open)
open()
