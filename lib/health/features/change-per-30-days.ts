import type { Statistics } from "./statistics.ts"

/** Two points always lie on a line: with fewer than three a slope says nothing. */
const enoughReadings = 3

/**
 * How much a measure changed per 30 days: thirty times the slope of the least-squares line through its readings.
 *
 *   slope = (n * Σty - Σt * Σy) / (n * Σt² - (Σt)²),   t in days
 *
 * In the unit of the measure per 30 days. Fewer than three readings, or all of one day: null.
 *
 * Source: A.-M. Legendre, Nouvelles méthodes pour la détermination des orbites des comètes, 1805.
 */
export function changePer30Days({ n, sum, sumT, sumTT, sumTY }: Statistics): number | null {
  const spread = n * sumTT - sumT * sumT
  if (n < enoughReadings || spread <= 0) return null
  return (30 * (n * sumTY - sumT * sum)) / spread
}
