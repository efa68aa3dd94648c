// Shared by the study pages: elements of text, a line that is announced, the reports of the log.
//
//   ROOT                                 string: the site's root with a slash at its end, for deck.js
//   at(name)                             -> string   the address of a page: at("learn/index"), at("review")
//   make(name, attributes, ...children)  -> Element   children: elements and strings; strings are inserted as text.
//                                        An attribute with a function listens to the event of that name; one that is
//                                        true has no value; one that is false, null, or undefined is left out.
//   buttonLink(href, words, isMain)      -> Element   a link that looks like a button; a page has one main button
//   wayOn()                              -> Element | null   a button to the next page, for readers who have finished
//   say(line, words)                     line: an empty p of role status; the same words are announced again
//   showReports(log, line)               shows the log's reports, now and after each change, and hides the line without
//                                        any. If rows are not stored, a button exports them
//   titleOf(heading)                     -> string    its text without its permalink; a translation may wrap it
//   count(number, one, many)             -> string    count(2, "card") is "2 cards"
//   dateOf(time)                         -> string    "November 23, 2026", where the reader is

import {ROOT} from "../record-key.js"
import {save} from "./export.js"
import {pagePath} from "./site-files.js"

export {ROOT}

export const at = name => ROOT + pagePath(name)

export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes))
    if (typeof value === "function") element.addEventListener(key, value)
    else if (value != null && value !== false) element.setAttribute(key, value === true ? "" : value)
  element.append(...children)
  return element
}

export const buttonLink = (href, words, isMain = false) =>
  make("a", {class: `md-button${isMain ? " md-button--primary" : ""}`, href}, words)

// The link at the foot of the page has the address of the next page. Without that link, there is no button.
export function wayOn() {
  const next = document.querySelector(".md-footer__link--next")
  return next && make("p", {}, buttonLink(next.href, `Next: ${next.querySelector(".md-ellipsis").textContent.trim()}`, true))
}

export const say = (line, words) => line.replaceChildren(words)

// The lines tell the reader to export, so a button for that follows them. Its code is already loaded.
export function showReports(log, line) {
  const told = make("p", {role: "status", class: "export-told"})
  const click = () => say(told, save(log))
  const button = make("button", {type: "button", class: "md-button export-now", click}, "Export")
  const show = () => {
    const words = log.reports.join(" ")
    if (line.textContent !== words) say(line, words)
    if (log.storageProblem && !button.isConnected) line.after(button, told)
    if (!log.storageProblem && button !== document.activeElement) for (const part of [button, told]) part.remove()
  }
  log.subscribe(show)
  show()
}

export function titleOf(heading) {
  const own = [...heading.childNodes].filter(node => !node.classList?.contains("headerlink"))
  return own.map(node => node.textContent).join("").trim()
}

export const count = (number, one, many = `${one}s`) => `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`

export const dateOf = time => new Date(time).toLocaleDateString("en-US", {day: "numeric", month: "long", year: "numeric"})
