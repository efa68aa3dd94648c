// "Copy a link": the record as one or more links for another device (study/transfer.js).
//
//   offerLinks(log, button, place, say)    place: the list of links; say(words): reports the result of a press

import {write} from "./study/export.js"
import {canPack, pack} from "./study/transfer.js"
import {count, make} from "./study/view.js"

const EMPTY = "There is nothing to send yet: your record is empty."
const HUGE = "Your record is too long for links. Use Export instead."
const COPIED = "Copied. Open the link on your other device. It holds your whole record, so send it only to yourself."

export function offerLinks(log, button, place, say) {
  button.hidden = !canPack
  button.addEventListener("click", async () => {
    log.refresh() // another tab may have written
    if (!log.rows.length) return say(EMPTY)
    const links = (await pack(write(log, Date.now()))).map(address)
    place.replaceChildren()
    if (!links.length) return say(HUGE)
    if (links.length === 1) return copy(links[0], COPIED, place, say)
    say(`Your record needs ${count(links.length, "link")}. Copy each, and open all of them on your other device, in any order.`)
    place.replaceChildren(make("div", {class: "review-actions"}, ...links.map((link, index) => part(link, index, links.length, place, say))))
    place.querySelector("button").focus()
  })
}

const address = words => `${location.href.replace(/#.*$/, "")}#record=${words}`

function part(link, index, of, place, say) {
  const name = `link ${index + 1} of ${of}`
  const click = ({currentTarget}) => {
    currentTarget.textContent = `Copied ${name}`
    copy(link, `Copied ${name}.`, place, say)
  }
  return make("button", {type: "button", click}, `Copy ${name}`)
}

// If the browser does not let the page copy, show the link, so that the reader can copy it.
async function copy(link, words, place, say) {
  try {
    await navigator.clipboard.writeText(link)
    say(words)
  } catch {
    const field = make("input", {type: "text", readonly: true, value: link, "aria-label": "The link"})
    place.querySelector("input")?.remove()
    place.append(field)
    field.focus()
    field.select()
    say("This browser did not allow the page to copy the link. The link is selected below: copy it yourself.")
  }
}
