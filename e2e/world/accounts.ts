import { writeAccounts } from "#db/commands/accounts.ts"
import { type ContractDraft, moveArr, writeContracts } from "#db/commands/contracts.ts"
import { publishModel } from "#db/commands/health-models.ts"
import { ensureSource } from "#db/commands/imports-receive.ts"
import { ensureMeasures, ensureSignalMonths, receiveSignals } from "#db/commands/signals.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import type { Segment } from "#lib/accounts/schema.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import type { HealthModel, ModelMeasure } from "#lib/health/schema.ts"
import { newId } from "#lib/platform/new-id.ts"
import { rescoreWorkspace } from "#lib/server/health/rescore-workspace.ts"
import { database } from "./database.ts"
import { type TestWorkspace, today } from "./workspace.ts"

export type AccountPlan = {
  readonly externalId: string
  readonly name: string
  /** Use of the product, 0 to 100; without it the account has no score. */
  readonly usage?: number
  readonly tickets?: number
  readonly segment?: Segment
  readonly ownerName?: string
  readonly arrCents?: number
  readonly endsOn?: string
}

export type ArrangedAccount = { readonly id: string; readonly slug: string; readonly externalId: string }

const measure = (key: string, label: string, given: Partial<ModelMeasure>): ModelMeasure => ({
  key,
  label,
  unit: "",
  groupKey: "product",
  weight: 100,
  scale: { kind: "linear", worst: 0, best: 100 },
  maxAgeDays: 60,
  veto: null,
  sources: [],
  ...given,
})

/** Half of the score is use of the product, half support; one of the two suffices. */
const model = (): HealthModel => ({
  id: newId(),
  version: 1,
  name: "Journeys",
  baseline: 50,
  minimumCoverage: 0.4,
  bands: { redUpTo: 50, yellowUpTo: 75 },
  groups: [
    { key: "product", label: "Product", weight: 60 },
    { key: "support", label: "Support", weight: 40 },
  ],
  measures: [
    measure("usage", "Weekly use", { unit: "%" }),
    measure("tickets", "Open tickets", {
      groupKey: "support",
      scale: { kind: "linear", worst: 20, best: 0 },
    }),
  ],
})

/** Accounts with contracts, ARR, readings and scores, all made by the product's own commands. */
export async function arrangeAccounts(
  workspace: TestWorkspace,
  plans: readonly AccountPlan[],
): Promise<ArrangedAccount[]> {
  const admin = workspace.as("admin")
  database()
  await writePeople(workspace, plans)
  const ids = new Map<string, string>()
  for (let from = 0; from < plans.length; from += 200) {
    const accounts = plans.slice(from, from + 200).map(({ externalId, name, segment, ownerName }) => ({
      externalId,
      name,
      domain: null,
      industry: null,
      segment: segment ?? null,
      region: null,
      language: null,
      lifecycleStage: null,
      ownerName: ownerName ?? null,
      parentExternalId: null,
    }))
    const written = await inWorkspace(admin, (tx) => writeAccounts(tx, admin, { accounts }))
    for (const [externalId, id] of written.ids) ids.set(externalId, id)
  }
  const idOf = (plan: AccountPlan) => ids.get(plan.externalId) ?? ""
  await inWorkspace(admin, async (tx) => {
    const contracts = plans.flatMap((plan): ContractDraft[] =>
      plan.endsOn
        ? [{ accountId: idOf(plan), externalId: `${plan.externalId}-1`, startsOn: null, endsOn: plan.endsOn }]
        : [],
    )
    await writeContracts(tx, admin, { contracts, currency: "USD" })
    const accounts = plans.flatMap((plan) =>
      plan.arrCents ? [{ accountId: idOf(plan), statedCents: plan.arrCents }] : [],
    )
    await moveArr(tx, admin, { accounts, day: addDays(today, -40), currency: "USD", source: "journeys" })
    await publishModel(tx, admin, { model: model(), rank: 0, explanation: {} })
  })
  const readings = plans.flatMap((plan) => [
    ...(plan.usage === undefined ? [] : [{ accountId: idOf(plan), key: "usage", value: plan.usage }]),
    ...(plan.tickets === undefined ? [] : [{ accountId: idOf(plan), key: "tickets", value: plan.tickets }]),
  ])
  await receive(workspace, readings, addDays(today, -8))
  await rescoreWorkspace(admin, { day: addDays(today, -7) })
  await receive(workspace, readings, addDays(today, -1))
  await rescoreWorkspace(admin, { day: today })
  const rows = await database().owner<ArrangedAccount[]>`
    select id, slug, external_id as "externalId" from account where workspace_id = ${workspace.id}`
  const byId = new Map(rows.map((row) => [row.externalId, row]))
  return plans.map((plan) => byId.get(plan.externalId)!)
}

type Reading = { readonly accountId: string; readonly key: string; readonly value: number }

/** A new value of a measure and the score that follows from it, committed while pages are open. */
export async function changeReading(workspace: TestWorkspace, reading: Reading): Promise<void> {
  await receive(workspace, [reading], today)
  await rescoreWorkspace(workspace.as("admin"), { day: today, only: [reading.accountId] })
}

async function receive(workspace: TestWorkspace, readings: readonly Reading[], day: string): Promise<void> {
  if (readings.length === 0) return
  const admin = workspace.as("admin")
  const { source, ids } = await inWorkspace(admin, async (tx) => {
    const sourceId = await ensureSource(tx, admin, "journeys")
    const measures = model().measures.map(({ key, label, unit }) => ({
      key,
      label,
      unit,
      kind: "number" as const,
      role: "input" as const,
    }))
    const known = await ensureMeasures(tx, admin, { measures })
    return { source: { id: sourceId, key: "journeys" }, ids: known.ids }
  })
  await inWorkspace(admin, (tx) => ensureSignalMonths(tx, admin, { first: day, last: day }))
  await inWorkspace(admin, (tx) =>
    receiveSignals(tx, admin, {
      source,
      signals: {
        accountIds: readings.map(({ accountId }) => accountId),
        measureIds: readings.map(({ key }) => ids.get(key) ?? 0),
        days: readings.map(() => day),
        values: readings.map(({ value }) => value),
        texts: readings.map(() => null),
      },
    }),
  )
}

/** People have no command yet: their owner writes them, so that accounts can have owners. */
async function writePeople(workspace: TestWorkspace, plans: readonly AccountPlan[]): Promise<void> {
  const names = [...new Set(plans.flatMap(({ ownerName }) => ownerName ?? []))]
  for (const name of names) {
    await database().owner`
      insert into person (workspace_id, id, external_id, name, position, job_function)
      values (${workspace.id}, ${newId()}, ${name}, ${name}, 'Customer Success Manager', 'cs')`
  }
}
