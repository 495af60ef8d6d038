import { inWorkspace } from "#db/in-workspace.ts"
import { accountSample, type Measure, measuresOf, newestValues } from "#db/queries/measures.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { StarterColumn, StarterOutcome } from "#lib/health/starter/column.ts"
import { detectOutcome } from "#lib/health/starter/detect-outcome.ts"
import { summariseColumn } from "#lib/health/starter/summarise-column.ts"

/** Accounts looked at when a model is proposed: enough for its percentiles and shares. */
const mostAccounts = 20_000
const accountsAtOnce = 5_000

type Observed = { columns: StarterColumn[]; outcome: StarterOutcome | null; units: Map<string, string> }

/** Summaries of every measure against the outcome, over one sample of the accounts; each read is short. */
export async function observeColumns(caller: Caller, { most = mostAccounts } = {}): Promise<Observed> {
  const { measures, accountIds } = await inWorkspace(caller, async (tx) => ({
    measures: await measuresOf(tx, caller),
    accountIds: await accountSample(tx, caller, { most }),
  }))
  const ending = measures.find((measure) => measure.role === "outcome")
  const endings = ending ? endedBadly(ending, await valuesOf(caller, ending, accountIds)) : null
  const isBad = accountIds.map((id) => endings?.get(id) ?? null)
  const columns: StarterColumn[] = []
  for (const measure of measures) {
    if (measure.role === "outcome") continue
    const found = await valuesOf(caller, measure, accountIds)
    const values = accountIds.map((id) => String(found.get(id) ?? ""))
    columns.push(summariseColumn({ key: measure.key, name: measure.label, values, isBad }))
  }
  const units = new Map(measures.map((measure) => [measure.key, measure.unit]))
  return { columns, outcome: ending && endings ? outcomeOf(ending, endings) : null, units }
}

async function valuesOf(
  caller: Caller,
  { id: measureId }: Measure,
  accountIds: readonly string[],
): Promise<Map<string, number | string>> {
  const all = new Map<string, number | string>()
  for (let from = 0; from < accountIds.length; from += accountsAtOnce) {
    const some = accountIds.slice(from, from + accountsAtOnce)
    const values = await inWorkspace(caller, (tx) =>
      newestValues(tx, caller, { measureId, accountIds: some }),
    )
    for (const [accountId, value] of values) all.set(accountId, value)
  }
  return all
}

/** Which accounts ended badly; null when nobody can tell which value is the bad one. */
function endedBadly(
  ending: Measure,
  values: ReadonlyMap<string, number | string>,
): Map<string, boolean> | null {
  const texts = [...new Set([...values.values()].map(String))]
  const detected = detectOutcome([ending.label], { [ending.label]: texts })
  if (!detected) return null
  return new Map([...values].map(([accountId, value]) => [accountId, String(value) === detected.bad]))
}

function outcomeOf(ending: Measure, endings: ReadonlyMap<string, boolean>): StarterOutcome | null {
  const n = endings.size
  if (n === 0) return null
  const bad = [...endings.values()].filter(Boolean).length
  return { key: ending.key, rate: bad / n, n }
}
