// Starts the service worker, which saves pages for reading without a network (scripts/service-worker.js). Where it does
// not start, the pages work as before. A worker of another build than this page says so: new-version.js tells the reader.
// The search fetches its index late (search-worker.js): it begins here when a reader opens the search, before the first
// letter. Where that fails, this says so in place of the theme's "Type to start searching".
;(() => {
  const {src, dataset} = document.currentScript
  const workers = navigator.serviceWorker
  workers?.addEventListener("message", ({data}) => data.build !== dataset.build && import("./new-version.js"))
  addEventListener("load", () => workers?.register(new URL("../../service-worker.js", src)).then(lookAgain, () => {}))

  const index = new URL("../../search/entries.json", src)
  document.querySelector(".md-search__input")?.addEventListener("focus", async () => {
    const answer = await fetch(index).catch(() => null)
    if (answer?.ok) return
    const said = document.querySelector(".md-search-result__meta")
    said.textContent = "The search could not be loaded. Check your network, and type again."
  })

  // An app may stay open for days.
  function lookAgain(registration) {
    document.addEventListener("visibilitychange", () => document.hidden || registration?.update().catch(() => {}))
  }
})()
