// Calendar days in the reader's time zone.
//
//   DAY                        milliseconds
//   dayOf(time, begins)        -> number      the local day, counted from 1 January 1970; it begins at that hour
//   remembering(calendar)      -> function    `calendar` with a cache of the last day, for times that follow each other

export const DAY = 86_400_000

export function dayOf(time, begins = 0) {
  const date = new Date(time)
  const day = Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY
  return date.getHours() < begins ? day - 1 : day
}

// Most rows are from the same day as the row before. Computing the day of each row would take most of a fold's time.
export function remembering(calendar) {
  let from = Infinity
  let to = -Infinity
  let day = 0
  return time => {
    if (time < from || time > to) {
      day = calendar(time)
      from = to = time
      const wider = [time - DAY / 8, time + DAY / 8]
      if (calendar(wider[0]) === day) from = wider[0]
      if (calendar(wider[1]) === day) to = wider[1]
    }
    return day
  }
}
