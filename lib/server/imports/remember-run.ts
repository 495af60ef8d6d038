import { rememberMapping } from "#db/commands/imports-receive.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { type ImportRunRow, rememberedMapping } from "#db/queries/imports.ts"
import type { Caller } from "#lib/access/caller.ts"
import { headerSha256 } from "./header-sha256.ts"

/**
 * The next file with this header is read as this one was. Repairs of single texts are of this file alone; who left the
 * columns to a guess forgets nothing that somebody chose before.
 */
export async function rememberRun(caller: Caller, run: ImportRunRow): Promise<void> {
  const header = run.report?.plan?.headers
  if (!header) return
  const key = { kind: run.kind, headerSha256: headerSha256(header) }
  const lasting = new Set(["read_days", "read_numbers", "create"])
  const settings = {
    ...run.settings,
    repairs: run.settings.repairs.filter((repair) => lasting.has(repair.do)),
  }
  await inWorkspace(caller, async (tx) => {
    const known = settings.columns.length > 0 ? null : await rememberedMapping(tx, caller, key)
    const columns = known?.settings.columns ?? settings.columns
    await rememberMapping(tx, caller, { ...key, settings: { ...settings, columns } })
  })
}
