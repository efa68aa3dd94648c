// The review page's settings and "Your data", loaded when the reader opens them.

import {load, save} from "./study/file.js"
import {log} from "./study/here.js"
import {DAY} from "./study/scheduler.js"
import {say} from "./study/view.js"

const $ = id => document.getElementById(`review-${id}`)
const on = (id, event, listener) => $(id).addEventListener(event, listener)
const {daily, exam} = $("form").elements
const date = day => (day === null ? "" : new Date(day * DAY).toISOString().slice(0, 10))

function fill() {
  daily.value = log.state.settings.daily
  exam.value = date(log.state.settings.exam)
  exam.min = date(log.state.dayOf(Date.now()) + 1)
}

log.subscribe(fill)
fill()
on("form", "submit", event => event.preventDefault())
on("form", "change", ({target}) => {
  if (!target.reportValidity()) return
  log.add("set", `setting:${target.name}`, target === daily ? daily.valueAsNumber : exam.value || null)
  say($("set"), "Saved.")
})

on("export", "click", () => {
  save(log)
  say($("told"), "Exported: look for study.json among your downloads.")
})
on("import", "click", () => $("file").click())
const unreadable = () => ({line: "Nothing was imported: the file could not be read."})
on("file", "change", async ({target}) => {
  const [file] = target.files
  if (!file) return
  const {line} = await load(log, file).catch(unreadable)
  say($("told"), line)
  target.value = ""
})
on("erase", "click", () => {
  $("sure").returnValue = ""
  $("sure").showModal()
})
on("sure", "close", () => {
  if ($("sure").returnValue !== "erase") return
  log.erase()
  say($("told"), "Everything is erased.")
})
for (const control of document.querySelectorAll("#review-app :disabled")) control.disabled = false // what is typed stays
