import { isOfMapping } from "#components/imports/mapping-problems.ts"
import { formatNumber } from "#lib/format/number.ts"
import { formatCount } from "#lib/format/plural.ts"
import type { ImportCheck } from "#lib/imports/import-check.ts"
import type { ImportKind, Problem } from "#lib/imports/schema.ts"

const nouns: Record<ImportKind, readonly [one: string, many: string]> = {
  accounts: ["account", "accounts"],
  contracts: ["contract", "contracts"],
  movements: ["ARR movement", "ARR movements"],
  contacts: ["contact", "contacts"],
  people: ["person", "people"],
  skills: ["skill", "skills"],
  touchpoints: ["touchpoint", "touchpoints"],
  signals: ["signal", "signals"],
}

/** "1 person", "497 accounts". */
export const countOfKind = (count: number, kind: ImportKind): string => formatCount(count, ...nouns[kind])

export type Counted = ImportCheck["counts"]

/** How many entries a write would touch; of so many readings that they are counted while writing, all of them. */
const toWrite = (kind: ImportKind, { create, update, readings }: Counted): number =>
  create === null || update === null ? (kind === "signals" ? readings : 0) : create + update

/** The button that writes names what and where. */
export function writeLabel(kind: ImportKind, counts: Counted, workspace: string): string {
  const count = toWrite(kind, counts)
  if (count > 0) return `Write ${countOfKind(count, kind)} into ${workspace}`
  return kind !== "signals" && counts.readings > 0
    ? `Write ${formatCount(counts.readings, "signal")} into ${workspace}`
    : `Write no changes into ${workspace}`
}

const placesOf = (problems: readonly Problem[]): number => problems.reduce((sum, { count }) => sum + count, 0)

/** What the check found, in one sentence that says whether the file can be written. */
export function checkAnswer({
  rows,
  problems,
  warnings,
}: {
  rows: number
  problems: readonly Problem[]
  warnings: readonly Problem[]
}): string {
  const warned = warnings.length > 0 ? ` ${formatCount(warnings.length, "warning")} to know of.` : ""
  if (rows === 0 && problems.length === 0)
    return "The file has a header and no rows, so there is nothing to write."
  if (problems.length === 0) return `All ${formatCount(rows, "row")} can be written.${warned}`
  const unmapped = problems.filter(isOfMapping)
  if (unmapped.length > 0)
    return `${unmapped.map(({ what }) => what).join(". ")}. Say in the step Map which column it is; then the rows are checked.`
  const withoutRepair = problems.filter(({ repairs }) => repairs.length === 0).length
  const repairs =
    withoutRepair === 0
      ? problems.length === 1
        ? "It has a recommended repair."
        : "Each has a recommended repair."
      : withoutRepair === problems.length
        ? "Only the file itself can be corrected."
        : `${formatNumber(withoutRepair)} can only be corrected in the file itself.`
  const kinds = formatCount(problems.length, "kind of error", "kinds of error")
  const stops = problems.length === 1 ? "stops" : "stop"
  return `${kinds} in ${formatCount(placesOf(problems), "place")} of ${formatCount(rows, "row")} ${stops} this import. ${repairs}${warned}`
}

/** What writing would do, in one sentence. */
export function previewAnswer(rows: number, counts: Counted, workspace: string): string {
  const { create, update, skip, reject, readings } = counts
  const signals = readings > 0 ? `, with ${formatCount(readings, "signal")}` : ""
  const parts =
    create === null || update === null || skip === null
      ? `${formatNumber(rows - reject)} written or skipped, which is counted while writing, ${formatNumber(reject)} rejected`
      : `${formatNumber(create)} created, ${formatNumber(update)} updated, ${formatNumber(skip)} skipped, ${formatNumber(reject)} rejected`
  return `Of ${formatCount(rows, "row")} ${parts}${signals}, once you write into ${workspace}. Nothing is written yet.`
}
