// Pages and files in the copy for a folder. Pages are files, and browsers cannot fetch JSON from a folder. So each JSON
// file is a script that stores its content on its own script element (json_data.py).
// Chromium shares one storage between all pages that are opened from folders. Firefox gives each file its own origin,
// and so its own storage.

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
