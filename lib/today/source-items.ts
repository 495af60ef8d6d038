import { addDays } from "#lib/format/calendar-day.ts"
import { formatCount } from "#lib/format/plural.ts"
import { isTrusted, type SourceStanding } from "#lib/quality/source-standing.ts"
import { inSentence, trouble } from "#lib/quality/trust-answer.ts"
import type { TodayItem } from "./today-item.ts"

export type SourceOfBook = {
  readonly key: string
  readonly name: string
  readonly completeTo: string | null
  readonly standing: SourceStanding
  readonly subjects: readonly string[]
  readonly ownerName: string | null
  /** Accounts of the book that it told of lately, and their ARR. */
  readonly accounts: number
  readonly arrCents: number | null
}

const hoursPerDay = 24

/** A source that is late or fails is a thing to do for who owns accounts that it tells of, in the words of Data. */
export const sourceItems = (sources: readonly SourceOfBook[], today: string): TodayItem[] =>
  sources
    .filter(({ standing, accounts }) => accounts > 0 && standing.state !== "silent" && !isTrusted(standing))
    .map((source) => {
      const { key, name, standing, subjects, accounts, arrCents, ownerName, completeTo } = source
      const isFailing = standing.state === "failing"
      const first = subjects[0]
      const told = first === undefined ? "data" : inSentence(first)
      return {
        key: `source:${key}:${standing.state}:${completeTo ?? "nothing"}`,
        kind: "source",
        accountId: null,
        name,
        href: `/data/sources/${encodeURIComponent(key)}`,
        why: `${capital(trouble(standing))}: ${told} of ${formatCount(accounts, "account")} may be old`,
        dueOn: addDays(today, -Math.floor(standing.lateHours / hoursPerDay)),
        ownerName,
        arrCents,
        urgency: isFailing ? { points: 40, words: "Source fails" } : { points: 30, words: "Source is late" },
      } satisfies TodayItem
    })

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
