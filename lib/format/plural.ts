import { formatNumber } from "#lib/format/number.ts"

/** "1 account", "14 accounts", "0 accounts"; an irregular plural is given. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${Math.abs(count) === 1 ? one : many}`
}
