// Check whether the text in a blank is the expected answer, on quiz pages and in the exam.
//
//   isAnswer(expected, typed)  -> boolean     expected: "digest|hash" accepts both
//   shownAnswer(expected)      -> the first of them, which a page shows
//
// Case, surrounding spaces, and a period or comma at the end do not matter. If a number is expected, any usual notation
// of it is right:
// .69, 0,69, 0.690 and "0.69." are 0.69; 1,000, 1.000 and 1 000 are 1000. A comma before three digits separates
// thousands, unless the expected number has three decimals itself: 1,000 is not 1, and 12,125 is 12.125.

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)$/
const COMMA = /^[+-]?\d*,\d+$/
const COMMA_GROUPS = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/
const DOT_GROUPS = /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/
const OTHER_GROUPS = /^[+-]?[1-9]\d{0,2}(?:[ '’]\d{3})+(?:[.,]\d+)?$/

export const isAnswer = (expected, typed = "") => expected.split("|").some(text => isSpelling(text, typed))

export const shownAnswer = expected => expected.split("|")[0].trim()

function isSpelling(expected, typed) {
  const [wanted, given] = [folded(expected), folded(typed)]
  const text = given.replace(/[.,]$/, "")
  if (wanted === given || wanted === text) return true
  return DECIMAL.test(wanted) && readings(text, decimals(wanted)).includes(Number(wanted))
}

const folded = text => text.normalize("NFKC").trim().toLowerCase().replace(/^[−–]/, "-")

const decimals = number => number.split(".")[1]?.length ?? 0

// The numbers that a text may mean if the expected number has `places` decimals.
function readings(text, places) {
  const found = []
  if (DECIMAL.test(text)) found.push(text)
  if (COMMA.test(text) && (places === 3 || !COMMA_GROUPS.test(text))) found.push(text.replace(",", "."))
  if (COMMA_GROUPS.test(text)) found.push(text.replaceAll(",", ""))
  if (DOT_GROUPS.test(text)) found.push(text.replaceAll(".", "").replace(",", "."))
  if (OTHER_GROUPS.test(text)) found.push(text.replace(/[ '’]/g, "").replace(",", "."))
  return found.map(Number)
}
