// Whether the time of an exam is the time that the reader worked on it. An exam without a limit may stay open for days.
//
//   isOneSitting(seconds)  -> boolean

const LONGEST = 3 * 60 * 60

export const isOneSitting = seconds => seconds <= LONGEST
