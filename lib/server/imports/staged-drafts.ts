import { inWorkspace } from "#db/in-workspace.ts"
import { stagedRows } from "#db/queries/imports-stage.ts"
import type { Caller } from "#lib/access/caller.ts"
import type { ColumnPlan } from "#lib/imports/column-plan.ts"
import { type AccountDraft, readAccount } from "#lib/imports/read-account.ts"
import { chunkRows } from "./chunk-rows.ts"

export type StagedDraft = { readonly row: number; readonly draft: AccountDraft }

/** The staged rows as the commands take them, in chunks of one short transaction each. */
export async function* stagedDrafts(
  caller: Caller,
  runId: string,
  plan: ColumnPlan,
): AsyncGenerator<readonly StagedDraft[]> {
  const limit = chunkRows(plan.measures.length)
  let after = 0
  for (;;) {
    const rows = await inWorkspace(caller, (tx) => stagedRows(tx, caller, { runId, after, limit }))
    const last = rows.at(-1)
    if (!last) return
    yield rows.map(({ row, cells }) => ({ row, draft: readAccount(cells, plan) }))
    after = last.row
  }
}
