// A message that a new version of the site is available (app.js). During an exam, it waits until the result is shown.

showMessage()

function showMessage() {
  if (document.querySelector(".paper") && !document.querySelector(".exam-score")) return setTimeout(showMessage, 2000)
  const button = document.createElement("button")
  button.type = "button"
  button.textContent = "Reload the page"
  Object.assign(button.style, {minHeight: "44px", font: "inherit", color: "inherit", textDecoration: "underline", cursor: "pointer"})
  button.addEventListener("click", () => location.reload())
  const words = document.createElement("div")
  words.className = "md-dialog__inner md-typeset"
  words.append("A new version of this site is available. ", button)
  const line = document.createElement("div")
  line.id = "new-version"
  line.className = "md-dialog md-dialog--active"
  line.setAttribute("role", "status")
  line.style.maxWidth = "calc(100vw - 1.6rem)"
  document.body.append(line)
  line.append(words) // screen readers announce a change in a live region that is already on the page
}
