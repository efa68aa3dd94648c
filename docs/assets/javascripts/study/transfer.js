// The record as links, for another device: compressed text in the hash of an address, which no server receives. A long
// record needs several links, which the reader may open in any order.
//
//   pack(text)                 -> Promise<string[]>    the text after "#record=" in each link
//   readPart(words)            -> Part | null          null if it is damaged: cut off or changed
//   addPart(waiting, part, now)  -> {waiting, is: "new" | "repeated"}     waiting: the parts of earlier links. Parts of
//                                                      other records are kept too, except the oldest of many
//   missing(entry)             -> number[]             the numbers, from 1, of the missing parts
//   unpack(entry)              -> Promise<string | null>     the text; null if the parts are not of one record
//   readWaiting(text), writeWaiting(waiting)           parse and write the stored text; an invalid text means no parts
//   canPack                    boolean                 whether this browser can compress and decompress
//
// @typedef {{id: string, number, of, data: string}} Part      id: checksum of the whole; data: base64 for addresses
// @typedef {{id, of, time, parts: [number, string][]}} Entry
//
// A part is "version.id.number.of.checksum.data". The checksums find accidental damage, not forgery: the text has to
// pass the checks for a file (file.js), and nothing is added before the reader agrees.

import {LARGEST} from "./file.js"

const VERSION = "1"
const LONGEST = 3800 // characters of data in a link: with its address, it fits in a message of 4,096 characters
const MOST_PARTS = 999
const MOST_RECORDS = 3
const PART = /^(\d+)\.([0-9a-z]{1,7})\.(\d{1,3})\.(\d{1,3})\.([0-9a-z]{1,7})\.([A-Za-z0-9_-]+)$/

export const canPack = typeof CompressionStream === "function" && typeof DecompressionStream === "function"

export async function pack(text) {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"), Infinity)
  const whole = encode(bytes)
  const of = Math.ceil(whole.length / LONGEST)
  if (of > MOST_PARTS) return []
  const id = checksum(whole)
  return Array.from({length: of}, (_, index) => {
    const data = whole.slice(index * LONGEST, (index + 1) * LONGEST)
    return [VERSION, id, index + 1, of, checksum(`${id}.${index + 1}.${of}.${data}`), data].join(".")
  })
}

export function readPart(words) {
  const [, version, id, number, of, sum, data] = PART.exec(words) ?? []
  if (version !== VERSION || checksum(`${id}.${Number(number)}.${Number(of)}.${data}`) !== sum) return null
  const part = {id, number: Number(number), of: Number(of), data}
  return part.number >= 1 && part.number <= part.of && data.length <= LONGEST ? part : null
}

export function addPart(waiting, {id, number, of, data}, now) {
  const before = waiting.find(entry => entry.id === id && entry.of === of) ?? {id, of, time: now, parts: []}
  const others = waiting.filter(entry => entry !== before)
  if (before.parts.some(([other]) => other === number)) return {waiting: [before, ...others], is: "repeated"}
  const entry = {...before, time: now, parts: [...before.parts, [number, data]]}
  return {waiting: [entry, ...others].slice(0, MOST_RECORDS), is: "new"}
}

export function missing({of, parts}) {
  const there = new Set(parts.map(([number]) => number))
  return Array.from({length: of}, (_, index) => index + 1).filter(number => !there.has(number))
}

export async function unpack({id, parts}) {
  const whole = [...parts].sort(([one], [other]) => one - other).map(([, data]) => data).join("")
  if (checksum(whole) !== id) return null
  try {
    const bytes = await through(decode(whole), new DecompressionStream("deflate-raw"), LARGEST)
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes)
  } catch {
    return null
  }
}

export const writeWaiting = waiting => JSON.stringify(waiting)

export function readWaiting(text) {
  try {
    return JSON.parse(text).filter(isEntry)
  } catch {
    return []
  }
}

function isEntry({id, of, time, parts}) {
  const isPart = one => Array.isArray(one) && Number.isInteger(one[0]) && typeof one[1] === "string"
  return typeof id === "string" && Number.isInteger(of) && Number.isFinite(time) && parts.every(isPart)
}

// Stop reading at the size of the largest record: a malicious text could decompress without end.
async function through(bytes, stream, most) {
  const chunks = []
  let size = 0
  for await (const chunk of readAll(new Blob([bytes]).stream().pipeThrough(stream))) {
    chunks.push(chunk)
    size += chunk.length
    if (size > most) throw new RangeError("too large")
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer())
}

async function* readAll(stream) {
  const reader = stream.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
}

function encode(bytes) {
  let text = ""
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")
}

const decode = text =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), sign => sign.charCodeAt(0))

// FNV-1a, 32 bit: http://www.isthe.com/chongo/tech/comp/fnv/
function checksum(text) {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash >>> 0).toString(36)
}
