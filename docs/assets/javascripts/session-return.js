// A page that a session of the course links to: a reader who comes from the session sees a button that goes back to it.

const COURSE = new URL("../../learn/", import.meta.url).href
const [session, here] = [document.referrer, location.href].map(address => address.replace(/[?#].*$/, ""))
const isSession = session.startsWith(COURSE) && session !== COURSE && session !== here
const links = isSession ? document.querySelectorAll(".md-nav--primary a.md-nav__link") : []
const link = [...links].find(({href}) => href === session)
if (link) showButton(link.textContent.trim())

function showButton(title) {
  const button = document.createElement("a")
  button.className = "md-button session-return"
  button.href = `${session}#answer`
  button.textContent = `Back to ${title.replace(/^(\d+)\..*/s, "session $1")}`
  button.addEventListener("click", goBack)
  document.querySelector("article").append(button)
}

// Going back in the history shows the session where the reader left it. After a step inside this page, the link is used.
function goBack(event) {
  const {navigation} = globalThis
  const before = navigation?.entries()[navigation.currentEntry.index - 1]
  if (event.ctrlKey || event.metaKey || event.shiftKey || !before?.url?.startsWith(session)) return
  event.preventDefault()
  history.back()
}
