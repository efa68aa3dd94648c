// The place where the reader's record is stored, for every module that reads or writes it. It imports no module, so
// that a page without a record loads nothing else.
//
//   ROOT           string    the site's root with a slash at its end
//   KEY            string    the key in local storage. It ends with the path of the root: one host may serve two sites.
//   FORMER         string    the key that every site used until November 2026 (takeover.js)
//   nameOf(url)    -> string             a page's name in the record, such as "learn/approve"; empty for other sites
//   storage()      -> Storage | null     null if the browser provides none
//   texts()        -> string[]           the stored texts: the settled rows, then the newest ones; empty without a record

export const ROOT = new URL("../../", import.meta.url).href
export const FORMER = "who-does-what.study"
export const KEY = `${FORMER}:${new URL(ROOT).pathname}`

export const nameOf = url =>
  url.startsWith(ROOT)
    ? url
        .slice(ROOT.length)
        .replace(/[?#].*$/, "")
        .replace(/(^|\/)index\.html$|\.html$|\/$/, "")
    : ""

export function storage() {
  try {
    return localStorage
  } catch {
    return null
  }
}

export function texts() {
  const read = key => [key, `${key}.newest`].map(name => localStorage.getItem(name)).filter(text => text !== null)
  try {
    const own = read(KEY)
    const taken = localStorage.getItem(`${FORMER}.moved`)
    return own.length || (taken !== null && taken !== KEY) ? own : read(FORMER)
  } catch {
    return []
  }
}
