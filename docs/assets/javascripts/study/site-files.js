// How this site's pages and files are reached. The copy for a folder has in-folder/site-files.js in place of this file.
//
//   pagePath(name)      -> string            below the site's root: "learn/index" is "learn/", "review" is "review/"
//   fetchFile(address)  -> Promise<Response>
//   STORED_APART        string | null        why the pages of this copy do not share what the browser stores

export const pagePath = name => (name === "index" ? "" : `${name.replace(/\/index$/, "")}/`)

export const fetchFile = address => fetch(address)

export const STORED_APART = null
