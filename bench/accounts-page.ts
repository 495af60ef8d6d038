import { openPool, setPool } from "#db/client.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { accountRows } from "#db/queries/accounts.ts"
import { accountTotals } from "#db/queries/list-totals.ts"
import { ownerChoices } from "#db/queries/people.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { ListPlace, ListPosition } from "#lib/accounts/list-cursor.ts"
import { type AccountSortKey, type AccountsQuery, accountSortKeys } from "#lib/accounts/list-query.ts"
import { segments } from "#lib/accounts/schema.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import { scoreBands } from "#lib/health/schema.ts"
import type { Bench } from "./bench.ts"
import { milliseconds } from "./milliseconds.ts"
import { percentile } from "./percentile.ts"
import { openWorldDatabase } from "./world-database.ts"

const rowsGoalMs = 50
const totalsGoalMs = 150

/** Every order with every kind of filter, at the beginning, in the middle and at the end, forward and backward. */
async function run(): Promise<{ figure: string; holds: boolean }> {
  const { appUrl, caller, today, close } = await openWorldDatabase("L")
  const pool = openPool({ url: appUrl, max: 1, name: "csops-bench" })
  setPool(pool)
  try {
    const { rows, totals } = await timeAccountsPage(caller, today)
    const [rowsMs, totalsMs] = [percentile(rows, 0.95), percentile(totals, 0.95)]
    return {
      figure: `rows p95 ${rowsMs.toFixed(1)} ms, totals p95 ${totalsMs.toFixed(1)} ms`,
      holds: rowsMs <= rowsGoalMs && totalsMs <= totalsGoalMs,
    }
  } finally {
    await pool.close()
    await close()
  }
}

type Times = { rows: number[]; totals: number[] }

/** Milliseconds of the page's own queries, each in a transaction of its own, from begin to commit. */
async function timeAccountsPage(caller: Caller, today: string): Promise<Times> {
  const owners = await inWorkspace(caller, (tx) => ownerChoices(tx, caller))
  const times: Times = { rows: [], totals: [] }
  const slowest: { ms: number; what: string }[] = []
  for (const isMeasured of [false, true])
    for (const filter of filtersOf(owners[Math.floor(owners.length / 2)]?.id))
      for (const sort of accountSortKeys.flatMap((key) => [key, `-${key}` as const])) {
        const query: AccountsQuery = { ...filter, sort }
        for (const position of positionsOf(sort.replace("-", "") as AccountSortKey, today)) {
          const asked = { query, position, today }
          const rowsMs = await milliseconds(() =>
            inWorkspace(caller, (tx) => accountRows(tx, caller, { ...asked, currency: "USD" })),
          )
          if (!isMeasured) continue
          times.rows.push(rowsMs)
          slowest.push({ ms: rowsMs, what: JSON.stringify({ ...query, ...position }) })
          if (position?.direction === "before") continue
          times.totals.push(
            await milliseconds(() => inWorkspace(caller, (tx) => accountTotals(tx, caller, asked))),
          )
        }
      }
  for (const [name, list] of Object.entries(times))
    console.log(
      `${name}: ${list.length} calls, p50 ${percentile(list, 0.5).toFixed(1)} ms, p95 ${percentile(list, 0.95).toFixed(1)} ms, slowest ${Math.max(...list).toFixed(1)} ms`,
    )
  for (const { ms, what } of slowest.toSorted((a, b) => b.ms - a.ms).slice(0, 5))
    console.log(`slow: ${ms.toFixed(1)} ms ${what}`)
  return times
}

function filtersOf(owner: string | undefined): AccountsQuery[] {
  const own = owner === undefined ? [] : [{ owner }, { owner, band: "red" as const }]
  return [
    {},
    ...scoreBands.map((band) => ({ band })),
    ...segments.map((segment) => ({ segment })),
    { band: "red", segment: "Enterprise" },
    { band: "green", segment: "SMB" },
    { stage: "onboarding" },
    { stage: "churned" },
    { band: "red", lost: "hide" },
    { due: "90d", lost: "hide" },
    { quiet: "30d", lost: "hide" },
    ...own,
    { q: "an" },
    { q: "systems" },
    { q: "nobody is called so" },
    { q: "group", segment: "Mid-Market" },
  ]
}

/** The beginning, and places in the middle and near the end, read forward and backward. */
function positionsOf(key: AccountSortKey, today: string): (ListPosition | null)[] {
  const values: Record<AccountSortKey, [string | number, string | number]> = {
    exposure: [3_000_000, 100_000],
    name: ["m", "u"],
    health: [60, 90],
    arr: [5_000_000, 100_000],
    renewal: [addDays(today, 150), addDays(today, 330)],
    owner: ["j", "s"],
    contact: [addDays(today, -20), addDays(today, -80)],
  }
  const places = [...values[key], null].map(
    (value): ListPlace => ({
      value,
      arrCents: 4_000_000,
      nameKey: "m",
      id: "0190f0a0-1111-7000-8000-000000000001",
    }),
  )
  return [
    null,
    ...places.flatMap((place): ListPosition[] =>
      // Names are never unknown.
      place.value === null && key === "name"
        ? []
        : [
            { direction: "after", place },
            { direction: "before", place },
          ],
    ),
  ]
}

export const accountsPage: Bench = {
  name: "accounts-page",
  about:
    "The list of accounts at size L (100,000 accounts): any filter, order and page, and its exact totals.",
  goal: `rows p95 <= ${rowsGoalMs} ms, totals p95 <= ${totalsGoalMs} ms`,
  run,
}
