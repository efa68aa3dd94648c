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
    const packing = pack(write(log, Date.now())).then(parts => parts.map(address))
    const copying = isCopied(packing.then(onlyOne))
    const links = await packing
    place.replaceChildren()
    if (!links.length) return say(HUGE)
    if (links.length === 1) return showCopied(await copying, links[0], COPIED, place, say)
    say(`Your record needs ${count(links.length, "link")}. Copy each, and open all of them on your other device, in any order.`)
    place.replaceChildren(make("div", {class: "review-actions"}, ...links.map((link, index) => part(link, index, links.length, place, say))))
    place.querySelector("button").focus()
  })
}

const address = words => `${location.href.replace(/#.*$/, "")}#record=${words}`

function part(link, index, of, place, say) {
  const name = `link ${index + 1} of ${of}`
  const click = async ({currentTarget: button}) => {
    const copied = await isCopied(Promise.resolve(link))
    if (copied) button.textContent = `Copied ${name}`
    showCopied(copied, link, `Copied ${name}.`, place, say)
  }
  return make("button", {type: "button", click}, `Copy ${name}`)
}

function onlyOne(links) {
  if (links.length !== 1) throw new RangeError("several links, which are copied one by one")
  return links[0]
}

// Safari lets a page copy only while it handles the press. A text that is not ready by then is passed as a promise.
async function isCopied(text) {
  const content = text.then(words => new Blob([words], {type: "text/plain"}))
  const results = await Promise.allSettled([put(content), content])
  return results.every(({status}) => status === "fulfilled")
}

const put = async content => navigator.clipboard.write([new ClipboardItem({"text/plain": content})])

// If the browser does not let the page copy, show the link, so that the reader can copy it.
function showCopied(copied, link, words, place, say) {
  if (copied) return say(words)
  const field = make("input", {type: "text", readonly: true, value: link, "aria-label": "The link"})
  place.querySelector("input")?.remove()
  place.append(field)
  field.focus()
  field.select()
  say("This browser did not allow the page to copy the link. The link is selected below: copy it yourself.")
}
