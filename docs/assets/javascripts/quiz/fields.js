// The fields of a question. An answer is a list of strings: the texts of options, or of blanks.
//
//   choicesOf(quiz, block), blanksOf(quiz)  -> Fields     block: carries the texts of the options, or null
//     .inputs   .values()   .set(values)
//     .fits(values)       whether it is an answer to the question as it is now
//     .areRight(values)   .expected(values)     the right answer, as a sentence
//     .areFilled()        false if a blank is empty; the browser then reports it and focuses the field
//     .mark(values)       show what is right and wrong in these values; null removes the marks

import {isAnswer, shownAnswer} from "../study/typed-answer.js"
import {make} from "../study/view.js"

const LONGEST = 1000

export function choicesOf(quiz, block) {
  const texts = JSON.parse(block?.dataset.options ?? "null")
  const inputs = [...quiz.querySelectorAll("fieldset input")]
  const options = inputs.map((input, index) => optionOf(quiz, input, texts?.[index]))
  const right = options.filter(option => option.isRight).map(({text}) => text)
  requireOne(quiz, inputs)
  return {
    inputs,
    values: () => options.filter(({input}) => input.checked).map(({text}) => text),
    set: values => options.forEach(({input, text}) => (input.checked = values.includes(text))),
    fits: values => values.length > 0 && values.every(value => options.some(({text}) => text === value)),
    areRight: values => options.every(({isRight, text}) => isRight === values.includes(text)),
    expected: () => (right.length > 1 ? `The right options are: ${right.join("; ")}.` : `The right option is: ${right}.`),
    areFilled: () => true, // requireOne lets the form check this
    mark: values => options.forEach(option => markOption(option, values)),
  }
}

function optionOf(quiz, input, text) {
  const label = quiz.querySelector(`label[for="${CSS.escape(input.id)}"]`)
  const sign = make("p", {class: "sign", id: `${input.id}-sign`})
  label.after(sign)
  input.autocomplete = "off" // otherwise, Firefox restores the choice after a reload
  input.setAttribute("aria-describedby", sign.id)
  return {input, sign, text: text ?? label.textContent.trim(), isRight: input.hasAttribute("data-correct")}
}

function markOption({input, sign, text, isRight}, values) {
  const chosen = values?.includes(text) ?? false
  const row = input.parentElement
  row.classList.toggle("correct", values !== null && isRight)
  row.classList.toggle("wrong", chosen && !isRight)
  const words = `${isRight ? "✓ Right" : "✗ Not right"}${chosen ? ", your choice" : ""}`
  sign.textContent = values && (isRight || chosen) ? words : ""
}

// Without a choice there is no answer, so no reason is shown.
function requireOne(quiz, inputs) {
  for (const input of inputs) input.required = input.type === "radio"
  if (inputs[0]?.type !== "checkbox") return
  quiz.querySelector("form").addEventListener("click", () => {
    inputs[0].setCustomValidity(inputs.some(input => input.checked) ? "" : "Choose at least one option.")
  })
}

export function blanksOf(quiz) {
  const inputs = [...quiz.querySelectorAll(".quiz-blank-input")]
  const expected = inputs.map(input => input.dataset.answer)
  const isRight = (values, index) => isAnswer(expected[index], values[index])
  const missed = values => expected.filter((_, index) => !isRight(values, index))
  inputs.forEach((input, index) => prepare(input, index, inputs.length, quiz.querySelector("form")))
  return {
    inputs,
    values: () => inputs.map(input => input.value),
    set: values => inputs.forEach((input, index) => (input.value = values[index] ?? "")),
    fits: values => values.length === inputs.length,
    areRight: values => inputs.every((_, index) => isRight(values, index)),
    expected: values => `Expected: ${missed(values).map(shownAnswer).join(", ")}.`,
    areFilled: () => inputs.every(isFilled),
    mark: values =>
      inputs.forEach((input, index) => {
        input.classList.toggle("correct", values !== null && isRight(values, index))
        input.classList.toggle("wrong", values !== null && !isRight(values, index))
      }),
  }
}

function prepare(input, index, all, form) {
  const name = all > 1 ? `Blank ${index + 1} of ${all}` : "Blank"
  Object.assign(input, {ariaLabel: name, autocapitalize: "off", autocomplete: "off", spellcheck: false, required: true})
  input.maxLength = LONGEST
  input.addEventListener("keydown", event => event.key === "Enter" && form.requestSubmit()) // it is outside the form
}

function isFilled(input) {
  input.setCustomValidity(input.value.trim() ? "" : "Fill in the blank.")
  return input.reportValidity()
}
