import { formatNumber, noBreak } from "#lib/format/number.ts"

/** A raw value with its unit, as precise as it matters: "48 %", "2.9", "1,204 logins", "Month-to-month". */
export function measureValue(raw: number | string | null, unit: string): string {
  if (raw === null) return ""
  const value = typeof raw === "number" ? formatNumber(raw, digitsOf(raw)) : raw
  return unit === "" ? value : `${value}${noBreak}${unit}`
}

/** Decimals that survive rounding to three figures or so: none from 100, one from 1, two below. */
function digitsOf(raw: number): number {
  const most = Math.abs(raw) >= 100 ? 0 : Math.abs(raw) >= 1 ? 1 : 2
  const digits = [0, 1, 2].find((count) => Number(raw.toFixed(count)) === Number(raw.toFixed(most)))
  return Math.min(most, digits ?? most)
}
