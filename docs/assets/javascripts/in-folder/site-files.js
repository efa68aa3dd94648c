// Pages and files in the copy for a folder: pages are files, and browsers fetch no JSON there, so each JSON file is a
// script that leaves its content on its own element (json_data.py).
// Chromium has one storage for all pages that are opened from folders. Firefox gives each file an origin of its own, and
// with it a storage of its own.

export const pagePath = name => `${name}.html`

export const fetchFile = address =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script")
    script.src = `${address}.js`
    script.onload = () => resolve({ok: script.content !== undefined, json: async () => script.content})
    script.onerror = () => reject(new Error(`${address} could not be read`))
    document.head.append(script)
  })

export const STORED_APART =
  location.origin === "null"
    ? "If the site is opened from a folder, this browser stores what you do on each page separately: review, exam, " +
      "and progress do not see your answers on other pages. Chrome and Edge store all pages of a folder together."
    : null
