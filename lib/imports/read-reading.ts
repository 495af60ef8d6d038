import { isBlank } from "./column-profile.ts"
import { importLimits } from "./limits.ts"
import { type NumberStyle, readNumber } from "./read-number.ts"

/** What stands in place of a value that cannot be read. */
export const unreadable = Symbol("unreadable")

type Way = { readonly kind: "number" | "ordinal"; readonly style: NumberStyle }

/** A value of a measure; null says that there is none. */
export function readReading(text: string, { kind, style }: Way): number | string | null | typeof unreadable {
  if (text === "" || isBlank(text)) return null
  if (kind === "ordinal") return text.length > importLimits.categoryCharacters ? unreadable : text
  const value = plainNumber(text, style) ?? readNumber(text, style)
  if (value !== null) return value
  return text.toUpperCase() === "NA" ? null : unreadable
}

/** A number of digits and at most one point, the way machines write it; null for all else. */
export function plainNumber(text: string, style: NumberStyle): number | null {
  const length = text.length
  if (length === 0 || length > 15) return null
  let at = text.charCodeAt(0) === 45 ? 1 : 0
  if (at === length) return null
  let points = 0
  let digits = 0
  for (; at < length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) digits += 1
    else if (code === 46 && style === "point" && digits > 0 && at < length - 1) points += 1
    else return null
  }
  return points > 1 ? null : Number(text)
}
