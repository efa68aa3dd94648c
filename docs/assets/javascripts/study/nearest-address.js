// The page whose address is nearest to one that does not exist, by edit distance: letters changed, added, or dropped.

export function nearest(asked, known) {
  const wanted = plain(asked)
  const ranked = known.map(address => ({address, far: distance(wanted, plain(address))})).sort((one, other) => one.far - other.far)
  const [first] = ranked
  return first && first.far <= Math.max(wanted.length, plain(first.address).length) / 2 ? first.address : ""
}

function plain(address) {
  let path = address.replace(/[?#].*$/, "")
  try {
    path = decodeURIComponent(path)
  } catch {} // an invalid escape sequence stays as it was typed
  return path.toLowerCase().replace(/(index)?\.(html?|md)$/, "").replace(/[\s_]+/g, "-").replace(/\/+$/, "")
}

function distance(one, other) {
  let above = Array.from({length: other.length + 1}, (_, column) => column)
  for (let row = 1; row <= one.length; row++) {
    const line = [row]
    for (let column = 1; column <= other.length; column++) {
      const change = above[column - 1] + (one[row - 1] !== other[column - 1])
      line.push(Math.min(change, above[column] + 1, line[column - 1] + 1))
    }
    above = line
  }
  return above[other.length]
}
