// Saves the site for reading offline. Above this, the build writes BUILD, a hash of its content, and FILES.
//
// The network comes first, so online the site is the same as without this file. When the network fails, a saved copy is
// shown, and says so with its date. One cache belongs to one build: it contains the study pages with all files they
// need, and the pages that the reader has opened. A new build fetches all of them again before it replaces the old
// cache, so a page never gets scripts of another build. Records and answers are in local storage, which this does not
// touch.

const SCOPE = new URL(registration.scope)
const PREFIX = `who-does-what ${SCOPE.pathname} ` // one host may serve two sites
const NAME = PREFIX + BUILD
const SAVED = "x-saved"
const BUILD_OF_A_PAGE = /<script [^>]*data-build="([^"]*)"/
const TIMEOUT = 5000 // ms to wait for a page that has a saved copy
const USUAL = {"learn/": "The course", "review/": "Review", "exam/": "Practice exam", "progress/": "Where you stand", "glossary/": "Glossary"}

const bare = address => address.replace(/[?#].*$/, "")
const files = new Set(FILES.map(path => new URL(path, SCOPE).href))
let isCut = false // whether the last page came from the cache; its files then come from the cache too
let filling = null

addEventListener("install", event => {
  skipWaiting()
  event.waitUntil(fill())
})

addEventListener("activate", event => event.waitUntil(replaceOthers()))

addEventListener("fetch", event => {
  const {method, mode, url} = event.request
  if (method !== "GET" || !url.startsWith(SCOPE.href)) return
  if (mode === "navigate") event.respondWith(page(event))
  else if (files.has(bare(url))) event.respondWith(file(event.request))
})

// All of the files must load; of the pages that the reader has opened, those that still exist.
function fill() {
  filling ??= fetchAll().finally(() => (filling = null))
  return filling
}

async function fetchAll() {
  const cache = await caches.open(NAME)
  const read = await readBefore()
  await Promise.all([...files].map(address => fetchInto(cache, address)))
  await Promise.allSettled(read.map(address => fetchInto(cache, address)))
}

async function fetchInto(cache, address) {
  const response = await fetch(address, {cache: "no-cache"})
  if (!(await save(cache, address, response))) throw new Error(`${address} is not of this build`)
}

// The pages in the caches of earlier builds, and those that are open now.
async function readBefore() {
  const names = (await caches.keys()).filter(name => name.startsWith(PREFIX))
  const saved = await Promise.all(names.map(async name => (await caches.open(name)).keys()))
  const open = await clients.matchAll({includeUncontrolled: true, type: "window"})
  const all = new Set([...saved.flat(), ...open].map(({url}) => bare(url)))
  return [...all].filter(url => url.startsWith(SCOPE.href) && !files.has(url))
}

async function replaceOthers() {
  const others = (await caches.keys()).filter(name => name.startsWith(PREFIX) && name !== NAME)
  await Promise.all(others.map(name => caches.delete(name)))
  await clients.claim()
  for (const client of await clients.matchAll()) client.postMessage({build: BUILD})
}

async function page(event) {
  const address = bare(event.request.url)
  const saved = await find(address)
  try {
    const asked = fetch(event.request, {cache: "no-cache"}) // otherwise, the browser's own cache may return an older page
    const response = await (saved ? Promise.race([asked, tooLate()]) : asked)
    if (saved && response.status >= 500) throw new Error(`${response.status}`)
    isCut = false
    event.waitUntil(keep(address, response.clone()).catch(() => {}))
    return response
  } catch {
    isCut = true
    return saved ? asCopy(saved) : notSaved()
  }
}

async function file(request) {
  const saved = isCut && (await find(bare(request.url)))
  return saved || fetch(request).catch(async error => (await find(bare(request.url))) ?? Promise.reject(error))
}

// Do not open the cache: that would create an empty one.
const find = address => caches.match(address, {cacheName: NAME, ignoreVary: true}).catch(() => undefined)

const tooLate = () => new Promise((_, reject) => setTimeout(reject, TIMEOUT, new Error("too late")))

// The browser may have cleared all or part of the cache.
async function keep(address, response) {
  const cache = await caches.open(NAME)
  await save(cache, address, response)
  const there = await cache.keys()
  if ([...files].some(file => !there.some(({url}) => url === file))) await fill()
}

// Returns whether it was saved. Errors, responses from another site or build, and responses that are no page are not.
async function save(cache, address, response) {
  if (response.status !== 200 || response.type !== "basic" || response.redirected) return false
  const isPage = response.headers.get("content-type")?.startsWith("text/html")
  if (!isPage && !files.has(address)) return false
  const content = await (isPage ? response.text() : response.blob())
  const build = isPage ? BUILD_OF_A_PAGE.exec(content)?.[1] : undefined
  if (build !== undefined && build !== BUILD) return false
  const headers = new Headers(response.headers)
  for (const name of ["content-encoding", "content-length"]) headers.delete(name)
  headers.set(SAVED, new Date().toISOString())
  await cache.put(address, new Response(content, {headers}))
  return true
}

// The notice goes below the title. Above it, a browser that restores the scroll position would scroll past it.
async function asCopy(saved) {
  const date = new Date(saved.headers.get(SAVED)).toLocaleString("en-US", {dateStyle: "long", timeStyle: "short"})
  const words = `The site could not be reached. This is a copy of the page, saved on ${date}.`
  const notice = `<div class="admonition warning" role="status" id="saved-copy"><p class="admonition-title">${words}</p></div>`
  return new Response((await saved.text()).replace("</h1>", `</h1>${notice}`), {headers: saved.headers})
}

function notSaved() {
  const there = Object.entries(USUAL).filter(([path]) => FILES.includes(path))
  const links = there.map(([path, name]) => `<li><a href="${new URL(path, SCOPE).pathname}">${name}</a></li>`)
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>This page is not saved</title>
<style>body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui } li { padding: .6rem 0 }</style>
<h1>This page is not saved</h1>
<p>The site could not be reached, and you have not opened this page on this device before. These pages are saved:</p>
<ul>${links.join("")}</ul>
</html>`
  return new Response(html, {status: 503, headers: {"content-type": "text/html; charset=utf-8"}})
}
