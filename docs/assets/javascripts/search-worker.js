// Starts the search when a reader first uses it. The theme starts its search worker on every page, with the whole
// index. This worker stands in for that one: when a reader types the first letter, it fetches the index and starts the
// theme's worker. It uses the messages that the theme documents for custom search workers (`SearchMessageType`).
const SETUP = 0
const READY = 1
const QUERY = 2
const RESULT = 3
const INDEX = new URL("../../search/entries.json", location)
const THEME = new URL(location.hash.slice(1), location)

let options = {}
let query = null // the latest query message
let search = null // the theme's worker, with the index

addEventListener("message", async ({data: message}) => {
  if (message.type === SETUP) {
    options = message.data.options
    postMessage({type: READY})
  } else if (message.type === QUERY && !search && !message.data.trim()) {
    postMessage({type: RESULT, data: {items: []}})
  } else if (message.type === QUERY) {
    await ask(message)
  }
})

async function ask(message) {
  query = message
  search ??= start()
  try {
    const worker = await search
    if (query === message) worker.postMessage(message)
  } catch {
    search = null // the next letter tries again; app.js shows the error
  }
}

async function start() {
  const response = await fetch(INDEX)
  if (!response.ok) throw new Error(`${INDEX} returned ${response.status}`)
  const worker = new Worker(THEME)
  const isReady = new Promise((resolve, reject) => {
    worker.addEventListener("message", resolve, {once: true})
    worker.addEventListener("error", reject, {once: true})
  })
  worker.postMessage({type: SETUP, data: {...(await response.json()), options}})
  await isReady
  worker.addEventListener("message", ({data}) => postMessage(data))
  return worker
}
