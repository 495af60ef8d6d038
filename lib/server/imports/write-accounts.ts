import type { Db } from "#db/client.ts"
import { linkParents, writeAccounts } from "#db/commands/accounts.ts"
import { moveArr, writeContracts } from "#db/commands/contracts.ts"
import type { ImportRun } from "#db/commands/imports.ts"
import { ensureMeasures, ensureSignalMonths, receiveSignals } from "#db/commands/signals.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { AccountId } from "#lib/id.ts"
import type { ColumnPlan } from "#lib/imports/column-plan.ts"
import type { AccountDraft } from "#lib/imports/read-account.ts"
import { rehearse } from "./rehearse.ts"
import { signalColumns } from "./signal-columns.ts"
import { stagedDrafts } from "./staged-drafts.ts"

export type WrittenFile = {
  created: number
  updated: number
  unchanged: number
  signals: number
  measuresNew: number
  arrMoved: number
  contracts: number
  /** The longest time a single transaction was open. */
  longestMs: number
}

export type Writing = {
  readonly run: ImportRun
  readonly plan: ColumnPlan
  readonly day: string
  readonly currency: string
  readonly onRows: (rows: number) => void
  /** Everything is done and taken back, chunk by chunk: the counts are exact and nothing stays. */
  readonly isRehearsal: boolean
}

type Chunk = { readonly drafts: readonly AccountDraft[]; readonly measureIds: readonly number[] }

/** Writes the staged rows in chunks of one short transaction each. Done twice it changes nothing. */
export async function writeStagedAccounts(caller: Caller, writing: Writing): Promise<WrittenFile> {
  const { run, plan, isRehearsal } = writing
  const total: WrittenFile = {
    created: 0,
    updated: 0,
    unchanged: 0,
    signals: 0,
    measuresNew: 0,
    arrMoved: 0,
    contracts: 0,
    longestMs: 0,
  }
  // Making a month locks the tables of signals and events whole: done apart and for good, also for a rehearsal.
  await inWorkspace(caller, (tx) => ensureSignalMonths(tx, caller, { first: writing.day, last: writing.day }))
  const prepared = isRehearsal ? null : await inWorkspace(caller, (tx) => prepare(tx, caller, writing))
  total.measuresNew = prepared?.created ?? 0
  let rows = 0
  for await (const staged of stagedDrafts(caller, run.id, plan)) {
    const drafts = staged.map(({ draft }) => draft)
    const startedAt = performance.now()
    const done = await (isRehearsal ? rehearse : inWorkspace)(caller, async (tx) => {
      const { measureIds, created } = prepared ?? (await prepare(tx, caller, writing))
      return { ...(await writeChunk(tx, caller, writing, { drafts, measureIds })), measuresNew: created }
    })
    total.longestMs = Math.max(total.longestMs, performance.now() - startedAt)
    for (const key of ["created", "updated", "unchanged", "signals", "arrMoved", "contracts"] as const)
      total[key] += done[key]
    if (isRehearsal) total.measuresNew = done.measuresNew
    rows += drafts.length
    writing.onRows(rows)
  }
  if (plan.fields.has("parentExternalId") && !isRehearsal) await linkStagedParents(caller, run, plan)
  return total
}

/** The measures of the file, by their place in it. */
async function prepare(tx: Db, caller: Caller, { plan }: Writing) {
  const { ids, created } = await ensureMeasures(tx, caller, { measures: plan.measures })
  return { measureIds: plan.measures.map(({ key }) => ids.get(key)!), created }
}

async function writeChunk(
  tx: Db,
  caller: Caller,
  { run, day, currency }: Writing,
  { drafts, measureIds }: Chunk,
) {
  const cause = { caseType: "import", caseId: run.id }
  const accounts = await writeAccounts(tx, caller, { accounts: drafts.map(({ fields }) => fields), cause })
  const idOf = (draft: AccountDraft): AccountId => accounts.ids.get(draft.fields.externalId)!
  const { moved } = await moveArr(tx, caller, {
    day,
    source: run.source.key,
    currency,
    cause,
    accounts: drafts.flatMap((draft) =>
      draft.arrCents === null ? [] : [{ accountId: idOf(draft), statedCents: draft.arrCents }],
    ),
  })
  const contracts = await writeContracts(tx, caller, {
    currency,
    cause,
    contracts: drafts.flatMap((draft) =>
      draft.contractEndsOn === null
        ? []
        : [
            {
              accountId: idOf(draft),
              externalId: `account:${draft.fields.externalId}`,
              startsOn: draft.contractStartsOn,
              endsOn: draft.contractEndsOn,
            },
          ],
    ),
  })
  const signals = signalColumns(drafts, { idOf, measureIds, day })
  const received = await receiveSignals(tx, caller, { source: run.source, signals, cause })
  return {
    created: accounts.created,
    updated: accounts.updated,
    unchanged: accounts.unchanged,
    signals: received.written + received.removed,
    arrMoved: moved,
    contracts: contracts.written,
  }
}

/** Parents may stand below their children, so they are linked once every account is there. */
async function linkStagedParents(caller: Caller, run: ImportRun, plan: ColumnPlan): Promise<void> {
  for await (const staged of stagedDrafts(caller, run.id, plan)) {
    const links = staged.flatMap(({ draft: { fields } }) => {
      const { externalId, parentExternalId } = fields
      return parentExternalId === null ? [] : [{ externalId, parentExternalId }]
    })
    await inWorkspace(caller, (tx) =>
      linkParents(tx, caller, { links, cause: { caseType: "import", caseId: run.id } }),
    )
  }
}
