import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { accountFields } from "#lib/accounts/schema.ts"
import type { HealthModel } from "#lib/health/schema.ts"
import { newId } from "#lib/platform/new-id.ts"
import { writeAccounts } from "../commands/accounts.ts"
import { publishModel } from "../commands/health-models.ts"
import { ensureMeasures, receiveSignals } from "../commands/signals.ts"
import { inWorkspace } from "../in-workspace.ts"

/** One measure, usage: 0 is worst, 100 best; so the score of an account is its usage. */
export const usageModel = (version = 1): HealthModel => ({
  id: newId(),
  version,
  name: "Usage",
  baseline: 50,
  minimumCoverage: 0.5,
  bands: { redUpTo: 50, yellowUpTo: 75 },
  groups: [{ key: "product", label: "Product", weight: 100 }],
  measures: [
    {
      key: "usage",
      label: "Usage",
      unit: "%",
      groupKey: "product",
      weight: 100,
      scale: { kind: "linear", worst: 0, best: 100 },
      maxAgeDays: 30,
      veto: null,
      sources: [],
    },
  ],
})

/** Accounts with one usage reading each, and the model that scores them. Returns their ids by external id. */
export async function accountsWithUsage(
  caller: Caller,
  { usage, day }: { usage: Readonly<Record<string, number>>; day: string },
): Promise<ReadonlyMap<string, string>> {
  const accounts = Object.keys(usage).map((name) => accountFields.parse({ externalId: name, name }))
  const { ids } = await inWorkspace(caller, (tx) => writeAccounts(tx, caller, { accounts }))
  await receiveUsage(caller, { ids, usage, day })
  return ids
}

export async function receiveUsage(
  caller: Caller,
  {
    ids,
    usage,
    day,
  }: { ids: ReadonlyMap<string, string>; usage: Readonly<Record<string, number>>; day: string },
): Promise<void> {
  const names = Object.keys(usage)
  await inWorkspace(caller, async (tx) => {
    const measure = { key: "usage", label: "Usage", unit: "%", kind: "number", role: "input" } as const
    const measures = await ensureMeasures(tx, caller, { measures: [measure] })
    const [source] = await tx.execute<{ id: number }>(sql`
      insert into source (workspace_id, key, name, kind) values (${caller.workspaceId}, 'test', 'Test', 'file')
      on conflict (workspace_id, key) do update set name = excluded.name returning id`)
    await receiveSignals(tx, caller, {
      source: { id: source?.id ?? 0, key: "test" },
      signals: {
        accountIds: names.map((name) => ids.get(name) ?? ""),
        measureIds: names.map(() => measures.ids.get("usage") ?? 0),
        days: names.map(() => day),
        values: names.map((name) => usage[name] ?? null),
        texts: names.map(() => null),
      },
    })
  })
}

export const publishUsageModel = (caller: Caller, version = 1): Promise<void> =>
  inWorkspace(caller, (tx) =>
    publishModel(tx, caller, { model: usageModel(version), rank: 0, explanation: {} }),
  )
