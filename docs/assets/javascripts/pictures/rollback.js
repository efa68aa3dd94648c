// A rollout that the reader chooses, with a share of failing responses that they set.

import {choice, figureOf, make, place, status} from "./controls.js"
import {area, inWords, outcome} from "./rollback-model.js"

const {figure, drawings, model} = figureOf("rollback")
const svg = drawings.firstElementChild
const plot = svg.querySelector("g")
const [fill, line, label] = plot.children
const [head, note] = svg.querySelectorAll("text")
const box = Object.fromEntries(Object.entries(plot.dataset).map(([name, value]) => [name, Number(value)]))

const chosen = fieldset => fieldset.querySelector(":checked").value
const shares = [0, 1, 5, 25, 100]
const ways = choice("Rollout", "play-way", model.ways.map(way => [way.id, way.name]), "canary")
const failing = choice("Share of the new version's responses that fail", "play-failing", shares.map(share => [`${share}`, `${share}%`]), "100")
const alarms = make("input", {type: "checkbox"})
alarms.checked = true
const listens = make("fieldset", {}, [make("legend", {}, ["Rollback"]), make("label", {}, [alarms, make("span", {}, ["An alarm is set"])])])
const result = status()
show()
place(figure, [ways, failing, listens, result]).addEventListener("change", show)

function show() {
  const way = model.ways.find(each => each.id === chosen(ways))
  const share = Number(chosen(failing))
  const found = outcome(model, way, share, alarms.checked)
  draw(way, found)
  head.textContent = `${way.name}: ${share}% of the new responses fail`
  note.textContent = `New version: ${found.met.toLocaleString("en-US")} requests, ${found.failed.toLocaleString("en-US")} failed`
  result.textContent = svg.querySelector("desc").textContent = inWords(model, way, found)
  svg.querySelector("title").textContent = head.textContent
}

function draw(way, found) {
  const x = minute => box.left + ((box.right - box.left) * minute) / model.minutes
  const y = percent => box.bottom - ((box.bottom - box.top) * percent) / 100
  const points = area(model, way, found).map(([minute, percent]) => `${x(minute)} ${y(percent)}`)
  fill.setAttribute("d", `M${points.join("L")}Z`)
  for (const element of [line, label]) element.toggleAttribute("hidden", found.back === null)
  if (found.back === null) return
  line.setAttribute("d", `M${x(found.back)} ${box.top - 4}L${x(found.back)} ${box.bottom}`)
  label.setAttribute("x", x(found.back) + 5)
}
