import { formatNumber, noBreak } from "#lib/format/number.ts"
import { formatShare } from "#lib/format/percent.ts"
import { type QualityDimension, qualityDimensionNames } from "./dimensions.ts"

type Asked = {
  readonly dimension: QualityDimension
  readonly atLeast: number
  readonly withinDays: number | null
}

/** A respect with its days: "Complete", "Fresh within 14 d". */
export const respectWords = ({ dimension, withinDays }: Omit<Asked, "atLeast">): string =>
  withinDays === null
    ? qualityDimensionNames[dimension]
    : `${qualityDimensionNames[dimension]} within ${formatNumber(withinDays)}${noBreak}d`

/** A share with as many digits as tell 99.6 % from 100 %: never rounded up to all, never down to none. */
export function shareWords(share: number): string {
  const percent = share * 100
  const digits =
    Number.isInteger(Math.round(percent * 10) / 10) && Math.abs(percent - Math.round(percent)) < 1e-9 ? 0 : 1
  if (share < 1 && Math.round(percent * 10) >= 1000) return `over 99.9${noBreak}%`
  if (share > 0 && Math.round(percent * 10) === 0) return `under 0.1${noBreak}%`
  return formatShare(share, digits)
}
