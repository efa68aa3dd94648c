// Starts the service worker, which saves pages for reading without a network (scripts/service-worker.js). Where it does
// not start, the pages work as before. A worker of another build than this page says so: new-version.js tells the reader.
;(() => {
  const {src, dataset} = document.currentScript
  const workers = navigator.serviceWorker
  workers?.addEventListener("message", ({data}) => data.build !== dataset.build && import("./new-version.js"))
  addEventListener("load", () => workers?.register(new URL("../../service-worker.js", src)).then(lookAgain, () => {}))

  // An app may stay open for days.
  function lookAgain(registration) {
    document.addEventListener("visibilitychange", () => document.hidden || registration?.update().catch(() => {}))
  }
})()
