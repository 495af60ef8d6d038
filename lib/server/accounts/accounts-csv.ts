import { stringify } from "csv-stringify/sync"
import { inWorkspace } from "#db/in-workspace.ts"
import { type AccountListRow, accountRows } from "#db/queries/accounts.ts"
import { accountTotals } from "#db/queries/list-totals.ts"
import { weeklyScores } from "#db/queries/weekly-scores.ts"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import type { ListPosition } from "#lib/accounts/list-cursor.ts"
import type { AccountsQuery } from "#lib/accounts/list-query.ts"
import { lifecycleStageNames } from "#lib/accounts/schema.ts"
import { guardedCell } from "#lib/format/guarded-cell.ts"
import { dayOf } from "#lib/format/instant.ts"
import { bandWords } from "#lib/health/band.ts"
import type { ScoreChangeIn } from "#lib/health/change-in.ts"
import type { CountingScore } from "#lib/health/counting-score.ts"
import { weeklyDays } from "#lib/health/weekly-days.ts"
import { type Spans, spansOf } from "#lib/period/spans.ts"
import { scoreChanges } from "./score-changes.ts"

const rowsAtOnce = 500
const reasonsTold = 2

type Listed = AccountListRow & {
  readonly weeks: readonly CountingScore[]
  readonly changeIn: ScoreChangeIn | null
}
type FileColumn = {
  readonly heading: (told: { readonly currency: string; readonly spans: Spans | null }) => string
  readonly cell: (row: Listed, words: ReasonWords) => string | number | null
}
type ReasonWords = (reason: AccountListRow["reasons"][number]) => string

const column = (heading: string, cell: FileColumn["cell"]): FileColumn => ({ heading: () => heading, cell })
const money = (name: string, cents: (row: Listed) => number | null): FileColumn => ({
  heading: ({ currency }) => `${name} (${currency} a year)`,
  cell: (row) => {
    const known = cents(row)
    return known === null ? null : (known / 100).toFixed(2)
  },
})

const weekWords = ({ value, isJudged }: CountingScore): string =>
  value === null ? "–" : isJudged ? `(${value})` : String(value)

/** The columns of the screen, by their ids; what the screen shows in one cell may take several here. */
const columns: Readonly<Record<string, readonly FileColumn[]>> = {
  name: [column("Account", ({ name }) => name), column("Account id", ({ externalId }) => externalId)],
  health: [
    column("Health (0 to 100)", ({ health }) => health),
    column("Band", ({ band, isLost }) => (isLost ? "Lost" : bandWords[band].label)),
    column("Judged by a person", ({ isJudged }) => (isJudged ? "yes" : "no")),
    column("Known share of the score's weight (%)", ({ coverage }) => Math.round(coverage * 100)),
  ],
  weeks: [
    column("Health of 13 weeks, judged ones in brackets", ({ weeks }) => weeks.map(weekWords).join(" ")),
  ],
  change: [
    {
      heading: ({ spans }) =>
        spans ? `Change in ${spans.words} (points)` : "Change since last week, when a signal (points)",
      cell: ({ signalChange, changeIn }) => (changeIn ? changeIn.change : signalChange),
    },
  ],
  why: [column("Why", ({ reasons }, words) => reasons.slice(0, reasonsTold).map(words).join("; "))],
  exposure: [money("Exposure", ({ exposureCents }) => exposureCents)],
  arr: [money("ARR", ({ arrCents }) => arrCents)],
  renewal: [column("Renewal", ({ renewsOn }) => renewsOn)],
  stage: [column("Stage", ({ stage }) => stage && lifecycleStageNames[stage])],
  contact: [column("Last contact", ({ lastContactOn }) => lastContactOn)],
  owner: [column("Owner", ({ ownerName }) => ownerName)],
  segment: [column("Segment", ({ segment }) => segment)],
}

type Asked = {
  readonly query: AccountsQuery
  /** Ids of the columns, in their order. */
  readonly shown: readonly string[]
  readonly today: string
  readonly currency: string
  readonly timeZone: string
  readonly reasonWords: ReasonWords
}

/** All accounts that the filters leave, in the order of the list, as a CSV file that no spreadsheet takes for formulas. */
export async function* accountsCsv(caller: Caller, asked: Asked): AsyncGenerator<string> {
  assertCan(caller, "account.read")
  const { query, shown, today, currency, timeZone, reasonWords } = asked
  const told = shown.flatMap((id) => columns[id] ?? [])
  // The weeks of the screen end on the day of the newest score.
  const { scoredAt } = await inWorkspace(caller, (tx) =>
    accountTotals(tx, caller, { query, position: null, today }),
  )
  const scoredOn = scoredAt ? dayOf(scoredAt, timeZone) : today
  const days = weeklyDays(scoredOn)
  const spans = shown.includes("change") ? spansOf(query, today) : null
  yield `\ufeff${lines([told.map(({ heading }) => heading({ currency, spans }))])}`
  for (let position: ListPosition | null = null; ; ) {
    const from: ListPosition | null = position
    const { page, weeks, changes } = await inWorkspace(caller, async (tx) => {
      const next = await accountRows(tx, caller, { query, position: from, today, currency, size: rowsAtOnce })
      const accountIds = next.rows.map(({ id }) => id)
      const scores =
        shown.includes("weeks") && (await weeklyScores(tx, caller, { accountIds, days, timeZone }))
      return {
        page: next,
        weeks: scores || new Map<string, CountingScore[]>(),
        changes: await scoreChanges(tx, caller, { accountIds, spans, scoredOn }),
      }
    })
    const rows = page.rows.map((row) => ({
      ...row,
      weeks: weeks.get(row.id) ?? [],
      changeIn: changes.get(row.id) ?? null,
    }))
    if (rows.length > 0) yield lines(rows.map((row) => told.map(({ cell }) => cell(row, reasonWords))))
    if (!page.hasMore || !page.last) return
    position = { direction: "after", place: page.last }
  }
}

const lines = (rows: readonly (readonly (string | number | null)[])[]): string =>
  stringify(
    rows.map((cells) => cells.map((cell) => guardedCell(String(cell ?? "")))),
    { record_delimiter: "\r\n" },
  )
