// Shared by the interactive pictures: the figure with its numbers, and the form controls below the drawing.
//
//   figureOf(name)                    -> {figure, drawings, model}
//   make(tag, attributes, children)   -> element    children are elements or words
//   choice(legend, name, options, chosen)   -> fieldset   radio buttons; options are [value, words]
//   status()                          -> element    a change of its text is read aloud
//   place(figure, elements)           -> form       below the drawing, above the caption

export function figureOf(name) {
  const figure = document.querySelector(`.drawing[data-picture="${name}"]`)
  const drawings = figure.querySelector(".drawings")
  return {figure, drawings, model: JSON.parse(drawings.dataset.model)}
}

export function make(tag, attributes = {}, children = []) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

export function choice(legend, name, options, chosen) {
  const radios = options.map(([value, words]) => {
    const input = make("input", {type: "radio", name, value})
    input.checked = value === chosen
    return make("label", {}, [input, make("span", {}, [words])])
  })
  return make("fieldset", {}, [make("legend", {}, [legend]), ...radios])
}

export const status = () => make("div", {role: "status", class: "play-status"})

export function place(figure, elements) {
  const form = make("form", {class: "play", autocomplete: "off"}, elements)
  figure.querySelector("figcaption").before(form)
  return form
}
