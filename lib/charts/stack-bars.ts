export type BarInput = {
  readonly key: string
  /** One amount for each part, in the order of the parts; null when the period has no data at all. */
  readonly amounts: readonly number[] | null
}

export type BarSegment = { readonly part: number; readonly from: number; readonly length: number }
export type StackedBar = {
  readonly key: string
  readonly total: number | null
  readonly segments: readonly BarSegment[]
}
export type StackedBars = {
  readonly bars: readonly StackedBar[]
  /** Share of the height, from the bottom, at which every bar begins. */
  readonly zero: number
  readonly lowest: number
  readonly highest: number
}

/**
 * Bars of a few parts each, as shares (0 to 1) of the height: amounts above zero stand on the line, amounts below
 * hang from it, so that every bar begins at zero. A period without data has no segment and no total.
 *
 *   segment = amount / (highest stack above zero - lowest stack below zero)
 */
export function stackBars(periods: readonly BarInput[]): StackedBars {
  const known = periods.flatMap(({ amounts }) => (amounts === null ? [] : [amounts]))
  const highest = Math.max(0, ...known.map((amounts) => sum(amounts.filter((amount) => amount > 0))))
  const lowest = Math.min(0, ...known.map((amounts) => sum(amounts.filter((amount) => amount < 0))))
  const span = highest - lowest || 1
  const zero = -lowest / span
  return {
    bars: periods.map(({ key, amounts }) => ({
      key,
      total: amounts === null ? null : sum(amounts),
      segments: amounts === null ? [] : segmentsOf(amounts, span, zero),
    })),
    zero,
    lowest,
    highest,
  }
}

function segmentsOf(amounts: readonly number[], span: number, zero: number): BarSegment[] {
  let top = zero
  let bottom = zero
  return amounts.flatMap((amount, part) => {
    const length = Math.abs(amount) / span
    if (length === 0) return []
    if (amount < 0) bottom -= length
    const from = amount < 0 ? bottom : top
    if (amount > 0) top += length
    return [{ part, from, length }]
  })
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
