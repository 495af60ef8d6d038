/**
 * What must be known of the readings of one account, measure and source inside a window, so that any aggregate can
 * be computed without them. `t` counts days from the day of the score: 0 is that day, -1 the day before.
 */
export type Statistics = {
  readonly n: number
  readonly sum: number
  readonly sumT: number
  readonly sumTT: number
  readonly sumTY: number
  readonly lastValue: number
}

/** The same from the readings themselves. */
export function statisticsOf(
  readings: readonly { readonly t: number; readonly y: number }[],
): Statistics | null {
  const [first] = readings
  if (!first) return null
  let [sum, sumT, sumTT, sumTY, last] = [0, 0, 0, 0, first]
  for (const reading of readings) {
    const { t, y } = reading
    sum += y
    sumT += t
    sumTT += t * t
    sumTY += t * y
    if (t >= last.t) last = reading
  }
  return { n: readings.length, sum, sumT, sumTT, sumTY, lastValue: last.y }
}
