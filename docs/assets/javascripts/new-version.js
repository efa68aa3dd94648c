// A line when a new version of the site is available (app.js). It waits for the result of an exam on the page.

tell()

function tell() {
  if (document.querySelector(".paper") && !document.querySelector(".exam-score")) return setTimeout(tell, 2000)
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
  line.append(words) // into a line that is there, so that it is read out
}
