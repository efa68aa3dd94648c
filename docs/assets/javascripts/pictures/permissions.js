// The table of calls and roles, in which the reader grants and denies calls.

import {figureOf, make, place, status} from "./controls.js"
import {grants, openRoutes} from "./permissions-model.js"

const {figure, drawings, model} = figureOf("permissions")
const granted = grants(model)
const result = status()
const roles = Object.entries(model.roles)
const head = make("tr", {}, [make("td"), ...roles.map(([, name]) => make("th", {scope: "col"}, [name]))])
const rows = Object.entries(model.calls).map(([call, name]) => {
  const boxes = roles.map(([role, who]) => make("td", {}, [box(`${role} ${call}`, `${who} may call ${name}`)]))
  return make("tr", {}, [make("th", {scope: "row"}, broken(name)), ...boxes])
})
const table = make("table", {class: "play-table"}, [make("thead", {}, [head]), make("tbody", {}, rows)])
show()
place(figure, [table, result])
drawings.hidden = true

function box(key, words) {
  const input = make("input", {type: "checkbox", "aria-label": words})
  input.checked = granted.has(key)
  input.addEventListener("change", () => {
    granted[input.checked ? "add" : "delete"](key)
    show()
  })
  return make("label", {"data-key": key}, [input])
}

// Let a long name break before each of its words.
function broken(name) {
  return name.split(/(?<=[a-z])(?=[A-Z])/).flatMap(part => [part, make("wbr")])
}

function show() {
  const open = openRoutes(model, granted)
  const count = `${open.length} of ${model.routes.length} routes around the approval are open`
  const list = open.map(({name, roles}) => make("li", {}, [`${name}: ${roles.map(role => model.roles[role]).join(", ")}`]))
  const leads = new Set(open.flatMap(({calls, roles}) => roles.flatMap(role => calls.map(call => `${role} ${call}`))))
  for (const label of table.querySelectorAll("label")) label.classList.toggle("leads", leads.has(label.dataset.key))
  result.replaceChildren(make("p", {}, [`${count}${open.length ? ":" : "."}`]), ...(list.length ? [make("ul", {}, list)] : []))
}
