import { inWorkspace } from "#db/in-workspace.ts"
import { rowsMadeByRun } from "#db/queries/import-existing.ts"
import { changedByRun } from "#db/queries/imports-links.ts"
import { KeySet } from "#lib/imports/key-set.ts"
import { textKey } from "#lib/imports/text-key.ts"
import type { MayLink, Writing } from "./writing.ts"

const rowsAtOnce = 10_000

type Found = { readonly seq: number; readonly text: string }
type Has = (text: string) => boolean

/** Tells of an external id whether this run made its row, also before it was stopped and resumed. */
export async function madeByRun({ caller, run, plan }: Writing): Promise<MayLink> {
  const table = plan.kind === "people" ? "person" : "account"
  return seenBy(async (after) => {
    const page = { runId: run.id, table, after, limit: rowsAtOnce }
    const rows = await inWorkspace(caller, (tx) => rowsMadeByRun(tx, caller, page))
    return rows.map(({ seq, externalId }) => ({ seq, text: externalId }))
  })
}

/** Tells of the id of an account or a person whether this run made or changed it, readings aside. */
export async function touchedByRun({ caller, run }: Writing): Promise<Has> {
  return seenBy(async (after) => {
    const page = { runId: run.id, after, limit: rowsAtOnce }
    const rows = await inWorkspace(caller, (tx) => changedByRun(tx, caller, page))
    return rows.map(({ seq, id }) => ({ seq, text: id }))
  })
}

/** A million rows take some ten megabytes, whatever they are called. */
async function seenBy(page: (after: number) => Promise<readonly Found[]>): Promise<Has> {
  const keys = new KeySet()
  for (let after = 0; ; ) {
    const rows = await page(after)
    for (const { text } of rows) {
      const { high, low } = textKey(text)
      keys.add(high, low)
    }
    const last = rows.at(-1)
    if (!last || rows.length < rowsAtOnce) break
    after = last.seq
  }
  return (text) => {
    const { high, low } = textKey(text)
    return keys.has(high, low)
  }
}
