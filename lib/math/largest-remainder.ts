/**
 * Rounds values to whole numbers that add up to a given total: round all down, then give the missing units to
 * the largest remainders. Equal remainders are served in the order given, so the answer is reproducible.
 *
 * The values must already add up to the total, within float noise; values may be negative. Each result lies
 * less than 1 from its value, and a whole value is never changed.
 *
 * Source: the Hare quota method, A. Hamilton 1792; M. L. Balinski and H. P. Young, Fair Representation, 1982.
 */
export function roundToTotal(values: readonly number[], total: number): number[] {
  const sum = values.reduce((whole, value) => whole + value, 0)
  if (!Number.isInteger(total) || Math.abs(sum - total) > 1e-6 * Math.max(1, Math.abs(total))) {
    throw new RangeError(`Values add up to ${sum}, not to the whole total ${total}`)
  }
  const rounded = values.map((value) => Math.floor(value + 1e-9))
  const missing = total - rounded.reduce((whole, value) => whole + value, 0)
  const byRemainder = values
    .map((value, index) => ({ index, remainder: value - rounded[index]! }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of byRemainder.slice(0, missing)) rounded[index]! += 1
  return rounded
}
