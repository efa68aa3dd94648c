// Starts the service worker, which saves pages for reading offline (scripts/service-worker.js). If it does not start,
// the pages work as before. If it belongs to another build than this page, new-version.js shows a message.
// The search loads its index late (search-worker.js): the download begins here when a reader opens the search, before
// they type. If it fails, an error replaces the theme's "Type to start searching".
;(() => {
  const {src, dataset} = document.currentScript
  const workers = navigator.serviceWorker
  workers?.addEventListener("message", ({data}) => data.build !== dataset.build && import("./new-version.js"))
  addEventListener("load", () => workers?.register(new URL("../../service-worker.js", src)).then(lookAgain, () => {}))

  const index = new URL("../../search/entries.json", src)
  let isFetched = false
  const field = document.querySelector(".md-search__input")
  // The theme looks at what is typed, but not at what is pasted or dictated.
  field?.addEventListener("input", () => field.dispatchEvent(new Event("keyup")))
  field?.addEventListener("focus", async () => {
    isFetched ||= Boolean((await fetch(index).catch(() => null))?.ok)
    if (isFetched) return
    const said = document.querySelector(".md-search-result__meta")
    said.textContent = "The search could not be loaded. Check your network, and type again."
  })

  // An installed app may stay open for days, so look for a new build whenever it is shown again.
  function lookAgain(registration) {
    document.addEventListener("visibilitychange", () => document.hidden || registration?.update().catch(() => {}))
  }
})()
