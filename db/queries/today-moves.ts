import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { type HealthModel, healthModel as modelSchema, type ScoreBand } from "#lib/health/schema.ts"
import { restoredScore } from "#lib/health/stored-score.ts"
import { type ChangePart, whatChanged } from "#lib/health/what-changed.ts"
import type { Db } from "../client.ts"

type Row = {
  account_id: string
  day: string
  model_id: string
  value: number | null
  exact: number | null
  band: ScoreBand
  score: unknown
}

/** The part that moved most between two days' scores, in the direction of the move, by account. */
export async function strongestChanges(
  on: Db,
  caller: Caller,
  { accountIds, before, after }: { accountIds: readonly string[]; before: string; after: string },
): Promise<ReadonlyMap<string, ChangePart>> {
  if (accountIds.length === 0) return new Map()
  const rows = await on.execute<Row>(sql`
    select h.account_id, h.day::text, h.model_id, h.value, h.exact, h.band,
      case when h.score ? 'partsOn' then (select whole.score from health_score whole
        where whole.workspace_id = h.workspace_id and whole.account_id = h.account_id
          and whole.day = (h.score->>'partsOn')::date) else h.score end as score
    from health_score h
    where h.workspace_id = ${caller.workspaceId} and h.account_id = any (${`{${accountIds.join(",")}}`}::uuid[])
      and h.day in (${before}::date, ${after}::date)`)
  const models = await modelsOf(on, caller, [...new Set(rows.map(({ model_id }) => model_id))])
  const scoreOf = (accountId: string, day: string) => {
    const row = rows.find((one) => one.account_id === accountId && one.day === day)
    const model = row && models.get(row.model_id)
    return row && model ? restoredScore({ ...row, model, stored: row.score }) : null
  }
  return new Map(
    accountIds.flatMap((accountId) => {
      const [was, is] = [scoreOf(accountId, before), scoreOf(accountId, after)]
      if (!was || !is) return []
      const { difference, parts } = whatChanged({ before: was, after: is })
      const strongest = parts.find(({ points }) => Math.sign(points) === Math.sign(difference ?? 0))
      return strongest ? [[accountId, strongest] as const] : []
    }),
  )
}

async function modelsOf(
  on: Db,
  caller: Caller,
  ids: readonly string[],
): Promise<ReadonlyMap<string, HealthModel>> {
  const rows = await on.execute<{ id: string; definition: unknown }>(sql`
    select id, definition from health_model
    where workspace_id = ${caller.workspaceId} and id = any (${`{${ids.join(",")}}`}::uuid[])`)
  return new Map(rows.map(({ id, definition }) => [id, modelSchema.parse(definition)]))
}
