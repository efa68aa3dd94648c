// A page that a session of the course links to: a reader who was in a session a few pages ago sees a button that goes
// back to it. Browsers without the Navigation API know only the page that led here.

const COURSE = new URL("../../learn/", import.meta.url).href
const FAR = 4 // pages
const {navigation} = globalThis
const page = address => (address ?? "").replace(/[?#].*$/, "")
const here = page(location.href)
const before = navigation?.entries().slice(0, navigation.currentEntry.index).reverse() ?? []
const pages = new Set([document.referrer, ...before.map(({url}) => url)].map(page))
pages.delete(here)
const session = [...pages].slice(0, FAR).find(address => address.startsWith(COURSE) && address !== COURSE)
const links = session ? document.querySelectorAll(".md-nav--primary a.md-nav__link") : []
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

// Going back in the history shows the session where the reader left it. If it is not there, the link is used.
function goBack(event) {
  const entry = before.find(({url}) => page(url) === session)
  if (event.ctrlKey || event.metaKey || event.shiftKey || !entry) return
  event.preventDefault()
  navigation.traverseTo(entry.key)
}
