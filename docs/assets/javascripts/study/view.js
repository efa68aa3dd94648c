// What the pages that study share: elements of text, a line that is announced, the reports of the log.
//
//   ROOT                                 string: the site's root with a slash at its end, for deck.js
//   make(name, attributes, ...children)  -> Element   children: elements and texts; what a reader wrote stays text.
//                                        An attribute that is a function listens to the event of its name, one that is
//                                        true is there without a value, one that is false, null or undefined is not.
//   say(line, words)                     line: an empty p of role status; the same words are announced again
//   showReports(log, line)               what the log has to report, now and after each change; no line without any
//   count(number, one, many)             -> string    count(2, "card") is "2 cards"

export const ROOT = new URL("../../../", import.meta.url).href

export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes))
    if (typeof value === "function") element.addEventListener(key, value)
    else if (value != null && value !== false) element.setAttribute(key, value === true ? "" : value)
  element.append(...children)
  return element
}

export const say = (line, words) => line.replaceChildren(words)

export function showReports(log, line) {
  const show = () => {
    const words = log.reports.join(" ")
    if (line.textContent !== words) say(line, words)
  }
  log.subscribe(show)
  show()
}

// toLocaleString takes 20 ms the first time
const grouped = number => `${number}`.replace(/\B(?=(\d{3})+$)/g, ",")
export const count = (number, one, many = `${one}s`) => `${grouped(number)} ${number === 1 ? one : many}`
