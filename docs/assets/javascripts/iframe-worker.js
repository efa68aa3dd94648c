// Search from a folder: browsers start no workers there, so the search worker runs in a frame of the page.
// The theme's offline search looks for a worker that is made like this; only the offline copy of the site loads it.

if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    constructor(url) {
      super()
      const frame = document.createElement("iframe")
      frame.hidden = true
      frame.title = "Search"
      document.body.append(frame)
      const inner = frame.contentWindow
      inner.postMessage = data => {
        const event = new MessageEvent("message", {data})
        this.dispatchEvent(event)
        this.onmessage?.(event)
      }
      inner.importScripts = (...scripts) => scripts.reduce((before, script) => before.then(() => run(inner, new URL(script, url))), Promise.resolve())
      this.ready = run(inner, url)
    }

    postMessage(data) {
      this.ready.then(window => window.dispatchEvent(new MessageEvent("message", {data})))
    }

    terminate() {}
  }
}

function run(window, url) {
  return new Promise((resolve, reject) => {
    const script = window.document.createElement("script")
    script.src = url
    script.onload = () => resolve(window)
    script.onerror = () => reject(new Error(`${url} could not be read`))
    window.document.body.append(script)
  })
}
