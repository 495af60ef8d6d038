import type { Db } from "#db/client.ts"
import { recordTouchpoints, type TouchpointDraft } from "#db/commands/touchpoints.ts"
import { type StoredTouchpoint, storedTouchpoints } from "#db/queries/imports-stored.ts"
import type { Caller } from "#lib/access/caller.ts"
import { mergeStated } from "#lib/imports/merge-stated.ts"
import type { TouchpointRecord } from "#lib/imports/records.ts"
import { createPeople } from "./create-people.ts"
import { type Match, onlyOne, withoutSeveral } from "./row-matches.ts"
import { type KindWriter, type Writing, withAccounts } from "./writing.ts"

/** Touchpoints by external id, else by account, instant and type. */
export function touchpointsWriter(writing: Writing): KindWriter<"touchpoints"> {
  const { caller, plan, cause, people } = writing
  const rule = { conflict: plan.conflict, has: (field: string) => field in plan.fields }
  return {
    async write(tx, rows) {
      const { found: all, rejected: strange } = await withAccounts(tx, writing, rows)
      const matches = await matchTouchpoints(tx, caller, all)
      const { found, stored, rejected } = withoutSeveral(all, matches, strange)
      await createPeople(tx, writing, { field: "person", names: found.map(({ record }) => record.person) })
      const drafts = new Map<string, TouchpointDraft>()
      for (const [place, { record, account }] of found.entries()) {
        const { externalId: statedId, type, happenedAt } = record
        const known = stored[place] ?? null
        if (known && plan.conflict === "skip") continue
        const person = people.idOver(record.person, known?.person ?? null)
        const { note, nextPlannedOn } = record
        const merged = mergeStated({ person, note, nextPlannedOn }, known, rule)
        const externalId = statedId ?? known?.externalId ?? `${account.externalId}:${type}:${happenedAt}`
        drafts.set(externalId, {
          externalId,
          accountId: account.id,
          type,
          happenedAt: new Date(happenedAt),
          personExternalId: merged.person,
          contactExternalIds: known?.contacts ?? [],
          note: merged.note,
          nextPlannedOn: merged.nextPlannedOn,
        })
      }
      const written = await recordTouchpoints(tx, caller, { touchpoints: [...drafts.values()], cause })
      const [created, updated] = [written.created.size, written.updated.size]
      return { created, updated, skipped: found.length - created - updated, signals: 0, rejected }
    },
  }
}

type Wanted = {
  readonly account: { readonly id: string }
  readonly record: Pick<TouchpointRecord, "externalId" | "type" | "happenedAt">
}

/** The stored touchpoint of each row: by id, else the one of its account, instant and type. */
export async function matchTouchpoints(
  tx: Db,
  caller: Caller,
  rows: readonly Wanted[],
): Promise<readonly Match<StoredTouchpoint>[]> {
  const stored = await storedTouchpoints(tx, caller, {
    externalIds: rows.flatMap(({ record }) => record.externalId ?? []),
    places: rows.flatMap(({ record, account }) =>
      record.externalId === null ? [{ accountId: account.id, happenedAt: record.happenedAt }] : [],
    ),
  })
  const placeOf = (accountId: string, type: string, at: string) => `${accountId} ${type} ${Date.parse(at)}`
  const byId = new Map(stored.map((one) => [one.externalId, one]))
  const byPlace = Map.groupBy(stored, (one) => placeOf(one.accountId, one.type, one.happenedAt))
  return rows.map(({ account, record: { externalId, type, happenedAt } }) =>
    externalId === null
      ? onlyOne(byPlace.get(placeOf(account.id, type, happenedAt)) ?? [])
      : (byId.get(externalId) ?? null),
  )
}
