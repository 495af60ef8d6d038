/**
 * Round values for an axis that covers `lowest` to `highest`: steps of 1, 2 or 5 times a power of ten, the first at
 * or below the lowest value, the last at or above the highest.
 *
 *   step = the smallest of 1, 2, 5 x 10^k that needs at most `most` steps
 *
 * One value alone is shown from zero; zero alone gets 0 to 1. Values that are not finite are the caller's fault.
 */
export function scaleTicks(range: { lowest: number; highest: number; most?: number }): number[] {
  const { lowest, highest } = widened(range)
  const most = range.most ?? 5
  const power = 10 ** Math.floor(Math.log10((highest - lowest) / most))
  const step =
    [1, 2, 5, 10, 20].map((times) => times * power).find((one) => stepsOf(lowest, highest, one) <= most) ??
    50 * power
  const first = Math.floor(lowest / step + tiny)
  const count = Math.max(1, stepsOf(lowest, highest, step))
  return Array.from({ length: count + 1 }, (_, place) => Number(((first + place) * step).toPrecision(12)))
}

const tiny = 1e-9

function widened({ lowest, highest }: { lowest: number; highest: number }) {
  const size = Math.max(Math.abs(lowest), Math.abs(highest))
  if (size < tiny) return { lowest: 0, highest: 1 }
  if (highest - lowest > size * tiny) return { lowest, highest }
  return { lowest: Math.min(0, lowest), highest: Math.max(0, highest) }
}

const stepsOf = (lowest: number, highest: number, step: number) =>
  Math.ceil(highest / step - tiny) - Math.floor(lowest / step + tiny)
