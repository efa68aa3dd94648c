// The threshold in the drawing, which the reader can move.

import {figureOf, make, place, status} from "./controls.js"
import {counts, inWords} from "./threshold-model.js"

const {figure, drawings, model} = figureOf("threshold")
const [strip, table] = drawings.children
const moved = strip.querySelector("g")
const [left, right] = [Number(moved.dataset.left), Number(moved.dataset.right)]
const [area, line, label] = moved.children
const edge = Number(area.getAttribute("x")) + Number(area.getAttribute("width"))
const cells = table.querySelectorAll(".count")
const [recall, precision] = table.querySelectorAll(".strong")

const range = make("input", {type: "range", min: 0, max: 1, step: 0.01, value: model.threshold, id: "play-threshold"})
const result = status()
show()
range.addEventListener("input", show)
place(figure, [make("label", {for: range.id}, ["Threshold"]), range, result])

function show() {
  const threshold = Number(range.value)
  const found = counts(model, threshold)
  move(threshold)
  const shown = [found.calledLeavers, found.calledStayers, found.missed, found.leftAlone]
  shown.forEach((count, index) => (cells[index].textContent = count))
  recall.textContent = `recall ${found.calledLeavers} of ${model.leavers.length} = ${found.recall.toFixed(2)}`
  const share = found.precision === null ? "no value" : found.precision.toFixed(2)
  precision.textContent = `precision ${found.calledLeavers} of ${found.called} = ${share}`
  const words = inWords(found)
  result.textContent = words
  range.setAttribute("aria-valuetext", threshold.toFixed(2))
  strip.querySelector("desc").textContent = `Everyone with a score of at least ${threshold.toFixed(2)} is called. ${words}`
  table.querySelector("desc").textContent = words
}

function move(threshold) {
  const x = left + (right - left) * threshold
  area.setAttribute("x", x)
  area.setAttribute("width", edge - x)
  line.setAttribute("d", `M${x} 38L${x} 130`)
  label.setAttribute("x", Math.min(Math.max(x, left), right - 44))
  label.textContent = `called if ≥ ${threshold.toFixed(2)}`
}
