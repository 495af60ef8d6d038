import { formatShortDay } from "#lib/format/day.ts"
import { isoWeek } from "./iso-week.ts"
import type { Comparison, Period } from "./schema.ts"

/** A period as it stands behind "in": "4 weeks", "this quarter so far", "w46", "1 Aug to 16 Nov". */
export function periodWords({ key, from, to }: Period, today: string): string {
  const known = names[key]
  if (known !== undefined) return known
  if (/-w\d\d$/.test(key)) {
    const { year, week } = isoWeek(from)
    return `w${week}${String(year) === today.slice(0, 4) ? "" : ` ${year}`}`
  }
  const days = `${formatShortDay(from, today)} to ${formatShortDay(to, today)}`
  return from === to ? formatShortDay(from, today) : days
}

const names: Readonly<Record<string, string>> = {
  week: "this week so far",
  "last-week": "last week",
  "4w": "4 weeks",
  "13w": "13 weeks",
  qtd: "this quarter so far",
  "12m": "12 months",
}

/** What it is compared with, as it stands behind "against": "the 4 weeks before". Empty without a comparison. */
export function comparisonWords({ key, step }: Period, comparison: Comparison | undefined): string {
  if (comparison === undefined || comparison === "none") return ""
  if (comparison === "py") return "the same days a year before"
  const known = before[key]
  if (known !== undefined) return known
  return step === "days" ? "as many days before" : `the ${step} before`
}

const before: Readonly<Record<string, string>> = {
  week: "the same days of last week",
  "last-week": "the week before",
  "4w": "the 4 weeks before",
  "13w": "the 13 weeks before",
  qtd: "the same days of the quarter before",
  "12m": "the 12 months before",
}
