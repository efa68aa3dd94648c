// The paths of this site's pages, and how to fetch its files. In the copy for a folder, in-folder/site-files.js
// replaces this file.
//
//   pagePath(name)      -> string            below the site's root: "learn/index" is "learn/", "review" is "review/"
//   fetchFile(address)  -> Promise<Response>
//   STORED_APART        string | null        for readers: why the pages of this copy do not share one record

export const pagePath = name => (name === "index" ? "" : `${name.replace(/\/index$/, "")}/`)

export const fetchFile = address => fetch(address)

export const STORED_APART = null
