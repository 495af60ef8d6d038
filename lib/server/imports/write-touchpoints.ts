import { recordTouchpoints, type TouchpointDraft } from "#db/commands/touchpoints.ts"
import { storedTouchpoints } from "#db/queries/imports-stored.ts"
import { mergeStated } from "#lib/imports/merge-stated.ts"
import { createPeople } from "./create-people.ts"
import { type KindWriter, type Writing, withAccounts } from "./writing.ts"

/** Touchpoints by external id, else by account, instant and type. */
export function touchpointsWriter(writing: Writing): KindWriter<"touchpoints"> {
  const { caller, plan, cause, people } = writing
  const rule = { conflict: plan.conflict, has: (field: string) => field in plan.fields }
  return {
    async write(tx, rows) {
      const { found, rejected } = await withAccounts(tx, writing, rows)
      await createPeople(tx, writing, { field: "person", names: found.map(({ record }) => record.person) })
      const stored = await storedTouchpoints(tx, caller, {
        externalIds: found.flatMap(({ record }) => record.externalId ?? []),
        places: found.flatMap(({ record, account }) =>
          record.externalId === null ? [{ accountId: account.id, happenedAt: record.happenedAt }] : [],
        ),
      })
      const byId = new Map(stored.map((one) => [one.externalId, one]))
      const placeOf = (accountId: string, type: string, at: string) =>
        `${accountId} ${type} ${Date.parse(at)}`
      const byPlace = new Map(stored.map((one) => [placeOf(one.accountId, one.type, one.happenedAt), one]))
      const drafts = new Map<string, TouchpointDraft>()
      for (const { record, account } of found) {
        const { externalId: statedId, type, happenedAt } = record
        const known =
          (statedId === null ? byPlace.get(placeOf(account.id, type, happenedAt)) : byId.get(statedId)) ??
          null
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
