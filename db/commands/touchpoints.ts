import { sql } from "drizzle-orm"
import { assertCan, type Caller } from "#lib/access/caller.ts"
import { assertDistinct } from "#lib/imports/assert-distinct.ts"
import { newId } from "#lib/platform/new-id.ts"
import type { TouchpointType } from "#lib/touchpoints/schema.ts"
import type { Db } from "../client.ts"
import { refreshAccountList } from "./account-list.ts"
import { type Cause, causeOf } from "./cause.ts"
import { record } from "./record.ts"

export type TouchpointDraft = {
  readonly externalId: string
  readonly accountId: string
  readonly type: TouchpointType
  readonly happenedAt: Date
  readonly personExternalId: string | null
  readonly contactExternalIds: readonly string[]
  readonly note: string | null
  readonly nextPlannedOn: string | null
}

/** What was written, by external id. */
export type WrittenTouchpoints = {
  readonly written: number
  readonly unknown: number
  readonly created: ReadonlySet<string>
  readonly updated: ReadonlySet<string>
}

/**
 * Records or corrects touchpoints by external id; what would not change is not touched. Those of an account that
 * the workspace does not have are counted as unknown; an unknown person or contact is left out.
 */
export async function recordTouchpoints(
  on: Db,
  caller: Caller,
  { touchpoints, cause }: { touchpoints: readonly TouchpointDraft[]; cause?: Cause },
): Promise<WrittenTouchpoints> {
  assertCan(caller, "account.write")
  if (touchpoints.length === 0) return { written: 0, unknown: 0, created: new Set(), updated: new Set() }
  assertDistinct(touchpoints, ({ externalId }) => externalId, "Touchpoint")
  const rows = JSON.stringify(touchpoints.map((touchpoint) => ({ id: newId(), ...touchpoint })))
  const result = await on.execute<{
    account_id: string | null
    external_id: string | null
    is_new: boolean | null
    known: number
    moved_from: string[]
  }>(sql`
    with given as (
      select g.*, p.id as person_id, coalesce((
          select array_agg(c.id order by c.id) from contact c
          where c.workspace_id = ${caller.workspaceId} and c.account_id = a.id
            and g."contactExternalIds" ? c.external_id), '{}') as contact_ids
      from jsonb_to_recordset(${rows}::jsonb) as g(id uuid, "externalId" text, "accountId" uuid, type touchpoint_type,
          "happenedAt" timestamptz, "personExternalId" text, "contactExternalIds" jsonb, note text,
          "nextPlannedOn" date)
        join account a on a.workspace_id = ${caller.workspaceId} and a.id = g."accountId"
        left join person p on p.workspace_id = ${caller.workspaceId} and p.external_id = g."personExternalId"
    ), saved as (
      insert into touchpoint as t (workspace_id, id, account_id, external_id, type, happened_at, person_id,
        contact_ids, note, next_planned_on)
      select ${caller.workspaceId}, id, "accountId", "externalId", type, "happenedAt", person_id, contact_ids, note,
        "nextPlannedOn" from given
      on conflict (workspace_id, external_id) do update set account_id = excluded.account_id, type = excluded.type,
        happened_at = excluded.happened_at, person_id = excluded.person_id, contact_ids = excluded.contact_ids,
        note = excluded.note, next_planned_on = excluded.next_planned_on
        where (t.account_id, t.type, t.happened_at, t.person_id, t.contact_ids, t.note, t.next_planned_on)
          is distinct from (excluded.account_id, excluded.type, excluded.happened_at, excluded.person_id,
            excluded.contact_ids, excluded.note, excluded.next_planned_on)
      returning account_id, external_id, xmax = 0 as is_new
    )
    select s.*, k.known, k.moved_from from (
      select count(*)::int as known, array(
        select t.account_id from touchpoint t join given g on t.workspace_id = ${caller.workspaceId}
          and t.external_id = g."externalId" and t.account_id <> g."accountId") as moved_from
      from given) k
    left join saved s on true`)
  const accountIds = result.flatMap(({ account_id }) => (account_id === null ? [] : [account_id]))
  await refreshAccountList(on, caller, [...accountIds, ...(result[0]?.moved_from ?? [])])
  if (accountIds.length > 0)
    await record(on, caller, {
      type: "touchpoints.recorded",
      ...causeOf(caller, cause),
      payload: { count: accountIds.length, accountIds: [...new Set(accountIds)].slice(0, 200) },
    })
  const idsOf = (isNew: boolean) =>
    new Set(
      result.flatMap(({ external_id, is_new }) =>
        external_id !== null && is_new === isNew ? [external_id] : [],
      ),
    )
  return {
    written: accountIds.length,
    unknown: touchpoints.length - (result[0]?.known ?? 0),
    created: idsOf(true),
    updated: idsOf(false),
  }
}
