import { sql } from "drizzle-orm"
import type { Caller } from "#lib/access/caller.ts"
import { pickModel } from "#lib/health/pick-model.ts"
import { type PreviewMove, previewMove } from "#lib/health/preview-move.ts"
import { type HealthModel, healthModel as modelSchema } from "#lib/health/schema.ts"
import type { Db } from "../client.ts"
import { accountsToScore } from "./health.ts"
import { readingsToScore } from "./health-features.ts"

const chunkSize = 500

export type PreviewedMove = PreviewMove & {
  readonly accountId: string
  readonly slug: string
  readonly name: string
}

export type PreviewedChunk = {
  /** The account after which the next chunk begins; null after the last one. */
  readonly next: string | null
  readonly scored: number
  readonly moves: readonly PreviewedMove[]
}

/** Who of a chunk of accounts would change band: those that the published model scores, by their stored readings. */
export async function previewChunk(
  on: Db,
  caller: Caller,
  {
    models,
    published,
    draft,
    day,
    after,
  }: {
    /** All that are published, in the order in which their rules are tried. */
    models: readonly HealthModel[]
    published: HealthModel
    draft: HealthModel
    day: string
    after: string | null
  },
): Promise<PreviewedChunk> {
  const read = await accountsToScore(on, caller, { after, limit: chunkSize })
  const next = read.length < chunkSize ? null : (read.at(-1)?.id ?? null)
  const accounts = read
    .filter((account) => pickModel(models, account)?.model.id === published.id)
    .map(({ id }) => ({ id, model: published }))
  if (accounts.length === 0) return { next, scored: 0, moves: [] }
  const isRun = accounts.length > read.length / 2
  const readings = await readingsToScore(on, caller, { accounts, isRun, day })
  const moved = accounts.flatMap(({ id }) => {
    const move = previewMove({ published, draft, readings: readings.get(id) ?? [], asOf: day })
    return move ? [{ accountId: id, ...move }] : []
  })
  const names = await accountNames(
    on,
    caller,
    moved.map(({ accountId }) => accountId),
  )
  return {
    next,
    scored: accounts.length,
    moves: moved.flatMap((move) => {
      const named = names.get(move.accountId)
      return named ? [{ ...move, ...named }] : []
    }),
  }
}

async function accountNames(
  on: Db,
  caller: Caller,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { slug: string; name: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await on.execute<{ id: string; slug: string; name: string }>(sql`
    select id, slug, name from account where workspace_id = ${caller.workspaceId}
      and id = any (${`{${ids.join(",")}}`}::uuid[])`)
  return new Map(rows.map(({ id, ...named }) => [id, named]))
}

export type StoredDraft = { readonly model: HealthModel; readonly by: string; readonly madeAt: Date }

/** A draft as it waits for its preview and publishing; null when it was published or another one took its place. */
export async function modelDraftById(
  on: Db,
  caller: Caller,
  { draftId }: { draftId: string },
): Promise<StoredDraft | null> {
  const [row] = await on.execute<{ definition: unknown; by: string | null; madeAt: string }>(sql`
    select definition, explanation->>'by' as by, created_at::text as "madeAt" from health_model
    where workspace_id = ${caller.workspaceId} and id = ${draftId} and state = 'draft'`)
  if (!row) return null
  return {
    model: modelSchema.parse(row.definition),
    by: row.by ?? "somebody",
    madeAt: new Date(row.madeAt),
  }
}

export type ModelVersion = {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly state: "draft" | "published" | "retired"
  readonly at: Date | null
  readonly by: string | null
  readonly reason: string | null
}

const mostVersions = 100

/** Versions of all models, the newest first, with why each was published where somebody said so. */
export async function modelVersions(on: Db, caller: Caller): Promise<ModelVersion[]> {
  const rows = await on.execute<Omit<ModelVersion, "at"> & { at: string | null }>(sql`
    select id, name, (definition->>'version')::int as version, state,
      coalesce(published_at, created_at)::text as at, coalesce(published_by, explanation->>'by') as by,
      explanation->>'reason' as reason
    from health_model where workspace_id = ${caller.workspaceId}
    order by coalesce(published_at, created_at) desc, id desc limit ${mostVersions}`)
  return rows.map((row) => ({ ...row, at: row.at === null ? null : new Date(row.at) }))
}
