import type { MeasureKind, MeasureRole } from "#lib/signals/schema.ts"
import { type ColumnProfile, numberStyleOf } from "./column-profile.ts"
import { headerWords, measureKey, measureLabel, measureUnit } from "./describe-measure.ts"
import type { MeasurePlan } from "./import-plan.ts"
import { importLimits } from "./limits.ts"
import type { NumberStyle } from "./read-number.ts"

type Decided =
  | { readonly isLeftOut: true; readonly header: string; readonly because: string; readonly note?: string }
  | { readonly isLeftOut: false; readonly measure: MeasurePlan; readonly note?: string }

type Given = {
  readonly index: number
  readonly header: string
  readonly profile: ColumnProfile
  readonly role: MeasureRole
  readonly expected: NumberStyle
  readonly currency: string
  readonly kinds: ReadonlyMap<string, MeasureKind>
  /** Keys given so far in this file; the new one is added. */
  readonly keys: Set<string>
}

/** Makes a measure of a wide signal column, or says why it cannot be one. */
export function decideMeasure(given: Given): Decided {
  const { header, profile, expected } = given
  const leaveOut = (because: string): Decided => ({ isLeftOut: true, header: header || "(no name)", because })
  if (profile.filled === 0) return leaveOut("every cell is blank")
  if (measureKey(header) === "") return leaveOut("the column has no name")
  if (isPersonal(header, profile)) return leaveOut("personal data of contacts does not belong into signals")
  if (profile.days * 5 > profile.filled * 4)
    return leaveOut("it holds dates, and a date is no value of a measure")
  const key = freeKey(measureKey(header), given.keys)
  const style = numberStyleOf(profile, expected)
  const unread = profile.unread.get(style)!
  const looksNumeric = unread.count < importLimits.strayShare * profile.filled && profile.read > 0
  const kind = given.kinds.get(key) ?? (looksNumeric ? "number" : "ordinal")
  if (kind === "ordinal" && profile.hasManyCategories) {
    const numbers = profile.filled - unread.count
    return leaveOut(
      numbers * 2 > profile.filled
        ? `${unread.count} of ${profile.filled} values are not numbers, and more than ${importLimits.categories} differ`
        : `more than ${importLimits.categories} different texts, which is a description and not a measure`,
    )
  }
  given.keys.add(key)
  const isGuess = kind === "number" && profile.differing > 0 && isUndecided(profile)
  return {
    isLeftOut: false,
    measure: {
      index: given.index,
      header,
      aliases: [],
      key,
      label: measureLabel(header),
      unit: kind === "number" ? measureUnit(header, profile, given.currency) : "",
      kind,
      role: given.role,
      style,
    },
    ...(isGuess && {
      note: `Guess: "${header}" uses a decimal ${style}; its cells could also be read the other way.`,
    }),
  }
}

const personal = /^(e-?mail|phone|telephone|mobile|fax|address|street|birthday|ssn|password)$/i

const isPersonal = (header: string, profile: ColumnProfile) =>
  profile.addresses * 2 > profile.filled ||
  (headerWords(header).some((word) => personal.test(word)) && holdsTexts(profile))

const holdsTexts = (profile: ColumnProfile) =>
  profile.unread.get("point")?.count !== 0 && (profile.hasManyCategories || profile.categories.size > 3)

const isUndecided = (profile: ColumnProfile) =>
  profile.unread.get("point")?.count === profile.unread.get("comma")?.count

function freeKey(key: string, taken: ReadonlySet<string>): string {
  if (!taken.has(key)) return key
  for (let number = 2; ; number += 1) if (!taken.has(`${key}_${number}`)) return `${key}_${number}`
}
