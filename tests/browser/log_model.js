// The log against a plain model: random sequences of what readers do, on two devices with two tabs each.
//
//   sequence(modules, seed, steps)  -> string | null    the first difference, with the steps that led to it
//
// Each device has a storage, two tabs, and a clock that may jump. The model knows nothing of rows, ticks and times: it
// has sets of what was done, and for each draft, setting and mark the writes that were seen when it was written.

const KEYS = ["answer:a", "answer:b", "setting:daily", "page:x"]
const JUMPS = [1000, 120_000, 3_600_000, 86_400_000, 9 * 86_400_000, 30 * 365 * 86_400_000]
const START = Date.UTC(2026, 10, 23, 12)

export function sequence(modules, seed, steps) {
  const next = randomly(seed)
  const world = {modules, next, count: 0, devices: ["one", "two"].map(name => device(modules, name, next)), did: []}
  for (let step = 0; step < steps; step++) {
    const [name, action] = pick(next, ACTIONS)
    const own = pick(next, world.devices)
    const tab = pick(next, [0, 1])
    world.did.push(`${name} ${own.name} ${tab}`)
    action(world, own, tab)
    for (const device of world.devices) {
      const wrong = difference(device)
      if (wrong) return `seed ${seed}, step ${step}: ${wrong}; after ${world.did.slice(-12).join(", ")}`
    }
  }
  return null
}

// What occurs twice is twice as likely.
const ACTIONS = [
  ["answer", answer],
  ["rate", rate],
  ["write", write],
  ["write", write],
  ["write", write],
  ["import", take],
  ["import", take],
  ["choose", choose],
  ["jump", jump],
  ["set right", (world, own) => (own.offset = 0)],
  ["reload", reload],
  ["fill up", fill],
  ["erase", erase],
]

function device({openLog}, name, next) {
  const own = {name, data: new Map(), full: null, offset: 0, passed: 0, model: empty()}
  const storage = tab => ({
    get length() { return own.data.size },
    key: index => [...own.data.keys()][index] ?? null,
    getItem: key => own.data.get(key) ?? null,
    removeItem: key => void own.data.delete(key),
    setItem(key, text) {
      if (own.full) throw new DOMException("full", "QuotaExceededError")
      own.data.set(key, text)
      if (next() < 0.7) own.tabs?.forEach((log, other) => other !== tab && own.heard.push([other, key, text]))
    },
  })
  const now = () => START + own.offset + own.passed
  own.heard = []
  own.open = tab => openLog({storage: storage(tab), key: "model", now, random: next})
  own.tabs = [0, 1].map(own.open)
  return own
}

// done: what is added up, by unique names; values: of each key {id, value, seen}; offers: of each key, id -> value
const empty = () => ({done: new Set(), last: new Map(), values: new Map(), seen: new Set(), offers: new Map()})

const copy = ({done, last, values, seen, offers}) => ({
  done: new Set(done),
  last: new Map(last),
  values: new Map(values),
  seen: new Set(seen),
  offers: new Map([...offers].map(([key, list]) => [key, new Map(list)])),
})

// A tab that is about to act has heard the others, or hears of them while it acts. While there is no room, the reader
// stays in one tab.
function acting(own, tab) {
  own.passed += 1000
  const chosen = own.full ? own.full.tab : tab
  for (const [other, key, newValue] of own.heard.splice(0)) if (own.tabs[other]) own.tabs[other].receive({key, newValue})
  return own.tabs[chosen]
}

function answer(world, own, tab) {
  const name = `n${world.count++}`
  const right = world.next() < 0.5
  acting(own, tab).add("answered", "question:q", right, [name])
  own.model.done.add(name)
  own.model.last.set("question:q", right)
}

function rate(world, own, tab) {
  acting(own, tab).add("rated", "term:t:name", 1 + Math.floor(world.next() * 4))
  own.model.done.add(`rated ${own.name} ${world.count++}`)
}

function write(world, own, tab) {
  const key = pick(world.next, KEYS)
  const id = world.count++
  const value = key.startsWith("page") ? world.next() < 0.5 : key.startsWith("set") ? id + 1 : pick(world.next, ["", `text ${id}`, `text ${id}`])
  const kind = key.startsWith("page") ? "read" : key.startsWith("set") ? "set" : "drafted"
  acting(own, tab).add(kind, key, value)
  put(own.model, key, {id, value})
}

function put(model, key, written) {
  model.values.set(key, {...written, after: new Set(model.seen)})
  model.seen.add(written.id)
}

function take(world, own, tab) {
  const other = world.devices.find(device => device !== own)
  const log = acting(own, tab)
  const from = acting(other, tab)
  from.refresh() // as an export does
  const file = world.modules.write(from, START)
  world.modules.take(log, file)
  const offers = key => (log.state.offers.get(key) ?? []).map(offer => offer.value)
  merge(world, own.model, other.model, {value: key => valueOf(log.state, key), offers})
}

function merge(world, mine, theirs, actual) {
  for (const name of theirs.done) mine.done.add(name)
  mine.last.clear()
  const before = new Set(mine.seen)
  for (const [key, value] of theirs.values) {
    const own = mine.values.get(key)
    if (own?.id === value.id || (own && before.has(value.id))) continue
    const unclear = own && (own.either || value.either || own.value === "") // the log knows more, or nothing is lost
    const taken = unclear && actual.value(key) === value.value
    const knowingly = own && value.after.has(own.id) && !theirs.offers.get(key)?.size
    if (!own || taken || (knowingly && !unclear)) mine.values.set(key, value)
    else if (unclear) actual.offers(key).includes(value.value) && offersOf(mine, key).set(value.id, value.value)
    else if (key.startsWith("page")) put(mine, key, {id: world.count++, value: undefined}) // two marks: either counts
    else if (own.value === value.value) put(mine, key, {id: world.count++, value: own.value, either: true}) // which of two, we do not see
    else if (value.value !== "") offersOf(mine, key).set(value.id, value.value)
  }
  for (const [key, list] of theirs.offers) for (const [id, value] of list) if (!mine.seen.has(`settled ${id}`)) offersOf(mine, key).set(id, value)
  for (const id of theirs.seen) {
    mine.seen.add(id)
    if (`${id}`.startsWith("settled ")) for (const list of mine.offers.values()) list.delete(Number(id.slice(8)))
  }
}

const offersOf = ({offers}, key) => offers.get(key) ?? offers.set(key, new Map()).get(key)

function choose(world, own, tab) {
  const log = acting(own, tab)
  log.refresh()
  const offer = [...log.state.offers.values()].flat()[0]
  if (!offer) return
  const taken = world.next() < 0.5
  world.modules.choose(log, offer, taken)
  const list = offersOf(own.model, offer.key)
  const [id] = [...list].find(([, value]) => value === offer.value) ?? []
  list.delete(id)
  own.model.seen.add(`settled ${id}`)
  const mine = own.model.values.get(offer.key)
  if (taken || mine) put(own.model, offer.key, {id: world.count++, value: taken ? offer.value : mine.value})
}

function jump(world, own) {
  own.offset += pick(world.next, JUMPS) * pick(world.next, [1, 1, -1])
  own.offset = Math.max(own.offset, -JUMPS[4])
}

function reload(world, own, tab) {
  if (own.full && own.full.tab === tab) {
    if (!own.tabs[tab].saved) own.model = own.full.model // the page had said so
    own.full = null
  }
  own.tabs[tab] = own.open(tab)
}

// There is no more room, until the tab in which the reader goes on is loaded anew, or there is room again.
function fill(world, own, tab) {
  acting(own, tab)
  if (own.full) {
    own.full = null
    own.passed += 1000
    own.tabs.forEach(log => log.refresh())
  } else if (own.tabs.every(log => log.saved)) own.full = {tab, model: copy(own.model)}
}

function erase(world, own, tab) {
  if (world.next() < 0.7 || own.full) return
  const log = acting(own, tab)
  world.modules.erase(log)
  own.model = empty()
}

function difference(own) {
  const tab = own.full ? own.full.tab : 0
  const log = own.tabs[tab]
  log.refresh()
  const {model} = own
  const {state} = log
  if (!own.full && !log.saved) return `${own.name} says that something is not stored`
  const fresh = log.saved ? own.open(tab).state : state
  for (const [name, {drafts, settings, read, questions, cards, offers}] of [["tab", state], ["fresh", fresh]]) {
    const where = `${own.name}, ${name}`
    const done = (questions.get("question:q")?.times ?? 0) + (cards.get("term:t:name")?.reviews ?? 0)
    if (done !== model.done.size) return `${where}: ${done} of ${model.done.size} answers and ratings`
    for (const [key, {value}] of model.values) {
      if (value === undefined) continue
      const is = valueOf({read, settings, drafts}, key)
      if (is !== value) return `${where}: ${key} is ${is} and not ${value}`
    }
    const last = model.last.get("question:q")
    if (last !== undefined && questions.get("question:q").last !== last) return `${where}: an older answer counts`
    for (const key of KEYS) {
      const is = [...(offers.get(key) ?? [])].map(offer => offer.value).sort().join()
      const should = [...(model.offers.get(key)?.values() ?? [])].sort().join()
      if (is !== should) return `${where}: offers for ${key} are ${is} and not ${should}`
    }
  }
  return null
}

function valueOf({read, settings, drafts}, key) {
  if (key.startsWith("page")) return read.has(key)
  return key.startsWith("set") ? settings.daily : (drafts.get(key)?.text ?? "")
}

const pick = (next, list) => list[Math.floor(next() * list.length)]

function randomly(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}
