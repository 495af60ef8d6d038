import { inWorkspace } from "#db/in-workspace.ts"
import { rowsMadeByRun } from "#db/queries/import-existing.ts"
import { KeySet } from "#lib/imports/key-set.ts"
import { textKey } from "#lib/imports/text-key.ts"
import type { MayLink, Writing } from "./writing.ts"

const rowsAtOnce = 10_000

/** Tells of an external id whether this run made its row, also before it was stopped and resumed. */
export async function madeByRun({ caller, run, plan }: Writing): Promise<MayLink> {
  const ids = new KeySet()
  const table = plan.kind === "people" ? "person" : "account"
  for (let after = 0; ; ) {
    const page = { runId: run.id, table, after, limit: rowsAtOnce }
    const rows = await inWorkspace(caller, (tx) => rowsMadeByRun(tx, caller, page))
    for (const { externalId } of rows) {
      const { high, low } = textKey(externalId)
      ids.add(high, low)
    }
    const last = rows.at(-1)
    if (!last || rows.length < rowsAtOnce) break
    after = last.seq
  }
  return (externalId) => {
    const { high, low } = textKey(externalId)
    return ids.has(high, low)
  }
}
