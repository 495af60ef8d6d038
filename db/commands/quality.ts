import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { isAsSeen } from "#lib/conflicts/is-as-seen.ts"
import { notFound } from "#lib/errors.ts"
import { accept, type Outcome, refuse } from "#lib/outcome.ts"
import { newId } from "#lib/platform/new-id.ts"
import { decideStandard, type StandardRefusal, standardRefusals } from "#lib/quality/decide-standard.ts"
import type { QualityDimension } from "#lib/quality/dimensions.ts"
import { measureOfField } from "#lib/quality/fields.ts"
import type { StandardDraft } from "#lib/quality/schema.ts"
import { verdictOf } from "#lib/quality/standing.ts"
import type { Db } from "../client.ts"
import { measuresOf } from "../queries/measures.ts"
import { record } from "./record.ts"

/** Pages that show certain accounts need not look again for what concerns none. */
const noAccounts = { accountIds: [] }

/** Sets what is asked of a field in one respect: makes the standard, changes it, or brings a removed one back. */
export async function setStandard(
  on: Db,
  caller: Caller,
  draft: StandardDraft,
): Promise<Outcome<{ id: string }, StandardRefusal>> {
  assertCan(caller, "data.write")
  const isMeasure = measureOfField(draft.field) !== null
  const decision = decideStandard(draft, isMeasure ? await measuresOf(on, caller) : [])
  if (!decision.ok) return decision
  const { field, dimension, atLeast, withinDays, ownerId, reason, seen } = decision.value
  // Of two who set the same one for the first time, the second finds that of the first.
  await on.execute(sql`select pg_advisory_xact_lock(hashtextextended(${caller.workspaceId}, 50))`)
  const [stored] = await on.execute<NonNullable<StandardDraft["seen"]> & { isInForce: boolean }>(sql`
    select at_least::float8 as "atLeast", within_days as "withinDays", owner_id as "ownerId", reason,
      removed_at is null as "isInForce"
    from quality_standard where workspace_id = ${caller.workspaceId} and field = ${field}
      and dimension = ${dimension} for update`)
  if (stored && (seen === null ? stored.isInForce : !isAsSeen(stored, seen)))
    return refuse("changed_meanwhile", standardRefusals.changed_meanwhile)
  if (ownerId !== null) await assertPerson(on, caller, ownerId)
  const [row] = await on.execute<{ id: string }>(sql`
    insert into quality_standard (workspace_id, id, field, dimension, at_least, within_days, owner_id, reason)
    values (${caller.workspaceId}, ${newId()}, ${field}, ${dimension}, ${atLeast}, ${withinDays}, ${ownerId}, ${reason})
    on conflict (workspace_id, field, dimension) do update set at_least = excluded.at_least,
      within_days = excluded.within_days, owner_id = excluded.owner_id, reason = excluded.reason, removed_at = null
    returning id`)
  const id = row?.id ?? ""
  await record(on, caller, {
    type: "quality.standard_set",
    caseType: "quality_standard",
    caseId: id,
    payload: { ...noAccounts, field, dimension, atLeast },
  })
  return accept({ id })
}

async function assertPerson(on: Db, caller: Caller, id: string): Promise<void> {
  const [person] = await on.execute(sql`
    select 1 from person where workspace_id = ${caller.workspaceId} and id = ${id} for key share`)
  if (!person) throw notFound("person")
}

/** Takes a standard off. Its measurements stay, and setting it again brings both back. */
export async function removeStandard(
  on: Db,
  caller: Caller,
  { id }: { id: string },
): Promise<Outcome<null, never>> {
  assertCan(caller, "data.write")
  const [row] = await on.execute<{ field: string; dimension: QualityDimension }>(sql`
    update quality_standard set removed_at = ${caller.now.toISOString()}
    where workspace_id = ${caller.workspaceId} and id = ${id} and removed_at is null returning field, dimension`)
  if (!row) throw notFound("standard")
  await record(on, caller, {
    type: "quality.standard_removed",
    caseType: "quality_standard",
    caseId: id,
    payload: { ...noAccounts, ...row },
  })
  return accept(null)
}

/** Makes the standards that every workspace begins with. Those that exist, or were removed, stay as they are. */
export async function ensureBuiltInStandards(
  on: Db,
  caller: Caller,
  { standards }: { standards: readonly StandardDraft[] },
): Promise<number> {
  assertCan(caller, "data.write")
  const drafts = JSON.stringify(standards.map((standard) => ({ ...standard, id: newId() })))
  const made = await on.execute(sql`
    insert into quality_standard (workspace_id, id, field, dimension, at_least, within_days, reason, is_built_in)
    select ${caller.workspaceId}, id, field, dimension, "atLeast", "withinDays", reason, true
    from jsonb_to_recordset(${drafts}::jsonb) as g(id uuid, field text, dimension quality_dimension,
      "atLeast" float8, "withinDays" integer, reason text)
    where not exists (select 1 from quality_standard s where s.workspace_id = ${caller.workspaceId}
      and s.field = g.field and s.dimension = g.dimension)
    on conflict (workspace_id, field, dimension) do nothing returning id`)
  return made.length
}

export type Measured = {
  readonly standardId: string
  readonly day: string
  readonly rows: number
  readonly met: number
  readonly atLeast: number
}

/** Keeps what was measured; the last measurement of a day counts. Tells it when the day itself was measured. */
export async function saveMeasurements(
  on: Db,
  caller: Caller,
  { day, measured }: { day: string; measured: readonly Measured[] },
): Promise<void> {
  assertCan(caller, "data.write")
  if (measured.length === 0) return
  await on.execute(sql`
    insert into quality_result (workspace_id, standard_id, day, rows, met, at_least, measured_at)
    select ${caller.workspaceId}, g."standardId", g.day, g.rows, g.met, g."atLeast", ${caller.now.toISOString()}
    from jsonb_to_recordset(${JSON.stringify(measured)}::jsonb) as g("standardId" uuid, day date, rows integer,
      met integer, "atLeast" float8)
    join quality_standard s on s.workspace_id = ${caller.workspaceId} and s.id = g."standardId"
    on conflict (workspace_id, standard_id, day) do update set rows = excluded.rows, met = excluded.met,
      at_least = excluded.at_least, measured_at = excluded.measured_at`)
  const today = measured.filter((one) => one.day === day)
  if (today.length === 0) return
  await record(on, caller, {
    type: "quality.measured",
    caseType: "workspace",
    caseId: caller.workspaceId,
    payload: {
      ...noAccounts,
      day,
      standards: today.length,
      notMet: today.filter((one) => verdictOf(one) === "not_met").length,
    },
  })
}
