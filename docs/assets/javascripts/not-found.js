// On the page for an address that does not exist: name the page that was probably meant.

import {nearest} from "./study/nearest-address.js"

const links = new Map([...document.querySelectorAll("nav a[href]")].map(link => [link.pathname, link]))
const found = links.get(nearest(location.pathname, [...links.keys()]))
if (found) {
  const place = document.getElementById("nearest-page")
  const link = place.querySelector("a")
  link.href = found.href
  link.textContent = found.textContent.trim()
  place.hidden = false
}
