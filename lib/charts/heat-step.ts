export type HeatStep = 1 | 2 | 3 | 4 | 5 | 6

/** Where each step ends, rising: values at or above an end belong to the next step. */
export type HeatEnds = readonly [number, number, number, number, number]

/**
 * The step of a value around its target range: 3 is inside it, 1 and 2 lie under it, 4 to 6 over it.
 *
 *   step = 1 + number of ends at or below the value
 */
export function heatStep(value: number, ends: HeatEnds): HeatStep {
  return (1 + ends.filter((end) => value >= end).length) as HeatStep
}

/** The mark that says the direction without colour: "▲" over, "▽" under, nothing inside. */
export const heatMark = (step: HeatStep): "▲" | "▽" | "" => (step > 3 ? "▲" : step < 3 ? "▽" : "")
