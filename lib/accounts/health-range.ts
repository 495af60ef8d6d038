export type HealthRange = { readonly from: number; readonly to: number }

const written = /^(\d{1,3})\.\.(\d{1,3})$/
const highest = 100

/**
 * A range of health as an address has it: "40..60", whole points of 0 to 100, both ends within. Null for anything
 * else, and for a range that ends before it begins.
 */
export function readHealthRange(text: string): HealthRange | null {
  const [, from, to] = (written.exec(text) ?? []).map(Number)
  if (from === undefined || to === undefined || from > to || to > highest) return null
  return { from, to }
}

/** The range between two points, whichever comes first, rounded to whole points and kept within 0 to 100. */
export function healthRangeOf(one: number, other: number): string {
  const kept = [one, other].map((value) => Math.min(highest, Math.max(0, Math.round(value))))
  return `${Math.min(...kept)}..${Math.max(...kept)}`
}
